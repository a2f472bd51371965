import type { Seeded } from '../seed/seed.ts';
import type { DuplicateResult } from './duplicates.ts';
import type { CrowdResult } from './crowd.ts';
import type { Result } from './measure.ts';

export interface Verdict {
  ask: string;
  isMet: boolean;
  found: string;
}

const ms = (value: number) => value.toFixed(2).padStart(8);

/** Prints one row a scenario: milliseconds, and the ratio to the floor of the same run. */
export function report(results: Result[]): void {
  console.log(`\n${'scenario'.padEnd(48)} ${'p50'.padStart(8)} ${'p95'.padStart(8)} ${'floor p50'.padStart(9)} ${'ratio'.padStart(6)}`);
  for (const { scenario, way, p50, p95, floorP50 } of results) {
    console.log(`${`${scenario} (${way})`.padEnd(48)} ${ms(p50)} ${ms(p95)} ${ms(floorP50).padStart(9)} ${(p50 / floorP50).toFixed(2).padStart(6)}`);
  }
}

/** The asks, each with what was found. */
export function verdicts(results: Result[], seeded: Seeded, crowds: CrowdResult[], duplicates: DuplicateResult): Verdict[] {
  const asks: Verdict[] = [
    { ask: 'seeded in under 3 minutes', isMet: seeded.seconds < 180, found: `${seeded.seconds.toFixed(1)} s` },
    ...results.map(({ scenario, way, p50, floorP50 }) => ({ ask: `${scenario} (${way}): p50 within 3 times the floor`, isMet: p50 <= 3 * floorP50, found: `${(p50 / floorP50).toFixed(2)} times` })),
    ...results.filter(({ way }) => way === 'page').map(({ scenario, p95 }) => ({ ask: `${scenario}: no page over 50 ms at p95`, isMet: p95 <= 50, found: `${p95.toFixed(1)} ms` })),
    ...results.filter(({ scenario }) => scenario.startsWith('text search')).map(({ way, p50 }) => ({ ask: `text search with no hit under 10 ms (${way})`, isMet: p50 < 10, found: `${p50.toFixed(1)} ms` })),
    ...results.filter(({ scenario }) => scenario.startsWith('by theme')).map(({ scenario, way, p50 }) => ({ ask: `${scenario} under 20 ms (${way})`, isMet: p50 < 20, found: `${p50.toFixed(1)} ms` })),
    ...results.filter(({ scenario }) => scenario.startsWith('person search') || scenario.startsWith('registering')).map(({ scenario, way, p95 }) => ({ ask: `${scenario}: under 100 ms at p95 (${way})`, isMet: p95 < 100, found: `${p95.toFixed(1)} ms` })),
    { ask: 'everyone compared with everyone in under 5 minutes, with progress', isMet: duplicates.seconds < 300 && duplicates.steps > 2, found: `${duplicates.seconds.toFixed(1)} s for ${duplicates.persons} persons, ${duplicates.steps} steps of progress, ${duplicates.pairs} pairs` },
    { ask: 'of who was seeded twice, nine in ten found', isMet: duplicates.found >= 0.9 * duplicates.twins, found: `${duplicates.found} of ${duplicates.twins}` },
    { ask: 'merging two files under 150 ms at p95', isMet: duplicates.mergeP95 < 150, found: `${duplicates.mergeP95.toFixed(1)} ms` },
    ...crowds.map(({ pause, errors, requests }) => ({ ask: `50 desks and 20 searching at once (${pause > 0 ? 'a request a second each' : 'without a pause'}): no error`, isMet: errors === 0, found: `${errors} of ${requests}` })),
    ...crowds.filter(({ pause }) => pause > 0).map(({ recordP95, searchP95 }) => ({ ask: '50 desks and 20 searching at once (a request a second each): p95 under 150 ms', isMet: Math.max(recordP95, searchP95) < 150, found: `${recordP95.toFixed(0)} and ${searchP95.toFixed(0)} ms` })),
  ];
  console.log('');
  for (const { ask, isMet, found } of asks) console.log(`${isMet ? 'met    ' : 'NOT MET'} ${ask}: ${found}`);
  return asks;
}
