import { resolve } from 'node:path';
import { restoreBackup } from '../../kernel/backup/restore-backup.ts';
import { embeddedNames } from '../../kernel/db/embedded/embedded.ts';
import { erasedFile } from '../../engines/people/index.ts';
import { migrationSources } from '../assemble.ts';
import type { Command } from '../command-line.ts';
import { keptFolders } from '../kept-folders.ts';
import { openOwner } from '../open-database.ts';
import { readConfiguration } from '../configuration.ts';

/** Puts a backup into an empty installation. */
export const restore: Command = {
  name: 'restore',
  summary: 'put a backup into an empty installation: bin/wegwijs restore <file>',
  run: async ([file, ...words]) => {
    if (!file || file.startsWith('-')) {
      process.stderr.write('Say from which file: bin/wegwijs restore wegwijs-2026-03-03.backup\n');
      return 2;
    }
    const configuration = readConfiguration(process.env, words, process.cwd());
    const reached = await openOwner(configuration, { log: () => {} });
    try {
      const appRole = configuration.database.kind === 'server' ? configuration.database.servingRole : embeddedNames.appRole;
      const { rows, tables, files } = await restoreBackup(resolve(file), { owner: reached.owner, appRole, sources: migrationSources(), folders: keptFolders(configuration.dataFolder) });
      process.stdout.write(`Restored ${rows} rows of ${tables} tables, and ${files} files; every hash is equal.\nPeople who were erased after this backup was made are erased again at the start, as ${erasedFile(configuration.dataFolder)} says: on another machine, put that file of the old installation there first. Start with: npm start\n`);
      return 0;
    } finally {
      await reached.stop();
    }
  },
};
