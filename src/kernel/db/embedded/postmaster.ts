import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { postgresFailure } from './errors.ts';
import { clearLeftover } from './leftover.ts';
import type { Places } from './places.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { endWithUs } from './together.ts';

const run = promisify(execFile);

export interface Postmaster {
  pid: number;
  /** Resolves when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Ends connections, writes what is in memory, stops; resolves when the process is gone. */
  stop(): Promise<void>;
}

const retryable = /pre-existing shared memory block|lock file ".*" already exists|Address already in use/;
const retryFor = 60_000;
const tellEvery = 10_000;

/** Starts PostgreSQL on the data folder and waits until it takes connections, however long its recovery lasts. */
export async function startPostmaster(binaries: Binaries, places: Places, account: Account, log: (line: string) => void): Promise<Postmaster> {
  const giveUpAt = Date.now() + retryFor;
  for (;;) {
    await clearLeftover(binaries, places, log);
    const attempt = launch(binaries, places, account);
    if (await becomesReady(attempt, places, log)) return supervise(attempt, binaries, places);
    const said = attempt.log.tail();
    // After a crash the last process of the old server may still be going; it takes a moment to free its memory.
    if (!retryable.test(said) || Date.now() > giveUpAt) throw postgresFailure('starting', places.folder, said);
    await pause(200);
  }
}

interface Attempt {
  child: ChildProcess;
  log: ServerLog;
  ended: Promise<void>;
}

function launch(binaries: Binaries, places: Places, account: Account): Attempt {
  const command = [...account.prefix, ...endWithUs.words(), binaries.postgres, '-D', places.cluster];
  const [program = '', ...words] = command;
  // A process group of its own: Ctrl+C in a terminal must reach the application, which then stops the database last.
  const child = spawn(program, words, { ...account.ids, cwd: places.folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
  const log = openServerLog(places.log, account);
  child.stderr?.setEncoding('utf8').on('data', log.write);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      resolve();
    });
  });
  return { child, log, ended };
}

async function becomesReady({ child, ended }: Attempt, places: Places, log: (line: string) => void): Promise<boolean> {
  const failed = ended.then(() => true);
  let tellAt = Date.now() + tellEvery;
  while (!(await Promise.race([failed, pause(10, false)]))) {
    const lines = (await readFile(path.join(places.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready')) return true;
    if (Date.now() < tellAt) continue;
    log('The database is still starting: after a sudden stop it first repeats the last changes.');
    tellAt += tellEvery;
  }
  // Its last words may still be on their way.
  if (child.stderr?.closed === false) await Promise.race([once(child.stderr, 'close'), pause(500)]);
  return false;
}

function supervise({ child, ended }: Attempt, binaries: Binaries, places: Places): Postmaster {
  const pid = child.pid as number;
  const watch = endWithUs.watch(pid);
  void ended.then(() => watch.end());
  // The server alone does not keep this process alive.
  child.unref();
  (child.stderr as Socket | null)?.unref();
  const stop = async (): Promise<void> => {
    child.ref();
    if (process.platform === 'win32') await run(binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', places.cluster]).catch(() => child.kill());
    else child.kill('SIGINT');
    await ended;
  };
  return { pid, ended, stop };
}
