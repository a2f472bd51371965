import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import { indexPersons } from '../change-persons.store.ts';
import { keepApart } from '../duplicates/apart.store.ts';
import { pairOf, type Pair } from '../duplicates/pair.ts';
import { findHouseholdsByIds } from '../household.store.ts';
import * as keep from '../keep-household.store.ts';
import { insertPersons } from '../person.store.ts';
import { changePersons, registerHouseholds } from '../register.ts';
import type { PersonChange } from '../person.ts';
import { differencesOf, findKnown, recognised, type Known } from './check-rows.ts';
import { changeHomes, findHouseholdIdsByReference, referHouseholds, type HomeChange } from './household-change.store.ts';
import { findRowsByLine, saveChecked, settleRows } from './list-row.store.ts';
import type { Newcomer } from './newcomer.ts';
import type { Became, ListRow, NewcomerList } from './newcomer-list.ts';
import { findSources, putSources, type KnownSource } from './newcomer-source.store.ts';
import { planHouseholds, type Homes, type Join, type Taken } from './plan-households.ts';

type Ready = ListRow & { person: Newcomer };
interface Settled {
  row: Ready;
  became: Became;
  personId: string | null;
}

/**
 * Takes over a batch of rows that are ready, in the transaction given: registers, changes, links, and forgets what the rows said. Who was
 * recognised or registered since the list was checked is not registered again. A fixed number of queries, however many rows.
 */
export async function takeOver(tx: Transaction, list: NewcomerList, rows: readonly ListRow[]): Promise<void> {
  const ready = rows.filter((row): row is Ready => row.person !== null);
  const sources = await findSources(tx, ready.flatMap(({ identity }) => identity));
  const twins = await twinPersons(tx, list.id, ready);
  const { settled, taken, held } = sortOut(ready, sources, twins);
  const staying = settled.filter((each): each is Settled & { personId: string } => each.personId !== null);
  const known = await findKnown(tx, [...taken.filter(({ isNew }) => !isNew), ...staying].map(({ personId }) => personId));
  const homed = [...taken, ...staying.map((each) => ({ ...each, isNew: false, stays: true }))].flatMap((each): (Taken & { householdNo: number })[] => {
    const person = each.isNew ? null : (known.persons.get(each.personId) ?? null);
    return each.isNew || person ? [{ line: each.row.line, newcomer: each.row.person, personId: each.personId, known: person, stays: 'stays' in each, householdNo: each.row.householdNo }] : [];
  });
  await registerNew(tx, homed, known);
  await keepApart(tx, taken.filter(({ isNew, row }) => isNew && row.decision === 'different').flatMap(({ row, personId }) => othersThan(personId, row)));
  await applyChanges(tx, taken.filter(({ isNew }) => !isNew), known);
  await holdBack(tx, list.id, held);
  const all: Settled[] = [...settled, ...taken.map(({ row, personId, isNew }) => ({ row, personId, became: isNew ? ('registered' as const) : ('changed' as const) }))];
  await putSources(tx, all.flatMap(({ row, personId }) => (personId && row.fingerprint ? row.identity.map((key) => ({ key, personId, fingerprint: row.fingerprint! })) : [])));
  await settleRows(tx, list.id, all.map(({ row, became, personId }) => ({ line: row.line, became, personId })));
}

/** Who the desk saw and said to be someone else. */
function othersThan(personId: string, { candidates }: ListRow): Pair[] {
  return candidates.flatMap((candidate) => ('personId' in candidate && candidate.personId !== personId ? [pairOf(personId, candidate.personId)] : []));
}

interface TakenRow {
  row: Ready;
  personId: string;
  isNew: boolean;
}

/** What becomes of each row: nothing more, someone new, a change, or back to the desk since someone was registered meanwhile. */
function sortOut(rows: readonly Ready[], sources: ReadonlyMap<string, KnownSource>, twins: ReadonlyMap<number, string | null>) {
  const settled: Settled[] = [];
  const taken: TakenRow[] = [];
  const held: { row: Ready; personId: string }[] = [];
  const inBatch = new Map<string, string>();
  for (const row of rows) {
    const seen = row.identity.map((key) => inBatch.get(key)).find((id) => id !== undefined);
    const isNew = row.outcome === 'new' || (row.outcome === 'duplicate' && row.decision === 'different');
    const source = recognised({ keys: row.identity, fingerprint: '' }, sources);
    if (row.sameAs !== null) settled.push({ row, became: 'merged', personId: twins.get(row.sameAs) ?? null });
    else if (isNew && seen) settled.push({ row, became: 'merged', personId: seen });
    else if (isNew && source && source.fingerprint === row.fingerprint) settled.push({ row, became: 'unchanged', personId: source.personId });
    else if (isNew && source) held.push({ row, personId: source.personId });
    else if (isNew) {
      const personId = newId();
      for (const key of row.identity) inBatch.set(key, personId);
      taken.push({ row, personId, isNew });
    } else if (row.personId === null) settled.push({ row, became: 'left', personId: null });
    else if (row.outcome === 'unchanged') settled.push({ row, became: 'unchanged', personId: row.personId });
    else if (row.decision === 'leave') settled.push({ row, became: 'left', personId: row.personId });
    else if (row.decision === 'same') settled.push({ row, became: 'linked', personId: row.personId });
    else taken.push({ row, personId: row.personId, isNew });
  }
  return { settled, taken, held };
}

