// `npm run dev`: builds and runs the server with --dev, and does so again at each change of the sources.
import { once } from 'node:events';
import { watch } from 'node:fs';
import process from 'node:process';
import { buildServer } from './build/build.mjs';
import { startFollowing } from './launch/child.mjs';
import { inRoot } from './launch/root.mjs';

const settleFor = 80;
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
let isStopping = false;
let timer;
let turn = Promise.resolve();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
for (const place of ['src', 'engines.ts']) watch(inRoot(place), { recursive: true }, changed);
turn = turn.then(rebuild);

function changed() {
  clearTimeout(timer);
  timer = setTimeout(() => (turn = turn.then(rebuild)), settleFor);
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
  clearTimeout(timer);
  await turn;
  await stopServer();
  process.exit(0);
}
