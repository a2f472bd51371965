import { z } from 'zod';
import { contactRoles, dutchLevels, offers } from './service.ts';

export const serviceJson = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  name: z.string(),
  does: z.string(),
  themes: z.array(z.string()),
  municipalities: z.array(z.string()),
  languages: z.array(z.string()),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  openingHours: z.string().nullable(),
  hours: z
    .object({
      weekly: z.array(z.object({ day: z.int(), from: z.string(), until: z.string() })),
      holidays: z.enum(['closed', 'as-usual']),
      exceptions: z.array(z.object({ from: z.iso.date(), until: z.iso.date(), spans: z.array(z.object({ from: z.string(), until: z.string() })), why: z.string() })),
    })
    .nullable(),
  offer: z.enum(offers),
  neededDutch: z.enum(dutchLevels).nullable(),
  hasInterpreter: z.boolean().nullable(),
  cost: z.object({ kind: z.enum(['free', 'paid']), amount: z.number().nullable(), note: z.string() }).nullable(),
  waitingDays: z.int().nullable(),
  located: z.array(z.string()),
  notAccepting: z.object({ reason: z.string(), since: z.iso.date(), until: z.iso.date().nullable().optional() }).nullable(),
  endedOn: z.iso.date().nullable(),
  lastConfirmedOn: z.iso.date(),
  answers: z.object({ counted: z.int(), within: z.int().nullable() }),
  version: z.int(),
});

export const wholeServiceJson = serviceJson.extend({
  targetGroup: z.string(),
  minAge: z.int().nullable(),
  maxAge: z.int().nullable(),
  conditions: z.string(),
  enrolment: z.string(),
  places: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      street: z.string(),
      postalCode: z.string(),
      city: z.string(),
      nis: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      accessibility: z.string(),
      route: z.string(),
    }),
  ),
  contacts: z.array(z.object({ id: z.uuid(), role: z.enum(contactRoles), name: z.string(), phone: z.string().nullable(), email: z.string().nullable(), languages: z.array(z.string()), note: z.string() })),
  wording: z.record(z.string(), z.object({ name: z.string().optional(), does: z.string().optional(), enrolment: z.string().optional() })),
  isPublic: z.boolean(),
});

export const organisationJson = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  version: z.int(),
});
