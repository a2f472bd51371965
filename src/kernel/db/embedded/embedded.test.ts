import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EmbeddedFailed, EmbeddedLocked, embeddedNames, serverPreparationSql, startEmbedded, type Connection, type Embedded } from './embedded.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'wegwijs-embedded-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(inFolder = folder, onExit?: (reason: string) => void): Promise<Embedded> {
  return startEmbedded({ folder: inFolder, log: () => {}, durable: true, patienceMs: 0, ...(onExit && { onExit }) });
}

/** The first columns of the answer to the last statement. */
async function rows(connection: Connection & { options?: string }, sql: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    const answers = [await client.query(sql)].flat() as pg.QueryResult<Record<string, unknown>>[];
    return answers.at(-1)?.rows.flatMap((row) => Object.values(row)) ?? [];
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // One that has ended keeps its number until its parent, which may be a lazy one, has asked how it went.
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

describe('a running database', () => {
  let embedded: Embedded;
  beforeAll(async () => {
    embedded = await start();
  });
  afterAll(() => embedded.stop());

  test('no role that the platform uses can walk around row-level security', async () => {
    const power = 'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = current_user';
    expect(await rows(embedded.owner, power)).toEqual([false]);
    expect(await rows(embedded.app, power)).toEqual([false]);
    expect(await rows(embedded.app, 'select count(*)::int from pg_auth_members where member = current_user::regrole')).toEqual([0]);
  });

  test('the serving role owns nothing and can make nothing', async () => {
    expect(await rows(embedded.owner, 'select pg_get_userbyid(datdba) from pg_database where datname = current_database()')).toEqual(['wegwijs_owner']);
    await expect(rows(embedded.app, 'create schema mine')).rejects.toThrow('permission denied');
    await expect(rows(embedded.app, 'create table public.mine (id int)')).rejects.toThrow('permission denied');
    await expect(rows(embedded.app, 'create temporary table mine (id int)')).rejects.toThrow('permission denied');
  });

  test('the owner steps down to the serving role when a connection asks so', async () => {
    expect(await rows({ ...embedded.owner, options: '-c role=wegwijs_app' }, 'select current_user')).toEqual(['wegwijs_app']);
  });

  test('preparing a database a second time changes nothing', async () => {
    const asSuperuser = { ...embedded.superuser, database: embeddedNames.database };
    await rows(asSuperuser, serverPreparationSql(embeddedNames));
    expect(await rows(embedded.app, 'select count(*)::int from pg_roles where rolname like \'wegwijs%\'')).toEqual([2]);
  });

  test('what is committed is on disk, with checksums, and text is told apart in every script', async () => {
    const settings = "select setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')";
    expect(await rows(embedded.app, settings)).toEqual(['on', 'on', 'on', 'on']);
    expect(await rows(embedded.app, "select current_setting('server_encoding'), upper('ñéЖ') as upper, lower('ÉЖΩ') as lower")).toEqual(['UTF8', 'ÑÉЖ', 'éжω']);
  });

  test('only the socket leads to it, not the network', async () => {
    expect(await rows(embedded.app, "select setting from pg_settings where name in ('listen_addresses', 'unix_socket_permissions') order by name")).toEqual(['', '0700']);
  });

  test('searching for words and parts of names uses an index although each row is guarded', async () => {
    await rows(
      embedded.owner,
      `create table public.note (tenant int, name text, words tsvector generated always as (to_tsvector('dutch', name)) stored);
       create index by_word on public.note using gin (words);
       create index by_part on public.note using gin (lower(name) gin_trgm_ops);
       alter table public.note enable row level security;
       create policy own on public.note using (tenant = current_setting('test.tenant')::int);
       grant select on public.note to wegwijs_app;`,
    );
    const plan = async (condition: string): Promise<string> => {
      const options = '-c enable_seqscan=off -c test.tenant=1';
      return (await rows({ ...embedded.app, options }, `explain select from public.note where ${condition}`)).join('\n');
    };
    expect(await plan("words @@ to_tsquery('dutch', 'huis')")).toContain('Index Scan on by_word');
    expect(await plan("lower(name) like '%huis%'")).toContain('Index Scan on by_part');
    expect(await plan("lower(name) % 'huis'")).toContain('Index Scan on by_part');
  });

  test('a copy of a template has its tables and is as closed as the first', async () => {
    await embedded.createDatabase('template_of_test');
    await rows({ ...embedded.owner, database: 'template_of_test' }, 'create schema people; create table people.person (id int); insert into people.person values (7)');
    await embedded.createDatabase('copy_of_test', { template: 'template_of_test' });
    const copy = { ...embedded.owner, database: 'copy_of_test' };
    expect(await rows(copy, 'select id from people.person')).toEqual([7]);
    await expect(rows({ ...embedded.app, database: 'copy_of_test' }, 'select id from people.person')).rejects.toThrow('permission denied');
    expect(await rows(copy, "select has_database_privilege('public', 'copy_of_test', 'connect')")).toEqual([false]);
    await embedded.dropDatabase('copy_of_test');
    await expect(rows(copy, 'select 1')).rejects.toThrow('does not exist');
  });

  test('a second start on the same folder is refused and told who holds it', async () => {
    const refused = await start().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EmbeddedLocked);
    expect((refused as Error).message).toContain(`process ${process.pid}`);
    expect((refused as Error).message).toContain(folder);
    expect(await rows(embedded.app, 'select 1')).toEqual([1]);
  });
});

