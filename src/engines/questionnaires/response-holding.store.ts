import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Holding } from '../../kernel/holdings/holding.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { PageAnswers } from './facts.ts';

const table = 'questionnaires.response';

/** What was answered about a person, or about a household as a whole. What was answered in a case is the case's. */
function responsesAbout(subject: 'person' | 'household'): Holding {
  return {
    subject,
    name: `answers-about-${subject}`,
    gather: (read, id) => gatherResponses(read, subject, id),
    /** One that is still open stays behind where the other has the same one open: it comes back with who was merged. */
    async move(tx, from, into) {
      const moved = await sql<{ id: string }>`
        update questionnaires.response as response set subject_id = ${into}
        where tenant_id = ${tx.scope.tenantId} and subject_type = ${subject} and subject_id = ${from}
          and not (completed_at is null and exists (
            select from questionnaires.response as open where open.tenant_id = response.tenant_id and open.subject_type = ${subject} and open.subject_id = ${into}
              and open.questionnaire = response.questionnaire and open.completed_at is null))
        returning id`.execute(tx.on<never>());
      return moved.rows.map(({ id }) => ({ table, id }));
    },
    async moveBack(tx, moved, to) {
      const ids = moved.filter((row) => row.table === table).map(({ id }) => id);
      await sql`update questionnaires.response set subject_id = ${to} where tenant_id = ${tx.scope.tenantId} and subject_type = ${subject} and id = any (${ids}::uuid[])`.execute(tx.on<never>());
    },
    forget: (tx, id) => forgetResponses(tx, { type: subject, ids: [id] }),
  };
}

/** Erases what was answered about these, pages and earlier pages too. */
export async function forgetResponses(tx: Transaction, { type, ids }: { type: string; ids: readonly string[] }): Promise<void> {
  const { tenantId } = tx.scope;
  const db = tx.on<never>();
  const about = sql`select id from questionnaires.response where tenant_id = ${tenantId} and subject_type = ${type} and subject_id = any (${ids}::uuid[])`;
  await sql`
    with earlier as (delete from questionnaires.earlier_answer where tenant_id = ${tenantId} and response_id in (${about}))
    delete from questionnaires.page_answer where tenant_id = ${tenantId} and response_id in (${about})`.execute(db);
  await sql`delete from questionnaires.response where tenant_id = ${tenantId} and subject_type = ${type} and subject_id = any (${ids}::uuid[])`.execute(db);
}

async function gatherResponses(read: Read, subject: string, id: string): Promise<Record<string, unknown>[]> {
  const found = await sql<{ questionnaire: string; language: string; opened_at: Temporal.Instant; completed_at: Temporal.Instant | null; pages: Record<string, PageAnswers> }>`
    select questionnaire, language, opened_at, completed_at,
      coalesce((select jsonb_object_agg(page, answers) from questionnaires.page_answer as page where page.tenant_id = response.tenant_id and page.response_id = response.id), '{}') as pages
    from questionnaires.response as response
    where tenant_id = ${read.scope.tenantId} and subject_type = ${subject} and subject_id = ${id} order by opened_at, id`.execute(read.on<never>());
  return found.rows.map((row) => ({ questionnaire: row.questionnaire, language: row.language, opened: row.opened_at.toString(), completed: row.completed_at?.toString() ?? null, answers: row.pages }));
}

export const responseHoldings: Holding[] = [responsesAbout('person'), responsesAbout('household')];
