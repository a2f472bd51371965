/** Chances that fall the same way each time: two demonstrations made on one day hold the same people (mulberry32). */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  /** True once in so many times: 0.25 is one in four. */
  is(chance: number): boolean;
  one<T>(list: readonly T[]): T;
  /** A key of the object, as often as its number says beside the others. */
  weighed<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key;
  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
}

export function makeRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    is: (chance) => next() < chance,
    one: (list) => list[below(list.length)]!,
    weighed: (weights) => weighed(weights, next()),
    some: (list, count) => {
      const places = new Set<number>();
      while (places.size < Math.min(count, list.length)) places.add(below(list.length));
      return list.filter((_, place) => places.has(place));
    },
  };
}

function weighed<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>, chance: number): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = chance * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)![0];
}
