import type { Database } from './database.ts';

/** The role that would serve requests could see past row-level security. */
export class PrivilegedRole extends Error {}

/**
 * Refuses to serve with a role that is superuser, can bypass row-level security or owns tables: the walls between
 * authorities would only be painted on. Throws PrivilegedRole, with what to do.
 */
export async function requireUnprivileged(database: Database): Promise<void> {
  const found = await database.pool.query<{ name: string; rolsuper: boolean; rolbypassrls: boolean; owns: boolean; serves: boolean }>(`
    select rolname as name, rolsuper, rolbypassrls, rolname = current_user as serves,
      exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where relowner = pg_roles.oid and relkind in ('r', 'p', 'v') and nspname = 'kernel') as owns
    from pg_roles where rolname in (current_user, session_user)`);
  for (const { name, rolsuper, rolbypassrls, owns, serves } of found.rows) {
    const fault = rolsuper ? 'is a superuser' : rolbypassrls ? 'can bypass row-level security' : owns && serves ? 'owns the tables' : undefined;
    if (!fault) continue;
    throw new PrivilegedRole(
      `The database role "${name}" ${fault}, so nothing would keep one authority's data from another's. Wegwijs does not start with it.\n` +
        'Give DATABASE_URL a role without those rights: "bin/wegwijs database prepare" prints the statements that make one.',
    );
  }
}

/** Refuses a server that is too old. */
export async function requireVersion(database: Database): Promise<void> {
  const found = await database.pool.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
  const version = found.rows[0]!.version;
  if (version < 150000) throw new Error(`The database server is PostgreSQL ${Math.floor(version / 10000)}; Wegwijs needs 15 or later.`);
}
