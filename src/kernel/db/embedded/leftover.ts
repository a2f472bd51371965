import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { EmbeddedFailed } from './errors.ts';
import type { Places } from './places.ts';

const run = promisify(execFile);
const waitAtMost = 120_000;

/**
 * Deals with what a killed process left: its server may still run, or only the file that says so.
 * Called by the holder of the folder's lock, so whatever server is found belongs to nobody any more.
 */
export async function clearLeftover(binaries: Binaries, places: Places, log: (line: string) => void): Promise<void> {
  const file = path.join(places.cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  // PostgreSQL takes any living process with the old number for its predecessor and then refuses to start, for ever
  // in a container where numbers repeat. We know better whose number it is.
  if (!(await isServerOf(places, pid))) return process.platform === 'win32' ? undefined : rm(file, { force: true });
  log(`Stopping the database that an earlier Wegwijs left running (process ${pid}).`);
  await askToStop(binaries, places, pid);
  const giveUpAt = Date.now() + waitAtMost;
  while (await isServerOf(places, pid)) {
    if (Date.now() > giveUpAt) {
      throw new EmbeddedFailed(`The database that an earlier Wegwijs left running (process ${pid}) does not stop. Stop that process and start again.`);
    }
    await pause(50);
  }
}

async function askToStop(binaries: Binaries, places: Places, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', places.cluster]).catch(() => {});
    return;
  }
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isServerOf(places: Places, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux';
  }
  if (process.platform === 'linux') return (await workingFolder(pid)) === places.cluster;
  if (process.platform === 'win32') return run('tasklist', ['/FI', `PID eq ${pid}`, '/NH']).then(({ stdout }) => stdout.includes('postgres'), () => false);
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(({ stdout }) => stdout.includes(places.cluster), () => false);
}

/** A server's working folder is its data folder. Empty for a process that has ended but was not yet collected. */
async function workingFolder(pid: number): Promise<string> {
  return readlink(`/proc/${pid}/cwd`).catch(() => '');
}
