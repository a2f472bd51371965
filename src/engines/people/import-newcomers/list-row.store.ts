import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { Newcomer } from './newcomer.ts';
import { outcomes, type Became, type Decision, type ListRow, type Outcome, type RowCandidate, type RowCounts } from './newcomer-list.ts';

type Stored<T> = Omit<T, 'arrivedOn'> & { arrivedOn: string | null };

interface RowRecord extends Pick<ListRow, 'line' | 'cells' | 'problems' | 'warnings' | 'outcome' | 'identity' | 'fingerprint' | 'candidates' | 'differences' | 'decision' | 'became' | 'version'> {
  person: Stored<Newcomer> | null;
  household_no: number;
  person_id: string | null;
  same_as: number | null;
}

const columns = sql`line, cells, person, problems, warnings, outcome, household_no, identity, fingerprint, person_id, candidates, differences, decision, same_as, became, version`;

/** Rows that the next take-over takes: new ones, changes, what stays as it is, and duplicates about which someone decided. */
const isReady = sql`became is null and (outcome in ('new', 'changed', 'unchanged') or (outcome = 'duplicate' and decision in ('same', 'same-update', 'different')))`;

export async function findRow(read: Read, listId: string, line: number): Promise<ListRow | undefined> {
  return (await findRowsByLine(read, listId, [line]))[0];
}

export async function findRowsByLine(read: Read, listId: string, lines: readonly number[]): Promise<ListRow[]> {
  const found = await sql<RowRecord>`
    select ${columns} from people.newcomer_row where tenant_id = ${read.scope.tenantId} and list_id = ${listId} and line = any (${lines}::int[]) order by line`.execute(read.on<never>());
  return found.rows.map(asRow);
}

export interface RowFilter {
  outcome?: Outcome | undefined;
  /** Text that stands in any cell, whatever the case. */
  text?: string | undefined;
  /** Only duplicates about which nobody decided. */
  undecided?: boolean | undefined;
  after?: number | undefined;
  limit: number;
}

