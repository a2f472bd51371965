import { instantOf } from '../../../kernel/clock/clock.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export interface Span {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

export interface Break {
  from: Temporal.PlainTime;
  until: Temporal.PlainTime;
}

/** A booking on a day, by the clock on the wall: the same hour in winter and in summer. */
export function spanOn(day: Temporal.PlainDate, from: Temporal.PlainTime, until: Temporal.PlainTime): Span {
  return { startsAt: instantOf(day.toPlainDateTime(from)), endsAt: instantOf(day.toPlainDateTime(until)) };
}

/** A consultation in slots of so many minutes; what would run into a break begins after it, and what is left over at the end is no slot. */
export function cutSlots({ startsAt, endsAt }: Span, minutes: number, breaks: readonly Break[]): Span[] {
  const day = startsAt.toZonedDateTimeISO('Europe/Brussels').toPlainDate();
  const pauses = breaks.map(({ from, until }) => spanOn(day, from, until)).toSorted((one, other) => Number(one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds));
  const slots: Span[] = [];
  let at = startsAt;
  for (;;) {
    const end = at.add({ minutes });
    if (end.epochMilliseconds > endsAt.epochMilliseconds) return slots;
    const pause = pauses.find((each) => overlaps(each, { startsAt: at, endsAt: end }));
    if (pause) at = pause.endsAt;
    else {
      slots.push({ startsAt: at, endsAt: end });
      at = end;
    }
  }
}

/** Whether two spans share a moment; one that begins when the other ends does not. */
export function overlaps(one: Span, other: Span): boolean {
  return one.startsAt.epochMilliseconds < other.endsAt.epochMilliseconds && other.startsAt.epochMilliseconds < one.endsAt.epochMilliseconds;
}
