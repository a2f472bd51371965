import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { StaffLocale } from '../../../kernel/i18n/locale.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { ExpertMessage, ExpertQuestion, ExpertState, ExpertTheme, Source, Urgency } from './expert.ts';

const columns = sql`asked.id, asked.theme, asked.urgency, asked.question, asked.help_question_id as "helpQuestionId", asked.state, asked.asked_at as "askedAt",
  asked.term_days as "termDays", asked.due_on as "dueOn", asked.answered_at as "answeredAt", asked.answer, coalesce(asked.sources, '[]') as sources,
  asked.answer_id as "answerId", asked.read_at as "readAt", asked.version,
  case when asked.asked_by is not null then jsonb_build_object('id', asked.asked_by, 'name', asker.name) end as "askedBy",
  case when asked.partner_email is not null then jsonb_build_object('name', asked.partner_name, 'email', asked.partner_email) end as partner,
  case when asked.taken_by is not null then jsonb_build_object('id', asked.taken_by, 'name', expert.name) end as "takenBy"`;

const joined = sql`questions.expert_question as asked
  left join kernel.account as asker on asker.tenant_id = asked.tenant_id and asker.id = asked.asked_by
  left join kernel.account as expert on expert.tenant_id = asked.tenant_id and expert.id = asked.taken_by`;

export interface ExpertFilter {
  states?: readonly ExpertState[];
  theme?: ExpertTheme;
  urgency?: Urgency;
  askedBy?: string;
  takenBy?: string;
}

export const listedAtMost = 300;

