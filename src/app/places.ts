import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root: the nearest folder upwards that has the package's file, from the sources and from what is built alike. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'engines.ts'))) return from;
  const up = dirname(from);
  if (up === from) throw new Error('The project folder is not complete: package.json is missing.');
  return findRoot(up);
}

export const rootFolder = findRoot(dirname(fileURLToPath(import.meta.url)));
export const sourcesFolder = join(rootFolder, 'src');
export const publicFolder = join(rootFolder, 'dist', 'public');
