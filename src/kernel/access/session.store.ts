import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Read, Transaction } from '../db/types.ts';
import { newId } from '../id.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Actor } from './actor.ts';
import { makeSecret, type Secret } from './secret.ts';
import { sessionEnd, sessionRules, type SessionMethod } from './session.ts';

export interface SessionStart {
  accountId: string;
  method: SessionMethod;
  device: string | null;
}

/** Begins a session and returns its secret, which only the browser keeps. The caller records the event. */
export async function startSession(tx: Transaction, { accountId, method, device }: SessionStart): Promise<string> {
  const secret = makeSecret(tx.scope.tenantId);
  await sql`
    with seen as (update kernel.account set seen_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${accountId})
    insert into kernel.session (tenant_id, secret_hash, id, account_id, method, device, made_at, seen_at, expires_at)
    values (${tx.scope.tenantId}, ${secret.hash}, ${newId()}, ${accountId}, ${method}, ${device}, ${tx.now}, ${tx.now}, ${sessionEnd(tx.now, tx.now)})`.execute(tx.on<never>());
  return secret.text;
}

/**
 * Puts off the end of a session that is in use; writes at most once in five minutes. A failure leaves the end where it
 * was: someone who reads a page must not be stopped by a disk that is full.
 */
export async function keepSession(database: Database, tenantId: string, actor: Actor): Promise<void> {
  if (actor.kind !== 'account' || !actor.session?.isDue) return;
  const { id, session } = actor;
  await database
    .write({ tenantId, actorId: id, actorRole: 'platform' }, async (tx) => {
      await sql`
        with seen as (update kernel.account set seen_at = ${tx.now} where tenant_id = ${tenantId} and id = ${id})
        update kernel.session set seen_at = ${tx.now}, expires_at = greatest(expires_at, ${sessionEnd(session.madeAt, tx.now)}::timestamptz)
        where tenant_id = ${tenantId} and id = ${session.id}`.execute(tx.on<never>());
    })
    .catch(() => {});
}

/** True when the session has not been renewed for a while. */
export function isDueToRenew(seenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.since(seenAt).total('minutes') >= sessionRules.renewMinutes;
}

export interface OwnSession {
  id: string;
  method: SessionMethod;
  device: string | null;
  madeAt: Temporal.Instant;
  seenAt: Temporal.Instant;
}

export async function findSessions(read: Read, accountId: string): Promise<OwnSession[]> {
  const found = await sql<{ id: string; method: SessionMethod; device: string | null; made_at: Temporal.Instant; seen_at: Temporal.Instant }>`
    select id, method, device, made_at, seen_at from kernel.session
    where tenant_id = ${read.scope.tenantId} and account_id = ${accountId} and expires_at > ${read.now}
    order by seen_at desc, id`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, method: row.method, device: row.device, madeAt: row.made_at, seenAt: row.seen_at }));
}

/** Ends the session with this secret; says whose it was. */
export async function endSessionOf(tx: Transaction, secret: Secret): Promise<string | undefined> {
  const ended = await sql<{ account_id: string }>`
    delete from kernel.session where tenant_id = ${tx.scope.tenantId} and secret_hash = ${secret.hash} returning account_id`.execute(tx.on<never>());
  return ended.rows[0]?.account_id;
}

/** Ends one session of an account; false when it has none with this id. */
export async function endSession(tx: Transaction, accountId: string, id: string): Promise<boolean> {
  const ended = await sql`delete from kernel.session where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and id = ${id}`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** Ends all sessions of an account, but for one when it is named; returns how many. */
export async function endSessions(tx: Transaction, accountId: string, except?: string): Promise<number> {
  const ended = await sql`
    delete from kernel.session where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId}
      and (${except ?? null}::uuid is null or id <> ${except ?? null}::uuid)`.execute(tx.on<never>());
  return Number(ended.numAffectedRows ?? 0n);
}
