import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import { newId } from '../id.ts';
import type { Temporal } from '../time/temporal.ts';

/** What signing in with a password looks at. */
export interface PasswordWay {
  accountId: string;
  name: string;
  passwordHash: string | undefined;
  sealedSecret: Buffer | undefined;
  lastStep: number;
}

interface PasswordWayRow {
  account_id: string;
  name: string;
  hash: string | null;
  sealed_secret: Buffer | null;
  last_step: number | null;
}

function asPasswordWay(row: PasswordWayRow): PasswordWay {
  return { accountId: row.account_id, name: row.name, passwordHash: row.hash ?? undefined, sealedSecret: row.sealed_secret ?? undefined, lastStep: row.last_step ?? -1 };
}

const passwordWay = sql.raw(`
  select account.id as account_id, account.name, password.hash, authenticator.sealed_secret, authenticator.last_step
  from kernel.account
  left join kernel.password on password.tenant_id = account.tenant_id and password.account_id = account.id
  left join kernel.authenticator on authenticator.tenant_id = account.tenant_id and authenticator.account_id = account.id`);

export async function findPasswordWay(read: Read, email: string): Promise<PasswordWay | undefined> {
  const found = await sql<PasswordWayRow>`
    ${passwordWay} where account.tenant_id = ${read.scope.tenantId} and lower(account.email) = lower(${email}) and account.ended_at is null`.execute(read.on<never>());
  return found.rows[0] && asPasswordWay(found.rows[0]);
}

export async function findPasswordWayOf(read: Read, accountId: string): Promise<PasswordWay | undefined> {
  const found = await sql<PasswordWayRow>`
    ${passwordWay} where account.tenant_id = ${read.scope.tenantId} and account.id = ${accountId} and account.ended_at is null`.execute(read.on<never>());
  return found.rows[0] && asPasswordWay(found.rows[0]);
}

/** True when the account's password is still this one: what was looked at outside the transaction. */
export async function isPasswordStill(tx: Transaction, accountId: string, hash: string): Promise<boolean> {
  const found = await sql`
    select 1 from kernel.password where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and hash = ${hash}`.execute(tx.on<never>());
  return found.rows.length === 1;
}

export async function savePassword(tx: Transaction, accountId: string, hash: string): Promise<void> {
  await sql`
    insert into kernel.password (tenant_id, account_id, hash, changed_at) values (${tx.scope.tenantId}, ${accountId}, ${hash}, ${tx.now})
    on conflict (tenant_id, account_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`.execute(tx.on<never>());
}

/** A new app takes the place of the old one. `step` is that of the code that proved it. */
export async function saveAuthenticator(tx: Transaction, accountId: string, sealedSecret: Buffer, step: number): Promise<void> {
  await sql`
    insert into kernel.authenticator (tenant_id, account_id, sealed_secret, last_step, made_at)
    values (${tx.scope.tenantId}, ${accountId}, ${sealedSecret}, ${step}, ${tx.now})
    on conflict (tenant_id, account_id) do update set sealed_secret = excluded.sealed_secret, last_step = excluded.last_step, made_at = excluded.made_at`.execute(tx.on<never>());
}

/** Spends a code's time step; false when it, or a later one, was spent before: of two at once one gets in. */
export async function spendStep(tx: Transaction, accountId: string, step: number): Promise<boolean> {
  const spent = await sql`
    update kernel.authenticator set last_step = ${step}
    where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and last_step < ${step}`.execute(tx.on<never>());
  return spent.numAffectedRows === 1n;
}

/** New recovery codes take the place of all old ones. */
export async function saveRecoveryCodes(tx: Transaction, accountId: string, hashes: Buffer[]): Promise<void> {
  const rows = hashes.map((hash) => ({ id: newId(), hash: hash.toString('hex') }));
  await sql`delete from kernel.recovery_code where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId}`.execute(tx.on<never>());
  await sql`
    insert into kernel.recovery_code (tenant_id, id, account_id, code_hash, made_at)
    select ${tx.scope.tenantId}::uuid, id, ${accountId}::uuid, decode(hash, 'hex'), ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, hash text)`.execute(tx.on<never>());
}

/** Uses up a recovery code; false when it is not one, or was used before. */
export async function spendRecoveryCode(tx: Transaction, accountId: string, hash: Buffer): Promise<boolean> {
  const spent = await sql`
    update kernel.recovery_code set used_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and code_hash = ${hash} and used_at is null`.execute(tx.on<never>());
  return spent.numAffectedRows === 1n;
}

/** By what an account signs in, for its own page. */
export interface Ways {
  passwordChangedAt: Temporal.Instant | null;
  authenticatorMadeAt: Temporal.Instant | null;
  recoveryCodesLeft: number;
  recoveryCodesMadeAt: Temporal.Instant | null;
}

export async function findWays(read: Read, accountId: string): Promise<Ways> {
  const tenant = read.scope.tenantId;
  const found = await sql<{ password: Temporal.Instant | null; authenticator: Temporal.Instant | null; codes: number; made: Temporal.Instant | null }>`
    select
      (select changed_at from kernel.password where tenant_id = ${tenant} and account_id = ${accountId}) as password,
      (select made_at from kernel.authenticator where tenant_id = ${tenant} and account_id = ${accountId}) as authenticator,
      count(*) filter (where used_at is null) as codes, max(made_at) as made
    from kernel.recovery_code where tenant_id = ${tenant} and account_id = ${accountId}`.execute(read.on<never>());
  const row = found.rows[0]!;
  return { passwordChangedAt: row.password, authenticatorMadeAt: row.authenticator, recoveryCodesLeft: row.codes, recoveryCodesMadeAt: row.made };
}

/** Takes away every way in: who starts anew does so from an invitation. */
export async function removeWays(tx: Transaction, accountId: string): Promise<void> {
  const tenant = tx.scope.tenantId;
  await sql`
    with password as (delete from kernel.password where tenant_id = ${tenant} and account_id = ${accountId}),
      authenticator as (delete from kernel.authenticator where tenant_id = ${tenant} and account_id = ${accountId}),
      passkey as (delete from kernel.passkey where tenant_id = ${tenant} and account_id = ${accountId})
    delete from kernel.recovery_code where tenant_id = ${tenant} and account_id = ${accountId}`.execute(tx.on<never>());
}
