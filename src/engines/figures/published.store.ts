import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { FigureCode } from './figure.ts';
import type { Mapping } from './follow-taxonomy.ts';

export interface Cell {
  /** '2026-03', '2026-Q1' or '2026'. */
  period: string;
  grouping: string;
  category: string;
  n: number | null;
}

export interface CellFilter {
  figure: FigureCode;
  /** Months, by their first day, both included. */
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** One grouping, or '*' for their sum; left out for all of them. */
  grouping?: string;
}

/** As `periodCode` writes it. */
const period = sql`case unit when 'month' then to_char(starts_on, 'YYYY-MM') when 'quarter' then to_char(starts_on, 'YYYY-"Q"Q') else to_char(starts_on, 'YYYY') end as period`;

/** The published cells whose period begins between two months: of months, quarters and years. */
export async function findCells(read: Read, { figure, from, to, grouping }: CellFilter): Promise<Cell[]> {
  const one = grouping === undefined ? sql`` : sql`and grouping_code = ${grouping}`;
  const found = await sql<Cell>`
    select ${period}, grouping_code as "grouping", category, n
    from figures.published
    where tenant_id = ${read.scope.tenantId} and figure = ${figure} ${one} and starts_on between ${from} and ${to}`.execute(read.on<never>());
  return found.rows;
}

/** The cells of all figures from a month on, for the whole area. */
export async function findSummaryCells(read: Read, from: Temporal.PlainDate): Promise<(Cell & { figure: FigureCode })[]> {
  const found = await sql<Cell & { figure: FigureCode }>`
    select figure, ${period}, grouping_code as "grouping", category, n
    from figures.published
    where tenant_id = ${read.scope.tenantId} and starts_on >= ${from} and (grouping_code = '*' or figure = 'referrals')`.execute(read.on<never>());
  return found.rows;
}

export interface Span {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  releasedAt: Temporal.Instant;
}

/** The months of which each figure has been released. A figure is known from its first month with something to count. */
export async function findSpans(read: Read): Promise<Map<FigureCode, Span>> {
  const found = await sql<Span & { figure: FigureCode }>`
    select figure, min(month) as first, max(month) as last, max(coalesce(revised_at, released_at)) as "releasedAt"
    from figures.released_month where tenant_id = ${read.scope.tenantId} and figure <> 'employers' group by figure`.execute(read.on<never>());
  return new Map(found.rows.map(({ figure, ...span }) => [figure, span]));
}

/** How the taxonomy has changed since, for the questions. */
export async function findMappings(read: Read): Promise<Mapping[]> {
  const found = await sql<Mapping>`
    select theme, sub_theme as "subTheme", counts_as as "countsAs", from_day as "from" from questions.published_mapping
    where tenant_id = ${read.scope.tenantId} order by from_day`.execute(read.on<never>());
  return found.rows;
}

export interface Municipality {
  nis: string;
  name: string;
}

/** The municipalities of the area, by name. */
export async function findMunicipalities(read: Read): Promise<Municipality[]> {
  const found = await sql<Municipality>`select nis, name from directory.published_municipality where tenant_id = ${read.scope.tenantId} order by name`.execute(read.on<never>());
  return found.rows;
}
