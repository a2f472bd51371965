import { sql } from 'kysely';
import type { Permission } from '../../../kernel/access/role.ts';
import { makeSecret } from '../../../kernel/access/secret.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export interface Token {
  id: string;
  name: string;
  organisation: string;
  scopes: Permission[];
  madeAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  withdrawnAt: Temporal.Instant | null;
}

/** Tokens, those that work first. */
export async function findTokens(read: Read): Promise<Token[]> {
  const found = await sql<{ id: string; name: string; organisation: string; scopes: Permission[]; made_at: Temporal.Instant; expires_at: Temporal.Instant; withdrawn_at: Temporal.Instant | null }>`
    select id, name, organisation, scopes, made_at, expires_at, withdrawn_at from kernel.api_token
    where tenant_id = ${read.scope.tenantId}
    order by withdrawn_at is not null, expires_at < ${read.now}, lower(organisation), id limit 200`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, name: row.name, organisation: row.organisation, scopes: row.scopes, madeAt: row.made_at, expiresAt: row.expires_at, withdrawnAt: row.withdrawn_at }));
}

export interface NewToken {
  name: string;
  organisation: string;
  scopes: readonly Permission[];
  expiresAt: Temporal.Instant;
}

/** Makes a token; its secret goes to who asked, once, and only its hash stays. */
export async function insertToken(tx: Transaction, { name, organisation, scopes, expiresAt }: NewToken): Promise<{ id: string; secret: string }> {
  const secret = makeSecret(tx.scope.tenantId);
  const id = newId();
  await sql`
    insert into kernel.api_token (tenant_id, id, secret_hash, name, organisation, scopes, made_at, expires_at)
    values (${tx.scope.tenantId}, ${id}, ${secret.hash}, ${name}, ${organisation}, ${scopes}::text[], ${tx.now}, ${expiresAt})`.execute(tx.on<never>());
  return { id, secret: secret.text };
}

export async function withdrawToken(tx: Transaction, id: string): Promise<boolean> {
  const withdrawn = await sql`
    update kernel.api_token set withdrawn_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id} and withdrawn_at is null`.execute(tx.on<never>());
  return withdrawn.numAffectedRows === 1n;
}
