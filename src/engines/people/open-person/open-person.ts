import { z } from 'zod';
import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findMergersInto, findRemaining, type Merger } from '../duplicates/merger.store.ts';
import { text } from '../duplicates/messages.ts';
import type { Household } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { personJson } from '../person-json.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../person.store.ts';
import { openPersonView } from './open-person.view.tsx';

export interface OpenedPerson {
  person: Person;
  /** Where the person lives now. */
  household: Household | undefined;
  timeline: TimelineEntry[];
  /** Who turned out to be this person. */
  mergers: Merger[];
  /** Asked by the address of one who was merged into this person. */
  isElsewhere: boolean;
}

/** What happened to the person, and to the household where they live, newest first. */
function joined(own: readonly TimelineEntry[], together: readonly TimelineEntry[]): TimelineEntry[] {
  const all = new Map([...own, ...together.filter(({ act }) => !act.endsWith('-read'))].map((entry) => [entry.sequence, entry]));
  return [...all.values()].sort((a, b) => b.sequence - a.sequence);
}

export const openPersonPage = page({
  path: '/people/:id',
  permission: 'people:read',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<OpenedPerson>> => {
    const remaining = await findRemaining(read, id);
    const person = await findPerson(read, remaining ?? id);
    if (!person) return notFound;
    const household = person.householdId ? await findHousehold(read, person.householdId) : undefined;
    const own = await findTimeline(read, { type: 'person', id: person.id }, { limit: 200 });
    const together = household ? await findTimeline(read, { type: 'household', id: household.id }, { limit: 200 }) : [];
    return { person, household, timeline: joined(own, together), mergers: await findMergersInto(read, person.id), isElsewhere: remaining !== undefined };
  },
  // Who was merged has no page: the one that remains has.
  view: (opened, context) => (opened.isElsewhere ? seeOther(`/people/${opened.person.id}`, { kind: 'done', text: text(context.locale, 'person.was-merged') }) : openPersonView(opened, context)),
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: { summary: 'Read one person', output: personJson, present: ({ person }) => person },
});
