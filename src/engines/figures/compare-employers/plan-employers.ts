import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { MonthCount } from '../count-months.store.ts';
import { endOf, periodCode, periodOf, periodsBetween } from '../period.ts';
import type { PublishedCell } from '../release-figures/plan-release.ts';
import { ALL } from '../suppress-counts/dimension.ts';
import { suppressCounts } from '../suppress-counts/suppress-counts.ts';

/** How many questions each theme had in a quarter, whether that may be shown or not. */
export type ThemeSums = ReadonlyMap<string, { n: number; isShown: boolean }>;

/**
 * What may be shown of the questions of a quarter by employer and theme.
 *
 * The same questions are published by municipality too, and two tables with the same sums are safe together only when the one cannot be
 * used against the other. So these are broken down only where the sum over all employers is shown already, every such sum (also one that
 * is hidden) stays what it is in each other table that hides a small count here, and quarters are the one unit of time. Whatever the
 * municipalities may have been, then some division over the employers still agrees with all that is shown here: with the sums of rows and
 * columns equal there always is one.
 */
export function planEmployerQuarter(quarter: Temporal.PlainDate, counts: readonly MonthCount[], sums: ThemeSums): PublishedCell[] {
  const total = sums.get(ALL);
  if (!total?.isShown || counts.length === 0 || !agree(counts, sums)) return [];
  const employers = [...new Set(counts.map(({ grouping }) => grouping))].sort();
  const themes = [...new Set(counts.map(({ category }) => category))].sort();
  const isShown = (theme: string) => sums.get(theme)?.isShown ?? false;
  const table = suppressCounts(
    { dimensions: [{ name: 'employer', values: employers }, { name: 'theme', values: themes }], counts: counts.map(({ grouping, category, n }) => ({ at: [grouping, category], n })) },
    {
      isPublished: ([, theme]) => isShown(theme!),
      earlier: [...themes, ALL].map((theme) => ({ at: [ALL, theme], shown: [sums.get(theme)!.n], wasHidden: false, isFinal: true })),
    },
  );
  return table.cells.flatMap(({ at, n }) => {
    const [grouping, category] = at as [string, string];
    if (!isShown(category)) return [];
    return [{ unit: 'quarter' as const, startsOn: quarter, grouping, category, n, shown: n === null ? [] : [n], wasHidden: n === null }];
  });
}

/** Whether the employers' counts add up to what was released of each theme: where they do not, a difference could be told. */
function agree(counts: readonly MonthCount[], sums: ThemeSums): boolean {
  const added = new Map<string, number>();
  for (const { category, n } of counts) for (const theme of [category, ALL]) added.set(theme, (added.get(theme) ?? 0) + n);
  return [...new Set([...added.keys(), ...sums.keys()])].every((theme) => (added.get(theme) ?? 0) === (sums.get(theme)?.n ?? 0));
}

/** Quarters of which every month has been released, and that have not been published yet: by their first day. */
export function quartersToPublish(months: readonly Temporal.PlainDate[], published: readonly PublishedCell[]): Temporal.PlainDate[] {
  const released = new Set(months.map(String));
  const done = new Set(published.map(({ startsOn }) => String(startsOn)));
  const quarters = new Map(months.map((month) => [periodCode(periodOf('quarter', month)), periodOf('quarter', month)]));
  return [...quarters.values()]
    .filter((quarter) => periodsBetween('month', quarter.startsOn, endOf(quarter).subtract({ months: 1 })).every(({ startsOn }) => released.has(String(startsOn))))
    .map(({ startsOn }) => startsOn)
    .filter((startsOn) => !done.has(String(startsOn)));
}
