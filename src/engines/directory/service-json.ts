import { z } from 'zod';

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
  notAccepting: z.object({ reason: z.string(), since: z.iso.date() }).nullable(),
  endedOn: z.iso.date().nullable(),
  lastConfirmedOn: z.iso.date(),
  answers: z.object({ counted: z.int(), within: z.int().nullable() }),
  version: z.int(),
});

export const organisationJson = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  version: z.int(),
});
