import type pg from 'pg';
import type { EngineEntry } from '../../bin/walls/import-rules.ts';

/** The tenants themselves are found before a tenant is set; see the kernel's second migration. */
const withoutTenantPolicy = new Set(['kernel.tenant']);

/** Every breach of the walls in a live database; each as 'wall: schema.name …'. */
export async function findCatalogueBreaches(owner: pg.Client, engines: readonly EngineEntry[]): Promise<string[]> {
  const schemas = ['kernel', ...engines.map(({ name }) => name)];
  const breaches: string[] = [];
  const found = async (wall: string, query: string): Promise<void> => {
    const { rows } = await owner.query<{ name: string }>(query, [schemas]);
    for (const { name } of rows) breaches.push(`${wall}: ${name}`);
  };
  await found('row-level-security-forced', `${tables} and not (relrowsecurity and relforcerowsecurity)`);
  // A restrictive policy only takes away from what the tenant's lets through.
  await found('policy-names-the-tenant', `
    select distinct schemaname || '.' || tablename as name from pg_policies
    where schemaname = any ($1) and permissive = 'PERMISSIVE' and (coalesce(qual, with_check) not like '%current_tenant()%' or coalesce(with_check, qual) not like '%current_tenant()%')
      and schemaname || '.' || tablename <> all (array['${[...withoutTenantPolicy].join("','")}'])`);
  await found('table-has-a-policy', `${tables} and not exists (select from pg_policy where polrelid = pg_class.oid)`);
  await found('key-begins-with-tenant', `${tables} and not exists (
    select from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where conrelid = pg_class.oid and contype = 'p' and attname = 'tenant_id')`);
  await found('foreign-key-begins-with-tenant', `
    select conrelid::regclass || ' ' || conname as name from pg_constraint
    join pg_class on pg_class.oid = conrelid join pg_namespace on pg_namespace.oid = relnamespace
    join pg_attribute here on here.attrelid = conrelid and here.attnum = conkey[1]
    join pg_attribute there on there.attrelid = confrelid and there.attnum = confkey[1]
    where contype = 'f' and nspname = any ($1) and (here.attname <> 'tenant_id' or there.attname <> 'tenant_id')`);
  await found('unique-index-begins-with-tenant', `
    select indexrelid::regclass::text as name from pg_index
    join pg_class on pg_class.oid = indrelid join pg_namespace on pg_namespace.oid = relnamespace
    left join pg_attribute on attrelid = indrelid and attnum = indkey[0]
    where indisunique and nspname = any ($1) and attname is distinct from 'tenant_id'`);
  await found('no-trigger', `
    select tgrelid::regclass || ' ' || tgname as name from pg_trigger
    join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
    where not tgisinternal and nspname = any ($1)`);
  await found('no-security-definer', `select nspname || '.' || proname as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace where prosecdef and nspname = any ($1)`);
  await found('view-is-security-invoker', `
    select oid::regclass::text as name from pg_class where relkind = 'v' and relnamespace = any (select oid from pg_namespace where nspname = any ($1))
      and not coalesce('security_invoker=true' = any (reloptions), false)`);
  await found('no-materialised-view', `select oid::regclass::text as name from pg_class where relkind = 'm' and relnamespace = any (select oid from pg_namespace where nspname = any ($1))`);
  await found('application-owns-nothing', `
    select pg_class.oid::regclass::text as name from pg_class join pg_roles on pg_roles.oid = relowner
    where rolname = 'wegwijs_app' and relnamespace = any (select oid from pg_namespace where nspname = any ($1))`);
  return [...breaches, ...(await foreignKeysIntoOthers(owner, engines, schemas))];
}

const tables = `select pg_class.oid::regclass::text as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and nspname = any ($1)`;

async function foreignKeysIntoOthers(owner: pg.Client, engines: readonly EngineEntry[], schemas: string[]): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; here: string; there: string }>(
    `select conrelid::regclass || ' ' || conname as name, a.nspname as here, b.nspname as there from pg_constraint
     join pg_class here on here.oid = conrelid join pg_namespace a on a.oid = here.relnamespace
     join pg_class there on there.oid = confrelid join pg_namespace b on b.oid = there.relnamespace
     where contype = 'f' and a.nspname = any ($1) and a.nspname <> b.nspname and b.nspname <> 'kernel'`,
    [schemas],
  );
  return rows.filter(({ here, there }) => !engines.find(({ name }) => name === here)?.uses.includes(there)).map(({ name }) => `foreign-key-into-others: ${name}`);
}
