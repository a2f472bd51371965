import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { findPersonSummaries } from '../../find-persons.store.ts';
import type { PersonSummary } from '../../person.ts';
import { countRows, findRows, type RowFilter } from '../list-row.store.ts';
import { outcomes, type ListRow, type NewcomerList, type RowCounts } from '../newcomer-list.ts';
import { findList } from '../newcomer-list.store.ts';
import { reviewListView } from './review-list.view.tsx';
import { workingView } from './working.view.tsx';

export interface ReviewScreen {
  list: NewcomerList;
  counts: RowCounts;
  filter: Pick<RowFilter, 'outcome' | 'text'>;
  rows: ListRow[];
  /** Those in the register whom the rows shown may be. */
  persons: Map<string, PersonSummary>;
  /** The line after which the next page begins. */
  next: number | null;
  error?: string | undefined;
}

export const rowsShown = 50;

/** One page for the list wherever it stands: its columns, the job that runs, what will happen, what happened. */
export const reviewListPage = page({
  path: '/people/import/:id',
  permission: 'people:import',
  event: unrecorded('a list that the desk brought in itself'),
  input: z.strictObject({ id: field.id(), outcome: field.optionalChoice(outcomes), q: field.optionalText(100), after: field.optionalInteger(0, 10_000_000) }),
  load: async ({ read, input }): Promise<Outcome<ReviewScreen>> => {
    const list = await findList(read, input.id);
    if (!list || list.state === 'discarded') return notFound;
    return reviewScreen(read, list, { outcome: input.outcome, text: input.q }, input.after);
  },
  view: (screen, context) => {
    const { state, id } = screen.list;
    if (state === 'columns') return seeOther(`/people/import/${id}/columns`);
    return state === 'checking' || state === 'committing' ? workingView(screen.list, context) : reviewListView(screen, context);
  },
});

export async function reviewScreen(read: Parameters<typeof findList>[0], list: NewcomerList, filter: ReviewScreen['filter'], after?: number): Promise<ReviewScreen> {
  const counts = await countRows(read, list.id);
  const found = await findRows(read, list.id, { ...filter, after, limit: rowsShown + 1 });
  const rows = found.slice(0, rowsShown);
  const persons = await findPersonSummaries(read, rows.flatMap(({ candidates }) => candidates.flatMap((candidate) => ('personId' in candidate ? candidate.personId : []))));
  return { list, counts, filter, rows, persons, next: found.length > rowsShown ? rows.at(-1)!.line : null };
}
