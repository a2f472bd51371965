import { createHash } from 'node:crypto';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedFailed, folderFailure } from './errors.ts';

/** Where one embedded PostgreSQL keeps its things. All paths are absolute. */
export interface Places {
  /** The folder as the caller named it, resolved: the name that messages use. */
  folder: string;
  /** PostgreSQL's own data folder. */
  cluster: string;
  /** Sockets and the lock; mode 0700, so only the owner of the data gets at them. */
  run: string;
  /** PostgreSQL's log files. */
  log: string;
}

// A Unix socket's path holds 107 characters on Linux and 103 on macOS; the longest name in `run` is `.s.PGSQL.5432.lock`.
const longestRunFolder = 103 - '/.s.PGSQL.5432.lock'.length;

/** Makes the folders where they are missing. Throws EmbeddedFailed with what to do when that is not possible. */
export async function makePlaces(wanted: string): Promise<Places> {
  const absolute = path.resolve(wanted);
  try {
    await mkdir(absolute, { recursive: true });
    const folder = await realpath(absolute);
    const log = path.join(folder, 'log');
    const run = runFolder(folder);
    await mkdir(log, { recursive: true, mode: 0o700 });
    await mkdir(run, { recursive: true, mode: 0o700 });
    if (run.startsWith(folder) === false) await refuseStrangersFolder(run);
    return { folder, cluster: path.join(folder, 'cluster'), run, log };
  } catch (error) {
    throw error instanceof EmbeddedFailed ? error : folderFailure(absolute, error);
  }
}

function runFolder(folder: string): string {
  const inside = path.join(folder, 'run');
  if (process.platform === 'win32' || Buffer.byteLength(inside) <= longestRunFolder) return inside;
  // The name follows from the folder, so that a second start finds the same lock.
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(tmpdir(), `wegwijs-${name}`);
}

/** Anyone may make a folder in the shared temporary folder: sockets go only into one that is ours and closed to others. */
async function refuseStrangersFolder(run: string): Promise<void> {
  const found = await lstat(run);
  const user = process.getuid?.() ?? found.uid;
  const isOurs = found.isDirectory() && (found.uid === user || user === 0) && (found.mode & 0o077) === 0;
  if (!isOurs) {
    throw new EmbeddedFailed(
      `The folder ${run}, which the database needs for its socket, is not private to this user. ` +
        'Remove it, or set WEGWIJS_DATA to a folder with a shorter path, and start again.',
    );
  }
}
