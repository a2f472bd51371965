import { Temporal } from '../time/temporal.ts';

/**
 * The ten legal holidays of Belgium (royal decree of 18 April 1974, article 1). Regional days are not among them: an
 * organisation may work then.
 */
export function isHoliday(day: Temporal.PlainDate): boolean {
  const { year, month } = day;
  if (fixed.has(`${month}-${day.day}`)) return true;
  const easter = easterSunday(year);
  return movable.some((days) => easter.add({ days }).equals(day));
}

const fixed = new Set(['1-1', '5-1', '7-21', '8-15', '11-1', '11-11', '12-25']);
/** Easter Monday, Ascension, Whit Monday: days after Easter Sunday. */
const movable = [1, 39, 50];

export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek <= 5 && !isHoliday(day);
}

/** The day that is so many working days after a day; the day itself does not count. */
export function addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let found = day;
  for (let left = count; left > 0; ) {
    found = found.add({ days: 1 });
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher, valid for every year of it). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return Temporal.PlainDate.from({ year, month, day });
}
