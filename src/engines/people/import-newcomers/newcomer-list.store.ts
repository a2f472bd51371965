import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Field, Mapping } from './fields.ts';
import type { ListSource, ListState, NewcomerList } from './newcomer-list.ts';

interface ListRecord {
  id: string;
  filename: string;
  source: ListSource;
  header: string[];
  mapping: string[];
  state: ListState;
  done: number;
  total: number;
  is_stopping: boolean;
  uploaded_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  version: number;
}

const columns = sql`id, filename, source, header, mapping, state, done, total, is_stopping, uploaded_at, ended_at, version`;

export interface NewList {
  id: string;
  filename: string;
  digest: Buffer;
  source: ListSource;
  header: readonly string[];
  mapping: Mapping;
  rows: readonly { line: number; cells: readonly string[] }[];
}

export async function insertList(tx: Transaction, list: NewList): Promise<void> {
  const db = tx.on<never>();
  await sql`
    insert into people.newcomer_list (tenant_id, id, filename, digest, source, header, mapping, state, total, uploaded_by, uploaded_at)
    values (${tx.scope.tenantId}, ${list.id}, ${list.filename}, ${list.digest}, ${JSON.stringify(list.source)}::jsonb, ${list.header}::text[], ${stored(list.mapping)}::text[],
      'columns', ${list.rows.length}, ${tx.scope.actorId}, ${tx.now})`.execute(db);
  await sql`
    insert into people.newcomer_row (tenant_id, list_id, line, cells, household_no)
    select ${tx.scope.tenantId}::uuid, ${list.id}::uuid, line, cells, line from jsonb_to_recordset(${JSON.stringify(list.rows)}::jsonb) as row (line int, cells text[])`.execute(db);
}

export async function findList(read: Read, id: string): Promise<NewcomerList | undefined> {
  const found = await sql<ListRecord>`select ${columns} from people.newcomer_list where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asList(found.rows[0]);
}

/** The list, held until the end of the transaction: a job and a person do not change its rows at the same time. */
export async function lockList(tx: Transaction, id: string): Promise<NewcomerList | undefined> {
  const found = await sql<ListRecord>`select ${columns} from people.newcomer_list where tenant_id = ${tx.scope.tenantId} and id = ${id} for update`.execute(tx.on<never>());
  return found.rows[0] && asList(found.rows[0]);
}

export interface ListSummary extends Pick<NewcomerList, 'id' | 'filename' | 'state' | 'uploadedAt' | 'endedAt'> {
  uploadedBy: string | null;
  rows: number;
  /** Rows of which something became. */
  settled: number;
  /** Rows that still wait for someone. */
  waiting: number;
}

/** The last lists that were uploaded, with how far they are. */
export async function findLists(read: Read, limit = 20): Promise<ListSummary[]> {
  const found = await sql<ListSummary>`
    select list.id, filename, state, uploaded_at as "uploadedAt", list.ended_at as "endedAt", account.name as "uploadedBy", (source->>'rows')::int as rows, settled, waiting
    from people.newcomer_list as list
    left join kernel.account on account.tenant_id = list.tenant_id and account.id = list.uploaded_by
    cross join lateral (
      select count(*) filter (where became is not null)::int as settled, count(*) filter (where became is null)::int as waiting
      from people.newcomer_row as row where row.tenant_id = list.tenant_id and row.list_id = list.id) as counted
    where list.tenant_id = ${read.scope.tenantId} and state <> 'discarded' order by uploaded_at desc, list.id desc limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

/** When the very same file was uploaded before; undefined when it was not. */
export async function findEarlierUpload(read: Read, digest: Buffer): Promise<Temporal.Instant | undefined> {
  const found = await sql<{ at: Temporal.Instant }>`
    select uploaded_at as at from people.newcomer_list where tenant_id = ${read.scope.tenantId} and digest = ${digest} and state <> 'discarded' order by uploaded_at desc limit 1`.execute(read.on<never>());
  return found.rows[0]?.at;
}

/** Another mapping: every row that was not taken over yet is to be read anew. */
export async function startChecking(tx: Transaction, id: string, mapping: Mapping): Promise<void> {
  const db = tx.on<never>();
  await sql`
    update people.newcomer_row set outcome = null, decision = null, same_as = null, person_id = null, candidates = '[]', differences = '[]', version = version + 1
    where tenant_id = ${tx.scope.tenantId} and list_id = ${id} and became is null`.execute(db);
  await sql`
    update people.newcomer_list set mapping = ${stored(mapping)}::text[], state = 'checking', done = 0, version = version + 1,
      total = (select count(*) from people.newcomer_row as row where row.tenant_id = ${tx.scope.tenantId} and row.list_id = ${id} and became is null)
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(db);
}

export async function startCommitting(tx: Transaction, id: string, total: number): Promise<void> {
  await sql`
    update people.newcomer_list set state = 'committing', done = 0, total = ${total}, is_stopping = false, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

export async function advance(tx: Transaction, id: string, rows: number): Promise<void> {
  await sql`update people.newcomer_list set done = done + ${rows} where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

export async function askToStop(tx: Transaction, id: string): Promise<void> {
  await sql`update people.newcomer_list set is_stopping = true where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'committing'`.execute(tx.on<never>());
}

export async function enterState(tx: Transaction, id: string, state: ListState): Promise<void> {
  const hasEnded = state === 'done' || state === 'discarded';
  await sql`
    update people.newcomer_list set state = ${state}, is_stopping = false, ended_at = ${hasEnded ? tx.now : null}::timestamptz, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

/** Nothing of the rows stays: neither what was typed nor what was understood. */
export async function deleteRows(tx: Transaction, id: string): Promise<void> {
  await sql`delete from people.newcomer_row where tenant_id = ${tx.scope.tenantId} and list_id = ${id}`.execute(tx.on<never>());
}

/** Lists that nobody looked after for so long that their rows are forgotten. */
export async function findForgottenLists(read: Read, before: Temporal.Instant): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select id from people.newcomer_list as list where tenant_id = ${read.scope.tenantId} and uploaded_at < ${before} and state in ('columns', 'ready', 'done')
      and exists (select from people.newcomer_row as row where row.tenant_id = list.tenant_id and row.list_id = list.id and became is null)`.execute(read.on<never>());
  return found.rows.map(({ id }) => id);
}

export async function deleteUnsettledRows(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`delete from people.newcomer_row where tenant_id = ${tx.scope.tenantId} and list_id = any (${ids}::uuid[]) and became is null`.execute(tx.on<never>());
}

function asList({ uploaded_at, ended_at, is_stopping, mapping, ...rest }: ListRecord): NewcomerList {
  return { ...rest, mapping: mapping.map((field) => (field === '' ? null : (field as Field))), isStopping: is_stopping, uploadedAt: uploaded_at, endedAt: ended_at };
}

function stored(mapping: Mapping): string[] {
  return mapping.map((field) => field ?? '');
}
