// `node bin/build.mjs <server|bench>`: builds to dist/. Runs on the pinned Node; the launcher calls it when sources changed.
import path from 'node:path';
import process from 'node:process';
import { PlainError } from './launch/root.mjs';
import { buildBench, buildServer } from './build/build.mjs';

try {
  await (process.argv[2] === 'bench' ? buildBench() : buildServer());
} catch (error) {
  // esbuild has already said what is wrong, and where.
  if (error.errors === undefined) console.error(error instanceof PlainError ? error.message : (fileAdvice(error) ?? error));
  process.exitCode = 1;
}

function fileAdvice({ code, path: file }) {
  const folder = path.dirname(file ?? '.');
  if (code === 'ENOSPC') return `The disk is full: ${folder} could not be written to. Free some space and run this again.`;
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return undefined;
  return `This user may not write in ${folder}. Wegwijs is built anew after each update: run it once as the owner of that folder (bin/wegwijs is enough), or give the folder to this user.`;
}
