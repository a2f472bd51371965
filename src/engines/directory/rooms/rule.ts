import { isHoliday } from '../../../kernel/clock/working-days.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

/** How a booking comes back. Days of the week count from 1, Monday; `nth` is 1 to 4, or -1 for the last of the month. */
export type Rule =
  | { frequency: 'weekly'; every: number; days: readonly number[] }
  | { frequency: 'monthly'; every: number; day: number; nth: number };

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** In the words of RFC 5545 (3.3.10): FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH. Where it ends is kept apart. */
export function writeRule(rule: Rule): string {
  const interval = rule.every > 1 ? `;INTERVAL=${rule.every}` : '';
  if (rule.frequency === 'monthly') return `FREQ=MONTHLY${interval};BYDAY=${rule.nth}${names[rule.day - 1]}`;
  return `FREQ=WEEKLY${interval};BYDAY=${rule.days.toSorted().map((day) => names[day - 1]).join(',')}`;
}

/** Reads what `writeRule` wrote. Throws on anything else. */
export function readRule(text: string): Rule {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const every = Number(parts.get('INTERVAL') ?? 1);
  const days = (parts.get('BYDAY') ?? '').split(',').map((part) => /^(-?\d)?([A-Z]{2})$/.exec(part));
  const numbered = days.map((found) => names.indexOf(found?.[2] as (typeof names)[number]) + 1);
  if (numbered.includes(0)) throw new Error(`"${text}" is no rule that is known here.`);
  if (parts.get('FREQ') === 'MONTHLY') return { frequency: 'monthly', every, day: numbered[0]!, nth: Number(days[0]![1]) };
  if (parts.get('FREQ') !== 'WEEKLY') throw new Error(`"${text}" is no rule that is known here.`);
  return { frequency: 'weekly', every, days: numbered };
}

/** The days of a rule from the first to the last, both included. Weeks begin on Monday, and every nth is counted from the first day's week or month. */
export function daysOf(rule: Rule, first: Temporal.PlainDate, last: Temporal.PlainDate, { overHolidays }: { overHolidays: boolean }): Temporal.PlainDate[] {
  const all = rule.frequency === 'weekly' ? weekly(rule, first, last) : monthly(rule, first, last);
  return all.filter((day) => !before(day, first) && !before(last, day) && (overHolidays || !isHoliday(day)));
}

function weekly({ every, days }: Rule & { frequency: 'weekly' }, first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = [];
  let monday = first.subtract({ days: first.dayOfWeek - 1 });
  for (; !before(last, monday); monday = monday.add({ weeks: every })) {
    for (const day of days.toSorted()) found.push(monday.add({ days: day - 1 }));
  }
  return found;
}

function monthly({ every, day, nth }: Rule & { frequency: 'monthly' }, first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = [];
  const start = first.with({ day: 1 });
  for (let months = 0; ; months += every) {
    const month = start.add({ months });
    if (before(last, month)) return found;
    found.push(nthOfMonth(month, day, nth));
  }
}

/** The first to fourth such day of a month always exists; the last one is counted from the end. */
function nthOfMonth(month: Temporal.PlainDate, day: number, nth: number): Temporal.PlainDate {
  if (nth > 0) {
    const first = month.add({ days: (day - month.dayOfWeek + 7) % 7 });
    return first.add({ weeks: nth - 1 });
  }
  const last = month.with({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - day + 7) % 7 });
}

const before = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0;
