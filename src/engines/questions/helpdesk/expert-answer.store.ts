import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { searchWords, wordsQuery } from '../../directory/index.ts';
import type { ExpertAnswer, ExpertTheme, Source } from './expert.ts';

const columns = sql`answer.id, answer.theme, answer.question, answer.answer, answer.sources, answer.answered_on as "answeredOn", answer.review_by as "reviewBy",
  answer.withdrawn_at as "withdrawnAt", answer.version,
  (select count(*)::int from questions.expert_use as used where used.tenant_id = answer.tenant_id and used.answer_id = answer.id) as used,
  (select count(*)::int from questions.expert_use as used where used.tenant_id = answer.tenant_id and used.answer_id = answer.id and used.helped) as helped`;

export interface AnswerFilter {
  text?: string;
  theme?: ExpertTheme;
  /** Whose day of review is this one or earlier. */
  reviewBy?: Temporal.PlainDate;
}

/** Answers in use; with words, those that hold all of them, the most used first. */
export async function findAnswers(read: Read, { text, theme, reviewBy }: AnswerFilter, limit: number): Promise<ExpertAnswer[]> {
  const conditions = [sql`answer.tenant_id = ${read.scope.tenantId}`, sql`answer.withdrawn_at is null`];
  if (text && searchWords(text).length > 0) conditions.push(sql`answer.words @@ ${wordsQuery(text)}`);
  if (theme) conditions.push(sql`answer.theme = ${theme}`);
  if (reviewBy) conditions.push(sql`answer.review_by <= ${reviewBy}`);
  const found = await sql<ExpertAnswer>`
    select ${columns} from questions.expert_answer as answer where ${sql.join(conditions, sql` and `)}
    order by ${reviewBy ? sql`answer.review_by` : sql`used desc, answer.answered_on desc`}, answer.id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

/** Answers that fit a question in running text: that share at least two of its words, those that share most first. */
export async function findFitting(read: Read, text: string, limit: number): Promise<ExpertAnswer[]> {
  // Short words (de, een, kan) fit everything.
  const words = [...new Set(text.toLocaleLowerCase('nl').match(/[\p{L}\p{N}]{4,}/gu) ?? [])].slice(0, 30);
  if (words.length === 0) return [];
  // In any Dutch form, or as the start of a compound: "inkomen" finds "inkomensvoorwaarde".
  const form = (word: RawBuilder<unknown>) => sql`(to_tsquery('dutch', ${word}) || to_tsquery('simple', ${word} || ':*'))`;
  const any = sql`(${sql.join(words.map((word) => form(sql`${word}::text`)), sql` || `)})`;
  const found = await sql<ExpertAnswer>`
    select ${columns} from questions.expert_answer as answer,
      lateral (select count(*) as n from unnest(${words}::text[]) as word where numnode(to_tsquery('dutch', word)) > 0 and answer.words @@ ${form(sql`word`)}) as shared
    where answer.tenant_id = ${read.scope.tenantId} and answer.withdrawn_at is null and answer.words @@ ${any} and shared.n >= ${Math.min(2, words.length)}
    order by shared.n desc, used desc, answer.id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export async function findAnswer(read: Read, id: string): Promise<ExpertAnswer | undefined> {
  const found = await sql<ExpertAnswer>`
    select ${columns} from questions.expert_answer as answer where answer.tenant_id = ${read.scope.tenantId} and answer.id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

export interface AnswerFacts {
  question: string;
  answer: string;
  sources: readonly Source[];
  answeredOn: Temporal.PlainDate;
  reviewBy: Temporal.PlainDate;
}

export async function insertAnswer(tx: Transaction, theme: ExpertTheme, { question, answer, sources, answeredOn, reviewBy }: AnswerFacts): Promise<string> {
  const id = newId();
  await sql`
    insert into questions.expert_answer (tenant_id, id, theme, question, answer, sources, answered_on, review_by, made_at)
    values (${tx.scope.tenantId}, ${id}, ${theme}, ${question}, ${answer}, ${JSON.stringify(sources)}::jsonb, ${answeredOn}, ${reviewBy}, ${tx.now})`.execute(tx.on<never>());
  await keepVersion(tx, id);
  return id;
}

/** Saves over the version that the writer saw; the earlier wording stays. False when someone else saved in between. */
export async function updateAnswer(tx: Transaction, id: string, version: number, theme: ExpertTheme, { question, answer, sources, answeredOn, reviewBy }: AnswerFacts): Promise<boolean> {
  const updated = await sql`
    update questions.expert_answer set theme = ${theme}, question = ${question}, answer = ${answer}, sources = ${JSON.stringify(sources)}::jsonb, answered_on = ${answeredOn},
      review_by = ${reviewBy}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and withdrawn_at is null`.execute(tx.on<never>());
  if (updated.numAffectedRows !== 1n) return false;
  await keepVersion(tx, id);
  return true;
}

async function keepVersion(tx: Transaction, id: string): Promise<void> {
  await sql`
    insert into questions.expert_answer_version (tenant_id, answer_id, version, question, answer, sources, review_by, written_at, written_by)
    select tenant_id, id, version, question, answer, sources, review_by, ${tx.now}::timestamptz, ${tx.scope.actorId}::uuid
    from questions.expert_answer where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

export interface AnswerVersion {
  version: number;
  question: string;
  answer: string;
  sources: Source[];
  writtenAt: Temporal.Instant;
  writtenBy: string | null;
}

/** The wordings of an answer, the latest first. */
export async function findVersions(read: Read, id: string): Promise<AnswerVersion[]> {
  const found = await sql<AnswerVersion>`
    select wording.version, wording.question, wording.answer, wording.sources, wording.written_at as "writtenAt", account.name as "writtenBy"
    from questions.expert_answer_version as wording left join kernel.account on account.tenant_id = wording.tenant_id and account.id = wording.written_by
    where wording.tenant_id = ${read.scope.tenantId} and wording.answer_id = ${id} order by wording.version desc`.execute(read.on<never>());
  return found.rows;
}

export async function withdrawAnswer(tx: Transaction, id: string, version: number): Promise<boolean> {
  const withdrawn = await sql`
    update questions.expert_answer set withdrawn_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and withdrawn_at is null`.execute(tx.on<never>());
  return withdrawn.numAffectedRows === 1n;
}

/** A colleague used it, and says whether it helped; saying so again counts once. */
export async function putUse(tx: Transaction, id: string, accountId: string, helped: boolean): Promise<void> {
  await sql`
    insert into questions.expert_use (tenant_id, answer_id, account_id, used_at, helped) values (${tx.scope.tenantId}, ${id}, ${accountId}, ${tx.now}, ${helped})
    on conflict (tenant_id, answer_id, account_id) do update set used_at = excluded.used_at, helped = excluded.helped`.execute(tx.on<never>());
}
