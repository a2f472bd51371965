import type { Read } from '../../kernel/db/types.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { byFigure } from './count-months.store.ts';
import { figureShapes, type FigureCode, type FigureShape } from './figure.ts';
import { endOf, periodCode, periodOf, periodsBetween, type Period, type Unit } from './period.ts';
import { findCells, findSummaryCells, type Cell, type Span } from './published.store.ts';
import { ALL } from './suppress-counts/dimension.ts';

/** What was asked for, made whole: months, quarters or years that have been released. */
export interface ReadingFilter {
  unit: Unit;
  /** Months, by their first day, both included. */
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  municipality?: string;
  theme?: string;
}

export interface AskedFilter {
  unit?: Unit;
  /** '2026-03' */
  from?: string;
  to?: string;
  municipality?: string;
  theme?: string;
}

/** The last twelve released months unless asked otherwise; the ends move to those of whole quarters or years. */
export function filterWithin(span: Span, asked: AskedFilter): ReadingFilter {
  const unit = asked.unit ?? 'month';
  const last = clamp(monthOf(asked.to) ?? span.last, span);
  const first = clamp(monthOf(asked.from) ?? later(last.subtract({ months: 11 }), span.first), span);
  const [from, to] = Temporal.PlainDate.compare(first, last) <= 0 ? [first, last] : [last, first];
  const begin = periodOf(unit, from).startsOn;
  const { municipality, theme } = asked;
  return { unit, from: begin, to: endOf(periodOf(unit, to)).subtract({ months: 1 }), ...(municipality ? { municipality } : {}), ...(theme ? { theme } : {}) };
}

/** Published cells of one figure, to be looked up; whatever is worked out here is made of published cells alone. */
export class Reading {
  readonly shape: FigureShape;
  readonly filter: ReadingFilter;
  readonly span: Span;
  readonly periods: readonly Period[];
  readonly #cells: ReadonlyMap<string, number | null>;
  readonly #broken: ReadonlySet<string>;

  constructor(shape: FigureShape, filter: ReadingFilter, span: Span, cells: readonly Cell[]) {
    this.shape = shape;
    this.filter = filter;
    this.span = span;
    this.periods = periodsBetween(filter.unit, filter.from, earlier(filter.to, span.last));
    this.#cells = new Map(cells.map((cell) => [keyOf(cell, cell.grouping, cell.category), cell.n]));
    this.#broken = new Set([
      ...cells.filter(({ category }) => category !== ALL).map((cell) => keyOf(cell, cell.grouping, '')),
      ...cells.filter(({ grouping }) => grouping !== ALL).map((cell) => keyOf(cell, '', cell.category)),
    ]);
  }

  /** Nothing when hidden, or not made as finely as that. */
  value(period: Period, grouping: string, category: string): number | null {
    const found = this.#cells.get(keyOf(period, grouping, category));
    if (found !== undefined) return found;
    // What nobody had in that year has no cells, while the others have. An area's municipalities may also be left out for being too few.
    if (category !== ALL) return this.#broken.has(keyOf(period, grouping, '')) ? 0 : null;
    return grouping !== ALL && !this.shape.crossed && this.#broken.has(keyOf(period, '', ALL)) ? 0 : null;
  }

  /** Over all periods: put together from the largest that are published, so that a hidden month does not hide its year. */
  total(grouping: string, category: string): number | null {
    const { n, isWhole } = this.atLeast(grouping, category);
    return isWhole ? n : null;
  }

  /** What is shown of all periods together, and whether that is all of it. Made of published cells alone, so it tells nothing more. */
  atLeast(grouping: string, category: string): { n: number; isWhole: boolean } {
    const [first, last] = [this.periods[0], this.periods.at(-1)];
    if (!first || !last) return { n: 0, isWhole: false };
    const to = endOf(last).subtract({ months: 1 });
    return this.#over('year', periodsBetween('month', first.startsOn, to), to, (period) => this.value(period, grouping, category));
  }

  /** Values of the grouping or category that have something to show, the largest first. */
  codes(of: 'grouping' | 'category'): string[] {
    const least = (code: string) => (of === 'grouping' ? this.atLeast(code, ALL) : this.atLeast(this.grouping, code)).n;
    const found = new Map<string, number>();
    for (const [key, n] of this.#cells) {
      const [, grouping, category] = key.split('|') as [string, string, string];
      const [code, beside, sum] = of === 'grouping' ? [grouping, category, ALL] : [category, grouping, this.grouping];
      if (code !== ALL && beside === sum && n !== null && n > 0) found.set(code, Math.max(found.get(code) ?? 0, n));
    }
    return [...found].toSorted((a, b) => least(b[0]) - least(a[0]) || a[0].localeCompare(b[0])).map(([code]) => code);
  }

  /** The grouping that the page looks at. */
  get grouping(): string {
    return this.filter.municipality ?? ALL;
  }

  #over(unit: Unit, months: readonly Period[], to: Temporal.PlainDate, valueOf: (period: Period) => number | null): { n: number; isWhole: boolean } {
    const smaller = unit === 'year' ? 'quarter' : 'month';
    const parts = Map.groupBy(months, ({ startsOn }) => periodCode(periodOf(unit, startsOn)));
    const found = [...parts.values()].map((inside) => {
      const period = periodOf(unit, inside[0]!.startsOn);
      const lies = Temporal.PlainDate.compare(period.startsOn, inside[0]!.startsOn) === 0 && Temporal.PlainDate.compare(endOf(period).subtract({ months: 1 }), to) <= 0;
      const n = lies ? valueOf(period) : null;
      if (n !== null) return { n, isWhole: true };
      return unit === 'month' ? { n: 0, isWhole: false } : this.#over(smaller, inside, to, valueOf);
    });
    return { n: found.reduce((sum, part) => sum + part.n, 0), isWhole: found.every((part) => part.isWhole) };
  }
}

/** Reads what a page of a figure needs, in one query; nothing before its first release. */
export async function readFigure(read: Read, figure: FigureCode, span: Span, asked: AskedFilter): Promise<Reading> {
  const filter = filterWithin(span, asked);
  const shape = figureShapes[figure];
  const cells = await findCells(read, { figure, from: filter.from, to: filter.to, ...(shape.crossed ? { grouping: filter.municipality ?? ALL } : {}) });
  return new Reading(shape, filter, span, cells);
}

/** The last twelve months of every figure that was released, in one query. */
export async function readFigures(read: Read, spans: ReadonlyMap<FigureCode, Span>): Promise<Map<FigureCode, Reading>> {
  const filters = [...spans].map(([code, span]) => ({ code, span, filter: filterWithin(span, {}) }));
  if (filters.length === 0) return new Map();
  const from = filters.map(({ filter }) => filter.from).reduce(earlier);
  const cells = byFigure(await findSummaryCells(read, from));
  return new Map(filters.map(({ code, span, filter }) => [code, new Reading(figureShapes[code], filter, span, cells.get(code) ?? [])]));
}

function keyOf(period: Period, grouping: string, category: string): string {
  return `${periodCode(period)}|${grouping}|${category}`;
}

function monthOf(code: string | undefined): Temporal.PlainDate | undefined {
  return code ? Temporal.PlainDate.from(`${code}-01`) : undefined;
}

function clamp(month: Temporal.PlainDate, { first, last }: Span): Temporal.PlainDate {
  return later(earlier(month, last), first);
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
