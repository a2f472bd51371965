import { sql } from 'kysely';
import type { Transaction } from '../../../kernel/db/types.ts';
import { withinReach, type Reach } from '../reach.store.ts';

/**
 * Gives running cases to a guide; answers those that changed hands. A case whose talk is planned stays with the guide of that
 * talk: it is given to another by moving the talk.
 */
export async function giveToGuide(tx: Transaction, { caseIds, guideId, reach }: { caseIds: readonly string[]; guideId: string; reach: Reach }): Promise<{ id: string; householdId: string }[]> {
  const given = await sql<{ id: string; household_id: string }>`
    update cases.case_file as file set guide_id = ${guideId}, version = version + 1
    where file.tenant_id = ${tx.scope.tenantId} and file.id = any (${caseIds}::uuid[]) and file.closed_on is null and ${withinReach(reach)}
      and not exists (select from cases.appointment where appointment.tenant_id = file.tenant_id and appointment.case_id = file.id and appointment.state = 'planned')
    returning file.id, file.household_id`.execute(tx.on<never>());
  return given.rows.map(({ id, household_id }) => ({ id, householdId: household_id }));
}
