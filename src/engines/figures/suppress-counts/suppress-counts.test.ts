import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attacker, possibleValues, valueIn } from './attacker.testing.ts';
import type { Count, CountTable } from './counted-table.ts';
import { ALL, type Dimension } from './dimension.ts';
import { suppressCounts, THRESHOLD, type EarlierCell, type SuppressedCell } from './suppress-counts.ts';

const themes = (...values: string[]): Dimension => ({ name: 'theme', values });
const towns = (...values: string[]): Dimension => ({ name: 'town', values });

function oneRow(counts: Record<string, number>): CountTable {
  return { dimensions: [themes(...Object.keys(counts))], counts: Object.entries(counts).map(([name, n]) => ({ at: [name], n })) };
}

function grid(rows: number[][]): CountTable {
  const names = rows[0]!.map((_, j) => `theme ${j}`);
  return {
    dimensions: [towns(...rows.map((_, i) => `town ${i}`)), themes(...names)],
    counts: rows.flatMap((row, i) => row.map((n, j) => ({ at: [`town ${i}`, names[j]!], n }))),
  };
}

const shown = (cells: readonly SuppressedCell[]) => Object.fromEntries(cells.map(({ at, n }) => [at.join(' '), n]));

describe('a row of counts with its total', () => {
  it('is shown whole when nothing is under 5', () => {
    expect(shown(suppressCounts(oneRow({ housing: 5, work: 12, school: 0 })).cells)).toEqual({ housing: 5, work: 12, school: 0, [ALL]: 17 });
  });

  it('hides a count under 5 and the smallest other, so that the total does not give it away', () => {
    expect(shown(suppressCounts(oneRow({ housing: 3, work: 12, school: 40 })).cells)).toEqual({ housing: null, work: null, school: 40, [ALL]: 55 });
  });

  it('hides a third when two small counts together stay under 5', () => {
    const table = suppressCounts(oneRow({ housing: 1, work: 2, school: 30, leisure: 60 }));
    expect(shown(table.cells)).toEqual({ housing: null, work: null, school: null, leisure: 60, [ALL]: 93 });
  });

  it('shows nothing at all under 5 overall, not even where the zeros are', () => {
    expect(shown(suppressCounts(oneRow({ housing: 4, work: 0, school: 0 })).cells)).toEqual({ housing: null, work: null, school: null, [ALL]: null });
  });

  it('does not let a reader who knows which counts are empty find five ones under a total of five', () => {
    const row = oneRow({ a: 1, b: 1, c: 1, d: 1, e: 1, f: 20 });
    const reader = attacker(row, suppressCounts(row).cells, { guessesNotEmpty: true });
    expect(reader.range(['a']).high).toBeGreaterThan(1);
  });
});

describe('all municipalities beside one', () => {
  it('hides the rest as well when one municipality has a small count', () => {
    const table = suppressCounts(grid([[30, 20, 25], [3, 15, 22], [40, 31, 28]]));
    expect(table.at('town 1', 'theme 0')).toBeNull();
    const hidden = table.cells.filter((cell) => cell.n === null).length;
    expect(hidden).toBe(4);
    expect(table.at(ALL, 'theme 0')).toBe(73);
    expect(table.at('town 1', ALL)).toBe(40);
  });
});

