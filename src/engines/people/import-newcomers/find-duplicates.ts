import { setImmediate as breathe } from 'node:timers/promises';
import { blockingKeys, comparable, probablyTheSame, scoreDuplicate, type Comparable, type DuplicateReason, type Likeness } from './score-duplicate.ts';

/** Two places in the list that are probably one person. */
export type DuplicatePair = { first: number; second: number; score: number; reasons: DuplicateReason[] };

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
      const { score, reasons } = scoreDuplicate(ready(first), ready(second));
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
