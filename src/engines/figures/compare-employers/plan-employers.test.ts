import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { MonthCount } from '../count-months.store.ts';
import { figureShapes } from '../figure.ts';
import { periodCode } from '../period.ts';
import { planRelease } from '../release-figures/plan-release.ts';
import { attacker } from '../suppress-counts/attacker.testing.ts';
import type { CountTable } from '../suppress-counts/counted-table.ts';
import { ALL } from '../suppress-counts/dimension.ts';
import type { SuppressedCell } from '../suppress-counts/suppress-counts.ts';
import { planEmployerQuarter, quartersToPublish } from './plan-employers.ts';

const months = ['2026-01', '2026-02', '2026-03'];
const quarter = Temporal.PlainDate.from('2026-01-01');
const towns = ['23016', '23077'];
const employers = ['ocmw', 'vzw'];
const themes = ['dutch', 'housing', 'work'];
const nothingYet = { months: [], counted: [], published: [] };

interface Question {
  month: string;
  town: string;
  employer: string;
  theme: string;
  n: number;
}

const countsOf = (questions: readonly Question[], grouping: 'town' | 'employer', isQuarter = false): MonthCount[] => {
  const sums = new Map<string, MonthCount>();
  for (const { n, month, theme, ...question } of questions) {
    if (n === 0) continue;
    const at = isQuarter ? quarter : Temporal.PlainDate.from(`${month}-01`);
    const key = `${String(at)} ${question[grouping]} ${theme}`;
    sums.set(key, { month: at, grouping: question[grouping], category: theme, n: (sums.get(key)?.n ?? 0) + n });
  }
  return [...sums.values()];
};

function publish(questions: readonly Question[]) {
  const release = planRelease(figureShapes.questions, countsOf(questions, 'town'), nothingYet, Temporal.PlainDate.from('2026-04-01'));
  const ofQuarter = release.published.filter(({ unit, grouping }) => unit === 'quarter' && grouping === ALL);
  const sumOf = (theme: string) => questions.filter((one) => theme === ALL || one.theme === theme).reduce((sum, { n }) => sum + n, 0);
  const sums = new Map(ofQuarter.map(({ category, n }) => [category, { n: sumOf(category), isShown: n !== null }]));
  return { byTown: release.published, byEmployer: planEmployerQuarter(quarter, countsOf(questions, 'employer', true), sums) };
}

/** Everything there is to know: who asked where, of which employer, about what, in which month. */
function whole(questions: readonly Question[]): CountTable {
  const crossed = towns.flatMap((town) => employers.map((employer) => `${town} ${employer}`));
  return {
    dimensions: [
      { name: 'time', values: months, groups: [{ name: '2026-Q1', values: months }, { name: '2026', values: months }], total: null },
      { name: 'who', values: crossed, groups: [...towns, ...employers].map((name) => ({ name, values: crossed.filter((one) => one.split(' ').includes(name)) })) },
      { name: 'theme', values: themes },
    ],
    counts: questions.map(({ month, town, employer, theme, n }) => ({ at: [month, `${town} ${employer}`, theme], n })),
  };
}

describe('questions by employer beside questions by municipality', () => {
  it('show what is large enough, and add up', () => {
    const questions = months.flatMap((month) => towns.flatMap((town) => employers.flatMap((employer) => themes.map((theme) => ({ month, town, employer, theme, n: 10 })))));
    const { byEmployer } = publish(questions);
    expect(byEmployer.find(({ grouping, category }) => grouping === 'vzw' && category === 'work')?.n).toBe(60);
    expect(byEmployer.find(({ grouping, category }) => grouping === 'ocmw' && category === ALL)?.n).toBe(180);
    expect(byEmployer.find(({ grouping, category }) => grouping === ALL && category === ALL)?.n).toBe(360);
  });

  it.each([1, 2, 3, 5, 6, 7, 8, 9, 10, 11])('give nobody away together, whatever is solved from both (%i)', (seed) => {
    let state = seed * 7919;
    const next = (below: number) => ((state = (state * 1103515245 + 12345) % 2147483648) >> 8) % below;
    const questions = months.flatMap((month) => towns.flatMap((town) => employers.flatMap((employer) => themes.map((theme) => ({ month, town, employer, theme, n: next(3) === 0 ? next(4) : 3 + next(12) })))));
    const { byTown, byEmployer } = publish(questions);
    const seen: SuppressedCell[] = [...byTown, ...byEmployer].map((cell) => ({ at: [periodCode(cell), cell.grouping, cell.category], n: cell.n }));
    expect(seen.every(({ n }) => n === null || n === 0 || n >= 5)).toBe(true);
    const solver = attacker(whole(questions), seen);
    const count = (at: readonly string[]) => questions.filter(({ month, town, employer, theme }) => (at[0] === month || at[0]!.length !== 7 || at[0]!.includes('Q')) && [ALL, town, employer].includes(at[1]!) && [ALL, theme].includes(at[2]!)).reduce((sum, { n }) => sum + n, 0);
    const smalls = seen.filter(({ at }) => count(at) > 0 && count(at) < 5);
    expect(smalls.length).toBeGreaterThan(0);
    expect(byEmployer.some(({ grouping, category, n }) => grouping !== ALL && category === ALL && n !== null)).toBe(true);
    for (const { at } of smalls) {
      const { low, high } = solver.range(at);
      expect(low).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThanOrEqual(5);
    }
  });

  it('show nothing where the sums are not those that were released', () => {
    const counts = [{ month: quarter, grouping: 'ocmw', category: 'work', n: 21 }, { month: quarter, grouping: 'vzw', category: 'work', n: 30 }];
    const sums = new Map([ALL, 'work'].map((theme) => [theme, { n: 50, isShown: true }]));
    expect(planEmployerQuarter(quarter, counts, sums)).toEqual([]);
  });

  it('are published once, when the last month of the quarter is released', () => {
    const day = (month: string) => Temporal.PlainDate.from(`${month}-01`);
    expect(quartersToPublish(['2026-01', '2026-02'].map(day), [])).toEqual([]);
    expect(quartersToPublish(months.map(day), []).map(String)).toEqual(['2026-01-01']);
    expect(quartersToPublish(months.map(day), [{ unit: 'quarter', startsOn: quarter, grouping: ALL, category: ALL, n: 50, shown: [50], wasHidden: false }])).toEqual([]);
  });
});
