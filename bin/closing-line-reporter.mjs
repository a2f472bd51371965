import { writeFileSync } from 'node:fs';

/** A vitest reporter that leaves the counts for the launcher, which prints them as the last line of all. */
export default class ClosingLineReporter {
  /** @param {ReadonlyArray<import('vitest/node').TestModule>} modules @param {ReadonlyArray<unknown>} unhandledErrors */
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // A file that does not load, or a set-up that fails, is a failure of its own: its tests did not run.
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'pending' ? 'skipped' : state] += 1;
      }
    }
    if (process.env.WEGWIJS_TEST_COUNTS) writeFileSync(process.env.WEGWIJS_TEST_COUNTS, JSON.stringify(counts));
  }
}
