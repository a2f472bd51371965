// `node bin/build.mjs <server|bench>`: builds to dist/. Runs on the pinned Node; the launcher calls it when sources changed.
import process from 'node:process';
import { PlainError } from './launch/root.mjs';
import { buildBench, buildServer } from './build/build.mjs';

try {
  await (process.argv[2] === 'bench' ? buildBench() : buildServer());
} catch (error) {
  // esbuild has already said what is wrong, and where.
  if (error instanceof PlainError) console.error(error.message);
  else if (error.errors === undefined) console.error(error);
  process.exitCode = 1;
}
