import { Temporal } from '../../../kernel/time/temporal.ts';
import type { MonthCount } from '../count-months.store.ts';
import type { FigureShape } from '../figure.ts';
import { endOf, periodCode, periodOf, periodsBetween, units, type Period, type Unit } from '../period.ts';
import { ALL, type Dimension } from '../suppress-counts/dimension.ts';
import { suppressCounts, THRESHOLD, type EarlierCell } from '../suppress-counts/suppress-counts.ts';

/** A cell as it is published, or was before. */
export interface PublishedCell {
  unit: Unit;
  startsOn: Temporal.PlainDate;
  grouping: string;
  category: string;
  n: number | null;
  /** Every number with which it was ever shown, the present one included. */
  shown: number[];
  wasHidden: boolean;
}

/** What is known of a figure up to now. */
export interface ReleasedSoFar {
  /** Months that were released, with the counts that they were released with. */
  months: readonly Temporal.PlainDate[];
  counted: readonly MonthCount[];
  published: readonly PublishedCell[];
}

export interface Release {
  fresh: Temporal.PlainDate[];
  revised: Temporal.PlainDate[];
  /** Of the months that are fresh or revised. */
  counted: MonthCount[];
  /** Every cell of the years that have such a month. */
  published: PublishedCell[];
}

/**
 * Works out what can be released of a figure: `counted` holds all months before `before`, the first day of the first month that is not over.
 * A month is released when it is over, as it then is. A later change of fewer than 5 is left aside, since the difference would be a
 * small count; a larger one revises the month.
 */
export function planRelease(shape: FigureShape, counted: readonly MonthCount[], soFar: ReleasedSoFar, before: Temporal.PlainDate): Release {
  const release: Release = { fresh: [], revised: [], counted: [], published: [] };
  for (const year of yearsOf(counted, soFar, before)) {
    const block = yearBlock(year, counted, soFar, before);
    if (block.fresh.length === 0 && block.revised.length === 0) continue;
    release.fresh.push(...block.fresh);
    release.revised.push(...block.revised);
    release.counted.push(...block.counts.filter(({ month }) => block.isChanged(month)));
    release.published.push(...publishYear(shape, block));
  }
  return release;
}

interface YearBlock {
  months: Temporal.PlainDate[];
  /** As they will be released: those of a settled month as they were. */
  counts: MonthCount[];
  fresh: Temporal.PlainDate[];
  revised: Temporal.PlainDate[];
  isChanged(month: Temporal.PlainDate): boolean;
  published: PublishedCell[];
}

function yearsOf(counted: readonly MonthCount[], soFar: ReleasedSoFar, before: Temporal.PlainDate): number[] {
  const begin = Math.min(...counted.map(({ month }) => month.year), ...soFar.months.map((month) => month.year));
  const end = before.subtract({ months: 1 }).year;
  return Number.isFinite(begin) ? Array.from({ length: Math.max(0, end - begin + 1) }, (_, i) => begin + i) : [];
}

function yearBlock(year: number, counted: readonly MonthCount[], soFar: ReleasedSoFar, before: Temporal.PlainDate): YearBlock {
  const january = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const last = earliest(january.with({ month: 12 }), before.subtract({ months: 1 }));
  const months = periodsBetween('month', january, last).map(({ startsOn }) => startsOn);
  const released = new Set(soFar.months.map(String));
  const now = byMonth(counted);
  const then = byMonth(soFar.counted);
  const fresh = months.filter((month) => !released.has(String(month)));
  const revised = months.filter((month) => released.has(String(month)) && Math.abs(totalOf(now, month) - totalOf(then, month)) >= THRESHOLD);
  const changed = new Set([...fresh, ...revised].map(String));
  return {
    months,
    fresh,
    revised,
    isChanged: (month) => changed.has(String(month)),
    counts: months.flatMap((month) => (changed.has(String(month)) ? now : then).get(String(month)) ?? []),
    published: soFar.published.filter(({ startsOn }) => startsOn.year === year),
  };
}