/** What is due first stands first; what is done comes after, the latest first. */
export async function findExpertQuestions(read: Read, { states, theme, urgency, askedBy, takenBy }: ExpertFilter, limit = listedAtMost): Promise<ExpertQuestion[]> {
  const conditions: RawBuilder<unknown>[] = [sql`asked.tenant_id = ${read.scope.tenantId}`, sql`asked.state <> 'unconfirmed'`];
  if (states) conditions.push(sql`asked.state = any(${[...states]}::text[])`);
  if (theme) conditions.push(sql`asked.theme = ${theme}`);
  if (urgency) conditions.push(sql`asked.urgency = ${urgency}`);
  if (askedBy) conditions.push(sql`asked.asked_by = ${askedBy}`);
  if (takenBy) conditions.push(sql`asked.taken_by = ${takenBy}`);
  const found = await sql<ExpertQuestion>`
    select ${columns} from ${joined} where ${sql.join(conditions, sql` and `)}
    order by asked.state in ('answered', 'withdrawn'), case when asked.state in ('answered', 'withdrawn') then null else asked.due_on end, asked.answered_at desc, asked.id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export async function findExpertQuestion(read: Read, id: string): Promise<ExpertQuestion | undefined> {
  const found = await sql<ExpertQuestion>`
    select ${columns} from ${joined} where asked.tenant_id = ${read.scope.tenantId} and asked.id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

/** Answers for the reader that they have not read yet, and what waits for their reply. */
export async function findWaitingForAsker(read: Read, accountId: string, limit: number): Promise<ExpertQuestion[]> {
  const found = await sql<ExpertQuestion>`
    select ${columns} from ${joined}
    where asked.tenant_id = ${read.scope.tenantId} and asked.asked_by = ${accountId} and (asked.state = 'paused' or asked.state = 'answered' and asked.read_at is null)
    order by asked.state desc, asked.id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export interface NewExpertQuestion {
  theme: ExpertTheme;
  urgency: Urgency;
  question: string;
  from: { accountId: string } | { name: string; email: string };
  helpQuestionId: string | null;
  termDays: number;
  /** Null for a partner, whose clock begins once the mailed link was followed. */
  dueOn: Temporal.PlainDate | null;
}

export async function insertExpertQuestion(tx: Transaction, { theme, urgency, question, from, helpQuestionId, termDays, dueOn }: NewExpertQuestion): Promise<string> {
  const id = newId();
  const partner = 'accountId' in from ? null : from;
  await sql`
    insert into questions.expert_question (tenant_id, id, theme, urgency, question, asked_by, partner_name, partner_email, help_question_id, state, made_at, asked_at, term_days, due_on)
    values (${tx.scope.tenantId}, ${id}, ${theme}, ${urgency}, ${question}, ${'accountId' in from ? from.accountId : null}, ${partner?.name ?? null}, ${partner?.email ?? null},
      ${helpQuestionId}, ${dueOn ? 'asked' : 'unconfirmed'}, ${tx.now}, ${dueOn ? tx.now : null}::timestamptz, ${termDays}, ${dueOn})`.execute(tx.on<never>());
  return id;
}

/** The partner followed the mailed link: from now on the clock runs. False when it ran already. */
export async function confirmExpertQuestion(tx: Transaction, id: string, dueOn: Temporal.PlainDate, termDays: number): Promise<boolean> {
  const confirmed = await sql`
    update questions.expert_question set state = 'asked', asked_at = ${tx.now}, due_on = ${dueOn}, term_days = ${termDays}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'unconfirmed'`.execute(tx.on<never>());
  return confirmed.numAffectedRows === 1n;
}

/** Takes a question on, or gives it to a colleague. False when someone else changed it, or it is over. */
export async function assignExpert(tx: Transaction, id: string, version: number, accountId: string): Promise<boolean> {
  const assigned = await sql`
    update questions.expert_question set taken_by = ${accountId}, taken_at = ${tx.now}, state = case when state = 'asked' then 'taken' else state end, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state in ('asked', 'taken', 'paused')`.execute(tx.on<never>());
  return assigned.numAffectedRows === 1n;
}

/** The clock stands still, or goes on to a new last day. */
export async function setPaused(tx: Transaction, id: string, version: number, to: { state: 'paused' } | { state: 'taken'; dueOn: Temporal.PlainDate }): Promise<boolean> {
  const set = await sql`
    update questions.expert_question set state = ${to.state}, due_on = coalesce(${'dueOn' in to ? to.dueOn : null}::date, due_on),
      taken_by = case when ${to.state} = 'paused' then coalesce(taken_by, ${tx.scope.actorId}::uuid) else taken_by end, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state = any(${to.state === 'paused' ? ['asked', 'taken'] : ['paused']}::text[])`.execute(tx.on<never>());
  return set.numAffectedRows === 1n;
}

export async function insertMessage(tx: Transaction, questionId: string, { fromExpert, words }: { fromExpert: boolean; words: string }): Promise<void> {
  const by = fromExpert ? tx.scope.actorId : null;
  await sql`
    insert into questions.expert_message (tenant_id, id, question_id, from_expert, words, at, by_account)
    values (${tx.scope.tenantId}, ${newId()}, ${questionId}, ${fromExpert}, ${words}, ${tx.now}, ${by})`.execute(tx.on<never>());
}

/** What was asked back and replied, the earliest first. */
export async function findMessages(read: Read, questionId: string): Promise<ExpertMessage[]> {
  const found = await sql<ExpertMessage>`
    select from_expert as "fromExpert", words, at from questions.expert_message
    where tenant_id = ${read.scope.tenantId} and question_id = ${questionId} order by at, id`.execute(read.on<never>());
  return found.rows;
}

export async function putAnswer(tx: Transaction, id: string, version: number, { answer, sources, answerId, dueOn }: { answer: string; sources: readonly Source[]; answerId: string | null; dueOn: Temporal.PlainDate }): Promise<boolean> {
  const put = await sql`
    update questions.expert_question set state = 'answered', answered_at = ${tx.now}, answer = ${answer}, sources = ${JSON.stringify(sources)}::jsonb, answer_id = ${answerId}::uuid,
      due_on = ${dueOn}, taken_by = coalesce(taken_by, ${tx.scope.actorId}::uuid), version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state in ('asked', 'taken', 'paused')`.execute(tx.on<never>());
  return put.numAffectedRows === 1n;
}

export async function withdrawExpertQuestion(tx: Transaction, id: string, version: number): Promise<boolean> {
  const withdrawn = await sql`
    update questions.expert_question set state = 'withdrawn', version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state in ('asked', 'taken', 'paused')`.execute(tx.on<never>());
  return withdrawn.numAffectedRows === 1n;
}

/** The asker has read the answer. False when there was none to read. */
export async function markAnswerRead(tx: Transaction, id: string): Promise<boolean> {
  const read = await sql`
    update questions.expert_question set read_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'answered' and read_at is null`.execute(tx.on<never>());
  return read.numAffectedRows === 1n;
}

/** Where the asker gets mail, and in which language. */
export async function findAskerMail(read: Read, accountId: string): Promise<{ email: string; locale: StaffLocale } | undefined> {
  const found = await sql<{ email: string; locale: StaffLocale }>`
    select email, locale from kernel.account where tenant_id = ${read.scope.tenantId} and id = ${accountId} and ended_at is null`.execute(read.on<never>());
  return found.rows[0];
}

/** Colleagues who may answer, by the roles that may. */
export async function findExperts(read: Read, roles: readonly string[]): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from kernel.account where tenant_id = ${read.scope.tenantId} and ended_at is null and roles && ${[...roles]}::text[] order by lower(name), id`.execute(read.on<never>());
  return found.rows;
}

/** A partner who never followed the link asked nothing: nothing of it is kept. */
export async function forgetUnconfirmed(tx: Transaction, before: Temporal.Instant): Promise<void> {
  await sql`delete from questions.expert_question where tenant_id = ${tx.scope.tenantId} and state = 'unconfirmed' and made_at < ${before}`.execute(tx.on<never>());
}

/** Of the questions that were answered since the month of a day: how many, and how many within their term. */
export async function countInTime(read: Read, since: Temporal.PlainDate): Promise<{ n: number; inTime: number }> {
  const found = await sql<{ n: number; inTime: number }>`
    select coalesce(sum(n), 0)::int as n, coalesce(sum(in_time), 0)::int as "inTime" from questions.published_expert_month
    where tenant_id = ${read.scope.tenantId} and month >= ${since.with({ day: 1 })}`.execute(read.on<never>());
  return found.rows[0]!;
}
