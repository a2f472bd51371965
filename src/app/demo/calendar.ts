import { instantOf } from '../../kernel/clock/clock.ts';
import { isWorkingDay } from '../../kernel/clock/working-days.ts';
import { Temporal } from '../../kernel/time/temporal.ts';

/** The moment in Brussels, '14:30' on that day. */
export function at(day: Temporal.PlainDate, time: string): Temporal.Instant {
  return instantOf(day.toPlainDateTime(Temporal.PlainTime.from(time)));
}

/** That day, or the first working day after it. */
export function workingDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(day) ? day : workingDayFrom(day.add({ days: 1 }));
}

/** That day, or the last working day before it. */
export function workingDayUntil(day: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(day) ? day : workingDayUntil(day.subtract({ days: 1 }));
}

/** Every working day between these two, both included. */
export function workingDays(from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (let day = from; !isAfter(day, until); day = day.add({ days: 1 })) if (isWorkingDay(day)) days.push(day);
  return days;
}

export function isAfter(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) > 0;
}

export function isLater(moment: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, other) > 0;
}