function publishYear(shape: FigureShape, block: YearBlock): PublishedCell[] {
  const { months, counts } = block;
  const closed = new Map(units.flatMap((unit) => periodsBetween(unit, months[0]!, months.at(-1)!)).map((period) => [periodCode(period), period]));
  const earlier = new Map(block.published.map((cell) => [keyOf(cell), cell]));
  const detail = detailOf(shape, block);
  const table = suppressCounts(
    {
      dimensions: [timeDimension(months), dimensionOf('grouping', counts, block.published), dimensionOf('category', counts, block.published)],
      counts: counts.map(({ month, grouping, category, n }) => ({ at: [periodCode({ unit: 'month', startsOn: month }), grouping, category], n })),
    },
    { isPublished: detail, earlier: block.published.map((cell) => earlierOf(cell, block)) },
  );
  return table.cells.flatMap(({ at, n }) => {
    const [time, grouping, category] = at as [string, string, string];
    const period = closed.get(time);
    if (!period) return [];
    const before = earlier.get(keyOf({ ...period, grouping, category }));
    const shown = n === null || before?.shown.includes(n) ? (before?.shown ?? []) : [...(before?.shown ?? []), n];
    return [{ ...period, grouping, category, n, shown, wasHidden: (before?.wasHidden ?? false) || n === null }];
  });
}

/** Quarters and years that are not over stand in it too: what they will need is hidden in time, and they are not published yet. */
function timeDimension(months: readonly Temporal.PlainDate[]): Dimension {
  const groups = (['quarter', 'year'] as const).flatMap((unit) => {
    const codes = [...new Set(months.map((month) => periodCode(periodOf(unit, month))))];
    return codes.map((name) => ({
      name,
      worth: unit === 'year' ? 8 : 2,
      values: months.filter((month) => periodCode(periodOf(unit, month)) === name).map((startsOn) => periodCode({ unit: 'month', startsOn })),
    }));
  });
  return { name: 'time', values: months.map((startsOn) => periodCode({ unit: 'month', startsOn })), groups, total: null };
}

function dimensionOf(name: 'grouping' | 'category', counts: readonly MonthCount[], published: readonly PublishedCell[]): Dimension {
  const values = new Set([...counts, ...published].map((row) => row[name]));
  values.delete(ALL);
  return { name, values: [...values].sort() };
}

function earlierOf(cell: PublishedCell, block: YearBlock): EarlierCell {
  const end = endOf(cell);
  const isTouched = block.months.some((month) => block.isChanged(month) && Temporal.PlainDate.compare(month, cell.startsOn) >= 0 && Temporal.PlainDate.compare(month, end) < 0);
  return { at: [periodCode(cell), cell.grouping, cell.category], shown: cell.shown, wasHidden: cell.wasHidden, isFinal: !isTouched };
}

/**
 * How fine the breakdown is. With fewer than 5 in a cell on average it would be hidden for the most part and take the sums with
 * it: then municipalities are broken down per quarter or per year, while the whole area always is per month.
 */
function detailOf(shape: FigureShape, { counts, months }: YearBlock): (at: readonly string[]) => boolean {
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  const groupings = new Set(counts.map(({ grouping }) => grouping)).size;
  const categories = new Set(counts.map(({ category }) => category)).size;
  const perCell = (unit: Unit, cells: number) => total / (cells * Math.ceil(months.length / (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12)));
  const unitOf = (time: string): Unit => (time.length === 4 ? 'year' : time.includes('Q') ? 'quarter' : 'month');
  return ([time, grouping, category]) => {
    if (grouping === ALL || (category === ALL && !shape.crossed)) return true;
    if (!shape.crossed) return false;
    const unit = unitOf(time!);
    if (unit === 'year' || groupings === 1) return true;
    return perCell(unit, category === ALL ? groupings : groupings * categories) >= THRESHOLD;
  };
}

function byMonth(counts: readonly MonthCount[]): Map<string, MonthCount[]> {
  return Map.groupBy(counts, ({ month }) => String(month));
}

function totalOf(counts: ReadonlyMap<string, MonthCount[]>, month: Temporal.PlainDate): number {
  return (counts.get(String(month)) ?? []).reduce((sum, { n }) => sum + n, 0);
}

function keyOf({ unit, startsOn, grouping, category }: Period & { grouping: string; category: string }): string {
  return `${periodCode({ unit, startsOn })}|${grouping}|${category}`;
}

function earliest(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
