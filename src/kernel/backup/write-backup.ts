import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type pg from 'pg';
import { ArchiveWriter, newHash, type Head, type Manifest } from './archive.ts';
import { asOwner, beginSnapshot, copyOut, selectMigrations, selectTables, selectTenantIds } from './tables.store.ts';

export interface BackupParts {
  owner: pg.ClientConfig;
  /** Kept beside the database: uploaded files, keys, checkpoints. Relative names go into the backup. */
  folders: Record<string, string>;
  version: string;
  madeAt: string;
}

export interface BackupSummary {
  tables: number;
  rows: number;
  files: number;
}

/**
 * Writes one file that holds everything: a consistent snapshot of every table, taken while people work, and the files and
 * keys beside the database. The file appears under its name only when it is whole.
 */
export async function writeBackup(path: string, { owner, folders, version, madeAt }: BackupParts): Promise<BackupSummary> {
  const unfinished = `${path}.unfinished`;
  try {
    await rm(unfinished, { force: true });
    const summary = await asOwner(owner, (client) => writeAll(client, unfinished, { folders, version, madeAt }));
    await rename(unfinished, path);
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeAll(client: pg.Client, path: string, { folders, version, madeAt }: Omit<BackupParts, 'owner'>): Promise<BackupSummary> {
  const archive = new ArchiveWriter(path);
  await beginSnapshot(client);
  const tables = await selectTables(client);
  const head: Head = { format: 1, madeAt, version, migrations: await selectMigrations(client), tables };
  await archive.add('head.json', Buffer.from(JSON.stringify(head)));
  const manifest: Manifest = { tables: {}, files: {} };
  const tenants = await selectTenantIds(client);
  for (const table of tables) {
    const hash = newHash();
    let rows = 0;
    for (const tenant of tenants) rows += await archive.addStream(`tables/${table.name}/${tenant}`, await copyOut(client, tenant, table), hash);
    manifest.tables[table.name] = { rows, hash: hash.digest('hex') };
  }
  for (const [name, folder] of Object.entries(folders)) await addFolder(archive, manifest, name, folder);
  await archive.add('manifest.json', Buffer.from(JSON.stringify(manifest)));
  await archive.close();
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  return { tables: tables.length, rows, files: Object.keys(manifest.files).length };
}

async function addFolder(archive: ArchiveWriter, manifest: Manifest, name: string, folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const inArchive = `${name}/${relative(folder, path).split(sep).join('/')}`;
    const bytes = await readFile(path);
    await archive.add(`folders/${inArchive}`, bytes);
    manifest.files[inArchive] = newHash().update(bytes).digest('hex');
  }
}
