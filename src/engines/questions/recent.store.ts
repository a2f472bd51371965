import { sql } from 'kysely';
import { dayOf, instantOf } from '../../kernel/clock/clock.ts';
import type { Read } from '../../kernel/db/types.ts';
import type { Question } from './question.ts';
import { asQuestion, questionColumns, questionWithPlace, type QuestionRow } from './question.store.ts';

/** The last questions that an account recorded, latest first; how many it recorded today; the languages in which most was asked lately. */
export interface Recent {
  last: Question[];
  countOfToday: number;
  usualLanguages: string[];
  /** Ids of the services that it told about lately, most often first. */
  usualServices: string[];
}

export async function findRecent(read: Read, accountId: string | null): Promise<Recent> {
  if (!accountId) return { last: [], countOfToday: 0, usualLanguages: [], usualServices: [] };
  const midnight = instantOf(dayOf(read.now).toPlainDateTime());
  const found = await sql<QuestionRow & { count_of_today: number; usual_languages: string[] | null; usual_services: string[] | null }>`
    with recent as materialized (
      select * from questions.question
      where tenant_id = ${read.scope.tenantId} and recorded_by = ${accountId}
      order by recorded_at desc, id desc limit 200
    )
    select ${questionColumns},
      (select count(*)::int from questions.question as today
        where today.tenant_id = ${read.scope.tenantId} and today.recorded_by = ${accountId} and today.recorded_at >= ${midnight}) as count_of_today,
      (select array_agg(language order by n desc, language) from (select language, count(*) as n from recent group by language order by n desc, language limit 6) as often) as usual_languages,
      (select array_agg(service_id order by n desc, service_id) from (select service_id, count(*) as n from recent where service_id is not null group by service_id order by n desc, service_id limit 6) as often) as usual_services
    from recent as question left join questions.place on place.tenant_id = question.tenant_id and place.id = question.place_id
    order by question.recorded_at desc, question.id desc limit 5`.execute(read.on<never>());
  return {
    last: found.rows.map(asQuestion),
    countOfToday: found.rows[0]?.count_of_today ?? 0,
    usualLanguages: found.rows[0]?.usual_languages ?? [],
    usualServices: found.rows[0]?.usual_services ?? [],
  };
}

/** Beyond this many the page says so many and more. */
const countedUpTo = 999;

/** What an account still has to do something about, the oldest first, and how many there are, up to 999. */
export async function findOpenOf(read: Read, accountId: string, limit: number): Promise<{ questions: Question[]; count: number }> {
  const own = sql`question.tenant_id = ${read.scope.tenantId} and question.recorded_by = ${accountId} and question.closed_at is null`;
  const found = await sql<QuestionRow & { open: number }>`
    select ${questionColumns}, (select count(*)::int from (select from questions.question where ${own} limit ${countedUpTo}) as counted) as open
    from ${questionWithPlace} where ${own} order by question.asked_at, question.id limit ${limit}`.execute(read.on<never>());
  return { questions: found.rows.map(asQuestion), count: found.rows[0]?.open ?? 0 };
}
