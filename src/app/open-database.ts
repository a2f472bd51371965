import type { ClientConfig, PoolConfig } from 'pg';
import { embeddedNames, startEmbedded } from '../kernel/db/embedded/embedded.ts';
import { migrate } from '../kernel/db/migrate.ts';
import { Database } from '../kernel/db/database.ts';
import { requireUnprivileged, requireVersion } from '../kernel/db/require-unprivileged.store.ts';
import type { Clock } from '../kernel/clock/clock.ts';
import { migrationSources } from './assemble.ts';
import type { Configuration } from './configuration.ts';

export interface OpenDatabase {
  database: Database;
  /** For migrations and whole-database work: backup, restore, verification. */
  owner: ClientConfig;
  /** As `database` connects. */
  serving: PoolConfig;
  close(): Promise<void>;
}

export interface OpenOptions {
  clock: Clock;
  log: (line: string) => void;
  /** Called when the embedded server ends by itself. */
  onExit?: (reason: string) => void;
}

/** Starts or reaches the database, brings it up to date as its owner, and refuses to serve with a privileged role. */
export async function openDatabase(configuration: Configuration, options: OpenOptions): Promise<OpenDatabase> {
  const { owner, serving, servingRole, stop } = await openOwner(configuration, options);
  let database: Database | undefined;
  try {
    database = new Database(serving, options.clock, options.log);
    await requireVersion(database);
    // Before anything is made, and once more when there are tables that it could own.
    await requireUnprivileged(database);
    await migrate(owner, migrationSources(), servingRole);
    await requireUnprivileged(database);
  } catch (error) {
    await database?.close().catch(() => {});
    await stop();
    throw error;
  }
  const open = database;
  return {
    database: open,
    owner,
    serving,
    close: async () => {
      await open.close();
      await stop();
    },
  };
}

export interface Reached {
  owner: ClientConfig;
  serving: PoolConfig;
  servingRole: string;
  stop: () => Promise<void>;
}

/** Starts or reaches the database and changes nothing in it: for the start, and for putting back a backup. */
export async function openOwner({ database }: Configuration, { log, onExit }: Omit<OpenOptions, 'clock'>): Promise<Reached> {
  if (database.kind === 'server') {
    const { ownerUrl, servingUrl, servingRole } = database;
    return { owner: { connectionString: ownerUrl }, serving: { connectionString: servingUrl }, servingRole, stop: async () => {} };
  }
  const embedded = await startEmbedded({ folder: database.folder, durable: true, log, ...(onExit ? { onExit } : {}) });
  return { owner: embedded.owner, serving: embedded.app, servingRole: embeddedNames.appRole, stop: () => embedded.stop() };
}
