import { embeddedNames, serverPreparationSql } from '../../kernel/db/embedded/embedded.ts';
import type { Command } from '../command-line.ts';

/** Prints what the superuser of a server of one's own runs once, before DATABASE_URL can point to it. */
export const prepareDatabase: Command = {
  name: 'database prepare',
  summary: 'print the statements that prepare a PostgreSQL server of your own',
  run: async () => {
    process.stdout.write(serverPreparationSql(embeddedNames));
    return 0;
  },
};
