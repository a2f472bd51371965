import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** A table as it goes into a backup: generated columns are made anew by the database. */
export interface TableShape {
  /** Schema and table, with a point between. */
  name: string;
  columns: string[];
  key: string[];
}

export interface LandedMigration {
  owner: string;
  name: string;
  hash: string;
}

const quoted = (name: string) => name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
const list = (columns: string[]) => columns.map(quoted).join(', ');

/** A connection as the owner, for one piece of work; what was begun and not kept is rolled back. */
export async function asOwner<T>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

export async function keep(client: pg.Client): Promise<void> {
  await client.query('commit');
}

export async function selectTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select nspname || '.' || relname as name,
      array(select attname::text from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select attname::text from pg_constraint, unnest(conkey) with ordinality as part (number, place)
        join pg_attribute on attnum = number where attrelid = conrelid and conrelid = pg_class.oid and contype = 'p' order by place) as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and relrowsecurity order by nspname = 'kernel' desc, relname <> 'tenant', name`);
  return rows;
}

export async function selectMigrations(client: pg.Client): Promise<LandedMigration[]> {
  return (await client.query<LandedMigration>('select owner, name, hash from migrations.landed order by landed_at, owner, name')).rows;
}

export async function selectTenantIds(client: pg.Client): Promise<string[]> {
  return (await client.query<{ id: string }>('select tenant_id as id from kernel.tenant order by tenant_id')).rows.map(({ id }) => id);
}

/** One snapshot for the whole backup, beside people who go on working. */
export async function beginSnapshot(client: pg.Client): Promise<void> {
  await client.query(`begin isolation level repeatable read read only; set local timezone = 'UTC'; set local datestyle = 'ISO'`);
}

/** All of a restore, or none. */
export async function beginLoading(client: pg.Client): Promise<void> {
  await client.query(`begin; set local timezone = 'UTC'; set local datestyle = 'ISO'`);
}

/** A tenant's rows of a table in the order of its key, as COPY writes them. Row-level security holds here too. */
export async function copyOut(client: pg.Client, tenantId: string, table: TableShape): Promise<Readable> {
  await client.query(`select set_config('wegwijs.tenant', $1, true)`, [tenantId]);
  return client.query(to(`copy (select ${list(table.columns)} from ${quoted(table.name)} where tenant_id = '${tenantId}' order by ${list(table.key)}) to stdout`));
}

export function copyIn(client: pg.Client, table: Pick<TableShape, 'name' | 'columns'>): Writable {
  return client.query(from(`copy ${quoted(table.name)} (${list(table.columns)}) from stdin`));
}

/** Opens the tables to their owner for loading: no policies, no foreign keys. Gives back the statements that close them again. */
export async function openForLoading(client: pg.Client, tables: TableShape[]): Promise<string[]> {
  const names = tables.map(({ name }) => name);
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and conrelid = any ($1::text[]::regclass[])`,
    [names],
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  for (const name of names) await client.query(`alter table ${quoted(name)} no force row level security`);
  return [
    ...rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${quoted(name)} ${definition}`),
    ...names.map((name) => `alter table ${quoted(name)} force row level security`),
  ];
}

export async function closeAfterLoading(client: pg.Client, statements: string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

export async function countTenants(client: pg.Client): Promise<number> {
  const found = await client.query<{ exists: boolean }>(`select to_regclass('kernel.tenant') is not null as exists`);
  if (!found.rows[0]!.exists) return 0;
  return Number((await client.query<{ n: string }>('select count(*) as n from kernel.tenant')).rows[0]!.n);
}
