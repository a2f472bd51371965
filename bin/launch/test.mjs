import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInForeground } from './child.mjs';
import { inRoot, root } from './root.mjs';

/**
 * Runs the tests, and says at the very end, alone on the last line, how many passed and failed.
 * @param {string} runtime @param {string[]} words passed on to vitest @param {string | null} browser
 */
export async function test(runtime, words, browser) {
  const folder = mkdtempSync(path.join(tmpdir(), 'wegwijs-test-'));
  const counts = path.join(folder, 'counts.json');
  const reporters = ['--reporter=default', `--reporter=${inRoot('bin', 'closing-line-reporter.mjs')}`];
  const env = { WEGWIJS_TEST_COUNTS: counts, ...(browser === null ? {} : { CHROME_PATH: browser }) };
  try {
    const code = await runInForeground(runtime, [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...words], { cwd: root, env });
    const { passed, failed, skipped } = readCounts(counts, code);
    process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    return code === 0 && failed > 0 ? 1 : code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that ended before it could count is one failure. */
function readCounts(file, code) {
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
}
