import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { giveTo, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { folderFailure, postgresFailure } from './errors.ts';
import type { Places } from './places.ts';
import { endWithUs } from './together.ts';

const run = promisify(execFile);

/** Makes PostgreSQL's data folder when there is none yet: whole or not at all. */
export async function makeCluster(binaries: Binaries, places: Places, account: Account, durable: boolean): Promise<void> {
  if (await exists(places.cluster)) return;
  // Made under another name, so that a first start that was cut off leaves nothing that looks finished.
  // Each time another: the program of one that was killed may still be writing.
  const unfinished = path.join(places.folder, `${unfinishedPrefix}${randomBytes(4).toString('hex')}`);
  try {
    await removeUnfinished(places);
    await mkdir(unfinished, { mode: 0o700 });
    await giveTo(account, unfinished);
    await initialise(binaries, places, account, unfinished, durable);
    await rename(unfinished, places.cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw (error as NodeJS.ErrnoException).syscall === undefined ? error : folderFailure(places.folder, error);
  }
}

const unfinishedPrefix = 'cluster.unfinished.';

async function removeUnfinished(places: Places): Promise<void> {
  const names = (await readdir(places.folder)).filter((name) => name.startsWith(unfinishedPrefix));
  await Promise.all(names.map((name) => rm(path.join(places.folder, name), { recursive: true, force: true }).catch(() => {})));
}

async function initialise(binaries: Binaries, places: Places, account: Account, cluster: string, durable: boolean): Promise<void> {
  const words = [
    ...account.prefix,
    ...endWithUs.words(),
    binaries.initdb,
    `--pgdata=${cluster}`,
    '--username=postgres',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8: knows every letter's case, and sorts the same on each machine and after each upgrade
    // of a system library, so that indexes stay valid. Lists for people name the collation they are sorted by.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    ...(await authentication(places, account)),
    ...(durable ? [] : ['--no-sync']),
  ];
  const [program = '', ...rest] = words;
  await run(program, rest, { ...account.ids, cwd: places.folder }).catch((error: Error & { stderr?: string }) => {
    throw postgresFailure('making a new database', places.folder, error.stderr || error.message);
  });
}

/** On Windows there is no private socket: a generated password guards the loopback address. */
async function authentication(places: Places, account: Account): Promise<string[]> {
  if (process.platform !== 'win32') return ['--auth=trust'];
  const file = passwordFile(places);
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await giveTo(account, file);
  return ['--auth=scram-sha-256', `--pwfile=${file}`];
}

function passwordFile(places: Places): string {
  return path.join(places.run, 'password');
}

export async function readPassword(places: Places): Promise<string> {
  return readFile(passwordFile(places), 'utf8');
}

/** Writes the settings of this version; an operator's own come after them, in `tuning.conf` beside the data. */
export async function writeSettings(places: Places, account: Account, { durable, port }: { durable: boolean; port: number }): Promise<void> {
  const settings = { ...baseSettings(places, port), ...memorySettings(durable), ...(durable ? {} : forgetfulSettings) };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  const header = '# Written by Wegwijs at each start. Put your own settings in tuning.conf, in the folder above this one.';
  const own = (await exists(path.join(places.folder, 'tuning.conf'))) ? ["include '../tuning.conf'"] : [];
  await writeOwn(path.join(places.cluster, 'postgresql.conf'), [header, ...lines, ...own, ''].join('\n'), account);
  await writeOwn(path.join(places.cluster, 'pg_hba.conf'), accessRules(), account);
}

/**
 * On a socket everybody is trusted, because the socket stands in a folder that only the owner of the data may enter: whoever
 * gets there could read the files themselves. There is no network address at all.
 */
function accessRules(): string {
  return process.platform === 'win32' ? 'host all all 127.0.0.1/32 scram-sha-256\n' : 'local all all trust\n';
}

function baseSettings(places: Places, port: number): Record<string, string | number> {
  const onWindows = process.platform === 'win32';
  return {
    port,
    listen_addresses: onWindows ? '127.0.0.1' : '',
    unix_socket_directories: onWindows ? '' : `"${places.run.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: 60,
    max_logical_replication_workers: 0,
    timezone: 'UTC',
    lc_messages: 'C',
    // PostgreSQL writes to the pipe that server-log.ts reads. What a statement did wrong is left to the application, because
    // those messages quote what people typed.
    logging_collector: 'off',
    log_destination: 'stderr',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  };
}

/** Sizes for one authority's platform on a small machine, which it shares with the application. */
function memorySettings(durable: boolean): Record<string, string | number> {
  const megabytes = totalmem() / 2 ** 20;
  return {
    shared_buffers: durable && megabytes >= 2000 ? '256MB' : '128MB',
    effective_cache_size: `${Math.max(256, Math.round(megabytes / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    random_page_cost: 1.1,
    effective_io_concurrency: 64,
    jit: 'off',
  };
}

/** For tests only: what was committed is lost when the machine stops. */
const forgetfulSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

async function writeOwn(file: string, text: string, account: Account): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return;
  const beside = `${file}.new`;
  try {
    await writeFile(beside, text, { mode: 0o600 });
    await giveTo(account, beside);
    await rename(beside, file);
  } catch (error) {
    throw folderFailure(path.dirname(file), error);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw folderFailure(file, error);
    },
  );
}
