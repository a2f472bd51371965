import { sql } from 'kysely';
import type { Transaction } from '../../kernel/db/types.ts';
import type { Answers } from './facts.ts';

/** A questionnaire that was filled in elsewhere, from the first page to the last. */
export interface WholeResponse {
  id: string;
  questionnaire: string;
  subject: { type: string; id: string };
  /** BCP 47. */
  language: string;
  answers: Answers;
}

/** Keeps whole responses as completed now, by who acts; one statement a table. */
export async function insertWholeResponses(tx: Transaction, responses: readonly WholeResponse[]): Promise<void> {
  const { tenantId, actorId } = tx.scope;
  const rows = responses.map(({ id, questionnaire, subject, language }) => ({ id, questionnaire, subject_type: subject.type, subject_id: subject.id, language }));
  await sql`
    insert into questionnaires.response (tenant_id, id, questionnaire, subject_type, subject_id, language, opened_at, opened_by, completed_at, completed_by)
    select ${tenantId}::uuid, id, questionnaire, subject_type, subject_id, language, ${tx.now}::timestamptz, ${actorId}::uuid, ${tx.now}::timestamptz, ${actorId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, questionnaire text, subject_type text, subject_id uuid, language text)`.execute(tx.on<never>());
  const pages = responses.flatMap(({ id, answers }) => Object.entries(answers).map(([page, given]) => ({ response_id: id, page, answers: given })));
  await sql`
    insert into questionnaires.page_answer (tenant_id, response_id, page, answers, saved_at, saved_by)
    select ${tenantId}::uuid, response_id, page, answers, ${tx.now}::timestamptz, ${actorId}::uuid
    from jsonb_to_recordset(${JSON.stringify(pages)}::jsonb) as row (response_id uuid, page text, answers jsonb)`.execute(tx.on<never>());
}
