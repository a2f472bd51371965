import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { HouseholdRole } from '../household.ts';
import type { Changed, Membership } from './homes.ts';

/** All rows of these households and of these persons, ended ones too. */
export async function findMemberships(read: Read, { households, persons }: { households: readonly string[]; persons: readonly string[] }): Promise<Membership[]> {
  const found = await sql<{ household_id: string; person_id: string; role: HouseholdRole; place: number; joined_on: string | null; left_on: string | null }>`
    select household_id, person_id, role, place, joined_on::text as joined_on, left_on::text as left_on from people.household_member
    where tenant_id = ${read.scope.tenantId} and (household_id = any (${households}::uuid[]) or person_id = any (${persons}::uuid[]))
    order by household_id, place, person_id`.execute(read.on<never>());
  return found.rows.map((row) => ({ householdId: row.household_id, personId: row.person_id, role: row.role, place: row.place, joinedOn: row.joined_on, leftOn: row.left_on }));
}

/** Writes rows as they become; whose household is touched sees another version of it. */
export async function writeMemberships(tx: Transaction, changes: readonly Changed[]): Promise<void> {
  if (changes.length === 0) return;
  const db = tx.on<never>();
  const asRow = ({ householdId, personId, role, place, joinedOn, leftOn }: Membership) => ({ household_id: householdId, person_id: personId, role, place, joined_on: joinedOn, left_on: leftOn });
  const gone = changes.flatMap(({ before, after }) => (before && !after ? [asRow(before)] : []));
  // First persons come last: of two in one household, the one who was it stops being it before the other begins.
  const kept = changes.flatMap(({ after }) => (after ? [asRow(after)] : [])).toSorted((a, b) => Number(a.role === 'reference' && a.left_on === null) - Number(b.role === 'reference' && b.left_on === null));
  await sql`
    delete from people.household_member as member using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as row (household_id uuid, person_id uuid)
    where member.tenant_id = ${tx.scope.tenantId} and member.household_id = row.household_id and member.person_id = row.person_id`.execute(db);
  await sql`
    insert into people.household_member (tenant_id, household_id, person_id, role, place, joined_on, left_on)
    select ${tx.scope.tenantId}::uuid, household_id, person_id, role, place, joined_on, left_on
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as row (household_id uuid, person_id uuid, role text, place smallint, joined_on date, left_on date)
    on conflict (tenant_id, household_id, person_id) do update set role = excluded.role, place = excluded.place, joined_on = excluded.joined_on, left_on = excluded.left_on`.execute(db);
  const touched = [...new Set([...gone, ...kept].map(({ household_id }) => household_id))];
  await sql`update people.household set version = version + 1 where tenant_id = ${tx.scope.tenantId} and id = any (${touched}::uuid[])`.execute(db);
}

/** Where persons live. */
export async function writeLivingIn(tx: Transaction, homes: ReadonlyMap<string, string | null>): Promise<void> {
  const rows = JSON.stringify([...homes].map(([id, household_id]) => ({ id, household_id })));
  await sql`
    update people.person set household_id = row.household_id, version = version + 1
    from jsonb_to_recordset(${rows}::jsonb) as row (id uuid, household_id uuid)
    where person.tenant_id = ${tx.scope.tenantId} and person.id = row.id and person.household_id is distinct from row.household_id`.execute(tx.on<never>());
}

/** Where persons live now, those too who were merged. */
export async function findLivingIn(read: Read, personIds: readonly string[]): Promise<Map<string, string | null>> {
  const found = await sql<{ id: string; household_id: string | null }>`
    select id, household_id from people.person where tenant_id = ${read.scope.tenantId} and id = any (${personIds}::uuid[])`.execute(read.on<never>());
  return new Map(found.rows.map(({ id, household_id }) => [id, household_id]));
}

/** In the order of their ids, so that two mergers wait for each other instead of for ever. */
export async function lockHouseholds(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`select id from people.household where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[]) order by id for update`.execute(tx.on<never>());
}

export async function setHouseholdMerged(tx: Transaction, id: string, into: string | null): Promise<void> {
  await sql`update people.household set merged_into = ${into}::uuid, version = version + 1 where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}
