import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { ApplicationRow, Dataset, DecisionRow, Statistic } from '../import-statistics/statistic.ts';

/** A statistic that was uploaded: what it is, where it comes from, and since when it counts. */
export interface KeptStatistic {
  id: string;
  dataset: Dataset;
  country: string;
  countryName: string;
  source: string;
  licence: string;
  retrievedOn: Temporal.PlainDate;
  filename: string;
  rowCount: number;
  firstYear: number;
  lastYear: number;
  uploadedAt: Temporal.Instant;
  /** Nothing while it is a preview. */
  importedAt: Temporal.Instant | null;
}

export type ApplicationSum = Pick<ApplicationRow, 'year' | 'type' | 'level' | 'unit' | 'applied'>;
export type DecisionSum = Pick<DecisionRow, 'year' | 'level' | 'unit' | 'recognised' | 'other' | 'rejected'>;

const columns = sql`id, dataset, country, country_name as "countryName", source, licence, retrieved_on as "retrievedOn", filename,
  row_count as "rowCount", first_year as "firstYear", last_year as "lastYear", uploaded_at as "uploadedAt", imported_at as "importedAt"`;

export async function findStatistic(read: Read, id: string): Promise<KeptStatistic | undefined> {
  const found = await sql<KeptStatistic>`select ${columns} from figures.statistic where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

/** The imported statistics, the latest first. */
export async function findImported(read: Read): Promise<KeptStatistic[]> {
  const found = await sql<KeptStatistic>`
    select ${columns} from figures.statistic
    where tenant_id = ${read.scope.tenantId} and imported_at is not null order by imported_at desc, id desc`.execute(read.on<never>());
  return found.rows;
}

/** The statistic with the same bytes: the imported one, or else a preview. */
export async function findSameFile(read: Read, fileHash: Uint8Array): Promise<KeptStatistic | undefined> {
  const found = await sql<KeptStatistic>`
    select ${columns} from figures.statistic where tenant_id = ${read.scope.tenantId} and file_hash = ${Buffer.from(fileHash)}
    order by imported_at nulls last limit 1`.execute(read.on<never>());
  return found.rows[0];
}

/** Applications of statistics per year, type, level and unit, over all origins. */
export async function findApplicationSums(read: Read, ids: readonly string[]): Promise<(ApplicationSum & { id: string })[]> {
  const found = await sql<ApplicationSum & { id: string }>`
    select statistic_id as id, year, type, level, unit, sum(applied)::int as applied
    from figures.application_count where tenant_id = ${read.scope.tenantId} and statistic_id = any(${ids}::uuid[])
    group by 1, 2, 3, 4, 5`.execute(read.on<never>());
  return found.rows;
}

/** Decisions of statistics per year, level and unit, over all origins. */
export async function findDecisionSums(read: Read, ids: readonly string[]): Promise<(DecisionSum & { id: string })[]> {
  const found = await sql<DecisionSum & { id: string }>`
    select statistic_id as id, year, level, unit, sum(recognised)::int as recognised, sum(other)::int as other, sum(rejected)::int as rejected
    from figures.decision_count where tenant_id = ${read.scope.tenantId} and statistic_id = any(${ids}::uuid[])
    group by 1, 2, 3, 4`.execute(read.on<never>());
  return found.rows;
}

export interface Upload {
  id: string;
  statistic: Statistic;
  source: string;
  licence: string;
  retrievedOn: Temporal.PlainDate;
  filename: string;
  fileHash: Uint8Array;
}

/** Keeps an upload with its rows, as a preview. */
export async function insertStatistic(tx: Transaction, { id, statistic, source, licence, retrievedOn, filename, fileHash }: Upload): Promise<void> {
  const { tenantId, actorId } = tx.scope;
  const { dataset, country, countryName, rows } = statistic;
  const years = rows.map(({ year }) => year);
  const [first, last] = years.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [Infinity, -Infinity]);
  await sql`
    insert into figures.statistic (tenant_id, id, dataset, country, country_name, source, licence, retrieved_on, filename, file_hash, row_count, first_year, last_year, uploaded_at, uploaded_by)
    values (${tenantId}, ${id}, ${dataset}, ${country}, ${countryName}, ${source}, ${licence}, ${retrievedOn}, ${filename}, ${Buffer.from(fileHash)}, ${rows.length}, ${first}, ${last}, ${tx.now}, ${actorId})`.execute(tx.on<never>());
  const json = JSON.stringify(rows);
  const shared = sql`year int, origin text, "originName" text, procedure text, level text, unit text`;
  await (dataset === 'unhcr-asylum-applications'
    ? sql`
      insert into figures.application_count (tenant_id, statistic_id, year, origin, origin_name, procedure_type, type, level, unit, applied)
      select ${tenantId}::uuid, ${id}::uuid, year, origin, "originName", procedure, type, level, unit, applied
      from jsonb_to_recordset(${json}::jsonb) as row (${shared}, type text, applied int)`
    : sql`
      insert into figures.decision_count (tenant_id, statistic_id, year, origin, origin_name, procedure_type, level, unit, recognised, other, rejected, closed)
      select ${tenantId}::uuid, ${id}::uuid, year, origin, "originName", procedure, level, unit, recognised, other, rejected, closed
      from jsonb_to_recordset(${json}::jsonb) as row (${shared}, recognised int, other int, rejected int, closed int)`
  ).execute(tx.on<never>());
}

/** True when a preview became a statistic; false when it already was one, or is gone. */
export async function confirmStatistic(tx: Transaction, id: string, { source, licence, retrievedOn }: Pick<KeptStatistic, 'source' | 'licence' | 'retrievedOn'>): Promise<boolean> {
  const done = await sql`
    update figures.statistic set source = ${source}, licence = ${licence}, retrieved_on = ${retrievedOn}, imported_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and imported_at is null`.execute(tx.on<never>());
  return done.numAffectedRows === 1n;
}

/** Throws a preview away; true when there was one. */
export async function deletePreview(tx: Transaction, id: string): Promise<boolean> {
  const gone = await sql`delete from figures.statistic where tenant_id = ${tx.scope.tenantId} and id = ${id} and imported_at is null`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}

/** Previews that nobody imported since a moment. */
export async function deletePreviewsBefore(tx: Transaction, moment: Temporal.Instant): Promise<void> {
  await sql`delete from figures.statistic where tenant_id = ${tx.scope.tenantId} and imported_at is null and uploaded_at < ${moment}`.execute(tx.on<never>());
}

export async function hasPreviewsBefore(read: Read, moment: Temporal.Instant): Promise<boolean> {
  const found = await sql`select from figures.statistic where tenant_id = ${read.scope.tenantId} and imported_at is null and uploaded_at < ${moment} limit 1`.execute(read.on<never>());
  return found.rows.length > 0;
}
