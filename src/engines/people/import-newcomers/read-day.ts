import { Temporal } from '../../../kernel/time/temporal.ts';
import type { PartialDate } from '../person.ts';
import { monthByName } from './month-names.ts';

export type DayProblem =
  | 'not-a-date'
  | 'day-does-not-exist'
  | 'month-does-not-exist'
  | 'day-without-month'
  | 'incomplete-date'
  | 'in-the-future'
  | 'too-long-ago'
  | 'other-calendar';

/** True of a day that was understood, and worth telling: a day that registers write for "somewhere that year", a year of two digits. */
export type DayNote = 'possibly-placeholder' | 'two-digit-year';

/** `hint` fills in the sentence that says what to do: the parts as read, how many days that month had, a day that may be meant. */
export type DayRefusal = { problem: DayProblem; hint: { year?: number; month?: number; days?: number; meant?: string } };
export type ReadPartialDate = { value: PartialDate; notes: DayNote[] } | DayRefusal;
export type ReadArrivalDay = { value: Temporal.PlainDate } | DayRefusal;

type Parts = PartialDate & { twoDigits?: boolean };

const oldestAge = 125;

/**
 * A day of birth, of which the day or month may be unknown, as lists write it: 03/02/1988 and 3-2-88 (day first, as in Belgium),
 * 1988-02-03, 19880203, 3 februari 1988 (Dutch, French, English), 02/1988, 1988, the number Excel keeps for a day, and 00/00/1988 as
 * in the national register, where 00 is unknown. A year of two digits is the last one that is not after this year. 1 January is
 * noted as possibly a placeholder, never refused.
 */
export function parsePartialDate(text: string, today: Temporal.PlainDate): ReadPartialDate {
  const parts = readParts(text, today);
  if ('problem' in parts) return parts;
  const wrong = impossible(parts) ?? outOfReach(parts, today);
  if (wrong) return wrong;
  const { year, month, day, twoDigits } = parts;
  const notes: DayNote[] = [];
  if (month === 1 && day === 1) notes.push('possibly-placeholder');
  if (twoDigits) notes.push('two-digit-year');
  return { value: { year, month, day }, notes };
}

/** A day of arrival: whole, not after today, not before 1900. */
export function parseArrivalDay(text: string, today: Temporal.PlainDate): ReadArrivalDay {
  const parts = readParts(text, today);
  if ('problem' in parts) return parts;
  const { year, month, day } = parts;
  const wrong = impossible(parts);
  if (wrong) return wrong;
  if (year === null || month === null || day === null) return { problem: 'incomplete-date', hint: {} };
  if (year < 1900) return { problem: 'too-long-ago', hint: { year } };
  const value = Temporal.PlainDate.from({ year, month, day });
  return Temporal.PlainDate.compare(value, today) > 0 ? { problem: 'in-the-future', hint: {} } : { value };
}

/** Day first, then month; 0 stands for unknown. */
function readParts(text: string, today: Temporal.PlainDate): Parts | DayRefusal {
  const plain = tidied(text);
  const dayFirst = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})$/.exec(plain);
  if (dayFirst) return parts(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, today);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(plain);
  if (yearFirst) return parts(yearFirst[1]!, yearFirst[2]!, yearFirst[3] ?? '0', today);
  const monthAndYear = /^(\d{1,2})[-/.](\d{4})$/.exec(plain);
  if (monthAndYear) return parts(monthAndYear[2]!, monthAndYear[1]!, '0', today);
  return readDigits(plain, today) ?? readWords(plain, today) ?? { problem: 'not-a-date', hint: {} };
}

function readDigits(plain: string, today: Temporal.PlainDate): Parts | null {
  if (/^\d{4}$/.test(plain)) return parts(plain, '0', '0', today);
  if (/^(19|20)\d{6}$/.test(plain)) return parts(plain.slice(0, 4), plain.slice(4, 6), plain.slice(6), today);
  if (/^\d{8}$/.test(plain)) return parts(plain.slice(4), plain.slice(2, 4), plain.slice(0, 2), today);
  if (!/^\d{5}(\.\d+)?$/.test(plain)) return null;
  const { year, month, day } = Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(Number(plain)) });
  return { year, month, day };
}

function readWords(plain: string, today: Temporal.PlainDate): Parts | null {
  const match = /^(?:(\d{1,2})(?:e|er|ste|de|st|nd|rd|th)?[ .-]*(?:de |of )?)?([a-z]{3,})[ .,-]*(\d{4}|\d{2})$/.exec(plain);
  const month = match && monthByName(match[2]!);
  return match && month ? parts(match[3]!, String(month), match[1] ?? '0', today) : null;
}

/** Latin digits, no accents, no time of day, and 00 where a part was written as unknown (xx, ??, --). */
function tidied(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|[\u200E\u200F]/gu, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0)! & 0xf) % 10))
    .replace(/[ t]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(z|[+-]\d{2}:?\d{2})?$/, '')
    .replace(/(?<![a-z\d])(xx|\?\?)(?![a-z\d])/g, '00');
}

function parts(year: string, month: string, day: string, today: Temporal.PlainDate): Parts {
  const twoDigits = year.length === 2;
  const whole = twoDigits ? wholeYear(Number(year), today) : Number(year);
  return { year: whole || null, month: Number(month) || null, day: Number(day) || null, ...(twoDigits ? { twoDigits } : {}) };
}

function wholeYear(short: number, today: Temporal.PlainDate): number {
  const thisCentury = today.year - (today.year % 100) + short;
  return thisCentury > today.year ? thisCentury - 100 : thisCentury;
}

function impossible({ year, month, day }: PartialDate): DayRefusal | null {
  if (month !== null && month > 12)
    return { problem: 'month-does-not-exist', hint: { month, ...(day !== null && day <= 12 && month <= 31 && year ? { meant: `${month}/${day}/${year}` } : {}) } };
  if (day !== null && month === null) return { problem: 'day-without-month', hint: {} };
  if (day === null || month === null) return null;
  const days = Temporal.PlainYearMonth.from({ year: year ?? 2000, month }).daysInMonth;
  return day > days ? { problem: 'day-does-not-exist', hint: { ...(year ? { year } : {}), month, days } } : null;
}

/** Years of the Persian (solar) calendar, as on Afghan and Iranian papers, are told apart from slips. */
function outOfReach({ year, month, day }: PartialDate, today: Temporal.PlainDate): DayRefusal | null {
  if (year === null) return null;
  if (year >= 1250 && year <= 1450) return { problem: 'other-calendar', hint: { year } };
  if (year < today.year - oldestAge) return { problem: 'too-long-ago', hint: { year } };
  const earliest = Temporal.PlainDate.from({ year, month: month ?? 1, day: day ?? 1 });
  return Temporal.PlainDate.compare(earliest, today) > 0 ? { problem: 'in-the-future', hint: {} } : null;
}
