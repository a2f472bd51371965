import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Temporal } from '../time/temporal.ts';
import { civilZone, dayOf, instantOf } from './clock.ts';

it('the civil day of any moment of this age is the one that the calendar of Brussels says', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) }), (ms) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      expect(dayOf(instant).toString()).toBe(instant.toZonedDateTimeISO(civilZone).toPlainDate().toString());
    }),
    { numRuns: 2000 },
  );
});

it('the civil day turns at midnight in Brussels, in summer and in winter and on both days of change', () => {
  const turns: [before: string, after: string][] = [
    ['2026-07-14T21:59:59.999Z', '2026-07-14T22:00:00Z'],
    ['2026-01-14T22:59:59.999Z', '2026-01-14T23:00:00Z'],
    ['2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'],
    ['2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
  ];
  for (const [before, after] of turns) {
    const [last, first] = [dayOf(Temporal.Instant.from(before)), dayOf(Temporal.Instant.from(after))];
    expect(last.add({ days: 1 }).toString()).toBe(first.toString());
  }
  expect(dayOf(instantOf(Temporal.PlainDateTime.from('2026-03-29T02:30'))).toString()).toBe('2026-03-29');
});
