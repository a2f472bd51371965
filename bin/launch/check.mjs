import { existsSync, readdirSync } from 'node:fs';
import { runQuietly } from './child.mjs';
import { inRoot } from './root.mjs';

/** Types, lint and every file in bin/checks, side by side; prints the words of those that fail. @param {string} runtime */
export async function check(runtime) {
  const checks = [
    { name: 'types', words: [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', inRoot()] },
    { name: 'lint', words: [inRoot('node_modules', 'oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
    ...ownChecks(),
  ];
  const results = await Promise.all(checks.map((one) => runOne(runtime, one)));
  const failed = results.filter(({ code }) => code !== 0);
  process.stdout.write(failed.length === 0 ? `All ${results.length} checks are green.\n` : `\nNot green: ${failed.map(({ name }) => name).join(', ')}.\n`);
  return failed.length === 0 ? 0 : 1;
}

function ownChecks() {
  const folder = inRoot('bin', 'checks');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return files.map((file) => ({ name: file.slice(0, -'.ts'.length), words: [inRoot('bin', 'checks', file)] }));
}

async function runOne(runtime, { name, words }) {
  const begun = performance.now();
  const { code, output } = await runQuietly(runtime, words);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `green  ${name} (${seconds} s)\n` : `RED    ${name} (${seconds} s)\n${output.trim()}\n\n`);
  return { name, code };
}
