import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import type { StaffLocale } from '../i18n/locale.ts';
import { newId } from '../id.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Actor } from './actor.ts';
import type { Permission, Role } from './role.ts';
import { makeSecret, type Secret } from './secret.ts';
import { isDueToRenew } from './session.store.ts';
import type { Tenant } from './tenant.ts';

interface TenantColumns {
  tenant_name: string;
  nis_code: string | null;
  tenant_kind: Tenant['kind'];
  tenant_locale: StaffLocale;
  settings: Tenant['settings'];
  tenant_version: number;
}

const tenantColumns = sql.raw(`tenant.name as tenant_name, tenant.nis_code, tenant.kind as tenant_kind, tenant.locale as tenant_locale, tenant.settings, tenant.version as tenant_version`);

function tenantOf(id: string, row: TenantColumns): Tenant {
  return { id, name: row.tenant_name, nisCode: row.nis_code, kind: row.tenant_kind, locale: row.tenant_locale, settings: row.settings, version: row.tenant_version };
}

export interface Identified {
  tenant: Tenant;
  actor: Actor;
}

/** Who holds this session, and in which tenant; also tells the database who acts. One query, on every page. */
export async function findSession(read: Read, secret: Secret): Promise<Identified | undefined> {
  const found = await sql<TenantColumns & { id: string; name: string; email: string; roles: Role[]; locale: StaffLocale; session_id: string; session_made_at: Temporal.Instant; session_seen_at: Temporal.Instant }>`
    select account.id, account.name, account.email, account.roles, account.locale, session.id as session_id, session.made_at as session_made_at, session.seen_at as session_seen_at, ${tenantColumns},
      set_config('wegwijs.actor', account.id::text, true)
    from kernel.session
    join kernel.account on account.tenant_id = session.tenant_id and account.id = session.account_id
    join kernel.tenant on tenant.tenant_id = session.tenant_id
    where session.tenant_id = ${secret.tenantId} and session.secret_hash = ${secret.hash}
      and session.expires_at > ${read.now} and account.ended_at is null`.execute(read.on<never>());
  const row = found.rows[0];
  if (!row) return undefined;
  const { id, name, email, roles, locale } = row;
  const session = { id: row.session_id, madeAt: row.session_made_at, isDue: isDueToRenew(row.session_seen_at, read.now) };
  return { tenant: tenantOf(secret.tenantId, row), actor: { kind: 'account', id, name, email, roles, locale, session } };
}

export async function findToken(read: Read, secret: Secret): Promise<Identified | undefined> {
  const found = await sql<TenantColumns & { id: string; name: string; scopes: Permission[] }>`
    select token.id, token.name, token.scopes, ${tenantColumns}, set_config('wegwijs.actor', token.id::text, true)
    from kernel.api_token as token join kernel.tenant on tenant.tenant_id = token.tenant_id
    where token.tenant_id = ${secret.tenantId} and token.secret_hash = ${secret.hash}
      and token.expires_at > ${read.now} and token.withdrawn_at is null`.execute(read.on<never>());
  const row = found.rows[0];
  return row && { tenant: tenantOf(secret.tenantId, row), actor: { kind: 'token', id: row.id, name: row.name, scopes: row.scopes } };
}

/** The live link with this secret and purpose. Expired, withdrawn, tampered with and never made answer alike. */
export async function findLink(read: Read, secret: Secret, purpose: string): Promise<Identified | undefined> {
  const found = await sql<TenantColumns & { id: string; subject_type: string; subject_id: string }>`
    select link.id, link.subject_type, link.subject_id, ${tenantColumns}, set_config('wegwijs.actor', link.id::text, true)
    from kernel.link join kernel.tenant on tenant.tenant_id = link.tenant_id
    where link.tenant_id = ${secret.tenantId} and link.secret_hash = ${secret.hash} and link.purpose = ${purpose}
      and (link.expires_at is null or link.expires_at > ${read.now}) and link.withdrawn_at is null`.execute(read.on<never>());
  const row = found.rows[0];
  if (!row) return undefined;
  const subject = { type: row.subject_type, id: row.subject_id };
  return { tenant: tenantOf(secret.tenantId, row), actor: { kind: 'link', id: row.id, purpose, subject } };
}

export interface NewLink {
  purpose: string;
  subject: { type: string; id: string };
  /** Without an end only for a feed that its owner can withdraw. */
  expiresAt: Temporal.Instant | null;
}

/** Makes a link and returns its secret, which is kept nowhere. The caller puts it in a path and records its own event. */
export async function makeLink(tx: Transaction, link: NewLink): Promise<{ id: string; secret: string }> {
  return (await makeLinks(tx, [link]))[0]!;
}

/** Makes many links in one statement; their secrets come in the order given. */
export async function makeLinks(tx: Transaction, links: readonly NewLink[]): Promise<{ id: string; secret: string }[]> {
  const made = links.map((link) => ({ ...link, id: newId(), secret: makeSecret(tx.scope.tenantId) }));
  const rows = made.map(({ id, secret, purpose, subject, expiresAt }) => ({ id, hash: secret.hash.toString('hex'), purpose, subject_type: subject.type, subject_id: subject.id, expires_at: expiresAt?.toString() ?? null }));
  await sql`
    insert into kernel.link (tenant_id, id, secret_hash, purpose, subject_type, subject_id, made_at, expires_at)
    select ${tx.scope.tenantId}::uuid, id, decode(hash, 'hex'), purpose, subject_type, subject_id, ${tx.now}::timestamptz, expires_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, hash text, purpose text, subject_type text, subject_id uuid, expires_at timestamptz)`.execute(tx.on<never>());
  return made.map(({ id, secret }) => ({ id, secret: secret.text }));
}

/** Ends every live link to a subject, for one purpose or for all. */
export async function withdrawLinks(tx: Transaction, subjectId: string, purpose?: string): Promise<void> {
  await sql`
    update kernel.link set withdrawn_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and subject_id = ${subjectId} and withdrawn_at is null
      and (${purpose ?? null}::text is null or purpose = ${purpose ?? null}::text)`.execute(tx.on<never>());
}