/** Rows that are not taken over yet, by line. */
export async function findRows(read: Read, listId: string, { outcome, text, undecided, after = 0, limit }: RowFilter): Promise<ListRow[]> {
  const found = await sql<RowRecord>`
    select ${columns} from people.newcomer_row
    where tenant_id = ${read.scope.tenantId} and list_id = ${listId} and became is null and line > ${after}
      and (${outcome ?? null}::text is null or outcome = ${outcome ?? null})
      and (${undecided ?? false} = false or (outcome = 'duplicate' and (decision is null or decision = 'later')))
      and (${text ?? null}::text is null or array_to_string(cells, ' ') ilike '%' || ${(text ?? '').replace(/[\\%_]/g, '\\$&')} || '%')
    order by line limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asRow);
}

export async function findSampleRows(read: Read, listId: string, limit = 50): Promise<string[][]> {
  const found = await sql<{ cells: string[] }>`select cells from people.newcomer_row where tenant_id = ${read.scope.tenantId} and list_id = ${listId} order by line limit ${limit}`.execute(read.on<never>());
  return found.rows.map(({ cells }) => cells);
}

export async function findUncheckedRows(read: Read, listId: string, limit: number): Promise<Pick<ListRow, 'line' | 'cells'>[]> {
  const found = await sql<{ line: number; cells: string[] }>`
    select line, cells from people.newcomer_row where tenant_id = ${read.scope.tenantId} and list_id = ${listId} and outcome is null and became is null order by line limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

/** The persons of all rows that would be registered, to be compared with each other. */
export async function findNewPersons(read: Read, listId: string): Promise<{ line: number; person: Newcomer }[]> {
  const found = await sql<{ line: number; person: Stored<Newcomer> }>`
    select line, person from people.newcomer_row
    where tenant_id = ${read.scope.tenantId} and list_id = ${listId} and became is null and outcome in ('new', 'duplicate') order by line`.execute(read.on<never>());
  return found.rows.map(({ line, person }) => ({ line, person: revived(person) }));
}

export type CheckedRow = Pick<ListRow, 'line' | 'person' | 'problems' | 'warnings' | 'outcome' | 'identity' | 'fingerprint' | 'personId' | 'candidates' | 'differences'>;

export async function saveChecked(tx: Transaction, listId: string, rows: readonly CheckedRow[]): Promise<void> {
  const records = rows.map(({ personId, ...row }) => ({ ...row, person_id: personId }));
  await sql`
    update people.newcomer_row as row set person = checked.person, problems = checked.problems, warnings = checked.warnings, outcome = checked.outcome, identity = checked.identity,
      fingerprint = checked.fingerprint, person_id = checked.person_id, candidates = checked.candidates, differences = checked.differences, decision = null, same_as = null, version = row.version + 1
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as checked (line int, person jsonb, problems jsonb, warnings jsonb, outcome text, identity text[], fingerprint text,
      person_id uuid, candidates jsonb, differences jsonb)
    where row.tenant_id = ${tx.scope.tenantId} and row.list_id = ${listId} and row.line = checked.line`.execute(tx.on<never>());
}

/** Rows of which someone must say whether they are the same person as someone in the register, or as another row. */
export async function addCandidates(tx: Transaction, listId: string, proposals: readonly { line: number; candidate: RowCandidate }[]): Promise<void> {
  if (proposals.length === 0) return;
  await sql`
    update people.newcomer_row as row set outcome = 'duplicate', candidates = row.candidates || proposed.candidates
    from (select line, jsonb_agg(candidate) as candidates from jsonb_to_recordset(${JSON.stringify(proposals)}::jsonb) as proposal (line int, candidate jsonb) group by line) as proposed
    where row.tenant_id = ${tx.scope.tenantId} and row.list_id = ${listId} and row.line = proposed.line`.execute(tx.on<never>());
}

/**
 * Rows with one dossier number live together; they carry the line of the first of them. Numbered here and not by a window in SQL: without
 * statistics of a list that was only just written, the join back on 10,000 rows was planned as a loop in a loop and took minutes.
 */
export async function numberHouseholds(tx: Transaction, listId: string): Promise<void> {
  const db = tx.on<never>();
  const found = await sql<{ line: number; key: string | null; household_no: number }>`
    select line, person->>'householdKey' as key, household_no from people.newcomer_row
    where tenant_id = ${tx.scope.tenantId} and list_id = ${listId} and became is null order by line`.execute(db);
  const first = new Map<string, number>();
  for (const { line, key } of found.rows) if (key !== null && !first.has(key)) first.set(key, line);
  const moved = found.rows.map(({ line, key, household_no }) => ({ line, before: household_no, first: key === null ? line : first.get(key)! })).filter((row) => row.before !== row.first);
  if (moved.length === 0) return;
  await sql`
    update people.newcomer_row as row set household_no = numbered.first
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as numbered (line int, first int)
    where row.tenant_id = ${tx.scope.tenantId} and row.list_id = ${listId} and row.line = numbered.line`.execute(db);
}

/** False when the row was changed since `version`. */
export async function saveCells(tx: Transaction, listId: string, { line, version, cells }: { line: number; version: number; cells: readonly string[] }): Promise<boolean> {
  const saved = await sql`
    update people.newcomer_row set cells = ${cells}::text[], version = version + 1
    where tenant_id = ${tx.scope.tenantId} and list_id = ${listId} and line = ${line} and version = ${version} and became is null`.execute(tx.on<never>());
  return saved.numAffectedRows === 1n;
}

export interface RowDecision {
  line: number;
  version: number;
  decision: Decision;
  personId: string | null;
  sameAs: number | null;
}

/** False when the row was changed since `version`. */
export async function saveDecision(tx: Transaction, listId: string, { line, version, decision, personId, sameAs }: RowDecision): Promise<boolean> {
  const saved = await sql`
    update people.newcomer_row set decision = ${decision}, person_id = ${personId}, same_as = ${sameAs}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and list_id = ${listId} and line = ${line} and version = ${version} and became is null`.execute(tx.on<never>());
  return saved.numAffectedRows === 1n;
}

/**
 * The rows of the next households to take over, whole households together, the reference person first. What is ready up to the last of those
 * households is all of them: a range, since a list of numbers inside the query was planned as a loop in a loop.
 */
export async function takeReadyRows(tx: Transaction, listId: string, households: number): Promise<ListRow[]> {
  const db = tx.on<never>();
  const next = await sql<{ last: number | null }>`
    select max(household_no) as last from (
      select distinct household_no from people.newcomer_row
      where tenant_id = ${tx.scope.tenantId} and list_id = ${listId} and ${isReady} order by household_no limit ${households}) as next`.execute(db);
  const last = next.rows[0]?.last ?? null;
  if (last === null) return [];
  const found = await sql<RowRecord>`
    select ${columns} from people.newcomer_row
    where tenant_id = ${tx.scope.tenantId} and list_id = ${listId} and household_no <= ${last} and ${isReady}
    order by household_no, coalesce(person->>'role' <> 'reference', true), line`.execute(db);
  return found.rows.map(asRow);
}

/** What became of rows; what they said is forgotten at once. */
export async function settleRows(tx: Transaction, listId: string, rows: readonly { line: number; became: Became; personId: string | null }[]): Promise<void> {
  if (rows.length === 0) return;
  const records = rows.map(({ line, became, personId }) => ({ line, became, person_id: personId }));
  await sql`
    update people.newcomer_row as row set became = settled.became, person_id = settled.person_id, cells = '{}', person = null, problems = '[]', warnings = '[]',
      candidates = '[]', differences = '[]', identity = '{}', fingerprint = null, version = row.version + 1
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as settled (line int, became text, person_id uuid)
    where row.tenant_id = ${tx.scope.tenantId} and row.list_id = ${listId} and row.line = settled.line`.execute(tx.on<never>());
}

export async function countRows(read: Read, listId: string): Promise<RowCounts> {
  const found = await sql<{ outcome: Outcome | null; became: Became | null; ready: boolean; count: number }>`
    select case when became is null then outcome end as outcome, became, coalesce(${isReady}, false) as ready, count(*)::int as count
    from people.newcomer_row where tenant_id = ${read.scope.tenantId} and list_id = ${listId} group by 1, 2, 3`.execute(read.on<never>());
  const sum = (kept: (group: (typeof found.rows)[number]) => boolean) => found.rows.filter(kept).reduce((total, { count }) => total + count, 0);
  const became: Became[] = ['registered', 'changed', 'linked', 'unchanged', 'left', 'merged'];
  return {
    byOutcome: Object.fromEntries(outcomes.map((outcome) => [outcome, sum((group) => group.outcome === outcome)])) as Record<Outcome, number>,
    ready: sum(({ ready }) => ready),
    held: sum(({ outcome, ready }) => outcome !== null && !ready),
    byBecame: Object.fromEntries(became.map((way) => [way, sum((group) => group.became === way)])) as Record<Became, number>,
  };
}

function asRow({ household_no, person_id, same_as, person, ...rest }: RowRecord): ListRow {
  return { ...rest, person: person && revived(person), householdNo: household_no, personId: person_id, sameAs: same_as };
}

function revived(person: Stored<Newcomer>): Newcomer {
  return { ...person, arrivedOn: person.arrivedOn === null ? null : Temporal.PlainDate.from(person.arrivedOn) };
}
