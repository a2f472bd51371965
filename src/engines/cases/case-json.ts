import { z } from 'zod';
import type { CaseFile } from './case.ts';

const day = z.string().meta({ format: 'date' });

/** A case as other programs see it: without a name. */
export const caseJson = z.object({
  id: z.uuid(),
  practice: z.string(),
  householdId: z.uuid(),
  openedOn: day,
  dueOn: day.nullable(),
  reachedOn: day.nullable(),
  closedOn: day.nullable(),
  outcome: z.string().nullable(),
  guideId: z.uuid().nullable(),
  languages: z.array(z.string()),
  municipality: z.string().nullable(),
  talkLanguage: z.string().nullable(),
  approach: z.string().nullable(),
  version: z.int(),
});

export function caseOut({ blueprint: practice, id, householdId, openedOn, dueOn, reachedOn, closedOn, outcome, guideId, languages, municipality, talkLanguage, approach, version }: CaseFile) {
  return { practice, id, householdId, openedOn, dueOn, reachedOn, closedOn, outcome, guideId, languages, municipality, talkLanguage, approach, version };
}
