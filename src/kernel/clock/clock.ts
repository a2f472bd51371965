import { Temporal } from '../time/temporal.ts';

/** Where civil days are counted: every day in the platform is a day in this zone. */
export const civilZone = 'Europe/Brussels';

export interface Clock {
  now(): Temporal.Instant;
}

/** To the millisecond, so that a moment reads back from the database as it was written. */
export const systemClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };

/** The civil day on which an instant falls, in Europe/Brussels whatever TZ the machine has. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  const local = new Date(instant.epochMilliseconds + offsetAt(instant));
  return new Temporal.PlainDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}

const hour = 3_600_000;
const offsets = new Map<number, number>();
const mostOffsets = 20_000;

/** Milliseconds that the civil zone is ahead of UTC. Looked up once an hour, since a list asks for the same ones again and again. */
function offsetAt(instant: Temporal.Instant): number {
  const key = Math.floor(instant.epochMilliseconds / hour);
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= mostOffsets) offsets.clear();
    // The zone changes its offset on the hour (01:00 UTC), so that it holds for the whole of it; before 1892 Brussels kept the sun's time.
    offsets.set(key, (offset = instant.toZonedDateTimeISO(civilZone).offsetNanoseconds / 1e6));
  }
  return offset;
}

/** The instant of a wall-clock moment in Brussels; in the hour that a clock change skips, the later reading. */
export function instantOf(moment: Temporal.PlainDateTime): Temporal.Instant {
  return moment.toZonedDateTime(civilZone, { disambiguation: 'compatible' }).toInstant();
}

export interface SettableClock extends Clock {
  set(moment: string): void;
  advance(duration: Temporal.DurationLike): void;
}

/** A clock for tests and demonstrations: stands still until told. Takes '2026-03-01T09:00' as Brussels time, or an instant with Z. */
export function settableClock(moment: string): SettableClock {
  let current = read(moment);
  return {
    now: () => current,
    set: (next) => {
      current = read(next);
    },
    advance: (duration) => {
      current = current.toZonedDateTimeISO(civilZone).add(duration).toInstant();
    },
  };
}

function read(moment: string): Temporal.Instant {
  return moment.endsWith('Z') ? Temporal.Instant.from(moment) : instantOf(Temporal.PlainDateTime.from(moment));
}
