import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { answerDays, UNKNOWN, type FigureCode, type ReleasedFigure } from './figure.ts';

/** How many there were in a month. */
export interface MonthCount {
  month: Temporal.PlainDate;
  grouping: string;
  category: string;
  n: number;
}

/**
 * Counts every figure from the views of the other engines, for all months before one (its first day).
 * Welcomed: who left before the term ended, without a talk, was never due. Referrals: each counts once, on the day of its
 * answer or on the last day on which an answer would have been in time.
 */
export async function countMonths(read: Read, before: Temporal.PlainDate): Promise<Map<FigureCode, MonthCount[]>> {
  const { tenantId } = read.scope;
  const { rows } = await sql<MonthCount & { figure: FigureCode }>`
    select 'welcomed' as figure, date_trunc('month', due_on)::date as month, coalesce(municipality, ${UNKNOWN}) as "grouping",
      case when welcomed_on <= due_on then 'in-time' else 'not-in-time' end as category, count(*)::int as n
    from cases.published_case
    where tenant_id = ${tenantId} and due_on < ${before} and (welcomed_on is not null or closed_on is null or closed_on > due_on)
    group by 1, 2, 3, 4
    union all
    select 'talks', date_trunc('month', welcomed_on)::date, coalesce(municipality, ${UNKNOWN}), coalesce(talk_language, ${UNKNOWN}), count(*)::int
    from cases.published_case
    where tenant_id = ${tenantId} and welcomed_on < ${before}
    group by 1, 2, 3, 4
    union all
    select 'questions', month, coalesce(municipality, ${UNKNOWN}), theme, sum(n)::int
    from questions.published_count
    where tenant_id = ${tenantId} and month < ${before} and n > 0
    group by 1, 2, 3, 4
    union all
    select 'referrals', date_trunc('month', settled_on)::date, outcome, days, count(*)::int
    from (
      select case when days_to_answer <= ${answerDays}::int then answered_on else sent_on + ${answerDays}::int end as settled_on,
        case when state = 'withdrawn' then 'withdrawn'
          when days_to_answer is null or days_to_answer > ${answerDays}::int then 'no-answer'
          when state in ('declined', 'stalled') then state
          else 'taken-on' end as outcome,
        case when days_to_answer <= 2 then '0-2' when days_to_answer <= 7 then '3-7' when days_to_answer <= 14 then '8-14'
          when days_to_answer <= ${answerDays}::int then '15-30' else 'none' end as days
      from referrals.published_referral
      where tenant_id = ${tenantId}
    ) as settled
    where settled_on < ${before}
    group by 1, 2, 3, 4`.execute(read.on<never>());
  return byFigure(rows);
}

/** Rows that say of which figure they are, taken apart. */
export function byFigure<Row extends { figure: ReleasedFigure }>(rows: readonly Row[]): Map<Row['figure'], Row[]> {
  return Map.groupBy(rows, ({ figure }) => figure);
}
