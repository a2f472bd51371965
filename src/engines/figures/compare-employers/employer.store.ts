import { sql } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { MonthCount } from '../count-months.store.ts';
import { UNKNOWN } from '../figure.ts';

/** Questions of some months (by their first day) by the employer of who recorded them, and theme. */
export async function countByEmployer(read: Read, months: readonly Temporal.PlainDate[]): Promise<MonthCount[]> {
  if (months.length === 0) return [];
  const found = await sql<MonthCount>`
    select date_trunc('month', asked_on)::date as month, coalesce(employer_id::text, ${UNKNOWN}) as "grouping", theme as category, count(*)::int as n
    from questions.published_question
    where tenant_id = ${read.scope.tenantId} and date_trunc('month', asked_on)::date = any (${months.map(String)}::date[])
    group by 1, 2, 3`.execute(read.on<never>());
  return found.rows;
}

/** The names of employers, by their id. */
export async function findEmployerNames(read: Read): Promise<Map<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    select distinct organisation_id::text as id, organisation_name as name from directory.published_employment where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

export interface EmployerCell {
  /** '2026-Q1' */
  period: string;
  startsOn: Temporal.PlainDate;
  employer: string;
  theme: string;
  n: number | null;
}

/** All that is published by employer, oldest first. */
export async function findEmployerCells(read: Read): Promise<EmployerCell[]> {
  const found = await sql<EmployerCell>`
    select to_char(starts_on, 'YYYY-"Q"Q') as period, starts_on as "startsOn", grouping_code as employer, category as theme, n
    from figures.published where tenant_id = ${read.scope.tenantId} and figure = 'employers' order by starts_on`.execute(read.on<never>());
  return found.rows;
}
