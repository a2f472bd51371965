import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

/** Households that went apart or came together. */
export interface Turn {
  id: string;
  kind: 'split' | 'merge';
  /** Split: who was left. Merge: who came. */
  fromHouseholdId: string;
  /** Split: who went. Merge: where to. */
  intoHouseholdId: string;
  onDay: Temporal.PlainDate;
  undoneAt: Temporal.Instant | null;
}

const turnColumns = sql`id, kind, from_household_id as "fromHouseholdId", into_household_id as "intoHouseholdId", on_day as "onDay", undone_at as "undoneAt"`;

/** What both households are now, as the database has it, to be put back by `restore`. */
export async function snapshot(read: Read, householdIds: readonly string[]): Promise<string> {
  const found = await sql<{ before: unknown }>`
    select jsonb_build_object(
      'members', coalesce((select jsonb_agg(to_jsonb(member)) from people.household_member as member where member.tenant_id = ${read.scope.tenantId} and member.household_id = any (${householdIds}::uuid[])), '[]'),
      'persons', coalesce((select jsonb_agg(jsonb_build_object('id', id, 'household_id', household_id)) from people.person where tenant_id = ${read.scope.tenantId} and household_id = any (${householdIds}::uuid[])), '[]'),
      'addresses', coalesce((select jsonb_agg(to_jsonb(address)) from people.address where tenant_id = ${read.scope.tenantId} and household_id = any (${householdIds}::uuid[])), '[]')
    ) as before`.execute(read.on<never>());
  return JSON.stringify(found.rows[0]!.before);
}

export async function insertTurn(tx: Transaction, turn: Pick<Turn, 'kind' | 'fromHouseholdId' | 'intoHouseholdId' | 'onDay'> & { before: string }): Promise<string> {
  const id = newId();
  await sql`
    insert into people.household_turn (tenant_id, id, kind, from_household_id, into_household_id, on_day, before, from_version, into_version, turned_at)
    select ${tx.scope.tenantId}::uuid, ${id}::uuid, ${turn.kind}, came.id, went.id, ${turn.onDay}::date, ${turn.before}::jsonb, came.version, went.version, ${tx.now}::timestamptz
    from people.household as came join people.household as went on went.tenant_id = came.tenant_id and went.id = ${turn.intoHouseholdId}::uuid
    where came.tenant_id = ${tx.scope.tenantId} and came.id = ${turn.fromHouseholdId}::uuid`.execute(tx.on<never>());
  return id;
}

/** What happened to a household, newest first, what was taken back left out. */
export async function findTurns(read: Read, householdId: string): Promise<Turn[]> {
  const found = await sql<Turn>`
    select ${turnColumns} from people.household_turn
    where tenant_id = ${read.scope.tenantId} and (from_household_id = ${householdId} or into_household_id = ${householdId}) and undone_at is null order by turned_at desc, id desc`.execute(read.on<never>());
  return found.rows;
}

/** The turn, when both households are still as it left them; undefined when something changed since, or when it was taken back. */
export async function findUndoable(tx: Transaction, id: string): Promise<Turn | undefined> {
  const found = await sql<Turn>`
    select ${turnColumns} from people.household_turn as turn where tenant_id = ${tx.scope.tenantId} and id = ${id} and undone_at is null
      and exists (select from people.household where household.tenant_id = turn.tenant_id and household.id = turn.from_household_id and household.version = turn.from_version)
      and exists (select from people.household where household.tenant_id = turn.tenant_id and household.id = turn.into_household_id and household.version = turn.into_version)
    for update`.execute(tx.on<never>());
  return found.rows[0];
}

/** Puts members and addresses back as they were before. Answers the persons who live elsewhere by it. */
export async function restore(tx: Transaction, { id, fromHouseholdId, intoHouseholdId }: Turn): Promise<string[]> {
  const db = tx.on<never>();
  const both = [fromHouseholdId, intoHouseholdId];
  const turn = sql`(select before from people.household_turn where tenant_id = ${tx.scope.tenantId} and id = ${id})`;
  await sql`delete from people.household_member where tenant_id = ${tx.scope.tenantId} and household_id = any (${both}::uuid[])`.execute(db);
  await sql`delete from people.address where tenant_id = ${tx.scope.tenantId} and household_id = any (${both}::uuid[])`.execute(db);
  await sql`insert into people.household_member select was.* from jsonb_populate_recordset(null::people.household_member, ${turn} -> 'members') as was
    join people.person on person.tenant_id = was.tenant_id and person.id = was.person_id`.execute(db);
  await sql`insert into people.address select * from jsonb_populate_recordset(null::people.address, ${turn} -> 'addresses')`.execute(db);
  const moved = await sql<{ id: string }>`
    update people.person set household_id = was.household_id, version = person.version + 1
    from jsonb_populate_recordset(null::people.person, ${turn} -> 'persons') as was
    where person.tenant_id = ${tx.scope.tenantId} and person.id = was.id and person.household_id is distinct from was.household_id returning person.id`.execute(db);
  await sql`update people.household set version = version + 1 where tenant_id = ${tx.scope.tenantId} and id = any (${both}::uuid[])`.execute(db);
  await sql`update people.household_turn set undone_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(db);
  return moved.rows.map((row) => row.id);
}

/** Nobody lives there together any more: its address ends on that day. */
export async function endAddress(tx: Transaction, householdId: string, on: Temporal.PlainDate): Promise<void> {
  await sql`update people.address set until_day = greatest(${on}::date, from_day) where tenant_id = ${tx.scope.tenantId} and household_id = ${householdId} and until_day is null`.execute(tx.on<never>());
}
