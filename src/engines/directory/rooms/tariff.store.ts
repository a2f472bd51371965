import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Renter, RenterKind, RentalTerm, Tariff } from './tariff.ts';
import type { RoomKind } from './room.ts';

/** Everything about money of one building, or of all. */
export async function findTariffs(read: Read, { buildingId }: { buildingId?: string } = {}): Promise<Tariff[]> {
  const found = await sql<{ id: string; building_id: string; room_id: string | null; room_kind: RoomKind | null; renter: RenterKind | null; hour_cents: number | null; half_day_cents: number | null; day_cents: number | null; from_on: Temporal.PlainDate }>`
    select id, building_id, room_id, room_kind, renter, hour_cents, half_day_cents, day_cents, from_on from directory.room_tariff
    where tenant_id = ${read.scope.tenantId} and (${buildingId ?? null}::uuid is null or building_id = ${buildingId ?? null}::uuid)
    order by building_id, from_on desc, room_id nulls last, room_kind nulls last, renter nulls last limit 1000`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, buildingId: row.building_id, roomId: row.room_id, roomKind: row.room_kind, renter: row.renter, hourCents: row.hour_cents, halfDayCents: row.half_day_cents, dayCents: row.day_cents, from: row.from_on }));
}

/** Sets a price; one for the same thing from the same day is replaced. */
export async function putTariff(tx: Transaction, { id, buildingId, roomId, roomKind, renter, hourCents, halfDayCents, dayCents, from }: Tariff): Promise<void> {
  await sql`
    insert into directory.room_tariff (tenant_id, id, building_id, room_id, room_kind, renter, hour_cents, half_day_cents, day_cents, from_on, made_at)
    values (${tx.scope.tenantId}, ${id}, ${buildingId}, ${roomId}, ${roomKind}, ${renter}, ${hourCents}, ${halfDayCents}, ${dayCents}, ${from}, ${tx.now})
    on conflict (tenant_id, building_id, room_id, room_kind, renter, from_on)
    do update set hour_cents = excluded.hour_cents, half_day_cents = excluded.half_day_cents, day_cents = excluded.day_cents`.execute(tx.on<never>());
}

export async function findTerms(read: Read, { buildingId }: { buildingId?: string } = {}): Promise<RentalTerm[]> {
  const found = await sql<{ id: string; building_id: string; cancel_days: number; late_percent: number; half_day_hours: number; from_on: Temporal.PlainDate }>`
    select id, building_id, cancel_days, late_percent, half_day_hours, from_on from directory.rental_term
    where tenant_id = ${read.scope.tenantId} and (${buildingId ?? null}::uuid is null or building_id = ${buildingId ?? null}::uuid)
    order by building_id, from_on desc`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, buildingId: row.building_id, cancelDays: row.cancel_days, latePercent: row.late_percent, halfDayHours: row.half_day_hours, from: row.from_on }));
}

export async function putTerm(tx: Transaction, { id, buildingId, cancelDays, latePercent, halfDayHours, from }: RentalTerm): Promise<void> {
  await sql`
    insert into directory.rental_term (tenant_id, id, building_id, cancel_days, late_percent, half_day_hours, from_on, made_at)
    values (${tx.scope.tenantId}, ${id}, ${buildingId}, ${cancelDays}, ${latePercent}, ${halfDayHours}, ${from}, ${tx.now})
    on conflict (tenant_id, building_id, from_on)
    do update set cancel_days = excluded.cancel_days, late_percent = excluded.late_percent, half_day_hours = excluded.half_day_hours`.execute(tx.on<never>());
}

/** What kind of renter each organisation is; one that was never said is an association. */
export async function findRenters(read: Read): Promise<Renter[]> {
  const found = await sql<{ organisation_id: string; name: string; kind: RenterKind; reference: string | null }>`
    select renter.organisation_id, organisation.name, renter.kind, renter.reference from directory.renter
    join directory.organisation on organisation.tenant_id = renter.tenant_id and organisation.id = renter.organisation_id
    where renter.tenant_id = ${read.scope.tenantId} order by lower(organisation.name)`.execute(read.on<never>());
  return found.rows.map((row) => ({ organisationId: row.organisation_id, name: row.name, kind: row.kind, reference: row.reference }));
}

export async function putRenter(tx: Transaction, { organisationId, kind, reference }: Omit<Renter, 'name'>): Promise<void> {
  await sql`
    insert into directory.renter (tenant_id, organisation_id, kind, reference) values (${tx.scope.tenantId}, ${organisationId}, ${kind}, ${reference})
    on conflict (tenant_id, organisation_id) do update set kind = excluded.kind, reference = excluded.reference`.execute(tx.on<never>());
}
