import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { daysOf, readRule, writeRule, type Rule } from './rule.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const days = (rule: Rule, first: string, last: string, overHolidays = true) => daysOf(rule, day(first), day(last), { overHolidays }).map(String);

describe('what comes back', () => {
  it('comes every week on its days, from the first to the last, both included', () => {
    expect(days({ frequency: 'weekly', every: 1, days: [1, 4] }, '2026-03-05', '2026-03-16')).toEqual(['2026-03-05', '2026-03-09', '2026-03-12', '2026-03-16']);
  });

  it('comes every other week, counted from the week of the first day, over the year’s end too', () => {
    expect(days({ frequency: 'weekly', every: 2, days: [2] }, '2026-12-15', '2027-01-31')).toEqual(['2026-12-15', '2026-12-29', '2027-01-12', '2027-01-26']);
  });

  it('comes on the first and on the last such day of the month', () => {
    expect(days({ frequency: 'monthly', every: 1, day: 3, nth: 1 }, '2026-03-01', '2026-05-31')).toEqual(['2026-03-04', '2026-04-01', '2026-05-06']);
    expect(days({ frequency: 'monthly', every: 2, day: 5, nth: -1 }, '2026-01-31', '2026-06-30')).toEqual(['2026-03-27', '2026-05-29']);
  });

  it('skips legal holidays, or does not', () => {
    expect(days({ frequency: 'weekly', every: 1, days: [1] }, '2026-03-30', '2026-04-13', false)).toEqual(['2026-03-30', '2026-04-13']);
    expect(days({ frequency: 'weekly', every: 1, days: [1] }, '2026-03-30', '2026-04-13')).toHaveLength(3);
  });

  it('is written in the words of RFC 5545, and read back as it was', () => {
    expect(writeRule({ frequency: 'weekly', every: 2, days: [4, 1] })).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH');
    expect(writeRule({ frequency: 'monthly', every: 1, day: 3, nth: -1 })).toBe('FREQ=MONTHLY;BYDAY=-1WE');
    const rule = fc.oneof(
      fc.record({ frequency: fc.constant('weekly' as const), every: fc.integer({ min: 1, max: 12 }), days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((all) => all.toSorted()) }),
      fc.record({ frequency: fc.constant('monthly' as const), every: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 7 }), nth: fc.constantFrom(1, 2, 3, 4, -1) }),
    );
    fc.assert(fc.property(rule, (one) => void expect(readRule(writeRule(one))).toEqual(one)));
    expect(() => readRule('FREQ=DAILY')).toThrow('no rule that is known');
  });

  it('is always a day that the rule names, within its first and last', () => {
    const first = fc.integer({ min: 0, max: 2000 }).map((add) => day('2025-01-01').add({ days: add }));
    fc.assert(
      fc.property(first, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 }), fc.constantFrom(1, 2, 3, 4, -1), (from, every, weekday, nth) => {
        const until = from.add({ months: 9 });
        for (const found of daysOf({ frequency: 'monthly', every, day: weekday, nth }, from, until, { overHolidays: true })) {
          expect(found.dayOfWeek).toBe(weekday);
          expect(nth > 0 ? Math.ceil(found.day / 7) : found.day > found.daysInMonth - 7).toBe(nth > 0 ? nth : true);
          expect(Temporal.PlainDate.compare(from, found) <= 0 && Temporal.PlainDate.compare(found, until) <= 0).toBe(true);
        }
      }),
    );
  });
});
