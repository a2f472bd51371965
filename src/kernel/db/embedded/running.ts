import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPassword } from './cluster.ts';
import type { Connection } from './databases.ts';
import { makePlaces } from './places.ts';
import { embeddedNames } from './preparation.ts';

/** The roles of an embedded database that another process runs: for the operator's commands beside a running platform. */
export async function connectionsOfRunning(folder: string): Promise<{ owner: Connection; app: Connection }> {
  const places = await makePlaces(folder);
  const port = Number((await readFile(path.join(places.cluster, 'postmaster.pid'), 'utf8')).split('\n')[3]);
  const isWindows = process.platform === 'win32';
  const base = { host: isWindows ? '127.0.0.1' : places.run, port, database: embeddedNames.database, ...(isWindows ? { password: await readPassword(places) } : {}) };
  return { owner: { ...base, user: embeddedNames.ownerRole }, app: { ...base, user: embeddedNames.appRole } };
}
