import { categoryLabel, dayClasses, timelinesses, type FigureCode } from '../figure.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { Reading } from '../reading.ts';
import { ALL } from '../suppress-counts/dimension.ts';

/** One line of a figure's table: a category over the periods. */
export interface FigureRow {
  code: string;
  label: string;
  /** One for each period; null is not shown. */
  values: (number | null)[];
  /** Over all periods together; null when a part of it is hidden. */
  total: number | null;
  /** As much of the total as is shown. */
  atLeast: number;
}

export interface Breakdown {
  /** 'theme', 'language', 'timeliness', 'outcome', 'days' */
  by: 'theme' | 'language' | 'timeliness' | 'outcome' | 'days';
  rows: FigureRow[];
  /** All together, per period and over them. */
  sum: FigureRow;
}

/** In which order the parts of a breakdown stand: their own, or the largest first. */
const ownOrder: Partial<Record<Breakdown['by'], readonly string[]>> = { timeliness: timelinesses, days: dayClasses };

/** The breakdowns of a figure; of those categories of which anything may be shown. */
export function breakdownsOf(locale: Locale, reading: Reading, totalLabel: string): Breakdown[] {
  const { shape, filter, grouping } = reading;
  const line = (label: string, code: string, inGrouping: string, category: string): FigureRow => ({
    code,
    label,
    values: reading.values(inGrouping, category),
    total: reading.total(inGrouping, category),
    atLeast: reading.atLeast(inGrouping, category).n,
  });
  const sum = line(totalLabel, ALL, grouping, ALL);
  const rows = ordered(shape.category, reading.codes('category'))
    .filter((code) => shape.category !== 'theme' || !filter.theme || code === filter.theme)
    .map((code) => line(categoryLabel(locale, shape.category, code), code, grouping, code));
  const byCategory: Breakdown = { by: shape.category, rows, sum };
  if (shape.crossed) return [byCategory];
  const byOutcome = reading.codes('grouping').map((code) => line(categoryLabel(locale, 'outcome', code), code, code, ALL));
  return [{ by: 'outcome', rows: byOutcome, sum }, byCategory];
}

function ordered(by: Breakdown['by'], codes: string[]): string[] {
  const order = ownOrder[by];
  return order ? order.filter((code) => codes.includes(code)) : codes;
}

export const figurePaths: Record<FigureCode, string> = {
  welcomed: '/figures/welcomed',
  talks: '/figures/talks',
  questions: '/figures/questions',
  referrals: '/figures/referrals',
};
