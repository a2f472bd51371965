import { sql, type QueryResult, type RawBuilder } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import { filteredThemes, isCountedByMonth, type QuestionFilter } from './question-filter.ts';

/** Beyond this many the list says "more than", unless the counts per month know: counting them all would cost more than the list. */
export const countedUpTo = 1000;

export interface QuestionCount {
  count: number;
  /** There are more than were counted. */
  isMore: boolean;
}

/** How many the filter leaves, where the counts per month know; undefined where they do not. */
export async function countByMonth(read: Read, filter: QuestionFilter): Promise<QuestionCount | undefined> {
  if (!isCountedByMonth(filter)) return undefined;
  const { municipality = null, from = null, to = null } = filter;
  const themes = filteredThemes(filter) ?? null;
  const found = await sql<{ n: number }>`
    select coalesce(sum(n), 0)::int as n from questions.monthly_count
    where tenant_id = ${read.scope.tenantId}
      and (${themes}::text[] is null or theme = any(${themes}::text[]))
      and (${municipality}::text is null or municipality = ${municipality}::text)
      and (${from}::date is null or month >= ${from}::date)
      and (${to}::date is null or month <= ${to}::date)`.execute(read.on<never>());
  return { count: found.rows[0]!.n, isMore: false };
}

/**
 * Runs a search for words by the index of words alone. PostgreSQL cannot tell how rare the start of a word is: for one that
 * nobody wrote it would read every question of the tenant (0.3 s of a million) to find none.
 */
export async function byWords<Row>(read: Read, query: RawBuilder<Row>): Promise<QueryResult<Row>> {
  const db = read.on<never>();
  await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`.execute(db);
  try {
    return await query.execute(db);
  } finally {
    await sql`select set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true)`.execute(db);
  }
}
