import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

export interface MigrationSource {
  /** 'kernel' or an engine's name. */
  owner: string;
  folder: string;
}

/** A migration that has landed differs from its file: someone edited what must never change. */
export class MigrationError extends Error {}

export interface MigrateOptions {
  /** Run these and leave the others for later: to put back the state of an older version. */
  only?: { owner: string; name: string }[];
}

const lock = 7_236_591;

/**
 * Brings the database up to date, as its owner. Each file runs once, in one transaction with its own entry, in the order of
 * the engines and of the file names. Two processes at once wait for each other.
 */
export async function migrate(owner: pg.ClientConfig, sources: MigrationSource[], appRole: string, { only }: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(`
      create schema if not exists migrations;
      create table if not exists migrations.landed (owner text, name text, hash text not null, landed_at timestamptz not null default now(), primary key (owner, name))`);
    const landed = await client.query<{ owner: string; name: string; hash: string }>('select owner, name, hash from migrations.landed');
    const hashes = new Map(landed.rows.map((row) => [`${row.owner}/${row.name}`, row.hash]));
    const done: string[] = [];
    const files = await filesOf(sources);
    for (const { owner: of, name } of only ?? []) {
      if (!files.some((file) => file.owner === of && file.name === name)) throw new MigrationError(`The migration ${of}/${name} is not known here: this needs a later version of Wegwijs.`);
    }
    for (const file of files) {
      if (only && !only.some((each) => each.owner === file.owner && each.name === file.name)) continue;
      const known = hashes.get(file.key);
      if (known === file.hash) continue;
      if (known) throw new MigrationError(`Migration ${file.key} was changed after it had run. Restore the file and add a new one.`);
      await land(client, file, appRole);
      done.push(file.key);
    }
    return done;
  } finally {
    await client.end();
  }
}

interface MigrationFile {
  owner: string;
  name: string;
  key: string;
  sql: string;
  hash: string;
}

async function filesOf(sources: MigrationSource[]): Promise<MigrationFile[]> {
  const files: MigrationFile[] = [];
  for (const { owner, folder } of sources) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names) {
      const sql = await readFile(join(folder, name), 'utf8');
      files.push({ owner, name, key: `${owner}/${name}`, sql, hash: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') });
    }
  }
  return files;
}

async function land(client: pg.Client, file: MigrationFile, appRole: string): Promise<void> {
  try {
    await client.query('begin');
    await client.query("select set_config('wegwijs.app_role', $1, true)", [appRole]);
    await client.query(file.sql);
    await client.query('insert into migrations.landed (owner, name, hash) values ($1, $2, $3)', [file.owner, file.name, file.hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new MigrationError(`Migration ${file.key} failed: ${(error as Error).message}`, { cause: error });
  }
}