describe('months and their year', () => {
  const year: Dimension = { name: 'month', values: ['jan', 'feb', 'mar'], groups: [{ name: 'quarter', values: ['jan', 'feb', 'mar'] }], total: null };

  it('keeps a small month hidden when the quarter is published', () => {
    const input: CountTable = { dimensions: [year], counts: [{ at: ['jan'], n: 2 }, { at: ['feb'], n: 20 }, { at: ['mar'], n: 30 }] };
    const table = suppressCounts(input);
    expect(shown(table.cells)).toEqual({ jan: null, feb: null, mar: 30, quarter: 52 });
  });

  it('hides the quarter when its months stand published and one of them is small', () => {
    const input: CountTable = { dimensions: [year], counts: [{ at: ['jan'], n: 2 }, { at: ['feb'], n: 20 }, { at: ['mar'], n: 30 }] };
    const earlier: EarlierCell[] = [
      { at: ['jan'], shown: [], wasHidden: true, isFinal: true },
      { at: ['feb'], shown: [20], wasHidden: false, isFinal: true },
      { at: ['mar'], shown: [30], wasHidden: false, isFinal: true },
    ];
    expect(suppressCounts(input, { earlier }).at('quarter')).toBeNull();
  });

  it('hides a month that was corrected by less than 5 after it had been published', () => {
    const input: CountTable = { dimensions: [year], counts: [{ at: ['jan'], n: 22 }, { at: ['feb'], n: 40 }, { at: ['mar'], n: 30 }] };
    const earlier: EarlierCell[] = [{ at: ['jan'], shown: [20], wasHidden: false, isFinal: false }];
    const table = suppressCounts(input, { earlier });
    expect(table.at('jan')).toBeNull();
    expect(table.cells.filter((cell) => cell.n === null).length).toBeGreaterThan(1);
  });

  it('shows a month that was corrected by 5 or more', () => {
    const input: CountTable = { dimensions: [year], counts: [{ at: ['jan'], n: 26 }, { at: ['feb'], n: 40 }, { at: ['mar'], n: 30 }] };
    expect(suppressCounts(input, { earlier: [{ at: ['jan'], shown: [20], wasHidden: false, isFinal: false }] }).at('jan')).toBe(26);
  });
});

