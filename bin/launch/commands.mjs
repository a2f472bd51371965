import { ensureBrowser } from './browser.mjs';
import { check } from './check.mjs';
import { runInForeground, runQuietly } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { PlainError, inRoot, root } from './root.mjs';
import { findRuntime } from './runtime.mjs';
import { test } from './test.mjs';
import { isUpToDate } from '../build/stamp.mjs';

/** Each gets the runtime and the words behind the command's name, and resolves to an exit code. */
const commands = {
  async start(runtime, words) {
    await build(runtime, 'server');
    return runInForeground(runtime, [inRoot('dist', 'main.js'), ...words]);
  },
  async wegwijs(runtime, words) {
    await build(runtime, 'server');
    return runInForeground(runtime, [inRoot('dist', 'command-line.js'), ...words]);
  },
  async bench(runtime, words) {
    await build(runtime, 'server');
    await build(runtime, 'bench');
    return runInForeground(runtime, [inRoot('dist', 'bench', 'run.js'), ...words], { cwd: root });
  },
  dev: (runtime, words) => runInForeground(runtime, [inRoot('bin', 'dev.mjs'), ...words]),
  async test(runtime, words) {
    const browser = ensureBrowser();
    await build(runtime, 'server');
    return test(runtime, words, browser);
  },
  check: (runtime) => check(runtime),
};

/** @param {string | undefined} name @param {string[]} words @returns {Promise<number>} the exit code */
export async function run(name, words) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    throw new PlainError(`${name === undefined ? 'Say what to do' : `There is no command "${name}"`}: ${Object.keys(commands).join(', ')}.`);
  }
  ensureInstalled();
  return command(findRuntime(), words);
}

/** Builds what changed. Unchanged sources need no build, so a user who may not write here can still start. */
async function build(runtime, what) {
  if (isUpToDate(what)) return;
  const { code, output } = await runQuietly(runtime, [inRoot('bin', 'build.mjs'), what]);
  if (code !== 0) throw new PlainError(`Building did not succeed.\n${output.trim()}`);
}
