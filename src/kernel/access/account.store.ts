import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import type { StaffLocale } from '../i18n/locale.ts';
import { newId } from '../id.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Role } from './role.ts';

export interface Account {
  id: string;
  name: string;
  email: string;
  locale: StaffLocale;
  roles: Role[];
  madeAt: Temporal.Instant;
  seenAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  version: number;
  /** By what it can sign in; none when its invitation is not yet accepted. */
  hasPassword: boolean;
  passkeys: number;
}

interface Row {
  id: string;
  name: string;
  email: string;
  locale: StaffLocale;
  roles: Role[];
  made_at: Temporal.Instant;
  seen_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  version: number;
  has_password: boolean;
  passkeys: number;
}

const columns = sql.raw(`account.id, account.name, account.email, account.locale, account.roles, account.made_at, account.seen_at, account.ended_at, account.version,
  exists (select from kernel.password where password.tenant_id = account.tenant_id and password.account_id = account.id) as has_password,
  (select count(*) from kernel.passkey where passkey.tenant_id = account.tenant_id and passkey.account_id = account.id) as passkeys`);

function asAccount(row: Row): Account {
  const { id, name, email, locale, roles, version, passkeys } = row;
  return { id, name, email, locale, roles, madeAt: row.made_at, seenAt: row.seen_at, endedAt: row.ended_at, version, hasPassword: row.has_password, passkeys };
}

/** Lower case with its wildcards taken literally. */
function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

/** Accounts by name; those that ended only when asked for. */
export async function findAccounts(read: Read, { query, role, ended = false }: { query?: string; role?: Role; ended?: boolean } = {}): Promise<Account[]> {
  const pattern = query ? likePattern(query) : null;
  const found = await sql<Row>`
    select ${columns} from kernel.account
    where tenant_id = ${read.scope.tenantId} and (ended_at is not null) = ${ended}
      and (${pattern}::text is null or lower(name) like ${pattern}::text or lower(email) like ${pattern}::text)
      and (${role ?? null}::text is null or ${role ?? null}::text = any (roles))
    order by lower(name), id limit 500`.execute(read.on<never>());
  return found.rows.map(asAccount);
}

export async function findAccount(read: Read, id: string): Promise<Account | undefined> {
  const found = await sql<Row>`select ${columns} from kernel.account where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asAccount(found.rows[0]);
}

/** The live account whose address has this hash (see `addressKey`). */
export async function findAccountByAddress(read: Read, addressHash: string): Promise<Account | undefined> {
  const found = await sql<Row>`
    select ${columns} from kernel.account
    where tenant_id = ${read.scope.tenantId} and ended_at is null and encode(sha256(convert_to(lower(email), 'UTF8')), 'hex') = ${addressHash}`.execute(read.on<never>());
  return found.rows[0] && asAccount(found.rows[0]);
}

export interface NewAccount {
  id?: string;
  name: string;
  email: string;
  locale: StaffLocale;
  roles: readonly Role[];
}

/** Makes an account that cannot sign in yet; undefined when the address has one already. */
export async function insertAccount(tx: Transaction, account: NewAccount): Promise<string | undefined> {
  return (await insertAccounts(tx, [account]))[0];
}

/** As many as there are; answers the ids of those whose address had none yet. */
export async function insertAccounts(tx: Transaction, accounts: readonly NewAccount[]): Promise<string[]> {
  const rows = accounts.map(({ id = newId(), name, email, locale, roles }) => ({ id, name, email, locale, roles }));
  const made = await sql<{ id: string }>`
    insert into kernel.account (tenant_id, id, name, email, locale, roles, made_at)
    select ${tx.scope.tenantId}::uuid, id, name, email, locale, roles, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, name text, email text, locale text, roles text[])
    on conflict (tenant_id, lower(email)) where ended_at is null do nothing
    returning id`.execute(tx.on<never>());
  return made.rows.map(({ id }) => id);
}

/** Changes a live account; false when someone else did in between, or when it ended. */
export async function updateAccount(tx: Transaction, account: Pick<Account, 'id' | 'version' | 'name' | 'email'> & { roles: readonly Role[] }): Promise<boolean> {
  const changed = await sql`
    update kernel.account set name = ${account.name}, email = ${account.email}, roles = ${account.roles}::text[], version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${account.id} and version = ${account.version} and ended_at is null`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

export async function updateLocale(tx: Transaction, id: string, locale: StaffLocale): Promise<void> {
  await sql`update kernel.account set locale = ${locale} where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

/** Ends a live account; its name stays, for the log. False when there is none. */
export async function endAccount(tx: Transaction, id: string): Promise<boolean> {
  const ended = await sql`
    update kernel.account set ended_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_at is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/**
 * Locks a live account; false when it ended. What changes by what someone signs in, and what begins a session, both take
 * this lock first: a session that begins while the account is reset is either seen and ended, or does not begin.
 */
export async function lockAccount(tx: Transaction, id: string): Promise<boolean> {
  const locked = await sql`
    select 1 from kernel.account where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_at is null for no key update`.execute(tx.on<never>());
  return locked.rows.length === 1;
}

/** How many live administrators there are besides this account; locks them, so that two cannot end each other. */
export async function countOtherAdministrators(tx: Transaction, id: string): Promise<number> {
  const found = await sql<{ id: string }>`
    select id from kernel.account
    where tenant_id = ${tx.scope.tenantId} and ended_at is null and 'administrator' = any (roles)
    order by id for update`.execute(tx.on<never>());
  return found.rows.filter((row) => row.id !== id).length;
}

/** For the demonstration: the oldest account of each role, those with one role first. */
export async function findAccountPerRole(read: Read): Promise<{ id: string; name: string; role: Role }[]> {
  const found = await sql<{ id: string; name: string; role: Role }>`
    select distinct on (role) account.id, account.name, role
    from kernel.account, unnest(account.roles) as role
    where tenant_id = ${read.scope.tenantId} and ended_at is null
    order by role, cardinality(account.roles), made_at, account.id`.execute(read.on<never>());
  return found.rows;
}

export async function countAccounts(read: Read): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from kernel.account where tenant_id = ${read.scope.tenantId} and ended_at is null`.execute(read.on<never>());
  return found.rows[0]!.count;
}
