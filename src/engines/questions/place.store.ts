import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Place } from './place.ts';

interface Row {
  id: string;
  label: string;
  municipality: string;
}

const asPlace = (row: Row): Place => ({ id: row.id, label: row.label, municipality: row.municipality || null });

/** The places in use, by label. */
export async function findPlaces(read: Read): Promise<Place[]> {
  const found = await sql<Row>`
    select id, label, municipality from questions.place
    where tenant_id = ${read.scope.tenantId} and ended_at is null order by lower(label)`.execute(read.on<never>());
  return found.rows.map(asPlace);
}

/** A place by its id, also one that is no longer in use. */
export async function findPlace(read: Read, id: string): Promise<Place | undefined> {
  const found = await sql<Row>`
    select id, label, municipality from questions.place where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asPlace(found.rows[0]);
}

/** Answers the ids of those that were made: a place whose label is in use is not. */
export async function insertPlaces(tx: Transaction, places: readonly Place[]): Promise<string[]> {
  const rows = places.map(({ id, label, municipality }) => ({ id, label, municipality: municipality ?? '' }));
  const made = await sql<{ id: string }>`
    insert into questions.place (tenant_id, id, label, municipality, made_at)
    select ${tx.scope.tenantId}::uuid, id, label, municipality, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, label text, municipality text)
    on conflict (tenant_id, lower(label)) where ended_at is null do nothing
    returning id`.execute(tx.on<never>());
  return made.rows.map(({ id }) => id);
}

/** Takes a place out of use; what was asked there stays. False when it is not in use. */
export async function endPlace(tx: Transaction, id: string): Promise<boolean> {
  const ended = await sql`
    update questions.place set ended_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_at is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}
