import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { MonthCount } from '../count-months.store.ts';
import { figureShapes, type FigureShape } from '../figure.ts';
import { periodCode } from '../period.ts';
import { attacker } from '../suppress-counts/attacker.testing.ts';
import { CountedTable, type CountTable } from '../suppress-counts/counted-table.ts';
import { ALL } from '../suppress-counts/dimension.ts';
import { planRelease, type PublishedCell, type ReleasedSoFar } from './plan-release.ts';

const month = (number: number) => Temporal.PlainDate.from({ year: 2025, month: number, day: 1 });
const nothing: ReleasedSoFar = { months: [], counted: [], published: [] };

/** Releases month after month, each time with what is known by then; returns every cell as it stands at the end. */
function releaseMonthByMonth(shape: FigureShape, counts: readonly MonthCount[], months: number): PublishedCell[] {
  let soFar = nothing;
  for (let number = 1; number <= months; number++) soFar = after(soFar, shape, counts.filter((count) => count.month.month <= number), number);
  return [...soFar.published];
}

function after(soFar: ReleasedSoFar, shape: FigureShape, counts: readonly MonthCount[], number: number): ReleasedSoFar {
  const release = planRelease(shape, counts, soFar, month(number).add({ months: 1 }));
  const changed = new Set([...release.fresh, ...release.revised].map(String));
  const key = (cell: PublishedCell) => `${periodCode(cell)}|${cell.grouping}|${cell.category}`;
  return {
    months: [...soFar.months, ...release.fresh],
    counted: [...soFar.counted.filter((count) => !changed.has(String(count.month))), ...release.counted],
    published: [...new Map([...soFar.published, ...release.published].map((cell) => [key(cell), cell])).values()],
  };
}

function tableOf(counts: readonly MonthCount[], months: number): CountTable {
  const codes = Array.from({ length: months }, (_, i) => periodCode({ unit: 'month', startsOn: month(i + 1) }));
  const quarters = Array.from({ length: Math.floor(months / 3) }, (_, q) => ({ name: `2025-Q${q + 1}`, values: codes.slice(q * 3, q * 3 + 3) }));
  const valuesOf = (of: 'grouping' | 'category') => [...new Set(counts.map((count) => count[of]))];
  return {
    dimensions: [{ name: 'month', values: codes, groups: quarters, total: null }, { name: 'grouping', values: valuesOf('grouping') }, { name: 'category', values: valuesOf('category') }],
    counts: counts.map((count) => ({ at: [periodCode({ unit: 'month', startsOn: count.month }), count.grouping, count.category], n: count.n })),
  };
}

const countsOver = (months: number) =>
  fc
    .array(fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 3, arbitrary: fc.integer({ min: 6, max: 40 }) }), { minLength: months * 6, maxLength: months * 6 })
    .map((numbers) => numbers.flatMap((n, i): MonthCount[] => (n === 0 ? [] : [{ month: month(Math.floor(i / 6) + 1), grouping: `town ${Math.floor(i / 3) % 2}`, category: `theme ${i % 3}`, n }])));

describe('releasing month after month', () => {
  it('leaves no small count to be found in all that was ever published, quarters included', () => {
    fc.assert(
      fc.property(countsOver(6), (counts) => {
        const published = releaseMonthByMonth(figureShapes.questions, counts, 6).map((cell) => ({ at: [periodCode(cell), cell.grouping, cell.category], n: cell.n }));
        const table = tableOf(counts, 6);
        const counted = new CountedTable(table);
        const reader = attacker(table, published.filter(({ n }) => n !== null));
        for (const { at } of published) {
          const n = counted.sums[counted.find(at)]!;
          if (n === 0 || n >= 5) continue;
          const { low, high } = reader.range(at);
          expect(low).toBeLessThanOrEqual(1);
          expect(high).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives what a release of all months at once would give of the sums', () => {
    const themes = { housing: 14, work: 9, dutch: 8, leisure: 2, waste: 1, residence: 4 };
    let seed = 7;
    const next = (below: number) => ((seed = (seed * 1103515245 + 12345) % 2147483648) >> 8) % below;
    const counts = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((number) =>
      ['a', 'b', 'c'].flatMap((grouping) =>
        Object.entries(themes).flatMap(([category, n]): MonthCount[] => {
          const drawn = Math.max(0, n - 3 + next(7));
          return drawn > 0 ? [{ month: month(number), grouping, category, n: drawn }] : [];
        }),
      ),
    );
    const published = releaseMonthByMonth(figureShapes.questions, counts, 12);
    const sums = published.filter(({ grouping, category }) => grouping === ALL && category === ALL);
    expect(sums).toHaveLength(17);
    expect(sums.filter(({ n }) => n === null)).toEqual([]);
    const perYear = published.filter(({ unit, grouping }) => unit === 'year' && grouping === ALL);
    expect(perYear.every(({ n }) => n !== null)).toBe(true);
  });
});

describe('a month that was released', () => {
  const counts: MonthCount[] = [
    { month: month(1), grouping: 'a', category: 'housing', n: 40 },
    { month: month(1), grouping: 'a', category: 'work', n: 20 },
  ];
  const first = after(nothing, figureShapes.questions, counts, 1);

  it('stands when fewer than 5 come in late', () => {
    const late = counts.map((count) => ({ ...count, n: count.n + 2 }));
    expect(planRelease(figureShapes.questions, late, first, month(2))).toEqual({ fresh: [], revised: [], counted: [], published: [] });
  });

  it('is revised when 5 or more come in late, and keeps what it showed before in mind', () => {
    const late = counts.map((count) => ({ ...count, n: count.n + 30 }));
    const release = planRelease(figureShapes.questions, late, first, month(2));
    expect(release.revised.map(String)).toEqual(['2025-01-01']);
    const cell = release.published.find(({ unit, grouping, category }) => unit === 'month' && grouping === ALL && category === 'work');
    expect(cell).toMatchObject({ n: 50, shown: [20, 50], wasHidden: false });
  });

  it('does not show again what was hidden once', () => {
    const small = [...counts, { month: month(1), grouping: 'a', category: 'leisure', n: 2 }];
    const hidden = after(nothing, figureShapes.questions, small, 1);
    const late = small.map((count) => ({ ...count, n: count.n + 50 }));
    const release = planRelease(figureShapes.questions, late, hidden, month(2));
    expect(release.published.filter(({ category, unit }) => category === 'leisure' && unit === 'month').every(({ n }) => n === null)).toBe(true);
  });
});

describe('a figure that is not crossed', () => {
  it('is published by each of its breakdowns and never by both at once', () => {
    const counts: MonthCount[] = [
      { month: month(1), grouping: 'taken-on', category: '0-2', n: 12 },
      { month: month(1), grouping: 'declined', category: '3-7', n: 9 },
    ];
    const { published } = planRelease(figureShapes.referrals, counts, nothing, month(2));
    expect(published.some(({ grouping, category }) => grouping !== ALL && category !== ALL)).toBe(false);
    expect(published.filter(({ n }) => n !== null).length).toBe(5);
  });
});
