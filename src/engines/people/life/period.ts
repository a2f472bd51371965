import { Temporal } from '../../../kernel/time/temporal.ts';

/** `untilDay` is the first day after it. */
export interface Period {
  fromDay?: Temporal.PlainDate | null | undefined;
  untilDay?: Temporal.PlainDate | null | undefined;
}

/** Whether two periods have a day in common; a day that is not known is endlessly far. */
export function overlap(a: Period, b: Period): boolean {
  const endsBefore = (one: Period, other: Period) => one.untilDay != null && other.fromDay != null && Temporal.PlainDate.compare(one.untilDay, other.fromDay) <= 0;
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** Whether a period holds on a day. */
export function holdsOn(day: Temporal.PlainDate, { fromDay, untilDay }: Period): boolean {
  return (fromDay == null || Temporal.PlainDate.compare(fromDay, day) <= 0) && (untilDay == null || Temporal.PlainDate.compare(untilDay, day) > 0);
}
