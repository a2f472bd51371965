import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { pairOf, type Pair } from './pair.ts';

/** Remembers that these are two people, and proposes them no more. `mergerId`: it follows from that merger, and is forgotten with it. */
export async function keepApart(tx: Transaction, pairs: readonly Pair[], mergerId: string | null = null): Promise<void> {
  if (pairs.length === 0) return;
  const rows = JSON.stringify(pairs.map(({ oneId, otherId }) => ({ one_id: oneId, other_id: otherId })));
  await sql`
    insert into people.apart (tenant_id, one_id, other_id, said_at, said_by, merger_id)
    select distinct ${tx.scope.tenantId}::uuid, one_id, other_id, ${tx.now}::timestamptz, ${tx.scope.actorId}::uuid, ${mergerId}::uuid
    from jsonb_to_recordset(${rows}::jsonb) as row (one_id uuid, other_id uuid)
    join people.person as one on one.tenant_id = ${tx.scope.tenantId} and one.id = row.one_id
    join people.person as other on other.tenant_id = ${tx.scope.tenantId} and other.id = row.other_id
    on conflict do nothing`.execute(tx.on<never>());
  await sql`
    delete from people.probable_pair as pair using jsonb_to_recordset(${rows}::jsonb) as row (one_id uuid, other_id uuid)
    where pair.tenant_id = ${tx.scope.tenantId} and pair.one_id = row.one_id and pair.other_id = row.other_id`.execute(tx.on<never>());
}

/** False when nobody said so. */
export async function forgetApart(tx: Transaction, { oneId, otherId }: Pair): Promise<boolean> {
  const gone = await sql`delete from people.apart where tenant_id = ${tx.scope.tenantId} and one_id = ${oneId} and other_id = ${otherId}`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}

export async function isApart(read: Read, { oneId, otherId }: Pair): Promise<boolean> {
  const found = await sql`select from people.apart where tenant_id = ${read.scope.tenantId} and one_id = ${oneId} and other_id = ${otherId}`.execute(read.on<never>());
  return found.rows.length > 0;
}

/** Of whom it was said that they are someone else than this person. */
export async function findApartFrom(read: Read, personId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select other_id as id from people.apart where tenant_id = ${read.scope.tenantId} and one_id = ${personId}
    union select one_id from people.apart where tenant_id = ${read.scope.tenantId} and other_id = ${personId}`.execute(read.on<never>());
  return found.rows.map(({ id }) => id);
}

/** What was said of `from` holds for `into` while they are one. */
export async function inheritApart(tx: Transaction, { from, into, mergerId }: { from: string; into: string; mergerId: string }): Promise<void> {
  const others = await findApartFrom(tx, from);
  await keepApart(tx, others.filter((id) => id !== into).map((id) => pairOf(into, id)), mergerId);
}

export async function forgetInherited(tx: Transaction, mergerId: string): Promise<void> {
  await sql`delete from people.apart where tenant_id = ${tx.scope.tenantId} and merger_id = ${mergerId}`.execute(tx.on<never>());
}
