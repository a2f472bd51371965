import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import { newId } from '../id.ts';
import type { Temporal } from '../time/temporal.ts';

export interface Passkey {
  id: string;
  credentialId: Buffer;
  transports: string[];
  name: string;
  madeAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
}

export interface PasskeyWay {
  id: string;
  accountId: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

export async function findPasskeys(read: Read, accountId: string): Promise<Passkey[]> {
  const found = await sql<{ id: string; credential_id: Buffer; transports: string[]; name: string; made_at: Temporal.Instant; used_at: Temporal.Instant | null }>`
    select id, credential_id, transports, name, made_at, used_at from kernel.passkey
    where tenant_id = ${read.scope.tenantId} and account_id = ${accountId} order by made_at, id`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, credentialId: row.credential_id, transports: row.transports, name: row.name, madeAt: row.made_at, usedAt: row.used_at }));
}

/** The passkey of a live account. */
export async function findPasskeyWay(read: Read, credentialId: Buffer): Promise<PasskeyWay | undefined> {
  const found = await sql<{ id: string; account_id: string; credential_id: Buffer; public_key: Buffer; counter: number; transports: string[] }>`
    select passkey.id, account_id, credential_id, public_key, counter, transports from kernel.passkey
    join kernel.account on account.tenant_id = passkey.tenant_id and account.id = passkey.account_id
    where passkey.tenant_id = ${read.scope.tenantId} and credential_id = ${credentialId} and account.ended_at is null`.execute(read.on<never>());
  const row = found.rows[0];
  return row && { id: row.id, accountId: row.account_id, credentialId: row.credential_id, publicKey: row.public_key, counter: row.counter, transports: row.transports };
}

export interface NewPasskey {
  credentialId: Uint8Array;
  publicKey: Uint8Array;
  counter: number;
  transports: readonly string[];
  name: string;
}

/** Adds a passkey; undefined when it is someone's already. */
export async function insertPasskey(tx: Transaction, accountId: string, passkey: NewPasskey): Promise<string | undefined> {
  const id = newId();
  const made = await sql`
    insert into kernel.passkey (tenant_id, id, account_id, credential_id, public_key, counter, transports, name, made_at)
    values (${tx.scope.tenantId}, ${id}, ${accountId}, ${Buffer.from(passkey.credentialId)}, ${Buffer.from(passkey.publicKey)}, ${passkey.counter}, ${passkey.transports}::text[], ${passkey.name}, ${tx.now})
    on conflict (tenant_id, credential_id) do nothing`.execute(tx.on<never>());
  return made.numAffectedRows === 1n ? id : undefined;
}

/** Notes a use. False when the passkey was taken away in the meantime. */
export async function usePasskey(tx: Transaction, { id }: PasskeyWay, counter: number): Promise<boolean> {
  const used = await sql`
    update kernel.passkey set counter = ${counter}, used_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
  return used.numAffectedRows === 1n;
}

export async function deletePasskey(tx: Transaction, accountId: string, id: string): Promise<boolean> {
  const gone = await sql`delete from kernel.passkey where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and id = ${id}`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}

/** Spends a challenge; false when it was spent before. */
export async function spendChallenge(tx: Transaction, hash: Buffer, expiresAt: Temporal.Instant): Promise<boolean> {
  const spent = await sql`
    insert into kernel.spent_challenge (tenant_id, challenge_hash, expires_at) values (${tx.scope.tenantId}, ${hash}, ${expiresAt})
    on conflict (tenant_id, challenge_hash) do nothing`.execute(tx.on<never>());
  return spent.numAffectedRows === 1n;
}
