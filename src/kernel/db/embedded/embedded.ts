import net from 'node:net';
import { chooseAccount, giveTo, requireRunnable } from './account.ts';
import { findBinaries } from './binaries.ts';
import { makeCluster, readPassword, writeSettings } from './cluster.ts';
import { createDatabase, dropDatabase, prepareMainDatabase, type Connection } from './databases.ts';
import { lockFolderSoon, type FolderLock } from './lock.ts';
import { makePlaces, type Places } from './places.ts';
import { startPostmaster, type Postmaster } from './postmaster.ts';
import { embeddedNames } from './preparation.ts';

export { createDatabase, dropDatabase, type Connection } from './databases.ts';
export { EmbeddedFailed, EmbeddedLocked } from './errors.ts';
export { embeddedNames, serverPreparationSql, type PreparedNames } from './preparation.ts';

export interface EmbeddedOptions {
  /** Where the database lives; made when it is not there. */
  folder: string;
  /** Gets one line of plain English at a time: for the operator, never about a person. */
  log: (line: string) => void;
  /** False only for tests: commits are then not flushed to disk. */
  durable: boolean;
  /** How long to wait for another one that holds the folder, milliseconds; 3000 unless given. */
  patienceMs?: number;
  /** Called when the server ends without having been asked to. */
  onExit?: (reason: string) => void;
}

/** A running PostgreSQL of our own. Connections are plain data: they can be handed to a pool or to another process. */
export interface Embedded {
  /** The role that owns the database and runs migrations. */
  owner: Connection;
  /** The role that serves requests: owns nothing, always under row-level security. */
  app: Connection;
  /** The bootstrap superuser: for making databases, as tests do; never for serving. */
  superuser: Connection;
  /** The server's process. */
  pid: number;
  createDatabase(name: string, options?: { template?: string }): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  /** Ends all connections, stops the server, frees the folder. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on the folder, making the database and its roles the first time.
 * Throws EmbeddedLocked when another process runs on the folder, EmbeddedFailed (message complete) for all else.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const places = await makePlaces(options.folder);
  const account = await chooseAccount(places.cluster);
  await Promise.all([giveTo(account, places.run), giveTo(account, places.log)]);
  const lock = await lockFolderSoon(places, account, options.patienceMs);
  let postmaster: Postmaster | undefined;
  try {
    const binaries = findBinaries();
    const port = await choosePort();
    await requireRunnable(account, binaries.postgres, places.run);
    await makeCluster(binaries, places, account, options.durable);
    await writeSettings(places, account, { durable: options.durable, port });
    postmaster = await startPostmaster(binaries, places, account, options.log);
    const superuser = await superuserConnection(places, port);
    await prepareMainDatabase(superuser);
    return running(postmaster, lock, superuser, options);
  } catch (error) {
    await postmaster?.stop();
    await lock.release();
    throw error;
  }
}

function running(postmaster: Postmaster, lock: FolderLock, superuser: Connection, options: EmbeddedOptions): Embedded {
  let stopping: Promise<void> | undefined;
  void postmaster.ended.then(() => {
    if (stopping === undefined) options.onExit?.(`The embedded database in ${options.folder} stopped by itself. Its log is in the folder log there.`);
  });
  const stopAll = async (): Promise<void> => {
    await postmaster.stop();
    await lock.release();
  };
  const stop = (): Promise<void> => (stopping ??= stopAll());
  const { database, ownerRole, appRole } = embeddedNames;
  return {
    owner: { ...superuser, user: ownerRole, database },
    app: { ...superuser, user: appRole, database },
    superuser,
    pid: postmaster.pid,
    createDatabase: (name, template) => createDatabase(superuser, name, template),
    dropDatabase: (name) => dropDatabase(superuser, name),
    stop,
  };
}

async function superuserConnection(places: Places, port: number): Promise<Connection> {
  const base = { port, user: 'postgres', database: 'postgres' };
  return process.platform === 'win32' ? { ...base, host: '127.0.0.1', password: await readPassword(places) } : { ...base, host: places.run };
}

/** A socket's name carries a number that need not be free; on Windows the number is that of a real, free port. */
async function choosePort(): Promise<number> {
  if (process.platform !== 'win32') return 5432;
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
