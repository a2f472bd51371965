import { sql } from 'kysely';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { Moved } from '../../../kernel/holdings/holding.ts';

const slots = 'directory.slot';
const walkIns = 'directory.walk_in';

/** Makes the appointments and walk-ins of one person another's; gives what was moved. */
export async function movePerson(tx: Transaction, from: string, into: string): Promise<Moved[]> {
  const { tenantId } = tx.scope;
  const movedSlots = await sql<{ id: string }>`update directory.slot set person_id = ${into} where tenant_id = ${tenantId} and person_id = ${from} returning id`.execute(tx.on<never>());
  const movedWalkIns = await sql<{ id: string }>`update directory.walk_in set person_id = ${into} where tenant_id = ${tenantId} and person_id = ${from} returning id`.execute(tx.on<never>());
  return [...movedSlots.rows.map(({ id }) => ({ table: slots, id })), ...movedWalkIns.rows.map(({ id }) => ({ table: walkIns, id }))];
}

/** What was released meanwhile is nobody's, and stays so. */
export async function movePersonBack(tx: Transaction, moved: readonly Moved[], to: string): Promise<void> {
  const idsOf = (table: string) => moved.filter((each) => each.table === table).map(({ id }) => id);
  await sql`update directory.slot set person_id = ${to} where tenant_id = ${tx.scope.tenantId} and id = any (${idsOf(slots)}::uuid[]) and person_id is not null`.execute(tx.on<never>());
  await sql`update directory.walk_in set person_id = ${to} where tenant_id = ${tx.scope.tenantId} and id = any (${idsOf(walkIns)}::uuid[]) and person_id is not null`.execute(tx.on<never>());
}

/** That a slot was taken and that someone walked in stays counted, as nobody's; a slot that is still ahead becomes free. */
export async function forgetPerson(tx: Transaction, personId: string): Promise<void> {
  await sql`
    update directory.slot set taken_at = null, taken_by = null, referral_id = null, person_id = null, called = null, outcome = null, changed_at = ${tx.now}, sequence = sequence + 1
    where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and starts_at > ${tx.now}`.execute(tx.on<never>());
  await sql`update directory.slot set person_id = null, called = null, referral_id = null where tenant_id = ${tx.scope.tenantId} and person_id = ${personId}`.execute(tx.on<never>());
  await sql`update directory.walk_in set person_id = null, called = null where tenant_id = ${tx.scope.tenantId} and person_id = ${personId}`.execute(tx.on<never>());
}
