import { randomBytes, createHash } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveTo, type Account } from './account.ts';
import { EmbeddedLocked, folderFailure } from './errors.ts';
import type { Places } from './places.ts';

export interface FolderLock {
  release(): Promise<void>;
}

// Long enough for one that is stopping to finish: a restart is often a stop and a start in one breath.
const patience = 3000;

/** As lockFolder, but gives the one that holds it a moment to finish stopping. */
export async function lockFolderSoon(places: Places, account: Account, patienceMs = patience): Promise<FolderLock> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      return await lockFolder(places, account);
    } catch (error) {
      if (!(error instanceof EmbeddedLocked) || Date.now() >= giveUpAt) throw error;
      await pause(100);
    }
  }
}

/**
 * Takes the data folder for this process, or throws EmbeddedLocked.
 *
 * The lock is a socket that this process listens on. The operating system closes it however the process ends, so a lock
 * that nobody answers is stale, without guessing from process numbers (which are used again, and differ per container).
 */
async function lockFolder(places: Places, account: Account): Promise<FolderLock> {
  try {
    return process.platform === 'win32' ? await lockByPipe(places) : await lockBySocket(places, account);
  } catch (error) {
    throw error instanceof EmbeddedLocked ? error : folderFailure(places.folder, error);
  }
}

async function lockBySocket(places: Places, account: Account): Promise<FolderLock> {
  const lock = path.join(places.run, 'lock');
  const own = path.join(places.run, `lock.${randomBytes(3).toString('hex')}`);
  const server = await listen(own);
  try {
    await giveTo(account, own);
    // Linking fails when the name exists: of two that start at once, one gets it.
    while (!(await succeeds(link(own, lock), 'EEXIST'))) await clearStaleLock(places, lock);
    await rm(own);
    await giveTo(account, await writeHolder(places));
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    async release() {
      await rm(lock, { force: true });
      server.close();
    },
  };
}

async function clearStaleLock(places: Places, lock: string): Promise<void> {
  if (await answers(lock)) throw await lockedBy(places);
  const aside = `${lock}.${randomBytes(3).toString('hex')}.old`;
  if (!(await succeeds(rename(lock, aside), 'ENOENT'))) return;
  // Between the question and the rename another process may have taken the lock: then it gets its name back.
  const tookALiveOne = await answers(aside);
  if (tookALiveOne) await succeeds(link(aside, lock), 'EEXIST');
  await rm(aside, { force: true });
  if (tookALiveOne) throw await lockedBy(places);
}

async function lockByPipe(places: Places): Promise<FolderLock> {
  const name = createHash('sha256').update(places.folder.toLowerCase()).digest('hex').slice(0, 32);
  const server = await listen(`\\\\.\\pipe\\wegwijs-${name}`).catch(async (error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? await lockedBy(places) : error;
  });
  await writeHolder(places);
  return {
    async release() {
      server.close();
    },
  };
}

/** Who holds the lock, for the message to the second one only. */
async function writeHolder(places: Places): Promise<string> {
  const file = path.join(places.run, 'holder');
  await writeFile(file, String(process.pid));
  return file;
}

async function lockedBy(places: Places): Promise<EmbeddedLocked> {
  const pid = Number(await readFile(path.join(places.run, 'holder'), 'utf8').catch(() => ''));
  return new EmbeddedLocked(places.folder, Number.isInteger(pid) && pid > 0 ? pid : null);
}

function listen(address: string): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((caller) => caller.on('error', () => {}).end());
    server.once('error', reject);
    server.listen(address, () => resolve(server.unref()));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const caller = net.connect(address);
    caller.once('connect', () => resolve(caller.destroy() !== undefined));
    caller.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT' || error.code === 'ENOTSOCK') resolve(false);
      else reject(error);
    });
  });
}

/** False when it fails with the given code; any other failure is thrown. */
async function succeeds(doing: Promise<unknown>, code: string): Promise<boolean> {
  try {
    await doing;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === code) return false;
    throw error;
  }
}
