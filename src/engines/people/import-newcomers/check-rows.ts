import type { Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Household } from '../household.ts';
import { findHouseholdsByIds } from '../household.store.ts';
import type { Person } from '../person.ts';
import { findPersonsByIds, registerSecret } from '../person.store.ts';
import { compareKnown } from './compare-known.ts';
import { findDuplicates } from './find-duplicates.ts';
import { identify, type Identity } from './identify.ts';
import { addCandidates, findNewPersons, saveChecked, type CheckedRow } from './list-row.store.ts';
import type { Newcomer } from './newcomer.ts';
import type { ListRow, NewcomerList, RowCandidate } from './newcomer-list.ts';
import { findSources, type KnownSource } from './newcomer-source.store.ts';
import { readRow } from './read-row.ts';

/**
 * Reads rows and says what taking them over would do: nothing, since something is wrong; register someone; change someone who is
 * recognised. Whether someone new is perhaps known already is asked afterwards, of all at once. A fixed number of queries, however many rows.
 */
export async function checkRows(tx: Transaction, list: NewcomerList, rows: readonly Pick<ListRow, 'line' | 'cells'>[], today: Temporal.PlainDate): Promise<void> {
  const secret = await registerSecret(tx);
  const read = rows.map(({ line, cells }) => {
    const { person, problems, warnings } = readRow(list.mapping, cells, today);
    return { line, person, problems, warnings, identity: person && identify(person, secret) };
  });
  const sources = await findSources(tx, read.flatMap(({ identity }) => identity?.keys ?? []));
  const known = read.map(({ identity }) => recognised(identity, sources));
  const registered = await findKnown(tx, known.flatMap((source) => source?.personId ?? []));
  const checked = read.map((row, index): CheckedRow => {
    const { line, person, problems, warnings, identity } = row;
    const base = { line, person, problems, warnings, identity: identity?.keys ?? [], fingerprint: identity?.fingerprint ?? null, personId: null, candidates: [], differences: [] };
    if (!person) return { ...base, outcome: 'bad' };
    const source = known[index];
    if (source) return { ...base, ...judgeKnown(person, identity!, source, registered) };
    return { ...base, outcome: 'new' };
  });
  await saveChecked(tx, list.id, checked);
}

/** By the surest of its keys. */
export function recognised(identity: Identity | null, sources: ReadonlyMap<string, KnownSource>): KnownSource | null {
  for (const key of identity?.keys ?? []) {
    const source = sources.get(key);
    if (source) return source;
  }
  return null;
}

export interface Known {
  persons: Map<string, Person>;
  households: Map<string, Household>;
}

export async function findKnown(tx: Transaction, personIds: readonly string[]): Promise<Known> {
  const persons = await findPersonsByIds(tx, [...new Set(personIds)]);
  const households = await findHouseholdsByIds(tx, [...new Set(persons.flatMap(({ householdId }) => householdId ?? []))]);
  return { persons: new Map(persons.map((person) => [person.id, person])), households: new Map(households.map((household) => [household.id, household])) };
}

/** The same row as last time says nothing new, even when someone has since put something right in the register. */
function judgeKnown(newcomer: Newcomer, { fingerprint }: Identity, source: KnownSource, { persons, households }: Known): Pick<CheckedRow, 'outcome' | 'personId' | 'differences'> {
  const person = persons.get(source.personId);
  if (!person || source.fingerprint === fingerprint) return { outcome: 'unchanged', personId: source.personId, differences: [] };
  const { differences } = differencesOf(newcomer, person, households);
  return { outcome: differences.length > 0 ? 'changed' : 'unchanged', personId: person.id, differences };
}

/** A row speaks for the household when its person is the reference person there, or lives alone; a list with another dossier tells of a move. */
export function differencesOf(newcomer: Newcomer, person: Person, households: ReadonlyMap<string, Household>) {
  const household = (person.householdId && households.get(person.householdId)) || null;
  const isLead = household !== null && (household.members[0]?.personId === person.id || household.members.length === 1);
  const moves = newcomer.householdKey !== null && household !== null && household.reference !== null && household.reference !== newcomer.householdKey;
  const comparison = compareKnown(newcomer, person, moves ? null : household, isLead && !moves);
  if (moves) comparison.differences.push({ field: 'household-key', before: household.reference, after: newcomer.householdKey });
  return { ...comparison, household, moves };
}

/** Which rows may be the same person as an earlier row; `only` looks at one row that was repaired. */
export async function findTwins(tx: Transaction, listId: string, only?: number): Promise<void> {
  const rows = await findNewPersons(tx, listId);
  const pairs = await findDuplicates(rows.map(({ person }) => person));
  const twins = pairs.map(({ first, second, score, reasons }) => ({ line: rows[second]!.line, candidate: { line: rows[first]!.line, score, reasons } }));
  await addCandidates(tx, listId, twins.filter(({ line, candidate }) => only === undefined || line === only || candidate.line === only).map((twin) => (only === twin.candidate.line ? turned(twin) : twin)));
}

function turned({ line, candidate: { line: other, score, reasons } }: { line: number; candidate: { line: number; score: number; reasons: RowCandidate['reasons'] } }) {
  return { line: other, candidate: { line, score, reasons } };
}
