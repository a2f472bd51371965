import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';

/** A need told in a talk: on which page, and which option; '' for one in own words. */
export interface Need {
  page: string;
  need: string;
}

export async function findNeeds(read: Read, caseId: string): Promise<Need[]> {
  const found = await sql<Need>`select page, need from cases.need where tenant_id = ${read.scope.tenantId} and case_id = ${caseId}`.execute(read.on<never>());
  return found.rows;
}

/** Throws when one of these needs became a question already. */
export async function insertNeeds(tx: Transaction, caseId: string, needs: readonly (Need & { questionId: string })[]): Promise<void> {
  if (needs.length === 0) return;
  await sql`
    insert into cases.need (tenant_id, case_id, page, need, question_id)
    select ${tx.scope.tenantId}::uuid, ${caseId}::uuid, page, need, question_id
    from unnest(${needs.map(({ page }) => page)}::text[], ${needs.map(({ need }) => need)}::text[], ${needs.map(({ questionId }) => questionId)}::uuid[]) as row (page, need, question_id)`.execute(tx.on<never>());
}