/** The persons of rows that others were said to be the same as, as far as those were taken over. */
async function twinPersons(tx: Transaction, listId: string, rows: readonly Ready[]): Promise<Map<number, string | null>> {
  const lines = rows.flatMap(({ sameAs }) => sameAs ?? []);
  if (lines.length === 0) return new Map();
  return new Map((await findRowsByLine(tx, listId, lines)).map(({ line, personId }) => [line, personId]));
}

async function registerNew(tx: Transaction, taken: readonly (Taken & { householdNo: number })[], known: Known): Promise<void> {
  const groups = [...Map.groupBy(taken, ({ householdNo }) => householdNo).values()];
  const plan = planHouseholds(groups, { byReference: await referenced(tx, taken), byId: known.households });
  await registerHouseholds(tx, plan.create);
  for (const { members } of plan.create) for (const member of members) if ('person' in member) tx.record({ act: 'person-registered', subjects: [{ type: 'person', id: member.person.id! }] });
  await referHouseholds(tx, plan.refer);
  await joinHouseholds(tx, plan.join);
}

async function referenced(tx: Transaction, taken: readonly Taken[]): Promise<Homes['byReference']> {
  const ids = await findHouseholdIdsByReference(tx, [...new Set(taken.flatMap(({ newcomer }) => newcomer.householdKey ?? []))]);
  const households = new Map((await findHouseholdsByIds(tx, [...ids.values()])).map((household) => [household.id, household]));
  return new Map([...ids].flatMap(([reference, id]) => (households.has(id) ? [[reference, households.get(id)!] as const] : [])));
}

async function joinHouseholds(tx: Transaction, joins: readonly Join[]): Promise<void> {
  if (joins.length === 0) return;
  const today = dayOf(tx.now);
  const places = new Map((await findHouseholdsByIds(tx, [...new Set(joins.map(({ householdId }) => householdId))])).map(({ id, municipality }) => [id, municipality]));
  await insertPersons(tx, joins.flatMap(({ person, personId, householdId, on }) => (person ? [{ arrivedOn: on, ...person, id: personId, householdId, municipality: places.get(householdId) ?? null }] : [])));
  const left = await keep.movePersons(tx, joins.filter(({ person }) => !person).map(({ personId, householdId, on }) => ({ personId, householdId, on: on ?? today })));
  await keep.insertMembers(tx, joins.map(({ householdId, personId, role, place, on }) => ({ householdId, personId, role, place, joinedOn: on })));
  await keep.fillReference(tx, [...new Set([...left, ...joins.map(({ householdId }) => householdId)])]);
  await indexPersons(tx, joins.filter(({ person }) => !person).map(({ personId }) => personId));
  for (const { householdId, personId, role, person } of joins) {
    if (person) tx.record({ act: 'person-registered', subjects: [{ type: 'person', id: personId }] });
    tx.record({ act: 'member-added', subjects: [{ type: 'household', id: householdId }, { type: 'person', id: personId }], detail: { role } });
  }
}

async function applyChanges(tx: Transaction, rows: readonly TakenRow[], { persons, households }: Known): Promise<void> {
  const changes: PersonChange[] = [];
  const homes: HomeChange[] = [];
  for (const { row, personId } of rows) {
    const person = persons.get(personId);
    if (!person) continue;
    const { change, home, household } = differencesOf(row.person, person, households);
    const withNumber = row.person.registerNumber ? { registerNumber: row.person.registerNumber } : {};
    if (change || row.person.registerNumber) changes.push({ ...change, id: personId, ...withNumber });
    if (home && household) homes.push({ id: household.id, ...home, on: dayOf(tx.now) });
  }
  if (changes.length > 0) await changePersons(tx, changes);
  await changeHomes(tx, homes);
  for (const { id, arrivedOn, address } of homes) {
    const subjects = [{ type: 'household', id }, ...(households.get(id)?.members ?? []).map(({ personId }) => ({ type: 'person', id: personId }))];
    if (address) tx.record({ act: 'address-changed', subjects });
    if (arrivedOn) tx.record({ act: 'arrival-changed', subjects, detail: { from: households.get(id)?.arrivedOn?.toString() ?? null, to: arrivedOn.toString() } });
  }
  await indexPersons(tx, homes.filter(({ address }) => address).flatMap(({ id }) => (households.get(id)?.members ?? []).map(({ personId }) => personId)));
}

/** Someone registered or imported the person in the meantime, with other facts: the desk sees the difference first. */
async function holdBack(tx: Transaction, listId: string, held: readonly { row: Ready; personId: string }[]): Promise<void> {
  if (held.length === 0) return;
  await saveChecked(tx, listId, held.map(({ row, personId }) => ({ ...row, personId: null, outcome: 'duplicate', candidates: [{ personId, score: 1, reasons: ['same-reference'] }], differences: [] })));
}
