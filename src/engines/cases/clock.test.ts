import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, instantOf } from '../../kernel/clock/clock.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { dueOn, readClock, soonUntil, termOn } from './clock.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => day('2000-01-01').add({ days }));

describe('the last day of a term', () => {
  test.each([
    ['30 November plus three months', '2025-11-30', 'P3M', '2026-02-28'],
    ['30 November plus three months, into a leap year', '2027-11-30', 'P3M', '2028-02-29'],
    ['29 February plus three months', '2028-02-29', 'P3M', '2028-05-29'],
    ['29 February plus a year', '2028-02-29', 'P1Y', '2029-02-28'],
    ['31 January plus a month', '2026-01-31', 'P1M', '2026-02-28'],
    ['over the start of summer time', '2026-03-28', 'P1W', '2026-04-04'],
    ['over the start of winter time', '2026-10-24', 'P2D', '2026-10-26'],
    ['months before days', '2026-01-31', 'P1M3D', '2026-03-03'],
  ])('of %s', (_, from, duration, last) => {
    expect(dueOn(day(from), duration).toString()).toBe(last);
  });

  test('lies as many calendar months later, on the same day or on the last day of that month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 36 }), (start, months) => {
        const last = dueOn(start, `P${months}M`);
        const monthsLater = (last.year - start.year) * 12 + last.month - start.month;
        expect(monthsLater).toBe(months);
        expect(last.day).toBe(Math.min(start.day, last.daysInMonth));
      }),
    );
  });

  test('never comes earlier for who arrives later', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (start, later) => Temporal.PlainDate.compare(dueOn(start, 'P3M'), dueOn(start.add({ days: later }), 'P3M')) <= 0));
  });
});

describe('a clock', () => {
  const clock = { startedOn: day('2026-01-01'), dueOn: day('2026-04-01'), stoppedOn: null };

  test('counts calendar days, over the start of summer time too', () => {
    expect(readClock(clock, day('2026-03-28'))).toEqual({ state: 'running', daysLeft: 4, isOverdue: false });
    expect(readClock(clock, day('2026-03-30')).daysLeft).toBe(2);
  });

  test('is not overdue on its last day, and is the day after', () => {
    expect(readClock(clock, day('2026-04-01'))).toEqual({ state: 'running', daysLeft: 0, isOverdue: false });
    expect(readClock(clock, day('2026-04-02'))).toEqual({ state: 'running', daysLeft: -1, isOverdue: true });
  });

  test('that was stopped stays as it was that day', () => {
    const stopped = { ...clock, stoppedOn: day('2026-03-20') };
    expect(readClock(stopped, day('2027-01-01'))).toEqual({ state: 'met', daysLeft: 12, isOverdue: false });
    expect(readClock({ ...clock, stoppedOn: day('2026-04-03') }, day('2027-01-01')).isOverdue).toBe(true);
  });

  test('turns at midnight in Brussels, not in UTC', () => {
    const lateEvening = instantOf(Temporal.PlainDateTime.from('2026-04-01T23:30'));
    const afterMidnight = instantOf(Temporal.PlainDateTime.from('2026-04-02T00:30'));
    expect(readClock(clock, dayOf(lateEvening)).isOverdue).toBe(false);
    expect(readClock(clock, dayOf(afterMidnight)).isOverdue).toBe(true);
  });

  test('asks for attention three weeks ahead', () => {
    expect(soonUntil(day('2026-03-11'), 'P3W').toString()).toBe('2026-04-01');
  });
});

describe('the term that counts', () => {
  const terms = [
    { id: 'b', validFrom: day('2026-06-01') },
    { id: 'a', validFrom: day('2016-06-01') },
  ];

  test.each([
    ['the day before a new one', '2026-05-31', 'a'],
    ['the first day of a new one', '2026-06-01', 'b'],
    ['long after', '2030-01-01', 'b'],
    ['before there was any', '2010-01-01', 'a'],
  ])('is the one valid on the day of arrival: %s', (_, arrival, id) => {
    expect(termOn(terms, day(arrival))?.id).toBe(id);
  });

  test('does not change for who arrived earlier, whatever is set from a later day on', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 4000 }), (arrival, later) => {
        const set = [...terms, { id: 'c', validFrom: arrival.add({ days: later }) }];
        const before = termOn(terms, arrival)!;
        return termOn(set, arrival)!.id === before.id || Temporal.PlainDate.compare(before.validFrom, arrival) > 0;
      }),
    );
  });
});
