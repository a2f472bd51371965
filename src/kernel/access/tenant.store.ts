import { sql } from 'kysely';
import { firstHead } from '../audit/event.store.ts';
import type { Database } from '../db/database.ts';
import type { Read, Transaction } from '../db/types.ts';
import type { StaffLocale } from '../i18n/locale.ts';
import type { Tenant, TenantKind, TenantSettings } from './tenant.ts';

interface Row {
  tenant_id: string;
  name: string;
  nis_code: string | null;
  kind: TenantKind;
  locale: StaffLocale;
  settings: TenantSettings;
  version: number;
}

/** All tenants, by name. The one read without a tenant: a sign-in page and a worker must find them before one is set. */
export async function findTenants(database: Database): Promise<Tenant[]> {
  const found = await database.pool.query<Row>('select tenant_id, name, nis_code, kind, locale, settings, version from kernel.tenant order by lower(name)');
  return found.rows.map(asTenant);
}

/** The tenant of the scope itself. */
export async function getTenant(read: Read): Promise<Tenant> {
  const found = await sql<Row>`
    select tenant_id, name, nis_code, kind, locale, settings, version from kernel.tenant where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  if (!found.rows[0]) throw new Error('There is no such authority.');
  return asTenant(found.rows[0]);
}

function asTenant(row: Row): Tenant {
  return { id: row.tenant_id, name: row.name, nisCode: row.nis_code, kind: row.kind, locale: row.locale, settings: row.settings, version: row.version };
}

/** Changes the authority itself; false when someone else did in between. */
export async function updateTenant(tx: Transaction, tenant: Omit<Tenant, 'id'>): Promise<boolean> {
  const changed = await sql`
    update kernel.tenant set name = ${tenant.name}, nis_code = ${tenant.nisCode}, kind = ${tenant.kind}, locale = ${tenant.locale},
      settings = ${JSON.stringify(tenant.settings)}::jsonb, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and version = ${tenant.version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Makes the tenant of the transaction's own scope, and the beginning of its log. */
export async function insertTenant(tx: Transaction, tenant: Omit<Tenant, 'id' | 'version'>): Promise<void> {
  await sql`
    insert into kernel.tenant (tenant_id, name, nis_code, kind, locale, settings, made_at)
    values (${tx.scope.tenantId}, ${tenant.name}, ${tenant.nisCode}, ${tenant.kind}, ${tenant.locale}, ${JSON.stringify(tenant.settings)}::jsonb, ${tx.now})`.execute(tx.on<never>());
  await sql`insert into kernel.chain_head (tenant_id, sequence, hash) values (${tx.scope.tenantId}, ${firstHead.sequence}, ${firstHead.hash})`.execute(tx.on<never>());
}
