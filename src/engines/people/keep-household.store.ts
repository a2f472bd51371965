import { sql } from 'kysely';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { hasAddress, type Address, type HouseholdRole } from './household.ts';
import type { Municipality } from './person.ts';

export interface HouseholdToInsert {
  id: string;
  reference: string | null;
  arrivedOn: Temporal.PlainDate | null;
  municipality: Municipality;
  address: Address | null;
}

export async function insertHouseholds(tx: Transaction, households: readonly HouseholdToInsert[]): Promise<void> {
  const rows = households.map(({ id, reference, arrivedOn, municipality }) => ({
    id,
    reference,
    arrived_on: arrivedOn?.toString() ?? null,
    municipality_nis: municipality.nis,
    municipality_name: municipality.name,
  }));
  await sql`
    insert into people.household (tenant_id, id, reference, arrived_on, municipality_nis, municipality_name, registered_at)
    select ${tx.scope.tenantId}::uuid, id, reference, arrived_on, municipality_nis, municipality_name, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, reference text, arrived_on date, municipality_nis text, municipality_name text)`.execute(tx.on<never>());
  await insertAddresses(tx, households.map(({ id, arrivedOn, address }) => ({ householdId: id, fromDay: arrivedOn, address })));
}

async function insertAddresses(tx: Transaction, homes: readonly { householdId: string; fromDay: Temporal.PlainDate | null; address: Address | null }[]): Promise<void> {
  const rows = homes.flatMap(({ householdId, fromDay, address }) =>
    address && hasAddress(address)
      ? [{ id: newId(), household_id: householdId, street: address.street, number: address.number, box: address.box, postcode: address.postcode, nis: address.municipality.nis, name: address.municipality.name, from_day: fromDay?.toString() ?? null }]
      : [],
  );
  if (rows.length === 0) return;
  await sql`
    insert into people.address (tenant_id, id, household_id, street, number, box, postcode, municipality_nis, municipality_name, from_day)
    select ${tx.scope.tenantId}::uuid, id, household_id, street, number, box, postcode, nis, name, from_day
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, household_id uuid, street text, number text, box text, postcode text, nis text, name text, from_day date)`.execute(tx.on<never>());
}

export interface MemberToInsert {
  householdId: string;
  personId: string;
  role: HouseholdRole;
  place: number;
  joinedOn: Temporal.PlainDate | null;
}

/** Whoever was a member before comes back as one. */
export async function insertMembers(tx: Transaction, members: readonly MemberToInsert[]): Promise<void> {
  const rows = members.map(({ householdId, personId, role, place, joinedOn }) => ({ household_id: householdId, person_id: personId, role, place, joined_on: joinedOn?.toString() ?? null }));
  await sql`
    insert into people.household_member (tenant_id, household_id, person_id, role, place, joined_on)
    select ${tx.scope.tenantId}::uuid, household_id, person_id, role, place, joined_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (household_id uuid, person_id uuid, role text, place smallint, joined_on date)
    on conflict (tenant_id, household_id, person_id) do update set role = excluded.role, place = excluded.place, joined_on = excluded.joined_on, left_on = null`.execute(tx.on<never>());
}

/**
 * Persons who are known already come to live in a household: they leave the one where they lived. A first day that lies
 * before the one on which they joined there is corrected to that one. Answers the households that they left.
 */
export async function movePersons(tx: Transaction, moves: readonly { personId: string; householdId: string; on: Temporal.PlainDate }[]): Promise<string[]> {
  if (moves.length === 0) return [];
  const rows = moves.map(({ personId, householdId, on }) => ({ person_id: personId, household_id: householdId, day: on.toString() }));
  const left = await sql<{ household_id: string }>`
    with move as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (person_id uuid, household_id uuid, day date)),
    leaving as (
      update people.household_member as member set left_on = greatest(move.day, member.joined_on) from move
      where member.tenant_id = ${tx.scope.tenantId} and member.person_id = move.person_id and member.household_id <> move.household_id and member.left_on is null
      returning member.household_id
    ), living as (
      update people.person set household_id = move.household_id, version = version + 1 from move
      where person.tenant_id = ${tx.scope.tenantId} and person.id = move.person_id
    )
    update people.household set version = version + 1 from leaving
    where household.tenant_id = ${tx.scope.tenantId} and household.id = leaving.household_id
    returning household.id as household_id`.execute(tx.on<never>());
  return [...new Set(left.rows.map(({ household_id }) => household_id))];
}

