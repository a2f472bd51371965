import { z } from 'zod';
import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findRemainingHousehold } from '../duplicates/merger.store.ts';
import { text } from '../duplicates/messages.ts';
import type { Household } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { findTurns, type Turn } from '../household-turns/turn.store.ts';
import { householdJson } from '../person-json.ts';
import { openHouseholdView } from './open-household.view.tsx';

export interface OpenedHousehold {
  household: Household;
  /** How it came from another household, or went into one. */
  turns: Turn[];
  timeline: TimelineEntry[];
  /** Asked by the address of one that is one with this household now. */
  isElsewhere: boolean;
}

/** The file of a family is the file of each of its members: that it was read is told to all of them. */
export const openHouseholdPage = page({
  path: '/households/:id',
  permission: 'people:read',
  event: 'household-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<OpenedHousehold>> => {
    const remaining = await findRemainingHousehold(read, id);
    const household = await findHousehold(read, remaining ?? id);
    return household ? { household, turns: await findTurns(read, household.id), timeline: await findTimeline(read, { type: 'household', id: household.id }, { limit: 200 }), isElsewhere: remaining !== undefined } : notFound;
  },
  // A household that turned out to be another has no page: the one that remains has.
  view: (opened, context) => (opened.isElsewhere ? seeOther(`/households/${opened.household.id}`, { kind: 'done', text: text(context.locale, 'household.was-merged') }) : openHouseholdView(opened, context)),
  subjects: ({ household: { id, members } }) => [{ type: 'household', id }, ...members.map(({ personId }) => ({ type: 'person', id: personId }))],
  api: { summary: 'Read one household', output: householdJson, present: ({ household }) => household },
});
