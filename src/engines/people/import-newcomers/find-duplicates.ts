import { blockingKeys, comparable, probablyTheSame, scoreDuplicate, type Comparable, type DuplicateReason, type Likeness } from './score-duplicate.ts';

/** Two places in the list that are probably one person. */
export type DuplicatePair = { first: number; second: number; score: number; reasons: DuplicateReason[] };

/** A key that more records share than this tells nothing; they are found by their other keys. */
const mostOfOneKey = 200;

/** The pairs within one list that are probably the same person, the most probable first. */
export function findDuplicates(list: readonly Likeness[]): DuplicatePair[] {
  const pairs: DuplicatePair[] = [];
  const compared = new Map<number, Comparable>();
  const ready = (place: number) => compared.get(place) ?? remember(compared, place, comparable(list[place]!));
  for (const [first, seconds] of candidates(list)) {
    for (const second of seconds) {
      const { score, reasons } = scoreDuplicate(ready(first), ready(second));
      if (score >= probablyTheSame) pairs.push({ first, second, score, reasons });
    }
  }
  return pairs.toSorted((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
}

function candidates(list: readonly Likeness[]): Map<number, Set<number>> {
  const byKey = new Map<string, number[]>();
  list.forEach((likeness, place) => {
    for (const key of new Set(blockingKeys(likeness))) {
      const places = byKey.get(key);
      if (places) places.push(place);
      else byKey.set(key, [place]);
    }
  });
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
