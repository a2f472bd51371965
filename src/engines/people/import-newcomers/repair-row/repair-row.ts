import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { findHouseholdsByIds } from '../../household.store.ts';
import type { Household } from '../../household.ts';
import type { Person } from '../../person.ts';
import { findPersonsByIds } from '../../person.store.ts';
import { checkRows, findTwins } from '../check-rows.ts';
import { addCandidates, findRow, findRows, findRowsByLine, numberHouseholds, saveCells } from '../list-row.store.ts';
import { text } from '../messages.ts';
import { isOpen, type ListRow, type NewcomerList } from '../newcomer-list.ts';
import { findList, lockList } from '../newcomer-list.store.ts';
import { proposeForOne } from '../propose-known.ts';
import { refusalText } from '../refusal-text.ts';
import { repairRowView } from './repair-row.view.tsx';

export interface RowScreen {
  list: NewcomerList;
  row: ListRow;
  /** What stands in the fields: the row's cells, or what was typed. */
  cells: string[];
  /** Those in the register whom the row is compared with. */
  persons: Map<string, Person>;
  households: Map<string, Household>;
  /** Rows of the list whom it may be. */
  twins: Map<number, ListRow>;
  error: string | undefined;
}

const where = { id: field.id(), line: field.integer(1, 100_000_000) };

export const repairRowPage = page({
  path: '/people/import/:id/rows/:line',
  permission: 'people:import',
  event: 'import-row-compared',
  input: z.strictObject(where),
  load: async ({ read, input }): Promise<Outcome<RowScreen>> => {
    const screen = await rowScreen(read, input.id, input.line);
    return screen ?? notFound;
  },
  subjects: ({ persons }) => [...persons.keys()].map((id) => ({ type: 'person', id })),
  view: repairRowView,
});

export const repairRowAct = act({
  path: '/people/import/:id/rows/:line',
  permission: 'people:import',
  event: 'import-row-repaired',
  input: z.strictObject({ ...where, version: field.version(), column: field.list(field.integer(0, 1000)), cell: field.list(z.string().max(5000)) }),
  act: async ({ input: { id, line, version, column, cell }, tx, today }): Promise<Outcome<{ id: string; line: number; isWell: boolean; next: number | null; left: number }>> => {
    const list = await lockList(tx, id);
    const row = list && (await findRow(tx, id, line));
    if (!row || row.became !== null) return notFound;
    if (!isOpen(list)) return changedMeanwhile();
    const cells = withTyped(row.cells, column, cell).map((typed) => typed.trim());
    if (!(await saveCells(tx, id, { line, version, cells }))) return changedMeanwhile();
    await checkRows(tx, list, [{ line, cells }], today);
    const after = (await findRow(tx, id, line))!;
    if (after.outcome === 'new') {
      await findTwins(tx, id, line);
      await addCandidates(tx, id, (await proposeForOne(tx, { line, person: after.person! })).map((candidate) => ({ line, candidate })));
    }
    await numberHouseholds(tx, id);
    tx.record({ act: 'import-row-repaired', subjects: [{ type: 'import', id }], detail: { line } });
    const bad = await findRows(tx, id, { outcome: 'bad', limit: 200 });
    return { id, line, isWell: after.outcome !== 'bad', next: bad.find((each) => each.line > line)?.line ?? bad.find((each) => each.line !== line)?.line ?? null, left: bad.length };
  },
  done: ({ id, line, isWell, next, left }, { locale }) => {
    if (!isWell) return seeOther(`/people/import/${id}/rows/${line}`, { kind: 'warning', text: text(locale, 'repair.not-yet') });
    const notice = { kind: 'done' as const, text: text(locale, next === null ? 'repair.last' : 'repair.done', { line, count: left }) };
    return seeOther(next === null ? `/people/import/${id}` : `/people/import/${id}/rows/${next}`, notice);
  },
  again: async (context: AgainContext) => {
    const screen = await rowScreen(context.read, context.params['id']!, Number(context.params['line']));
    if (!screen) return notFound;
    const [columns, typed] = [[context.values['column'] ?? []].flat().map(Number), [context.values['cell'] ?? []].flat()];
    return repairRowView({ ...screen, cells: withTyped(screen.cells, columns, typed), error: refusalText(context) }, context);
  },
});

/** The row with what was typed in its place; a column that is not in the form stays as it was. */
function withTyped(cells: readonly string[], columns: readonly number[], typed: readonly string[]): string[] {
  return cells.map((cell, column) => typed[columns.indexOf(column)] ?? cell);
}

export async function rowScreen(read: Read, id: string, line: number): Promise<RowScreen | undefined> {
  const list = await findList(read, id);
  const row = list && (await findRow(read, id, line));
  if (!list || !row || row.became !== null || list.state === 'discarded') return undefined;
  const known = [...row.candidates.flatMap((candidate) => ('personId' in candidate ? candidate.personId : [])), ...(row.personId ? [row.personId] : [])];
  const persons = await findPersonsByIds(read, [...new Set(known)]);
  const households = await findHouseholdsByIds(read, [...new Set(persons.flatMap(({ householdId }) => householdId ?? []))]);
  const twins = await findRowsByLine(read, id, row.candidates.flatMap((candidate) => ('line' in candidate ? candidate.line : [])));
  return {
    list,
    row,
    cells: row.cells,
    persons: new Map(persons.map((person) => [person.id, person])),
    households: new Map(households.map((household) => [household.id, household])),
    twins: new Map(twins.map((twin) => [twin.line, twin])),
    error: undefined,
  };
}
