import type { Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { MonthCount } from '../count-months.store.ts';
import { periodOf } from '../period.ts';
import type { PublishedCell, Release, ReleasedSoFar } from '../release-figures/plan-release.ts';
import { ALL } from '../suppress-counts/dimension.ts';
import { countByEmployer } from './employer.store.ts';
import { planEmployerQuarter, quartersToPublish, type ThemeSums } from './plan-employers.ts';

/**
 * Breaks down by employer what is released of the questions now: the counts of each month are kept as they are at that moment, and a quarter is
 * published once, when its last month is. Undefined when there is nothing to release.
 */
export async function planEmployers(tx: Transaction, questions: { soFar: ReleasedSoFar; release: Release | undefined }, employers: ReleasedSoFar): Promise<Release | undefined> {
  const { release, soFar } = questions;
  if (!release) return undefined;
  const touched = [...release.fresh, ...release.revised];
  const fresh = await countByEmployer(tx, touched);
  const isTouched = new Set(touched.map(String));
  const counted = [...employers.counted.filter(({ month }) => !isTouched.has(String(month))), ...fresh];
  const months = [...new Map([...employers.months, ...touched].map((month) => [String(month), month])).values()];
  const sums = sumsOf(touched, release, soFar);
  const published = quartersToPublish(months, employers.published).flatMap((quarter) => planEmployerQuarter(quarter, quarterCounts(counted, quarter), sums(quarter)));
  return { fresh: release.fresh, revised: release.revised, counted: fresh, published };
}

/** Employers and themes over the three months of a quarter. */
function quarterCounts(counted: readonly MonthCount[], quarter: Temporal.PlainDate): MonthCount[] {
  const sums = new Map<string, MonthCount>();
  for (const { month, grouping, category, n } of counted) {
    if (!periodOf('quarter', month).startsOn.equals(quarter)) continue;
    const key = `${grouping}|${category}`;
    sums.set(key, { month: quarter, grouping, category, n: (sums.get(key)?.n ?? 0) + n });
  }
  return [...sums.values()];
}

/** What the release of the questions makes of each theme in a quarter. */
function sumsOf(touched: readonly Temporal.PlainDate[], release: Release, soFar: ReleasedSoFar): (quarter: Temporal.PlainDate) => ThemeSums {
  const isTouched = new Set(touched.map(String));
  const counted = [...soFar.counted.filter(({ month }) => !isTouched.has(String(month))), ...release.counted];
  const shown = new Map([...soFar.published, ...release.published].filter(isThemeOfQuarter).map((cell) => [`${String(cell.startsOn)}|${cell.category}`, cell.n]));
  return (quarter) => {
    const sums = new Map<string, { n: number; isShown: boolean }>();
    for (const { month, category, n } of counted) {
      if (!periodOf('quarter', month).startsOn.equals(quarter)) continue;
      for (const theme of [category, ALL]) sums.set(theme, { n: (sums.get(theme)?.n ?? 0) + n, isShown: (shown.get(`${String(quarter)}|${theme}`) ?? null) !== null });
    }
    return sums;
  };
}

function isThemeOfQuarter({ unit, grouping }: PublishedCell): boolean {
  return unit === 'quarter' && grouping === ALL;
}
