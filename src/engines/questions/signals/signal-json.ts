import { z } from 'zod';

/** A signal as programs see it: a count that names nobody, or words that were released. */
export const signalJson = z.object({
  id: z.uuid(),
  origin: z.enum(['counted', 'raised']),
  reason: z.string(),
  theme: z.string(),
  service: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  municipality: z.object({ nis: z.string(), name: z.string() }).nullable(),
  words: z.string().nullable(),
  state: z.string(),
  movedAt: z.iso.datetime(),
  shown: z.int(),
  firstCountedOn: z.iso.date().nullable(),
  lastCountedOn: z.iso.date().nullable(),
  meetingOn: z.iso.date().nullable(),
  preparedBy: z.string().nullable(),
  decidedOn: z.iso.date().nullable(),
  promisedOn: z.iso.date().nullable(),
  version: z.int(),
});
