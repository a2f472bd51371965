import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { FigureCode } from '../figure.ts';

/** A released cell of a whole area, as it goes from one authority to another. */
export interface SharedCell {
  figure: FigureCode;
  unit: 'month' | 'quarter' | 'year';
  /** ISO 8601, the first day of the period. */
  startsOn: string;
  /** A theme, language, timeliness; of referrals their outcome. '*' is all together. */
  category: string;
  n: number | null;
}

/** Referrals are compared by their outcome, which is their grouping; everything else by its category, over the whole area. */
const shared = sql`select figure, unit, starts_on, case figure when 'referrals' then grouping_code else category end as category, n
  from figures.published where tenant_id = current_setting('wegwijs.tenant')::uuid and case figure when 'referrals' then category else grouping_code end = '*'
    and figure in ('welcomed', 'talks', 'questions', 'referrals')`;

/** All that the authority has released and may share. */
export async function findSharedCells(read: Read): Promise<SharedCell[]> {
  const found = await sql<SharedCell>`select figure, unit, starts_on::text as "startsOn", category, n from (${shared}) as shared`.execute(read.on<never>());
  return found.rows;
}

/** Puts what a partner released in the place of what it sent before. */
export async function replacePartnerCells(tx: Transaction, agreementId: string, cells: readonly SharedCell[]): Promise<void> {
  await deletePartnerCells(tx, agreementId);
  await sql`
    insert into figures.partner_cell (tenant_id, agreement_id, figure, unit, starts_on, category, n)
    select ${tx.scope.tenantId}::uuid, ${agreementId}::uuid, figure, unit, "startsOn", category, n
    from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as row (figure text, unit text, "startsOn" date, category text, n int)`.execute(tx.on<never>());
}

export async function deletePartnerCells(tx: Transaction, agreementId: string): Promise<void> {
  await sql`delete from figures.partner_cell where tenant_id = ${tx.scope.tenantId} and agreement_id = ${agreementId}`.execute(tx.on<never>());
}

export interface ComparedCell {
  /** The agreement by which it came; null for one's own. */
  agreementId: string | null;
  /** '2026-03', '2026-Q1' or '2026'. */
  period: string;
  grouping: string;
  category: string;
  n: number | null;
}

/** One figure of all authorities that share it, one's own included. */
export async function findComparedCells(read: Read, figure: FigureCode): Promise<ComparedCell[]> {
  const found = await sql<ComparedCell>`
    select "agreementId", case unit when 'month' then to_char(starts_on, 'YYYY-MM') when 'quarter' then to_char(starts_on, 'YYYY-"Q"Q') else to_char(starts_on, 'YYYY') end as period,
      '*' as "grouping", category, n
    from (
      select null::uuid as "agreementId", * from (${shared}) as own
      union all
      select agreement_id, figure, unit, starts_on, category, n from figures.partner_cell where tenant_id = ${read.scope.tenantId}
    ) as cell
    where figure = ${figure}`.execute(read.on<never>());
  return found.rows;
}
