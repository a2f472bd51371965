import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { asCase, caseColumns, casesWithGuide, type CaseRow } from '../case.store.ts';
import type { CaseFile } from '../case.ts';
import { withinReach, type Reach } from '../reach.store.ts';
import { isClosedList, type Cursor, type ToWelcomeFilter } from './to-welcome-filter.ts';

export interface ToWelcomeRow extends CaseFile {
  /** The moment of the talk that is planned. */
  talkAt: Temporal.Instant | null;
  isConfirmed: boolean;
  /** The family asked for another moment. */
  asksOtherMoment: boolean;
}

type Row = CaseRow & { talk_at: Temporal.Instant | null; is_confirmed: boolean; asks_other_moment: boolean };

const isPlanned = sql<SqlBool>`exists (select from cases.appointment where appointment.tenant_id = file.tenant_id and appointment.case_id = file.id and appointment.state = 'planned')`;
const isAsking = sql<SqlBool>`exists (select from cases.moment_request as request where request.tenant_id = file.tenant_id and request.case_id = file.id and request.answered_at is null)`;
/** A milestone that is reached ends the work on it, whether or not the case goes on. */
const isRunning = sql<SqlBool>`file.closed_on is null`;

function standingIs(state: ToWelcomeFilter['state'], today: Temporal.PlainDate): RawBuilder<SqlBool> {
  switch (state) {
    case 'overdue':
      return sql`${isRunning} and file.reached_on is null and file.due_on < ${today}`;
    case 'soon':
      return sql`${isRunning} and file.reached_on is null and file.due_on >= ${today} and file.attention_on <= ${today}`;
    case 'to-plan':
      return sql`${isRunning} and file.reached_on is null and not ${isPlanned}`;
    case 'planned':
      return sql`${isRunning} and ${isPlanned}`;
    case 'other-moment':
      return sql`${isRunning} and ${isAsking}`;
    case 'welcomed':
      return sql`file.closed_on is not null and file.reached_on is not null`;
    case 'withdrawn':
      return sql`file.closed_on is not null and file.reached_on is null`;
    default:
      return isRunning;
  }
}

function conditions(filter: ToWelcomeFilter, reach: Reach, today: Temporal.PlainDate): RawBuilder<SqlBool> {
  const all = [standingIs(filter.state, today), withinReach(reach)];
  if (filter.language) all.push(sql`${filter.language} = any (file.languages)`);
  if (filter.guide) all.push(filter.guide === 'none' ? sql`file.guide_id is null` : sql`file.guide_id = ${filter.guide}::uuid`);
  if (filter.municipality) all.push(sql`file.municipality = ${filter.municipality}`);
  if (filter.before) all.push(sql`file.due_on <= ${filter.before}`);
  return sql.join(all, sql` and `);
}

export interface ToWelcomePage {
  rows: ToWelcomeRow[];
  hasMore: boolean;
}

/** Running cases by their last day, the most urgent first; closed ones by the day of closing, the latest first. */
export async function findToWelcome(read: Read, filter: ToWelcomeFilter, options: { reach: Reach; today: Temporal.PlainDate; limit: number; after?: Cursor }): Promise<ToWelcomePage> {
  const { reach, today, limit, after } = options;
  const found = await sql<Row>`
    select ${caseColumns}, talk.starts_at as talk_at, talk.confirmed_at is not null as is_confirmed, ${isAsking} as asks_other_moment
    from ${casesWithGuide}
    left join cases.appointment as talk on talk.tenant_id = file.tenant_id and talk.case_id = file.id and talk.state = 'planned'
    where file.tenant_id = ${read.scope.tenantId} and ${conditions(filter, reach, today)} and ${comesAfter(filter, after)}
    order by ${isClosedList(filter.state) ? sql`file.closed_on desc, file.id desc` : sql`file.due_on nulls last, file.id`}
    limit ${limit + 1}`.execute(read.on<never>());
  const rows = found.rows.slice(0, limit).map((row) => ({ ...asCase(row), talkAt: row.talk_at, isConfirmed: row.is_confirmed, asksOtherMoment: row.asks_other_moment }));
  return { rows, hasMore: found.rows.length > limit };
}

function comesAfter(filter: ToWelcomeFilter, after: Cursor | undefined): RawBuilder<SqlBool> {
  if (!after) return sql`true`;
  if (isClosedList(filter.state)) return sql`(file.closed_on, file.id) < (${after.day}::date, ${after.id}::uuid)`;
  if (after.day === null) return sql`file.due_on is null and file.id > ${after.id}::uuid`;
  return sql`(file.due_on is null or (file.due_on, file.id) > (${after.day}::date, ${after.id}::uuid))`;
}

export async function countToWelcome(read: Read, filter: ToWelcomeFilter, { reach, today }: { reach: Reach; today: Temporal.PlainDate }): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from cases.case_file as file where file.tenant_id = ${read.scope.tenantId} and ${conditions(filter, reach, today)}`.execute(read.on<never>());
  return found.rows[0]!.n;
}

export interface StandingCounts {
  overdue: number;
  soon: number;
  soonWithoutGuide: number;
  toPlan: number;
  planned: number;
  otherMoment: number;
  welcomedSince: number;
}

/** How many stand where; welcomed counts from the first day of the year. One query. */
export async function countStandings(read: Read, { reach, today }: { reach: Reach; today: Temporal.PlainDate }): Promise<StandingCounts> {
  const found = await sql<{ overdue: number; soon: number; soon_without_guide: number; to_plan: number; planned: number; other_moment: number; welcomed: number }>`
    select count(*) filter (where ${standingIs('overdue', today)})::int as overdue,
      count(*) filter (where ${standingIs('soon', today)})::int as soon,
      count(*) filter (where ${standingIs('soon', today)} and file.guide_id is null)::int as soon_without_guide,
      count(*) filter (where ${standingIs('to-plan', today)})::int as to_plan,
      count(*) filter (where ${standingIs('planned', today)})::int as planned,
      count(*) filter (where ${standingIs('other-moment', today)})::int as other_moment,
      count(*) filter (where ${standingIs('welcomed', today)})::int as welcomed
    from cases.case_file as file
    where file.tenant_id = ${read.scope.tenantId} and ${withinReach(reach)} and (file.closed_on is null or file.closed_on >= ${today.with({ month: 1, day: 1 })})`.execute(read.on<never>());
  const row = found.rows[0]!;
  return { overdue: row.overdue, soon: row.soon, soonWithoutGuide: row.soon_without_guide, toPlan: row.to_plan, planned: row.planned, otherMoment: row.other_moment, welcomedSince: row.welcomed };
}

/** Contact languages and municipalities of running cases, for the lists to filter by. */
export async function findFilterOptions(read: Read, reach: Reach): Promise<{ languages: string[]; municipalities: string[] }> {
  const found = await sql<{ languages: string[] | null; municipalities: string[] | null }>`
    with running as (select languages, municipality from cases.case_file as file where file.tenant_id = ${read.scope.tenantId} and file.closed_on is null and ${withinReach(reach)})
    select (select array_agg(distinct language) from running, unnest(languages) as language) as languages,
      (select array_agg(distinct municipality) from running where municipality is not null) as municipalities`.execute(read.on<never>());
  return { languages: found.rows[0]?.languages ?? [], municipalities: found.rows[0]?.municipalities ?? [] };
}
