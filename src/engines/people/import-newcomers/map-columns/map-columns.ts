import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { fields, isField, mappingProblems, type Mapping } from '../fields.ts';
import { guessColumns, type ColumnGuess } from '../guess-columns.ts';
import { findSampleRows } from '../list-row.store.ts';
import type { NewcomerList } from '../newcomer-list.ts';
import { findList, lockList, startChecking } from '../newcomer-list.store.ts';
import { refusalText } from '../refusal-text.ts';
import { mapColumnsView } from './map-columns.view.tsx';
import type { Temporal } from '../../../../kernel/time/temporal.ts';

export interface ColumnsScreen {
  list: NewcomerList;
  mapping: Mapping;
  guesses: ColumnGuess[];
  samples: string[][];
  error: string | undefined;
}

/** The columns may be set until rows were taken over by them. */
const isMappable = ({ state }: NewcomerList) => state === 'columns' || state === 'ready';

export const mapColumnsPage = page({
  path: '/people/import/:id/columns',
  permission: 'people:import',
  event: unrecorded('a list that the desk brought in itself'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input, today }): Promise<Outcome<ColumnsScreen>> => {
    const list = await findList(read, input.id);
    return list && isMappable(list) ? screen(read, list, list.mapping, today) : notFound;
  },
  view: mapColumnsView,
});

export const mapColumnsAct = act({
  path: '/people/import/:id/columns',
  permission: 'people:import',
  event: 'import-mapped',
  input: z.strictObject({ id: field.id(), version: field.version(), mapping: field.list(z.enum(['', ...fields])) }),
  act: async ({ input: { id, version, mapping: chosen }, tx }): Promise<Outcome<{ id: string }>> => {
    const list = await lockList(tx, id);
    if (!list) return notFound;
    if (list.version !== version || !isMappable(list)) return changedMeanwhile();
    const mapping = list.header.map((_, column) => chosen[column] || null);
    const [problem] = mappingProblems(mapping);
    if (problem) return refuse(problem.problem, { field: 'mapping', ...('field' in problem ? { detail: { field: problem.field } } : {}) });
    await startChecking(tx, id, mapping);
    tx.plan({ job: 'check-newcomer-list', payload: { listId: id, actorId: tx.scope.actorId, actorRole: tx.scope.actorRole }, key: id });
    tx.record({ act: 'import-mapped', subjects: [{ type: 'import', id }], detail: { fields: mapping.filter((each) => each !== null) } });
    return { id };
  },
  done: ({ id }) => seeOther(`/people/import/${id}`),
  again: async (context: AgainContext) => {
    const list = await findList(context.read, context.params['id']!);
    if (!list) return notFound;
    const typed = [context.values['mapping'] ?? []].flat();
    const mapping = list.header.map((_, column) => (isField(typed[column] ?? '') ? (typed[column] as (typeof fields)[number]) : null));
    return mapColumnsView({ ...(await screen(context.read, list, mapping, context.today)), error: refusalText(context) }, context);
  },
});

async function screen(read: Read, list: NewcomerList, mapping: Mapping, today: Temporal.PlainDate): Promise<ColumnsScreen> {
  const samples = await findSampleRows(read, list.id);
  return { list, mapping, guesses: guessColumns(list.header, samples, today), samples, error: undefined };
}
