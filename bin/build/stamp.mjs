import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from '../launch/root.mjs';

const sources = {
  server: ['src', 'engines.ts', 'tsconfig.json', 'package-lock.json', 'bin/build', 'bin/build.mjs'],
  bench: ['src', 'bench', 'engines.ts', 'tsconfig.json', 'package-lock.json', 'bin/build', 'bin/build.mjs'],
};

// Read at run time, or never part of what is built.
const notBuilt = /\.(test\.tsx?|sql|md)$/;

/** Whether what was built last comes from exactly the present sources. @param {'server' | 'bench'} what */
export function isUpToDate(what) {
  const file = stampFile(what);
  return existsSync(file) && readFileSync(file, 'utf8') === sourceHash(what);
}

/** @param {'server' | 'bench'} what */
export function sourceHash(what) {
  const hash = createHash('sha256');
  for (const file of sources[what].flatMap((name) => filesUnder(inRoot(name))).sort()) {
    hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {'server' | 'bench'} what @param {string} hash of the sources as they were when the build began */
export function writeStamp(what, hash) {
  writeFileSync(stampFile(what), hash);
}

function stampFile(what) {
  return inRoot('dist', `${what}.stamp`);
}

/** @returns {string[]} the files that are built, whole paths */
export function filesUnder(place, leftOut = notBuilt) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found?.isFile()) return [place];
  if (!found?.isDirectory()) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !leftOut.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}