/** A member leaves and lives in no household that is known here. The reference person's place goes to who stands next. */
export async function endMembership(tx: Transaction, { householdId, personId, on }: { householdId: string; personId: string; on: Temporal.PlainDate }): Promise<void> {
  const db = tx.on<never>();
  await sql`
    update people.household_member set left_on = greatest(${on}::date, joined_on)
    where tenant_id = ${tx.scope.tenantId} and household_id = ${householdId} and person_id = ${personId} and left_on is null`.execute(db);
  await sql`
    update people.person set household_id = null, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${personId} and household_id = ${householdId}`.execute(db);
}

/**
 * A member who left is one again, as long as they live nowhere else. Whoever took the reference person's place keeps it. False when
 * there is nothing to take back.
 */
export async function reopenMembership(tx: Transaction, { householdId, personId }: { householdId: string; personId: string }): Promise<boolean> {
  const back = await sql`
    with member as (
      update people.household_member as member set left_on = null, role = case when role = 'reference' then 'other' else role end
      from people.person
      where member.tenant_id = ${tx.scope.tenantId} and member.household_id = ${householdId} and member.person_id = ${personId} and left_on is not null
        and person.tenant_id = member.tenant_id and person.id = member.person_id and person.household_id is null
      returning member.tenant_id, member.household_id, member.person_id
    ), household as (
      update people.household set version = version + 1 from member where household.tenant_id = member.tenant_id and household.id = member.household_id
    )
    update people.person set household_id = member.household_id, version = version + 1
    from member where person.tenant_id = member.tenant_id and person.id = member.person_id`.execute(tx.on<never>());
  return back.numAffectedRows === 1n;
}

/** Gives the first member left the place of the reference person where nobody holds it. */
export async function fillReference(tx: Transaction, householdIds: readonly string[]): Promise<void> {
  await sql`
    update people.household_member as member set role = 'reference'
    from (
      select distinct on (household_id) household_id, person_id from people.household_member
      where tenant_id = ${tx.scope.tenantId} and household_id = any (${householdIds}::uuid[]) and left_on is null
      order by household_id, role = 'reference' desc, place
    ) as next
    where member.tenant_id = ${tx.scope.tenantId} and member.household_id = next.household_id and member.person_id = next.person_id and member.role <> 'reference'`.execute(tx.on<never>());
}

export interface HouseholdChange {
  id: string;
  version: number;
  arrivedOn: Temporal.PlainDate | null;
  municipality: Municipality;
}

/** False when it is gone or was changed since. Members who arrived with it arrive with it still. */
export async function updateHousehold(tx: Transaction, change: HouseholdChange): Promise<boolean> {
  const db = tx.on<never>();
  const before = await sql<{ arrived_on: Temporal.PlainDate | null }>`
    select arrived_on from people.household where tenant_id = ${tx.scope.tenantId} and id = ${change.id} and version = ${change.version} for update`.execute(db);
  if (!before.rows[0]) return false;
  await sql`
    update people.household set arrived_on = ${change.arrivedOn}::date, municipality_nis = ${change.municipality.nis}, municipality_name = ${change.municipality.name}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${change.id}`.execute(db);
  await sql`
    update people.person set arrived_on = ${change.arrivedOn}::date, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and household_id = ${change.id}
      and arrived_on is not distinct from ${before.rows[0].arrived_on}::date and arrived_on is distinct from ${change.arrivedOn}::date`.execute(db);
  return true;
}

/** The household moves: the old address ends the day the new one begins. The same address again changes nothing. */
export async function replaceAddress(tx: Transaction, householdId: string, { address, on }: { address: Address | null; on: Temporal.PlainDate }): Promise<void> {
  await sql`
    update people.address set until_day = greatest(${on}::date, from_day)
    where tenant_id = ${tx.scope.tenantId} and household_id = ${householdId} and until_day is null`.execute(tx.on<never>());
  await insertAddresses(tx, [{ householdId, fromDay: on, address }]);
}

/** Puts right an address that was written down wrong: nobody moved. */
export async function correctAddress(tx: Transaction, householdId: string, address: Address): Promise<void> {
  await sql`
    update people.address set street = ${address.street}, number = ${address.number}, box = ${address.box}, postcode = ${address.postcode},
      municipality_nis = ${address.municipality.nis}, municipality_name = ${address.municipality.name}
    where tenant_id = ${tx.scope.tenantId} and household_id = ${householdId} and until_day is null`.execute(tx.on<never>());
}

/** True when this version was the last; it is one later now. */
export async function countHouseholdChange(tx: Transaction, { id, version }: { id: string; version: number }): Promise<boolean> {
  const changed = await sql`update people.household set version = version + 1 where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}
