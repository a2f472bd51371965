/** The names that a prepared database uses. */
export interface PreparedNames {
  database: string;
  /** Owns the database and runs the migrations. */
  ownerRole: string;
  /** Serves requests: owns nothing and is always under row-level security. */
  appRole: string;
}

export const embeddedNames: PreparedNames = { database: 'wegwijs', ownerRole: 'wegwijs_owner', appRole: 'wegwijs_app' };

/**
 * What a superuser must do once in a database before Wegwijs can use it, as SQL that may be run again.
 * Run it connected to that database. The embedded PostgreSQL runs it itself; for a server of one's own
 * `bin/wegwijs database prepare` prints it.
 */
export function serverPreparationSql(names: PreparedNames): string {
  return [rolesSql(names), databaseSql(names), extensionsSql, leakproofSql].join('\n');
}

function rolesSql({ ownerRole, appRole }: PreparedNames): string {
  return `-- Two roles that log in. Neither may walk around row-level security; the second owns nothing.
do $$
declare wanted text;
begin
  foreach wanted in array array[${literal(ownerRole)}, ${literal(appRole)}] loop
    if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
      execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication', wanted);
    end if;
  end loop;
  -- Where one administers without being a superuser, giving the database away asks for membership of the new owner.
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user)
    and not pg_catalog.pg_has_role(current_user, ${literal(ownerRole)}, 'member') then
    execute format('grant %I to %I', ${literal(ownerRole)}, current_user);
  end if;
  -- The owner may step down to the serving role, so that one address in DATABASE_URL is enough.
  if not pg_catalog.pg_has_role(${literal(ownerRole)}, ${literal(appRole)}, 'member') then
    execute format('grant %I to %I', ${literal(appRole)}, ${literal(ownerRole)});
  end if;
end $$;
`;
}

function databaseSql({ database, ownerRole, appRole }: PreparedNames): string {
  return `-- The owner may make schemas; the serving role may only connect until a migration grants it more.
alter database ${identifier(database)} owner to ${identifier(ownerRole)};
${databaseGrantsSql({ database, appRole })}
`;
}

/** Who may enter a database. A clone of a template does not inherit this, so it is said again for each. */
export function databaseGrantsSql({ database, appRole }: Pick<PreparedNames, 'database' | 'appRole'>): string {
  return `revoke all on database ${identifier(database)} from public;
grant connect on database ${identifier(database)} to ${identifier(appRole)};`;
}

const extensionsSql = `-- Search by parts of words, and indexes that begin with the tenant.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists btree_gist;
`;

/*
 * Under row-level security PostgreSQL uses an index for a condition only when each function in it is marked leakproof:
 * otherwise the function could see, and tell of, rows that the policy hides, so it runs after the policy on every row of
 * the tenant. Without the marks a search for a name or a word reads the whole table. (`to_tsvector` stays unmarked: it
 * fails on a text that is too long. Keep the words in a generated column, and index that.)
 *
 * The functions below tell nothing of what they compare: they answer true or false, and the one error among them (a LIKE
 * pattern that ends in a backslash) speaks of the pattern that the asker gave. PostgreSQL leaves them unmarked because a
 * stranger who may write SQL could put a hidden column where the pattern stands; our serving role runs only our own SQL.
 */
const leakproofFunctions = [
  ['full-text match', 'ts_match_vq(tsvector, tsquery)'],
  ['full-text match, turned round', 'ts_match_qv(tsquery, tsvector)'],
  ['LIKE', 'textlike(text, text)'],
  ['ILIKE', 'texticlike(text, text)'],
  ['lower case, for an index on it', 'lower(text)'],
  ['% of pg_trgm', 'similarity_op(text, text)'],
  ['<% of pg_trgm', 'word_similarity_op(text, text)'],
  ['%> of pg_trgm', 'word_similarity_commutator_op(text, text)'],
] as const;

const leakproofSql = `-- So that indexes for search stay usable under row-level security.
do $$
declare marked regprocedure;
begin
  for marked in
    select p.oid from pg_catalog.pg_proc p
    where p.oid in (${leakproofFunctions.map(([, signature]) => `to_regprocedure(${literal(signature)})`).join(', ')})
      and not p.proleakproof
  loop
    execute format('alter function %s leakproof', marked);
  end loop;
exception when insufficient_privilege then
  raise warning 'Only a superuser can mark functions leakproof: searching works, but reads every row of an authority.';
end $$;
`;

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
