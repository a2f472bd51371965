import type pg from 'pg';
import { duplicateJobs, compareEveryone } from '../../src/engines/people/duplicates/compare-persons.ts';
import { findComparison } from '../../src/engines/people/duplicates/comparison.store.ts';
import { countPairs } from '../../src/engines/people/duplicates/pair.store.ts';
import { systemClock } from '../../src/kernel/clock/clock.ts';
import { Database } from '../../src/kernel/db/database.ts';
import type { JobContext } from '../../src/kernel/jobs/job.ts';
import type { Seeded } from '../seed/seed.ts';
import { percentile } from './percentile.ts';

export interface DuplicateResult {
  persons: number;
  seconds: number;
  /** How often the progress moved. */
  steps: number;
  pairs: number;
  /** Who was seeded twice, and how many of them were found. */
  twins: number;
  found: number;
  mergeP50: number;
  mergeP95: number;
}

const merged = 40;

/** Compares all seeded persons with one another, as the background does, and then merges some of the pairs over HTTP. */
export async function measureDuplicates(app: string, { tenantId, cookie, persons, twins }: Seeded, connection: pg.PoolConfig): Promise<DuplicateResult> {
  const database = new Database(connection, systemClock);
  const scope = { tenantId, actorId: null, actorRole: 'platform' };
  const context = { scope, now: () => systemClock.now(), read: (work) => database.read(scope, work), write: (work) => database.write(scope, work), isStopping: () => false } as Omit<JobContext, 'services'> as JobContext;
  const seen = new Set<number>();
  const watch = setInterval(() => void context.read(findComparison).then((comparison) => comparison && seen.add(comparison.done)), 500);
  try {
    await context.write(compareEveryone);
    const begun = performance.now();
    do await duplicateJobs['compare-everyone']!(context, {});
    while ((await context.read(findComparison))?.state === 'running');
    const seconds = (performance.now() - begun) / 1000;
    const { count, isMore } = await context.read((read) => countPairs(read));
    const found = await findTwins(app, cookie, twins);
    const times = await mergeSome(app, cookie);
    const result = { persons, seconds, steps: seen.size, pairs: count, twins: twins.length, found, mergeP50: percentile(times, 0.5), mergeP95: percentile(times, 0.95) };
    console.log(`\nCompared ${persons} persons with one another in ${seconds.toFixed(1)} s; the progress moved ${seen.size} times. ${isMore ? 'More than ' : ''}${count} pairs; ${found} of ${twins.length} who were seeded twice. Merging: p50 ${result.mergeP50.toFixed(1)} ms, p95 ${result.mergeP95.toFixed(1)} ms.`);
    return result;
  } finally {
    clearInterval(watch);
    await database.close();
  }
}

interface ListedPair {
  oneId: string;
  otherId: string;
}

async function* pairs(app: string, cookie: string): AsyncGenerator<ListedPair> {
  let after: string | undefined;
  do {
    const response = await fetch(`${app}/api/v1/people/duplicates${after ? `?after=${encodeURIComponent(after)}` : ''}`, { headers: { cookie } });
    const { pairs: page, next } = (await response.json()) as { pairs: ListedPair[]; next?: string };
    yield* page;
    after = next;
  } while (after);
}

async function findTwins(app: string, cookie: string, twins: readonly string[]): Promise<number> {
  const wanted = new Set(twins);
  const found = new Set<string>();
  for await (const { oneId, otherId } of pairs(app, cookie)) for (const id of [oneId, otherId]) if (wanted.has(id)) found.add(id);
  return found.size;
}

async function mergeSome(app: string, cookie: string): Promise<number[]> {
  const chosen: ListedPair[] = [];
  const used = new Set<string>();
  for await (const pair of pairs(app, cookie)) {
    if (chosen.length === merged) break;
    if (used.has(pair.oneId) || used.has(pair.otherId)) continue;
    chosen.push(pair);
    used.add(pair.oneId).add(pair.otherId);
  }
  const times: number[] = [];
  for (const { oneId, otherId } of chosen) {
    const begun = performance.now();
    const response = await fetch(`${app}/api/v1/people/duplicates/${oneId}/${otherId}/merge`, { method: 'POST', headers: { cookie, origin: app, 'content-type': 'application/json' }, body: JSON.stringify({ oneVersion: 1, otherVersion: 1 }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`Merging answered ${response.status}: ${text.slice(0, 300)}`);
    times.push(performance.now() - begun);
  }
  return times;
}
