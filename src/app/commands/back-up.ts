import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeBackup } from '../../kernel/backup/write-backup.ts';
import type { Command } from '../command-line.ts';
import { keptFolders } from '../kept-folders.ts';
import { version } from '../version.ts';
import { withDatabase } from './with-database.ts';

/** Writes one file with everything; the platform may go on serving meanwhile. */
export const backUp: Command = {
  name: 'backup',
  summary: 'write everything to one file: bin/wegwijs backup <file>',
  run: async ([file, ...words]) => {
    if (!file || file.startsWith('-')) return refuse('Say where to: bin/wegwijs backup wegwijs-2026-03-03.backup');
    const path = resolve(file);
    if (existsSync(path)) return refuse(`${path} exists already; a backup never overwrites another. Choose another name.`);
    return withDatabase(words, async ({ owner, configuration }) => {
      const { tables, rows, files } = await writeBackup(path, { owner, folders: keptFolders(configuration.dataFolder), version, madeAt: new Date().toISOString() });
      process.stdout.write(`${path}\n${rows} rows of ${tables} tables, and ${files} files. It holds people's data and the keys: keep it as carefully as the installation itself.\n`);
      return 0;
    });
  },
};

function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}
