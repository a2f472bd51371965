import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { OpeningReason } from './note.ts';

export interface SealedRow {
  id: string;
  sealed: Buffer;
  notedByName: string | null;
  notedAt: Temporal.Instant;
  version: number;
}

export async function findSealed(read: Read, personId: string): Promise<SealedRow[]> {
  const found = await sql<SealedRow>`
    select note.id, note.sealed, account.name as "notedByName", note.noted_at as "notedAt", note.version from people.sealed_note as note
    left join kernel.account on account.tenant_id = note.tenant_id and account.id = note.noted_by
    where note.tenant_id = ${read.scope.tenantId} and note.person_id = ${personId} order by note.noted_at, note.id`.execute(read.on<never>());
  return found.rows;
}

export async function countSealed(read: Read, personId: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from people.sealed_note where tenant_id = ${read.scope.tenantId} and person_id = ${personId}`.execute(read.on<never>());
  return found.rows[0]!.n;
}

export async function insertSealed(tx: Transaction, { id, personId, sealed }: { id: string; personId: string; sealed: Buffer }): Promise<void> {
  await sql`
    insert into people.sealed_note (tenant_id, id, person_id, sealed, noted_by, noted_at, changed_at)
    values (${tx.scope.tenantId}, ${id}, ${personId}, ${sealed}, ${tx.scope.actorId}, ${tx.now}, ${tx.now})`.execute(tx.on<never>());
}

interface Which {
  id: string;
  personId: string;
  version: number;
}

/** False when it is gone or was changed since. */
export async function updateSealed(tx: Transaction, { id, personId, version, sealed }: Which & { sealed: Buffer }): Promise<boolean> {
  const changed = await sql`
    update people.sealed_note set sealed = ${sealed}, changed_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Gone for good: what was sealed is kept nowhere else. */
export async function deleteSealed(tx: Transaction, { id, personId, version }: Which): Promise<boolean> {
  const gone = await sql`delete from people.sealed_note where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}

export interface Opening {
  id: string;
  personId: string;
  personName: string;
  accountName: string | null;
  reason: OpeningReason;
  reasonText: string;
  openedAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** Until when the seal of this person is open for this account; undefined when it is closed. */
export async function findOpenUntil(read: Read, { personId, accountId }: { personId: string; accountId: string }): Promise<Temporal.Instant | undefined> {
  const found = await sql<{ ends_at: Temporal.Instant }>`
    select ends_at from people.seal_opening where tenant_id = ${read.scope.tenantId} and person_id = ${personId} and account_id = ${accountId}
      and closed_at is null and ends_at > ${read.now} order by ends_at desc limit 1`.execute(read.on<never>());
  return found.rows[0]?.ends_at;
}

export async function insertOpening(tx: Transaction, opening: { personId: string; accountId: string; reason: OpeningReason; reasonText: string; endsAt: Temporal.Instant }): Promise<string> {
  const id = newId();
  await sql`
    insert into people.seal_opening (tenant_id, id, person_id, account_id, reason, reason_text, opened_at, ends_at)
    values (${tx.scope.tenantId}, ${id}, ${opening.personId}, ${opening.accountId}, ${opening.reason}, ${opening.reasonText}, ${tx.now}, ${opening.endsAt})`.execute(tx.on<never>());
  return id;
}

/** Closes what this account has open of this person. False when nothing was. */
export async function closeOpenings(tx: Transaction, { personId, accountId }: { personId: string; accountId: string }): Promise<boolean> {
  const closed = await sql`
    update people.seal_opening set closed_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and person_id = ${personId} and account_id = ${accountId}
      and closed_at is null and ends_at > ${tx.now}`.execute(tx.on<never>());
  return Number(closed.numAffectedRows ?? 0) > 0;
}

/** Who opened what and why, newest first: of one person, or of all since a moment. */
export async function findOpenings(read: Read, { personId = null, since = null }: { personId?: string | null; since?: Temporal.Instant | null }): Promise<Opening[]> {
  const found = await sql<Opening>`
    select opening.id, opening.person_id as "personId", person.full_name as "personName", account.name as "accountName", opening.reason, opening.reason_text as "reasonText",
      opening.opened_at as "openedAt", coalesce(opening.closed_at, opening.ends_at) as "endsAt"
    from people.seal_opening as opening
    join people.person on person.tenant_id = opening.tenant_id and person.id = opening.person_id
    left join kernel.account on account.tenant_id = opening.tenant_id and account.id = opening.account_id
    where opening.tenant_id = ${read.scope.tenantId} and (${personId}::uuid is null or opening.person_id = ${personId}::uuid) and (${since}::timestamptz is null or opening.opened_at >= ${since}::timestamptz)
    order by opening.opened_at desc, opening.id limit 200`.execute(read.on<never>());
  return found.rows;
}

export async function countOpenings(read: Read, { since, exceptBy }: { since: Temporal.Instant; exceptBy: string }): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from people.seal_opening where tenant_id = ${read.scope.tenantId} and opened_at >= ${since} and account_id <> ${exceptBy}`.execute(read.on<never>());
  return found.rows[0]!.n;
}
