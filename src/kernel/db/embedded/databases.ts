import pg from 'pg';
import { databaseGrantsSql, embeddedNames, identifier, serverPreparationSql } from './preparation.ts';

/** How one role reaches one database; plain data, so that it can be handed to another process. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  database: string;
  /** Only where there is no private socket (Windows). */
  password?: string;
}

/**
 * Makes a database, owned by the owner's role: a prepared and empty one, or a copy of a template (tables, rows and all).
 * Nobody may be connected to the template meanwhile.
 */
export async function createDatabase(superuser: Connection, name: string, { template }: { template?: string } = {}): Promise<void> {
  await asSuperuser(superuser, 'postgres', async (client) => {
    await client.query(`create database ${identifier(name)} template ${identifier(template ?? 'template0')}`);
    if (template === undefined) return;
    await client.query(`alter database ${identifier(name)} owner to ${identifier(embeddedNames.ownerRole)};
      ${databaseGrantsSql({ database: name, appRole: embeddedNames.appRole })}`);
  });
  if (template === undefined) await prepareDatabase(superuser, name);
}

/** Removes a database, also when connections to it are still open; nothing happens when it is not there. */
export async function dropDatabase(superuser: Connection, name: string): Promise<void> {
  await asSuperuser(superuser, 'postgres', (client) => client.query(`drop database if exists ${identifier(name)} with (force)`));
}

/** Makes the platform's database at the first start, and brings its preparation up to this version at each next one. */
export async function prepareMainDatabase(superuser: Connection): Promise<void> {
  await prepareDatabase(superuser, embeddedNames.database).catch((error: { code?: string }) => {
    const isMissing = error.code === '3D000';
    if (!isMissing) throw error;
    return createDatabase(superuser, embeddedNames.database);
  });
}

async function prepareDatabase(superuser: Connection, database: string): Promise<void> {
  await asSuperuser(superuser, database, async (client) => {
    await client.query(serverPreparationSql({ ...embeddedNames, database }));
    if (superuser.password === undefined) return;
    for (const role of [embeddedNames.ownerRole, embeddedNames.appRole]) {
      await client.query(`alter role ${identifier(role)} password ${pg.escapeLiteral(superuser.password)}`);
    }
  });
}

async function asSuperuser(superuser: Connection, database: string, doing: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...superuser, database });
  // A server that stops meanwhile makes the query fail; without a listener it would also end this process.
  client.on('error', () => {});
  await client.connect();
  try {
    await doing(client);
  } finally {
    await client.end();
  }
}
