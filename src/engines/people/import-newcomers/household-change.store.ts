import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Address } from '../household.ts';

/** The household that carries each of these references; of several, the one registered last. */
export async function findHouseholdIdsByReference(read: Read, references: readonly string[]): Promise<Map<string, string>> {
  if (references.length === 0) return new Map();
  const found = await sql<{ reference: string; id: string }>`
    select distinct on (reference) reference, id from people.household
    where tenant_id = ${read.scope.tenantId} and reference = any (${references}::text[]) order by reference, registered_at desc, id desc`.execute(read.on<never>());
  return new Map(found.rows.map(({ reference, id }) => [reference, id]));
}

/** Households that had no reference yet take that of the list, so that the next list finds them. */
export async function referHouseholds(tx: Transaction, households: readonly { id: string; reference: string }[]): Promise<void> {
  if (households.length === 0) return;
  await sql`
    update people.household set reference = row.reference, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(households)}::jsonb) as row (id uuid, reference text)
    where household.tenant_id = ${tx.scope.tenantId} and household.id = row.id and household.reference is null`.execute(tx.on<never>());
}

export interface HomeChange {
  id: string;
  arrivedOn?: Temporal.PlainDate | undefined;
  address?: Address | undefined;
  /** The first day at the new address. */
  on: Temporal.PlainDate;
}

/** Other days of arrival and other addresses, of many households at once: an old address ends, a new one begins. */
export async function changeHomes(tx: Transaction, homes: readonly HomeChange[]): Promise<void> {
  if (homes.length === 0) return;
  const db = tx.on<never>();
  const rows = homes.map(({ id, arrivedOn, address, on }) => ({ id, address_id: newId(), arrived_on: arrivedOn?.toString() ?? null, moves: address !== undefined, on: on.toString(), ...columnsOf(address) }));
  const json = JSON.stringify(rows);
  const shape = sql`(id uuid, address_id uuid, arrived_on date, moves boolean, "on" date, street text, number text, box text, postcode text, nis text, name text)`;
  await sql`
    update people.household set arrived_on = coalesce(row.arrived_on, household.arrived_on), version = version + 1,
      municipality_nis = case when moves then row.nis else municipality_nis end, municipality_name = case when moves then row.name else municipality_name end
    from jsonb_to_recordset(${json}::jsonb) as row ${shape} where household.tenant_id = ${tx.scope.tenantId} and household.id = row.id`.execute(db);
  await sql`
    update people.address set until_day = greatest(row."on", from_day) from jsonb_to_recordset(${json}::jsonb) as row ${shape}
    where address.tenant_id = ${tx.scope.tenantId} and address.household_id = row.id and row.moves and until_day is null`.execute(db);
  await sql`
    insert into people.address (tenant_id, id, household_id, street, number, box, postcode, municipality_nis, municipality_name, from_day)
    select ${tx.scope.tenantId}::uuid, address_id, id, street, number, box, postcode, nis, name, "on" from jsonb_to_recordset(${json}::jsonb) as row ${shape} where moves`.execute(db);
}

function columnsOf(address: Address | undefined) {
  return { street: address?.street ?? null, number: address?.number ?? null, box: address?.box ?? null, postcode: address?.postcode ?? null, nis: address?.municipality.nis ?? null, name: address?.municipality.name ?? null };
}
