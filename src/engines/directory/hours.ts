import { isHoliday } from '../../kernel/clock/working-days.ts';
import { Temporal } from '../../kernel/time/temporal.ts';

/** From one time of day until another, '09:00' and '12:30'; '24:00' is the end of the day. */
export interface Span {
  from: string;
  until: string;
}

export interface Hours {
  /** Days by ISO number, Monday 1; sorted by day and time. */
  weekly: (Span & { day: number })[];
  /** On Belgian public holidays. */
  holidays: 'closed' | 'as-usual';
  /** Days, first and last included, on which it is otherwise: no spans means closed. */
  exceptions: { from: string; until: string; spans: Span[]; why: string }[];
}

/** What holds on a day, and why it differs from other weeks. */
export interface DayHours {
  day: Temporal.PlainDate;
  spans: Span[];
  why?: 'holiday' | 'exception';
  words?: string;
}

export const noHours: Hours = { weekly: [], holidays: 'closed', exceptions: [] };

/** An exception goes before a holiday, and a holiday before the week. */
export function hoursOn(hours: Hours, day: Temporal.PlainDate): DayHours {
  const written = day.toString();
  const exception = hours.exceptions.find(({ from, until }) => from <= written && written <= until);
  if (exception) return { day, spans: exception.spans, why: 'exception', ...(exception.why ? { words: exception.why } : {}) };
  if (hours.holidays === 'closed' && isHoliday(day)) return { day, spans: [], why: 'holiday' };
  return { day, spans: hours.weekly.filter((span) => span.day === day.dayOfWeek).map(({ from, until }) => ({ from, until })) };
}

/** The seven days from this one on. */
export function weekFrom(hours: Hours, today: Temporal.PlainDate): DayHours[] {
  return Array.from({ length: 7 }, (_, days) => hoursOn(hours, today.add({ days })));
}

export type Opening = { isOpen: true; until: string } | { isOpen: false; opens?: { day: Temporal.PlainDate; at: string } };

/** Whether it is open at a wall-clock moment in Brussels, until when, or when it opens next within two weeks. */
export function openingAt(hours: Hours, moment: Temporal.PlainDateTime): Opening {
  const time = timeOf(moment);
  const today = moment.toPlainDate();
  const open = hoursOn(hours, today).spans.find(({ from, until }) => from <= time && time < until);
  if (open) return { isOpen: true, until: open.until };
  for (let days = 0; days <= 14; days += 1) {
    const day = today.add({ days });
    const next = hoursOn(hours, day).spans.filter(({ from }) => days > 0 || from > time).map(({ from }) => from).toSorted()[0];
    if (next) return { isOpen: false, opens: { day, at: next } };
  }
  return { isOpen: false };
}

export function timeOf(moment: Temporal.PlainDateTime): string {
  return moment.toPlainTime().toString({ smallestUnit: 'minute' });
}

const time = /^(\d{1,2})(?:[:.hu](\d{2})?)?$/;

/** Reads '9-12, 13.30-17u' as people write it; undefined when it cannot be, is not in order or runs over midnight. */
export function readSpans(typed: string): Span[] | undefined {
  const parts = typed.trim() === '' ? [] : typed.split(/[,;+]|\s+en\s+|\s+and\s+/);
  const spans: Span[] = [];
  for (const part of parts) {
    const [from, until, ...rest] = part.toLowerCase().split(/\s*(?:[-–]|\btot\b|\bto\b)\s*/).map((each) => asTime(each.replace(/\s*uur/, '').trim()));
    if (!from || !until || rest.length > 0 || from >= until || (spans.at(-1)?.until ?? '') > from) return undefined;
    spans.push({ from, until });
  }
  return spans;
}

function asTime(typed: string): string | undefined {
  const parts = time.exec(typed);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  if (!parts || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** '09:00-12:00, 13:30-17:00', as it reads back. */
export function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ from, until }) => `${from}-${until}`).join(', ');
}

/** In the order in which it is kept, so that what says the same is the same. */
export function inOrder({ weekly, holidays, exceptions }: Hours): Hours {
  const byTime = (one: Span, other: Span) => one.from.localeCompare(other.from);
  return {
    weekly: weekly.toSorted((one, other) => one.day - other.day || byTime(one, other)),
    holidays,
    exceptions: exceptions.toSorted((one, other) => one.from.localeCompare(other.from) || one.until.localeCompare(other.until)),
  };
}
