import { setImmediate as breathe } from 'node:timers/promises';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { JobContext, JobHandler, Sweep } from '../../../kernel/jobs/job.ts';
import { comparable, probablyTheSame, scoreLikeness, stillToCome, type Comparable } from '../likeness.ts';
import { findLikePersons } from '../match.ts';
import { findComparables } from '../match.store.ts';
import { SoundIndex, wordsIn } from '../sound-index.ts';
import { findSoundingPersons, type SoundingPerson } from '../sounding-person.store.ts';
import { advanceComparison, endComparison, findComparison, findSharingPairs, startComparison, takeToCompare, type Comparison } from './comparison.store.ts';
import { pairOf, type Pair } from './pair.ts';
import { savePairs, type FoundPair } from './pair.store.ts';

/** Compared at once with all who come after them: more is quicker and takes more memory, about 5 kB a person. */
const sliceOf = 10_000;
const personsAtATime = 2_000;
/** Others get their turn after so many: the desk shares the process. */
const breathAfter = 100;
const pairsAtATime = 1_000;
/** New and changed persons that are compared in one transaction. */
const changedAtATime = 50;

export const duplicateJobs: Record<string, JobHandler> = {
  // A slice in a job of its own, so that mail and other work need not wait for all of them.
  'compare-everyone': async (context) => {
    const comparison = await context.read(findComparison);
    if (comparison?.state !== 'running') return;
    const last = await compareSlice(context, comparison);
    if (last === 'stopped') return 'go-on-later';
    await context.write(async (tx) => (last === null ? endComparison(tx) : goOn(tx, last)));
  },
};

/** The first time everyone is compared; from then on who is new or was changed. */
export const duplicateSweeps: Record<string, Sweep> = {
  'compare-persons': async (context) => {
    const comparison = await context.read(findComparison);
    if (!comparison) await context.write(compareEveryone);
    else if (comparison.state === 'running') await context.write(async (tx) => goOn(tx, comparison.afterId ?? 'start'));
    else while (!context.isStopping() && (await context.write(compareChanged)) === changedAtATime);
  },
};

/** Plans to compare everyone with everyone. False when that runs already, or there is nobody. */
export async function compareEveryone(tx: Transaction): Promise<boolean> {
  if (!(await startComparison(tx))) return false;
  goOn(tx, 'start');
  return true;
}

/** One job for each stretch, however often it is asked. */
function goOn(tx: Transaction, after: string): void {
  tx.plan({ job: 'compare-everyone', payload: {}, key: after });
}

async function compareChanged(tx: Transaction): Promise<number> {
  const ids = await takeToCompare(tx, changedAtATime);
  if (ids.length > 0) await savePairs(tx, await findPairsOf(tx, ids), ids);
  return ids.length;
}

/** Of a few, by the register's own search. */
export async function findPairsOf(read: Read, ids: readonly string[]): Promise<FoundPair[]> {
  const found = await findLikePersons(read, ids);
  const pairs = [...found].flatMap(([id, matches]) => matches.map(({ personId, score, reasons }) => ({ ...pairOf(id, personId), score, reasons })));
  return [...new Map(pairs.map((pair) => [pair.oneId + pair.otherId, pair])).values()];
}

/**
 * Compares the next persons, in the order of their ids, with one another and with all who come after: every two meet once. Reads in
 * pages, each in a transaction of its own. The last of them, or null when nobody was left.
 */
async function compareSlice(context: JobContext, { afterId, done, total }: Comparison): Promise<string | null | 'stopped'> {
  const slice = await readSlice(context, afterId);
  if (slice.persons.length === 0) return null;
  const until = slice.persons.at(-1)!.id;
  const pairs = await context.read((read) => findSharingPairs(read, { after: afterId, until }));
  let after = afterId;
  let seen = 0;
  for (;;) {
    if (context.isStopping()) return 'stopped';
    const page = await context.read((read) => findSoundingPersons(read, after, personsAtATime));
    pairs.push(...(await meet(slice, page)));
    seen += page.length;
    const share = seen / Math.max(seen, total - done);
    await context.write((tx) => advanceComparison(tx, { done: done + Math.floor(slice.persons.length * share) }));
    if (page.length < personsAtATime) break;
    after = page.at(-1)!.id;
  }
  for (let from = 0; from < pairs.length; from += pairsAtATime) await settle(context, pairs.slice(from, from + pairsAtATime));
  await context.write((tx) => advanceComparison(tx, { done: done + slice.persons.length, afterId: until }));
  return until;
}

interface Slice {
  persons: SoundingPerson[];
  index: SoundIndex;
  ready: (place: number) => Comparable;
}

async function readSlice(context: JobContext, afterId: string | null): Promise<Slice> {
  const persons: SoundingPerson[] = [];
  const index = new SoundIndex();
  while (persons.length < sliceOf) {
    const page: SoundingPerson[] = await context.read((read) => findSoundingPersons(read, persons.at(-1)?.id ?? afterId, personsAtATime));
    for (const person of page) {
      index.add(persons.length, soundingOf(person));
      persons.push(person);
      if (persons.length % breathAfter === 0) await breathe();
    }
    if (page.length < personsAtATime) break;
  }
  const compared = persons.map((): Comparable | null => null);
  return { persons, index, ready: (place) => (compared[place] ??= comparable(persons[place]!)) };
}

/** Who of the slice may be one with someone of the page that comes after them. */
async function meet({ persons, index, ready }: Slice, page: readonly SoundingPerson[]): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const [at, person] of page.entries()) {
    if (at % breathAfter === 0) await breathe();
    const places = [...index.find(soundingOf(person))].filter((place) => persons[place]!.id < person.id);
    if (places.length === 0) continue;
    const likeness = comparable(person);
    for (const place of places) if (scoreLikeness(ready(place), likeness).score >= probablyTheSame - stillToCome) pairs.push({ oneId: persons[place]!.id, otherId: person.id });
  }
  return pairs;
}

/** Every pair with all that is known of both; those that are probable enough are kept. */
async function settle(context: JobContext, pairs: readonly Pair[]): Promise<void> {
  const known = await context.read((read) => findComparables(read, [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]));
  const found = [...new Map(pairs.map((pair) => [pair.oneId + pair.otherId, pair])).values()].flatMap((pair): FoundPair[] => {
    const [one, other] = [known.get(pair.oneId), known.get(pair.otherId)];
    if (!one || !other) return [];
    const { score, reasons } = scoreLikeness(one, other);
    return score >= probablyTheSame ? [{ ...pair, score, reasons }] : [];
  });
  if (found.length > 0) await context.write((tx) => savePairs(tx, found));
}

function soundingOf(person: SoundingPerson) {
  return { sounds: person.sounds, words: wordsIn([person.name.full, ...person.otherNames.map(({ full }) => full)]), birth: person.birth };
}
