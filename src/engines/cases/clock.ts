import { Temporal } from '../../kernel/time/temporal.ts';

/** A term as the authority set it, from a day on. */
export interface Term {
  id: string;
  /** ISO 8601: 'P3M'. */
  duration: string;
  validFrom: Temporal.PlainDate;
  source: string;
}

/**
 * The last day of the term. Calendar arithmetic: a month later is the same day of the month, or its last day where
 * there is no such day: 30 November plus three months is 28 February, or 29 in a leap year.
 */
export function dueOn(startedOn: Temporal.PlainDate, duration: string): Temporal.PlainDate {
  return startedOn.add(Temporal.Duration.from(duration), { overflow: 'constrain' });
}

/**
 * The term that counts for a clock that started on this day: the one that was valid on that day. A term that is set
 * later does not touch it. Before the first term, the first one counts.
 */
export function termOn<T extends Pick<Term, 'validFrom'>>(terms: readonly T[], startedOn: Temporal.PlainDate): T | undefined {
  const inOrder = terms.toSorted((one, other) => Temporal.PlainDate.compare(one.validFrom, other.validFrom));
  return inOrder.findLast((term) => Temporal.PlainDate.compare(term.validFrom, startedOn) <= 0) ?? inOrder[0];
}

export interface RunningClock {
  startedOn: Temporal.PlainDate;
  dueOn: Temporal.PlainDate;
  /** The day on which the milestone was reached or the case was closed. */
  stoppedOn: Temporal.PlainDate | null;
}

export interface ClockReading {
  state: 'running' | 'met';
  /** Calendar days until the last day: 0 on that day itself, negative after it. Of a stopped clock: on the day it stopped. */
  daysLeft: number;
  isOverdue: boolean;
}

/** How a clock stands on a day. It is overdue from the day after the last day. */
export function readClock({ dueOn: last, stoppedOn }: RunningClock, today: Temporal.PlainDate): ClockReading {
  const daysLeft = (stoppedOn ?? today).until(last, { largestUnit: 'day' }).days;
  return { state: stoppedOn ? 'met' : 'running', daysLeft, isOverdue: daysLeft < 0 };
}

/** The last day that is still "soon": from today up to so long ahead. */
export function soonUntil(today: Temporal.PlainDate, soon: string): Temporal.PlainDate {
  return today.add(Temporal.Duration.from(soon), { overflow: 'constrain' });
}
