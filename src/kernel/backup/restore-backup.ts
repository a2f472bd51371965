import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { migrate, type MigrationSource } from '../db/migrate.ts';
import { BackupUnreadable, newHash, readArchive, type Head, type Manifest } from './archive.ts';
import { asOwner, beginLoading, closeAfterLoading, copyIn, copyOut, countTenants, keep, openForLoading, selectTables, selectTenantIds, type TableShape } from './tables.store.ts';
import type { BackupSummary } from './write-backup.ts';

export interface RestoreParts {
  owner: pg.ClientConfig;
  appRole: string;
  sources: MigrationSource[];
  folders: Record<string, string>;
}

export class RestoreRefused extends Error {}

/**
 * Puts a backup back into an empty installation: first the tables as they were in the backup's version, then the rows in one
 * transaction, then the migrations that came since. Every hash is checked; whatever does not fit leaves all as it was.
 */
export async function restoreBackup(path: string, parts: RestoreParts): Promise<BackupSummary> {
  const head = await readHead(path);
  await requireEmpty(parts);
  await migrate(parts.owner, parts.sources, parts.appRole, { only: head.migrations });
  const staging = await mkdtemp(join(dirname(Object.values(parts.folders)[0]!), 'restore-'));
  try {
    const manifest = await load(path, head, parts, staging);
    await moveFolders(staging, parts.folders);
    await migrate(parts.owner, parts.sources, parts.appRole);
    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
    return { tables: head.tables.length, rows, files: Object.keys(manifest.files).length };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function readHead(path: string): Promise<Head> {
  for await (const { name, bytes } of readArchive(path)) {
    if (name !== 'head.json') break;
    const head = JSON.parse(bytes.toString('utf8')) as Head;
    if (head.format === 1) return head;
    throw new RestoreRefused(`This backup has format ${String(head.format)}, which this version of Wegwijs does not know. Install the version that made it (${head.version}) or a later one.`);
  }
  throw new BackupUnreadable('This file is no backup of Wegwijs.');
}

async function requireEmpty({ owner }: RestoreParts): Promise<void> {
  if ((await asOwner(owner, countTenants)) === 0) return;
  throw new RestoreRefused('This installation already holds an authority. Restore into an empty one: set WEGWIJS_DATA to a new folder, or DATABASE_URL to a new database.');
}

/** One transaction: a connection that ends before it is kept leaves nothing behind. */
function load(path: string, head: Head, { owner, folders }: RestoreParts, staging: string): Promise<Manifest> {
  return asOwner(owner, async (client) => {
    await beginLoading(client);
    const present = await selectTables(client);
    const tables = head.tables.map((table) => requireTable(present, table));
    const closing = await openForLoading(client, present);
    const manifest = await loadEntries(client, path, tables, Object.keys(folders), staging);
    await closeAfterLoading(client, closing);
    await compare(client, tables, manifest);
    await keep(client);
    return manifest;
  });
}

function requireTable(present: TableShape[], table: TableShape): TableShape {
  const here = present.find(({ name }) => name === table.name);
  if (!here || table.columns.some((column) => !here.columns.includes(column))) {
    throw new RestoreRefused(`The backup holds ${table.name}, which this version of Wegwijs does not know so. Install the version that made it, or a later one.`);
  }
  return table;
}

/** The table that rows are flowing into; the next one begins when this one is done. */
class Loading {
  readonly #client: pg.Client;
  #stream = '';
  #copy: Writable | undefined;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async write(stream: string, table: TableShape, bytes: Buffer): Promise<void> {
    if (this.#stream !== stream) await this.end();
    this.#stream = stream;
    const copy = (this.#copy ??= copyIn(this.#client, table));
    if (!copy.write(bytes)) await Promise.race([once(copy, 'drain'), finished(copy)]);
  }

  async end(): Promise<void> {
    const copy = this.#copy;
    this.#copy = undefined;
    if (!copy) return;
    copy.end();
    await finished(copy);
  }

  /** Breaks off: the connection is not free for a rollback while a COPY is open. */
  async abandon(): Promise<void> {
    const copy = this.#copy;
    if (!copy) return;
    copy.destroy(new Error('abandoned'));
    await finished(copy).catch(() => {});
  }
}

async function loadEntries(client: pg.Client, path: string, tables: TableShape[], folders: string[], staging: string): Promise<Manifest> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const hashes = new Map<string, string>();
  const loading = new Loading(client);
  let manifest: Manifest | undefined;
  try {
    for await (const { name, bytes } of readArchive(path)) {
      const [kind, first = '', ...rest] = name.split('/');
      if (kind === 'tables') {
        const table = byName.get(first);
        if (!table) throw new BackupUnreadable(`The backup holds a table that it does not announce: ${first}.`);
        await loading.write(`${first}/${rest[0]}`, table, bytes);
      } else {
        await loading.end();
        if (kind === 'folders' && folders.includes(first)) hashes.set(`${first}/${rest.join('/')}`, await stage(staging, first, rest, bytes));
        if (name === 'manifest.json') manifest = JSON.parse(bytes.toString('utf8')) as Manifest;
      }
    }
  } catch (error) {
    await loading.abandon();
    throw error;
  }
  return requireWhole(manifest, hashes);
}

function requireWhole(manifest: Manifest | undefined, hashes: Map<string, string>): Manifest {
  if (!manifest) throw new BackupUnreadable('This backup was cut off: its end is missing. Nothing was restored.');
  for (const [name, hash] of Object.entries(manifest.files)) {
    if (hashes.get(name) !== hash) throw new BackupUnreadable(`The file ${name} in the backup is not as it was. Nothing was restored.`);
  }
  return manifest;
}

async function stage(staging: string, folder: string, rest: string[], bytes: Buffer): Promise<string> {
  const target = normalize(join(staging, folder, ...rest));
  if (!target.startsWith(join(staging, folder) + sep)) throw new BackupUnreadable('The backup holds a file that would land outside its folder.');
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes, { mode: 0o600 });
  return newHash().update(bytes).digest('hex');
}

/** Reads every row back and compares with what the backup said it holds. */
async function compare(client: pg.Client, tables: TableShape[], manifest: Manifest): Promise<void> {
  const tenants = await selectTenantIds(client);
  for (const table of tables) {
    const hash = newHash();
    for (const tenant of tenants) for await (const bytes of await copyOut(client, tenant, table)) hash.update(bytes as Uint8Array);
    if (hash.digest('hex') !== manifest.tables[table.name]?.hash) throw new BackupUnreadable(`After restoring, ${table.name} would not be what the backup holds. Nothing was restored; use another copy.`);
  }
}

async function moveFolders(staging: string, folders: Record<string, string>): Promise<void> {
  for (const [name, folder] of Object.entries(folders)) {
    const from = join(staging, name);
    await mkdir(folder, { recursive: true });
    for (const entry of await readdir(from).catch(() => [])) {
      await rm(join(folder, entry), { recursive: true, force: true });
      await rename(join(from, entry), join(folder, entry));
    }
  }
}
