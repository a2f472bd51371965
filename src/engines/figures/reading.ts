import type { Read } from '../../kernel/db/types.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { byFigure } from './count-months.store.ts';
import { figureShapes, type FigureCode, type FigureShape } from './figure.ts';
import { followTaxonomy, type Mapping } from './follow-taxonomy.ts';
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
  readonly #codes: readonly string[];
  readonly #parts: readonly Part[];
  readonly #cells: ReadonlyMap<string, number | null>;
  readonly #broken = new Set<string>();
  readonly #sums = new Map<string, Sum>();

  constructor(shape: FigureShape, filter: ReadingFilter, span: Span, cells: readonly Cell[]) {
    this.shape = shape;
    this.filter = filter;
    this.span = span;
    this.periods = periodsBetween(filter.unit, filter.from, earlier(filter.to, span.last));
    this.#codes = this.periods.map(periodCode);
    this.#parts = partsOf(this.periods);
    this.#cells = new Map(cells.map(({ period, grouping, category, n }) => [keyOf(period, grouping, category), n]));
    for (const { period, grouping, category } of cells) {
      if (category !== ALL) this.#broken.add(keyOf(period, grouping, ''));
      if (grouping !== ALL) this.#broken.add(keyOf(period, '', category));
    }
  }

  /** One for each period; nothing where it is hidden, or not made as finely as that. */
  values(grouping: string, category: string): (number | null)[] {
    return this.#codes.map((period) => this.#value(period, grouping, category));
  }

  /** Over all periods: put together from the largest that are published, so that a hidden month does not hide its year. */
  total(grouping: string, category: string): number | null {
    const { n, isWhole } = this.atLeast(grouping, category);
    return isWhole ? n : null;
  }

  /** What is shown of all periods together, and whether that is all of it. Made of published cells alone, so it tells nothing more. */
  atLeast(grouping: string, category: string): Sum {
    const key = keyOf('', grouping, category);
    let sum = this.#sums.get(key);
    if (!sum) this.#sums.set(key, (sum = this.#parts.length === 0 ? { n: 0, isWhole: false } : this.#over(this.#parts, grouping, category)));
    return sum;
  }

  /** Values of the grouping or category that have something to show, the largest first. */
  codes(of: 'grouping' | 'category'): string[] {
    const found = new Set<string>();
    for (const [key, n] of this.#cells) {
      const [, grouping, category] = key.split('|') as [string, string, string];
      const [code, beside, sum] = of === 'grouping' ? [grouping, category, ALL] : [category, grouping, this.grouping];
      if (code !== ALL && beside === sum && n !== null && n > 0) found.add(code);
    }
    const least = (code: string) => (of === 'grouping' ? this.atLeast(code, ALL) : this.atLeast(this.grouping, code)).n;
    return [...found].toSorted((a, b) => least(b) - least(a) || a.localeCompare(b));
  }

  /** The grouping that the page looks at. */
  get grouping(): string {
    return this.filter.municipality ?? ALL;
  }

  #value(period: string, grouping: string, category: string): number | null {
    const found = this.#cells.get(keyOf(period, grouping, category));
    if (found !== undefined) return found;
    // What nobody had in that year has no cells, while the others have. An area's municipalities may also be left out for being too few.
    if (category !== ALL) return this.#broken.has(keyOf(period, grouping, '')) ? 0 : null;
    return grouping !== ALL && !this.shape.crossed && this.#broken.has(keyOf(period, '', ALL)) ? 0 : null;
  }

  #over(parts: readonly Part[], grouping: string, category: string): Sum {
    let sum = 0;
    let isWhole = true;
    for (const { period, parts: inside } of parts) {
      const n = period === null ? null : this.#value(period, grouping, category);
      const part = n === null ? (inside.length === 0 ? { n: 0, isWhole: false } : this.#over(inside, grouping, category)) : { n, isWhole: true };
      sum += part.n;
      isWhole &&= part.isWhole;
    }
    return { n: sum, isWhole };
  }
}

export interface Sum {
  n: number;
  isWhole: boolean;
}

/** A span as whole years, quarters and months: each with what it is made of, and no code of its own where only a part of it lies within. */
interface Part {
  period: string | null;
  parts: Part[];
}

function partsOf(periods: readonly Period[]): Part[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const to = endOf(last).subtract({ months: 1 });
  return partsOver('year', periodsBetween('month', first.startsOn, to).map(({ startsOn }) => startsOn), to);
}

function partsOver(unit: Unit, months: readonly Temporal.PlainDate[], to: Temporal.PlainDate): Part[] {
  if (unit === 'month') return months.map((startsOn) => ({ period: periodCode({ unit, startsOn }), parts: [] }));
  const inside = Map.groupBy(months, (month) => periodCode(periodOf(unit, month)));
  return [...inside].map(([code, own]) => {
    const whole = periodOf(unit, own[0]!);
    const isWhole = Temporal.PlainDate.compare(whole.startsOn, own[0]!) === 0 && Temporal.PlainDate.compare(endOf(whole).subtract({ months: 1 }), to) <= 0;
    return { period: isWhole ? code : null, parts: partsOver(unit === 'year' ? 'quarter' : 'month', own, to) };
  });
}

/** Reads what a page of a figure needs, in one query; nothing before its first release. */
export async function readFigure(read: Read, figure: FigureCode, span: Span, asked: AskedFilter, mappings: readonly Mapping[]): Promise<Reading> {
  const filter = filterWithin(span, asked);
  const shape = figureShapes[figure];
  const cells = await findCells(read, { figure, from: filter.from, to: filter.to, ...(shape.crossed ? { grouping: filter.municipality ?? ALL } : {}) });
  return new Reading(shape, filter, span, figure === 'questions' ? followTaxonomy(cells, mappings, placeOfCell) : cells);
}

function placeOfCell({ period, grouping }: Cell): string {
  return `${period}|${grouping}`;
}

/** The last twelve months of every figure that was released, in one query. */
export async function readFigures(read: Read, spans: ReadonlyMap<FigureCode, Span>, mappings: readonly Mapping[]): Promise<Map<FigureCode, Reading>> {
  const filters = [...spans].map(([code, span]) => ({ code, span, filter: filterWithin(span, {}) }));
  if (filters.length === 0) return new Map();
  const from = filters.map(({ filter }) => filter.from).reduce(earlier);
  const cells = byFigure(await findSummaryCells(read, from));
  return new Map(filters.map(({ code, span, filter }) => [code, new Reading(figureShapes[code], filter, span, code === 'questions' ? followTaxonomy(cells.get(code) ?? [], mappings, placeOfCell) : (cells.get(code) ?? []))]));
}

function keyOf(period: string, grouping: string, category: string): string {
  return `${period}|${grouping}|${category}`;
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
