import { formatMonth } from '../../kernel/i18n/format.ts';
import { intlTag, type Locale } from '../../kernel/i18n/locale.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { text } from './messages.ts';

export const units = ['month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

/** A whole month, quarter or year, by its first day. Figures are made for nothing else: an odd span beside a whole one gives away what lies between. */
export interface Period {
  unit: Unit;
  startsOn: Temporal.PlainDate;
}

const months: Record<Unit, number> = { month: 1, quarter: 3, year: 12 };

export function firstOfMonth(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.with({ day: 1 });
}

/** The period of a unit that has a day. */
export function periodOf(unit: Unit, day: Temporal.PlainDate): Period {
  return { unit, startsOn: dayOfIndex(Math.floor(indexOf(day) / months[unit]) * months[unit]) };
}

/** First day after it. */
export function endOf({ unit, startsOn }: Period): Temporal.PlainDate {
  return dayOfIndex(indexOf(startsOn) + months[unit]);
}

/** The periods of a unit that lie whole between two months, both included. */
export function periodsBetween(unit: Unit, from: Temporal.PlainDate, to: Temporal.PlainDate): Period[] {
  const size = months[unit];
  const first = Math.ceil(indexOf(from) / size) * size;
  const found: Period[] = [];
  for (let index = first; index + size <= indexOf(to) + 1; index += size) found.push({ unit, startsOn: dayOfIndex(index) });
  return found;
}

/** Months since the year 0: whole months are counted often on a page, and as numbers far faster than as dates. */
function indexOf(day: Temporal.PlainDate): number {
  return day.year * 12 + day.month - 1;
}

function dayOfIndex(index: number): Temporal.PlainDate {
  return new Temporal.PlainDate(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** '2026-03', '2026-Q1', '2026'. */
export function periodCode({ unit, startsOn }: Period): string {
  const { year } = startsOn;
  if (unit === 'year') return String(year);
  return unit === 'quarter' ? `${year}-Q${quarterOf(startsOn)}` : `${year}-${String(startsOn.month).padStart(2, '0')}`;
}

/** "maart 2026", "1e kwartaal 2026", "2026". */
export function periodLabel(locale: Locale, { unit, startsOn }: Period): string {
  if (unit === 'year') return String(startsOn.year);
  if (unit === 'quarter') return text(locale, 'period.quarter', { quarter: quarterOf(startsOn), year: String(startsOn.year) });
  return formatMonth(locale, startsOn);
}

/** "mrt 26", "K1 26", "2026": for under a chart. */
export function periodShort(locale: Locale, { unit, startsOn }: Period): string {
  if (unit === 'year') return String(startsOn.year);
  const year = String(startsOn.year).slice(2);
  if (unit === 'quarter') return text(locale, 'period.quarter.short', { quarter: quarterOf(startsOn), year });
  return `${monthShort(locale, startsOn.month)} ${year}`;
}

const shortNames = new Map<Locale, string[]>();

/** "mrt" */
function monthShort(locale: Locale, month: number): string {
  let names = shortNames.get(locale);
  if (!names) {
    const format = new Intl.DateTimeFormat(intlTag(locale), { month: 'short', timeZone: 'UTC' });
    shortNames.set(locale, (names = Array.from({ length: 12 }, (_, i) => format.format(new Date(Date.UTC(2024, i, 1))))));
  }
  return names[month - 1]!;
}

function quarterOf(day: Temporal.PlainDate): number {
  return Math.floor((day.month - 1) / 3) + 1;
}
