import { z } from 'zod';
import { askedOn, type Question } from './question.ts';

/** A question as programs see it: codes, and never a name. */
export const questionJson = z.object({
  id: z.uuid(),
  theme: z.string(),
  recordedTheme: z.string().nullable(),
  subThemeId: z.uuid().nullable(),
  lifeDomain: z.string(),
  channel: z.string(),
  language: z.string(),
  municipality: z.string().nullable(),
  place: z.object({ id: z.uuid(), label: z.string() }).nullable(),
  handling: z.array(z.string()),
  minutes: z.int().nullable(),
  personId: z.uuid().nullable(),
  pseudonymId: z.uuid().nullable(),
  householdId: z.uuid().nullable(),
  caseId: z.uuid().nullable(),
  contactId: z.uuid().nullable(),
  serviceId: z.uuid().nullable(),
  visit: z.object({ place: z.string().nullable(), on: z.iso.date().nullable(), travelMinutes: z.int().nullable(), km: z.number().nullable() }).nullable(),
  employerId: z.uuid().nullable(),
  note: z.string().nullable(),
  askedAt: z.iso.datetime({ precision: undefined }),
  askedOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  version: z.int(),
});

/** What stood in the way, and at which service of the social map. */
export const barrierJson = z.object({ reason: z.string(), serviceId: z.uuid().nullable(), service: z.object({ id: z.uuid(), name: z.string() }).nullable() });

export function asJson(question: Question) {
  return { ...question, askedOn: askedOn(question) };
}
