import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from './root.mjs';

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/**
 * Starts a program of ours that shares this terminal, and that stops when this process is gone, however it went.
 * @param {string} runtime @param {string[]} words @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export function startFollowing(runtime, words, { env = {}, cwd } = {}) {
  const follow = pathToFileURL(inRoot('bin', 'launch', 'follow.mjs')).href;
  return spawn(runtime, [`--import=${follow}`, '--enable-source-maps', ...words], {
    cwd,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...environment(runtime), ...env, WEGWIJS_LAUNCHER: String(process.pid) },
  });
}

/**
 * Runs a program in the foreground until it ends and resolves to its exit code. A request to stop is handed on, and the
 * launcher stays until the program has finished stopping.
 * @param {string} runtime @param {string[]} words @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export function runInForeground(runtime, words, options) {
  const child = startFollowing(runtime, words, options);
  const handOn = (signal) => {
    // Ctrl+C in a terminal goes to every program in it, so the child already has it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of stopSignals) process.on(signal, handOn);
  const forgetParent = onceOrphaned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      forgetParent();
      for (const name of stopSignals) process.off(name, handOn);
      resolve(code ?? 128 + (constants.signals[signal] ?? 1));
    });
  });
}

/** npm hands a signal only to the shell between it and us, and that shell ends without a word: we notice that it is gone. */
function onceOrphaned(act) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 100).unref();
  return () => clearInterval(timer);
}

/**
 * Runs a program and keeps what it writes.
 * @param {string} runtime @param {string[]} words
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(runtime, words) {
  const child = spawn(runtime, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment(runtime) });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Programs that ask for `node` get the same one. */
function environment(runtime) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${path.dirname(runtime)}${path.delimiter}${process.env[name] ?? ''}` };
}