test('what was committed survives the killing of the server, and the platform is told that it ended', async () => {
  const told = Promise.withResolvers<string>();
  const first = await start(folder, told.resolve);
  await rows(first.owner, 'create table public.kept as select generate_series(1, 1000) as number');
  process.kill(first.pid, 'SIGKILL');
  expect(await told.promise).toContain('stopped by itself');
  await first.stop();
  const second = await start();
  expect(await rows(second.owner, 'select count(*)::int from public.kept')).toEqual([1000]);
  await second.stop();
});

test('after a stop no process is left and the folder is free', async () => {
  const embedded = await start();
  const backends = (await rows(embedded.superuser, 'select pid from pg_stat_activity')) as number[];
  await embedded.stop();
  await embedded.stop();
  expect([embedded.pid, ...backends].filter(isAlive)).toEqual([]);
  await (await start()).stop();
});

test('when the process that started it is killed, the server ends and the next start takes over', async () => {
  const script = path.join(folder, 'start.ts');
  const module = JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'));
  await writeFile(
    script,
    `import { startEmbedded } from ${module};
     const { pid } = await startEmbedded({ folder: process.argv[2], log() {}, durable: true });
     console.log(pid);
     setInterval(() => {}, 1000);`,
  );
  const starter = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [pid] = (await starter.stdout.take(1).toArray()) as [Buffer];
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  const embedded = await start();
  expect(isAlive(Number(pid))).toBe(false);
  expect(await rows(embedded.app, 'select 1')).toEqual([1]);
  await embedded.stop();
});

test('a first start that was cut off leaves nothing in the way of the next', async () => {
  const fresh = path.join(folder, 'fresh');
  // What a kill leaves in the midst of making the database.
  const unfinished = path.join(fresh, 'cluster.unfinished.0a1b2c3d');
  await mkdir(path.join(unfinished, 'base'), { recursive: true });
  await writeFile(path.join(unfinished, 'PG_VERSION'), '18');
  const embedded = await start(fresh);
  expect(await rows(embedded.app, 'select 1')).toEqual([1]);
  expect((await readdir(fresh)).sort()).toEqual(['cluster', 'log', 'run']);
  await embedded.stop();
});

test('a folder with a long path works too', async () => {
  const deep = path.join(folder, ...Array.from({ length: 12 }, (_, level) => `a-rather-long-name-${level}`));
  const embedded = await start(deep);
  expect(await rows(embedded.app, 'select 1')).toEqual([1]);
  await embedded.stop();
});

test('a folder that cannot be used is named, with what to do', async () => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  const refused = await start(path.join(file, 'data')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(EmbeddedFailed);
  expect((refused as Error).message).toContain('WEGWIJS_DATA');
});
