// `npm run dev`: builds and runs the server with --dev, and does so again at each change of the sources.
import { once } from 'node:events';
import { statSync } from 'node:fs';
import process from 'node:process';
import { buildServer } from './build/build.mjs';
import { filesUnder } from './build/stamp.mjs';
import { startFollowing } from './launch/child.mjs';
import { inRoot } from './launch/root.mjs';

const lookEvery = 300;
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let isStopping = false;
let isSettling = false;
let seen = '';
seen = glance();
let turn = rebuild();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
const looking = setInterval(look, lookEvery);

/** Builds once the files have stayed as they are for a moment. */
function look() {
  const now = glance();
  if (now !== seen) isSettling = true;
  else if (isSettling) {
    isSettling = false;
    turn = turn.then(rebuild);
  }
  seen = now;
}

/** Sizes and times of all sources. The system's own notices get lost when an editor replaces a file instead of writing in it. */
function glance() {
  try {
    const files = ['src', 'engines.ts'].flatMap((place) => filesUnder(inRoot(place), /\.test\.tsx?$/));
    return files.map((file) => `${file} ${when(file)}`).join('\n');
  } catch {
    // A folder went away while we looked: look again.
    return seen;
  }
}

function when(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`;
}

async function rebuild() {
  if (isStopping) return;
  const begun = performance.now();
  try {
    await buildServer();
  } catch (error) {
    if (error.errors === undefined) console.error(error);
    console.error('Not built; the server that runs stays. Waiting for the next change.');
    return;
  }
  await stopServer();
  if (isStopping) return;
  console.error(`Built in ${Math.round(performance.now() - begun)} ms.`);
  server = startFollowing(process.execPath, [inRoot('dist', 'main.js'), '--dev', ...process.argv.slice(2)]);
}

async function stopServer() {
  const running = server;
  server = undefined;
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  running.kill('SIGTERM');
  await ended;
}

async function stop() {
  if (isStopping) return;
  isStopping = true;
  clearInterval(looking);
  await turn;
  await stopServer();
  process.exit(0);
}
