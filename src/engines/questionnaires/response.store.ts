import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { PageAnswers } from './facts.ts';

/** One filling-in of a questionnaire about one subject. */
export interface Response {
  id: string;
  questionnaire: string;
  /** BCP 47: the language in which it is asked. */
  language: string;
  openedAt: Temporal.Instant;
  openedBy: string | null;
  completedAt: Temporal.Instant | null;
  pages: Record<string, SavedPage>;
}

export interface SavedPage {
  answers: PageAnswers;
  version: number;
  savedAt: Temporal.Instant;
  savedBy: string | null;
  /** The name on the account that saved it. */
  savedByName: string | null;
}

export interface NewResponse {
  id?: string;
  questionnaire: string;
  subject: { type: string; id: string };
  language: string;
}

interface ResponseRow {
  id: string;
  questionnaire: string;
  language: string;
  opened_at: Temporal.Instant;
  opened_by: string | null;
  completed_at: Temporal.Instant | null;
}

/** Opens a response, or answers the one of this subject that is open already: two people who begin at once begin the same one. */
export async function openResponse(tx: Transaction, { id = newId(), questionnaire, subject, language }: NewResponse): Promise<string> {
  const opened = await sql<{ id: string }>`
    insert into questionnaires.response as response (tenant_id, id, questionnaire, subject_type, subject_id, language, opened_at, opened_by)
    values (${tx.scope.tenantId}, ${id}, ${questionnaire}, ${subject.type}, ${subject.id}, ${language}, ${tx.now}, ${tx.scope.actorId})
    on conflict (tenant_id, subject_type, subject_id, questionnaire) where completed_at is null do update set language = excluded.language
    returning id`.execute(tx.on<never>());
  return opened.rows[0]!.id;
}

export async function findResponse(read: Read, id: string): Promise<Response | undefined> {
  return (await findResponses(read, [id]))[0];
}

/** Responses with their pages, in two queries; those that are not there are left out. */
export async function findResponses(read: Read, ids: readonly string[]): Promise<Response[]> {
  if (ids.length === 0) return [];
  const found = await sql<ResponseRow>`
    select id, questionnaire, language, opened_at, opened_by, completed_at
    from questionnaires.response where tenant_id = ${read.scope.tenantId} and id = any (${ids}::uuid[])`.execute(read.on<never>());
  const pages = await findPages(read, ids);
  return found.rows.map((row) => ({
    id: row.id,
    questionnaire: row.questionnaire,
    language: row.language,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    completedAt: row.completed_at,
    pages: pages.get(row.id) ?? {},
  }));
}

/** What is saved, by response and page. */
async function findPages(read: Read, responseIds: readonly string[]): Promise<Map<string, Record<string, SavedPage>>> {
  const found = await sql<{ response_id: string; page: string; answers: PageAnswers; version: number; saved_at: Temporal.Instant; saved_by: string | null; saved_by_name: string | null }>`
    select page.response_id, page.page, page.answers, page.version, page.saved_at, page.saved_by, account.name as saved_by_name
    from questionnaires.page_answer as page
    left join kernel.account on account.tenant_id = page.tenant_id and account.id = page.saved_by
    where page.tenant_id = ${read.scope.tenantId} and page.response_id = any (${responseIds}::uuid[])`.execute(read.on<never>());
  const pages = new Map<string, Record<string, SavedPage>>();
  for (const row of found.rows) {
    const saved = { answers: row.answers, version: row.version, savedAt: row.saved_at, savedBy: row.saved_by, savedByName: row.saved_by_name };
    pages.set(row.response_id, { ...pages.get(row.response_id), [row.page]: saved });
  }
  return pages;
}

/**
 * Saves a page that is at this version (0 when it was never saved). False when someone else saved it in between.
 * With `keepEarlier` what stood there is kept beside: for a correction after the end.
 */
export async function savePage(tx: Transaction, page: { responseId: string; page: string; version: number; answers: PageAnswers; keepEarlier: boolean }): Promise<boolean> {
  const { responseId, page: name, version, answers, keepEarlier } = page;
  const { tenantId, actorId } = tx.scope;
  if (version === 0) {
    const made = await sql`
      insert into questionnaires.page_answer (tenant_id, response_id, page, answers, saved_at, saved_by)
      values (${tenantId}, ${responseId}, ${name}, ${JSON.stringify(answers)}::jsonb, ${tx.now}, ${actorId})
      on conflict do nothing`.execute(tx.on<never>());
    return made.numAffectedRows === 1n;
  }
  const changed = await sql`
    with before as (
      select * from questionnaires.page_answer
      where tenant_id = ${tenantId} and response_id = ${responseId} and page = ${name} and version = ${version} for update
    ), kept as (
      insert into questionnaires.earlier_answer (tenant_id, response_id, page, version, answers, saved_at, saved_by)
      select tenant_id, response_id, page, version, answers, saved_at, saved_by from before where ${keepEarlier}
    )
    update questionnaires.page_answer as page
    set answers = ${JSON.stringify(answers)}::jsonb, saved_at = ${tx.now}, saved_by = ${actorId}, version = page.version + 1
    from before where page.tenant_id = before.tenant_id and page.response_id = before.response_id and page.page = before.page`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Ends a response. False when it had ended already. */
export async function completeResponse(tx: Transaction, id: string): Promise<boolean> {
  const completed = await sql`
    update questionnaires.response set completed_at = ${tx.now}, completed_by = ${tx.scope.actorId}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and completed_at is null`.execute(tx.on<never>());
  return completed.numAffectedRows === 1n;
}
