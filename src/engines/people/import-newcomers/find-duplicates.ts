import { setImmediate as breathe } from 'node:timers/promises';
import { comparable, probablyTheSame, scoreLikeness, type Comparable, type Likeness, type MatchReason } from '../likeness.ts';
import { soundTokens } from '../names/search-tokens.ts';
import { keysOf } from '../person-key.ts';

/** Two places in the list that are probably one person. */
export type DuplicatePair = { first: number; second: number; score: number; reasons: MatchReason[] };

/** A key that more records share than this tells nothing; they are found by their other keys. */
const mostOfOneKey = 200;

/** After so many records others get their turn: a list of 10,000 takes about a second, and the desk shares the process. */
const atATime = 250;

/** The pairs within one list that are probably the same person, the most probable first. */
export async function findDuplicates(list: readonly Likeness[]): Promise<DuplicatePair[]> {
  const pairs: DuplicatePair[] = [];
  const compared = new Map<number, Comparable>();
  const ready = (place: number) => compared.get(place) ?? remember(compared, place, comparable(list[place]!));
  let done = 0;
  for (const [first, seconds] of await candidates(list)) {
    if (++done % atATime === 0) await breathe();
    for (const second of seconds) {
      const { score, reasons } = scoreLikeness(ready(first), ready(second));
      if (score >= probablyTheSame) pairs.push({ first, second, score, reasons });
    }
  }
  return pairs.toSorted((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
}

async function candidates(list: readonly Likeness[]): Promise<Map<number, Set<number>>> {
  const byKey = new Map<string, number[]>();
  for (const [place, likeness] of list.entries()) {
    if (place % atATime === 0) await breathe();
    for (const key of new Set(blockingKeys(likeness))) {
      const places = byKey.get(key);
      if (places) places.push(place);
      else byKey.set(key, [place]);
    }
  }
  const found = new Map<number, Set<number>>();
  for (const places of byKey.values()) {
    if (places.length > mostOfOneKey) continue;
    places.forEach((first, index) => {
      const seconds = found.get(first) ?? new Set();
      for (const second of places.slice(index + 1)) seconds.add(second);
      if (seconds.size > 0) found.set(first, seconds);
    });
  }
  return found;
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

/**
 * Keys that two records of one person most probably have in common: only records that share a key are compared, so that 10,000 rows
 * against 100,000 persons take some hundreds of thousands of comparisons and not a thousand million. A register number; a phone or mail;
 * each sound of the name with the year of birth; each two sounds of the name without it.
 */
export function blockingKeys({ name, otherNames = [], birth, registerNumber, contactWays = [] }: Likeness): string[] {
  const sounds = [...new Set([name.full, ...otherNames.map(({ full }) => full)].flatMap(soundTokens))].map((token) => token.slice(2)).toSorted();
  const keys = keysOf({ contactWays }, null);
  if (registerNumber) keys.push(`r:${registerNumber}`);
  if (birth?.year) keys.push(...sounds.map((sound) => `y:${sound}:${birth.year}`));
  const few = sounds.slice(0, mostSounds);
  few.forEach((sound, index) => keys.push(...few.slice(index + 1).map((other) => `s:${sound}:${other}`)));
  if (sounds.length === 1 && !birth?.year) keys.push(`o:${sounds[0]}`);
  return keys;
}

const mostSounds = 8;
