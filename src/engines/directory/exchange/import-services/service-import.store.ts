import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import type { Json } from '../json.ts';

export type ImportState = 'checking' | 'ready' | 'committing' | 'done' | 'discarded';
export const rowOutcomes = ['bad', 'alike', 'organisation', 'new', 'changed', 'unchanged'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
export type Decision = 'add' | 'update' | 'use-organisation' | 'leave';
export type Became = 'added' | 'changed' | 'unchanged' | 'left';

export interface ServiceImport {
  id: string;
  filename: string;
  state: ImportState;
  done: number;
  total: number;
  isStopping: boolean;
  uploadedAt: Temporal.Instant;
  version: number;
}

export interface ImportRow {
  line: number;
  document: Json;
  name: string;
  organisationName: string;
  organisationId: string | null;
  serviceId: string | null;
  outcome: RowOutcome | null;
  problems: string[];
  changes: string[];
  decision: Decision | null;
  became: Became | null;
  version: number;
}

const columns = sql`id, filename, state, done, total, is_stopping as "isStopping", uploaded_at as "uploadedAt", version`;
const rowColumns = sql`line, document, name, organisation_name as "organisationName", organisation_id as "organisationId", service_id as "serviceId", outcome, problems, changes, decision, became, version`;
const isMine = (tx: Read, importId: string) => sql`tenant_id = ${tx.scope.tenantId} and import_id = ${importId}`;

export async function insertImport(tx: Transaction, { id, filename, documents }: { id: string; filename: string; documents: readonly Json[] }): Promise<void> {
  await sql`insert into directory.import (tenant_id, id, filename, state, total, uploaded_by, uploaded_at)
    values (${tx.scope.tenantId}, ${id}, ${filename}, 'checking', ${documents.length}, ${tx.scope.actorId}, ${tx.now})`.execute(tx.on<never>());
  // In pieces, since one parameter holds at most a gigabyte and a plan that large helps nobody.
  for (let from = 0; from < documents.length; from += 2000) await insertRows(tx, id, documents.slice(from, from + 2000), from);
}

async function insertRows(tx: Transaction, importId: string, documents: readonly Json[], from: number): Promise<void> {
  const rows = documents.map((document, index) => ({ line: from + index + 1, document }));
  await sql`
    insert into directory.import_row (tenant_id, import_id, line, document, name, organisation_name)
    select ${tx.scope.tenantId}::uuid, ${importId}::uuid, line, document, left(coalesce(document ->> 'name', ''), 200), left(coalesce(document -> 'organization' ->> 'name', ''), 200)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line int, document jsonb)`.execute(tx.on<never>());
}

export async function findImport(read: Read, id: string): Promise<ServiceImport | undefined> {
  const found = await sql<ServiceImport>`select ${columns} from directory.import where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

/** Held until the end of the transaction: a job and a person do not change its rows at the same time. */
export async function lockImport(tx: Transaction, id: string): Promise<ServiceImport | undefined> {
  const found = await sql<ServiceImport>`select ${columns} from directory.import where tenant_id = ${tx.scope.tenantId} and id = ${id} for update`.execute(tx.on<never>());
  return found.rows[0];
}

export async function findImports(read: Read, limit = 20): Promise<ServiceImport[]> {
  const found = await sql<ServiceImport>`select ${columns} from directory.import where tenant_id = ${read.scope.tenantId} and state <> 'discarded' order by uploaded_at desc, id desc limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export async function findRows(read: Read, importId: string, which: RawBuilder<unknown>, limit: number): Promise<ImportRow[]> {
  const found = await sql<ImportRow>`select ${rowColumns} from directory.import_row where ${isMine(read, importId)} and ${which} order by line limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export const unchecked = sql`outcome is null`;
export const atLine = (line: number) => sql`line = ${line}`;
export const ofOutcome = (outcome: RowOutcome, after: number) => sql`outcome = ${outcome} and line > ${after}`;
/** Clear, or decided by someone; nothing that is in doubt is taken over by itself. */
export const readyRows = sql`became is null and (outcome in ('new', 'changed', 'unchanged') or (outcome in ('alike', 'organisation') and decision is not null) or (outcome = 'bad' and decision = 'leave'))`;

export interface CheckedRow {
  line: number;
  outcome: RowOutcome;
  organisationId: string | null;
  serviceId: string | null;
  problems: string[];
  changes: string[];
}

export async function saveChecked(tx: Transaction, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  await sql`
    update directory.import_row as target set outcome = row.outcome, organisation_id = row."organisationId", service_id = row."serviceId", problems = row.problems, changes = row.changes, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line int, outcome text, "organisationId" uuid, "serviceId" uuid, problems text[], changes text[])
    where target.tenant_id = ${tx.scope.tenantId} and target.import_id = ${importId} and target.line = row.line`.execute(tx.on<never>());
}

/** What only the whole file tells: an id twice, and two organisations of one name. */
export async function checkTogether(tx: Transaction, importId: string): Promise<void> {
  await sql`
    update directory.import_row as row set outcome = 'bad', problems = '{id-twice}'
    where row.tenant_id = ${tx.scope.tenantId} and row.import_id = ${importId} and row.outcome in ('new', 'changed', 'unchanged', 'alike')
      and exists (select from directory.import_row as earlier where earlier.tenant_id = row.tenant_id and earlier.import_id = row.import_id
        and lower(earlier.document ->> 'id') = lower(row.document ->> 'id') and earlier.line < row.line)`.execute(tx.on<never>());
  await sql`
    with first as (
      select distinct on (lower(organisation_name)) lower(organisation_name) as name, organisation_id from directory.import_row
      where tenant_id = ${tx.scope.tenantId} and import_id = ${importId} and outcome in ('new', 'changed') order by lower(organisation_name), line
    )
    update directory.import_row as row set outcome = 'organisation' from first
    where row.tenant_id = ${tx.scope.tenantId} and row.import_id = ${importId} and row.outcome in ('new', 'changed')
      and lower(row.organisation_name) = first.name and row.organisation_id <> first.organisation_id`.execute(tx.on<never>());
}

export async function settleRows(tx: Transaction, importId: string, rows: readonly { line: number; became: Became; serviceId: string | null }[]): Promise<void> {
  await sql`
    update directory.import_row as target set became = row.became, service_id = row."serviceId", document = '{}', version = version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (line int, became text, "serviceId" uuid)
    where target.tenant_id = ${tx.scope.tenantId} and target.import_id = ${importId} and target.line = row.line`.execute(tx.on<never>());
}

/** Saves over the version that the writer saw; a repaired document is checked anew. */
export async function updateRow(tx: Transaction, importId: string, row: Pick<ImportRow, 'line' | 'version' | 'document' | 'name' | 'organisationName' | 'decision'>): Promise<boolean> {
  const changed = await sql`
    update directory.import_row set document = ${JSON.stringify(row.document)}::jsonb, name = ${row.name}, organisation_name = ${row.organisationName}, decision = ${row.decision}, version = version + 1
    where ${isMine(tx, importId)} and line = ${row.line} and version = ${row.version} and became is null`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

export async function advance(tx: Transaction, id: string, rows: number): Promise<void> {
  await sql`update directory.import set done = done + ${rows} where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

export async function enterState(tx: Transaction, id: string, state: ImportState, total?: number): Promise<void> {
  const hasEnded = state === 'done' || state === 'discarded';
  await sql`
    update directory.import set state = ${state}, is_stopping = false, ended_at = ${hasEnded ? tx.now : null}::timestamptz, version = version + 1,
      done = case when ${total ?? null}::int is null then done else 0 end, total = coalesce(${total ?? null}::int, total)
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
  if (state === 'discarded') await sql`delete from directory.import_row where ${isMine(tx, id)}`.execute(tx.on<never>());
}

export async function askToStop(tx: Transaction, id: string): Promise<void> {
  await sql`update directory.import set is_stopping = true where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'committing'`.execute(tx.on<never>());
}

export interface RowCounts {
  byOutcome: Partial<Record<RowOutcome, number>>;
  byBecame: Partial<Record<Became, number>>;
  ready: number;
  held: number;
}

export async function countRows(read: Read, importId: string): Promise<RowCounts> {
  const found = await sql<{ outcome: RowOutcome | null; became: Became | null; isReady: boolean; n: number }>`
    select outcome, became, (${readyRows}) as "isReady", count(*)::int as n from directory.import_row where ${isMine(read, importId)} group by 1, 2, 3`.execute(read.on<never>());
  const counts: RowCounts = { byOutcome: {}, byBecame: {}, ready: 0, held: 0 };
  for (const { outcome, became, isReady, n } of found.rows) {
    if (became) counts.byBecame[became] = (counts.byBecame[became] ?? 0) + n;
    else if (isReady) counts.ready += n;
    else counts.held += n;
    if (outcome && !became) counts.byOutcome[outcome] = (counts.byOutcome[outcome] ?? 0) + n;
  }
  return counts;
}

/** The service of this name in this organisation, for rows whose id is not known here. */
export async function findNamesakes(read: Read, rows: readonly { name: string; organisationId: string }[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; key: string }>`
    select service.id, lower(service.name) || '/' || organisation_id as key from directory.service
    where tenant_id = ${read.scope.tenantId} and lower(name) = any (${rows.map(({ name }) => name.toLowerCase())}::text[]) and ended_on is null`.execute(read.on<never>());
  return new Map(found.rows.map(({ id, key }) => [key, id]));
}
