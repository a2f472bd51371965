import { z } from 'zod';
import type { Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findEntries } from '../life/entry.store.ts';
import type { Entry } from '../life/life-part.ts';
import { statuses, type StatusPeriod } from '../life/statuses.tsx';
import { findPersonHead, type PersonHead } from '../person-frame.tsx';
import { findTerms, type Term } from '../terms/term.ts';
import { listStatusesView } from './list-statuses.view.tsx';

export interface StatusesOfPerson extends PersonHead {
  /** What holds now first, then what ended last. */
  statuses: (StatusPeriod & Entry)[];
  terms: Term[];
}

/** A page of its own, so that each reading of it is on record as just that. */
export const listStatusesPage = page({
  path: '/people/:id/status',
  permission: 'people:status',
  event: 'status-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<StatusesOfPerson>> => {
    const head = await findPersonHead(read, id);
    if (!head) return notFound;
    const all = await findEntries<StatusPeriod>(read, statuses, id);
    const order = ({ fromDay, untilDay }: StatusPeriod) => `${untilDay?.toString() ?? '9999'} ${fromDay?.toString() ?? ''}`;
    return { ...head, statuses: all.sort((a, b) => (order(a) < order(b) ? 1 : -1)), terms: await findTerms(read, 'status') };
  },
  view: listStatusesView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
  api: {
    summary: 'Read the residence statuses of a person over time',
    output: z.object({
      statuses: z.array(z.object({ id: z.uuid(), version: z.int(), type: z.string(), fromDay: z.iso.date().nullable(), untilDay: z.iso.date().nullable(), document: z.string().nullable(), documentNumber: z.string().nullable(), expiresOn: z.iso.date().nullable() })),
    }),
    present: ({ statuses: all }) => ({ statuses: all }),
  },
});