describe('whatever the counts are', () => {
  const few = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 7, max: 60 }) });
  const cube = (months: number, across: number, down: number) =>
    fc.array(few, { minLength: months * across * down, maxLength: months * across * down }).map((numbers): CountTable => {
      const month = Array.from({ length: months }, (_, i) => `m${i}`);
      const half = month.slice(0, Math.ceil(months / 2));
      const town = Array.from({ length: across }, (_, i) => `t${i}`);
      const theme = Array.from({ length: down }, (_, i) => `c${i}`);
      const counts: Count[] = month.flatMap((m, i) => town.flatMap((t, j) => theme.map((c, k) => ({ at: [m, t, c], n: numbers[(i * across + j) * down + k]! }))));
      return { dimensions: [{ name: 'month', values: month, groups: months > 2 ? [{ name: 'half', values: half }] : [] }, towns(...town), themes(...theme)], counts };
    });
  const flat = fc.array(fc.array(few, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 4 }).map(grid);

  it('shows no count under 5, and each number it shows is the true one', () => {
    fc.assert(
      fc.property(cube(3, 3, 3), (input) => {
        for (const { at, n } of suppressCounts(input).cells) {
          if (n === null) continue;
          expect(n === 0 || n >= THRESHOLD).toBe(true);
          expect(n).toBe(valueIn(input, input.counts.map((count) => count.n), at));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves a reader who solves the linear system with every value from 1 to 5 for each small count', () => {
    fc.assert(
      fc.property(fc.oneof(flat, cube(3, 2, 3)), (input) => {
        const { cells } = suppressCounts(input);
        const reader = attacker(input, cells);
        for (const at of smallCells(input, cells)) {
          const { low, high } = reader.range(at);
          expect(low).toBeLessThanOrEqual(1);
          expect(high).toBeGreaterThanOrEqual(THRESHOLD);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a reader who guesses that hidden counts are not empty with more than one value', () => {
    fc.assert(
      fc.property(fc.oneof(flat, cube(3, 2, 3)), (input) => {
        const { cells } = suppressCounts(input);
        const reader = attacker(input, cells, { guessesNotEmpty: true });
        for (const at of smallCells(input, cells)) {
          const { low, high } = reader.range(at);
          expect(high - low).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves whole numbers that differ, when every possible table is written out', () => {
    const tiny = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }).map(grid);
    fc.assert(
      fc.property(tiny, (input) => {
        const { cells } = suppressCounts(input);
        const smalls = smallCells(input, cells);
        if (smalls.length === 0) return;
        for (const values of possibleValues(input, cells, smalls, 9)) {
          expect([...values].some((n) => n <= 1)).toBe(true);
          expect([...values].some((n) => n >= THRESHOLD)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('stays closed to a reader who keeps what was published month after month', () => {
    fc.assert(
      fc.property(cube(3, 2, 3), (input) => {
        const collected = publishMonthByMonth(input);
        const reader = attacker(input, collected);
        for (const at of smallCells(input, collected)) {
          const { low, high } = reader.range(at);
          expect(low).toBeLessThanOrEqual(1);
          expect(high).toBeGreaterThanOrEqual(THRESHOLD);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its word when the pages of one table are published apart', () => {
    const input = grid([[2, 9, 14], [11, 8, 6], [7, 13, 21]]);
    const { cells } = suppressCounts(input);
    const alone = suppressCounts(oneRow({ 'theme 0': 2, 'theme 1': 9, 'theme 2': 14 })).cells;
    const apart = alone.map(({ at, n }) => ({ at: ['town 0', ...at], n }));
    const sums = suppressCounts(oneRow({ 'theme 0': 20, 'theme 1': 30, 'theme 2': 41 })).cells.map(({ at, n }) => ({ at: [ALL, ...at], n }));
    const others = [['town 1', [11, 8, 6]], ['town 2', [7, 13, 21]]] as const;
    const rows = others.flatMap(([town, row]) => row.map((n, j) => ({ at: [town, `theme ${j}`], n })));
    expect(attacker(input, [...apart, ...sums, ...rows]).range(['town 0', 'theme 0'])).toEqual({ low: 2, high: 2 });
    expect(attacker(input, cells).range(['town 0', 'theme 0']).high).toBeGreaterThanOrEqual(5);
  });
});

describe('a table that makes no sense is refused', () => {
  it('when a count is negative or not whole', () => {
    expect(() => suppressCounts(oneRow({ housing: -1 }))).toThrow('whole number');
    expect(() => suppressCounts(oneRow({ housing: 1.5 }))).toThrow('whole number');
  });

  it('when a name is unknown or there twice', () => {
    expect(() => suppressCounts({ dimensions: [themes('a', 'a')], counts: [] })).toThrow('twice');
    expect(() => suppressCounts({ dimensions: [themes('a')], counts: [{ at: ['b'], n: 1 }] })).toThrow('no "b"');
  });
});

function smallCells(input: CountTable, cells: readonly SuppressedCell[]): (readonly string[])[] {
  const counts = input.counts.map((count) => count.n);
  return cells
    .map((cell) => cell.at)
    .filter((at) => {
      const n = valueIn(input, counts, at);
      return n > 0 && n < THRESHOLD;
    });
}

/** Publishes the months one by one, and what spans several once all of it is past; returns all that was ever shown. */
function publishMonthByMonth(input: CountTable): SuppressedCell[] {
  const [month, ...others] = input.dimensions as [Dimension, ...Dimension[]];
  const collected = new Map<string, SuppressedCell>();
  month.values.forEach((_, last) => {
    const past = month.values.slice(0, last + 1);
    const groups = (month.groups ?? []).map((group) => ({ ...group, values: group.values.filter((value) => past.includes(value)) }));
    const closed = new Set([...past, ...(month.groups ?? []).filter((group) => group.values.every((value) => past.includes(value))).map((group) => group.name)]);
    if (past.length === month.values.length) closed.add(ALL);
    const earlier = [...collected.values()].map(({ at, n }) => ({ at, shown: n === null ? [] : [n], wasHidden: n === null, isFinal: true }));
    const table = suppressCounts({ dimensions: [{ ...month, values: past, groups }, ...others], counts: input.counts.filter(({ at }) => past.includes(at[0]!)) }, { earlier });
    for (const cell of table.cells) if (closed.has(cell.at[0]!)) collected.set(cell.at.join('|'), cell);
  });
  return [...collected.values()];
}
