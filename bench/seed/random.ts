/** Numbers that are the same at each run, so that two runs measure the same rows (mulberry32). */
export function makeRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (limit: number) => Math.floor(next() * limit),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    /** An id in the shape of a UUIDv7. */
    id: (time: number) => {
      const hex = time.toString(16).padStart(12, '0');
      const tail = () => Math.floor(next() * 0x1000).toString(16).padStart(3, '0');
      return `${hex.slice(0, 8)}-${hex.slice(8)}-7${tail()}-a${tail()}-${tail()}${tail()}${tail()}${tail()}`;
    },
  };
}

export type Random = ReturnType<typeof makeRandom>;
