import { sql } from 'kysely';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Place } from './service.ts';

export interface PlacedPlace extends Place {
  serviceId: string;
  /** The first place of a service has 0. */
  position: number;
}

/** A place from lines of text: the last one is postal code and town when it reads so, else all of it stays together. */
export function placeOfLines(lines: string): Place {
  const read = /^([^]*?)(?:^|\r?\n)\s*(\d{4}) +(\S[^\n]*)$/.exec(lines.trim());
  const [street = '', postalCode = '', city = ''] = read ? read.slice(1) : [lines.trim()];
  return { id: newId(), name: '', street, postalCode, city: city.trim(), nis: null, latitude: null, longitude: null, accessibility: '', route: '' };
}

/** Adds places, each in the municipality of the area whose name its town has, and keeps with their services where they are. */
export async function insertPlaces(tx: Transaction, places: readonly PlacedPlace[]): Promise<void> {
  if (places.length === 0) return;
  await sql`
    insert into directory.place (tenant_id, service_id, id, position, name, street, postal_code, city, nis, latitude, longitude, accessibility, route)
    select ${tx.scope.tenantId}::uuid, "serviceId", id, position, name, street, "postalCode", city, coalesce(nis, (${nisOfCity(tx)})), latitude, longitude, accessibility, route
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as row ("serviceId" uuid, id uuid, position int, name text, street text, "postalCode" text, city text,
      nis text, latitude float8, longitude float8, accessibility text, route text)`.execute(tx.on<never>());
  await locate(tx, [...new Set(places.map(({ serviceId }) => serviceId))]);
}

/** The places of services, all of them: what is not among the new ones is gone. */
export async function replacePlaces(tx: Transaction, serviceIds: readonly string[], places: readonly PlacedPlace[]): Promise<void> {
  await sql`delete from directory.place where tenant_id = ${tx.scope.tenantId} and service_id = any (${[...serviceIds]}::uuid[])`.execute(tx.on<never>());
  await insertPlaces(tx, places);
  await locate(tx, serviceIds);
}

async function locate(tx: Transaction, serviceIds: readonly string[]): Promise<void> {
  await sql`
    update directory.service set located = coalesce((
      select array_agg(distinct nis) from directory.place where place.tenant_id = service.tenant_id and place.service_id = service.id and nis is not null), '{}')
    where tenant_id = ${tx.scope.tenantId} and id = any (${[...serviceIds]}::uuid[])`.execute(tx.on<never>());
}

function nisOfCity(tx: Transaction) {
  return sql`select nis from (
    select nis, name from directory.municipality where tenant_id = ${tx.scope.tenantId}
    union all select nis_code, tenant.name from kernel.tenant where tenant_id = ${tx.scope.tenantId} and nis_code is not null and kind <> 'partnership') as area
    where lower(area.name) = lower(row.city) limit 1`;
}
