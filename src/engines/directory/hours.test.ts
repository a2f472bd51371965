import { describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time/temporal.ts';
import { hoursOn, openingAt, readSpans, weekFrom, writeSpans, type Hours } from './hours.ts';

const weekdays: Hours = {
  weekly: [1, 2, 3, 4, 5].flatMap((day) => [{ day, from: '09:00', until: '12:00' }, { day, from: '13:30', until: '17:00' }]),
  holidays: 'closed',
  exceptions: [{ from: '2026-07-20', until: '2026-07-31', spans: [{ from: '09:00', until: '12:00' }], why: 'Zomeruren' }],
};
const at = (moment: string) => openingAt(weekdays, Temporal.PlainDateTime.from(moment));
const on = (day: string) => hoursOn(weekdays, Temporal.PlainDate.from(day));

describe('opening hours', () => {
  it('are read as people write them, and refused when they cannot be', () => {
    expect(writeSpans(readSpans('9-12, 13.30-17u')!)).toBe('09:00-12:00, 13:30-17:00');
    expect(writeSpans(readSpans('9u tot 12u30 en 14:00 – 24:00')!)).toBe('09:00-12:30, 14:00-24:00');
    expect(readSpans('')).toEqual([]);
    for (const wrong of ['12-9', '9', '9-25', '9-12, 11-13', 'op afspraak', '9:75-10']) expect(readSpans(wrong), wrong).toBeUndefined();
  });

  it('say whether it is open and until when, or when it opens next', () => {
    expect(at('2026-03-03T09:00')).toEqual({ isOpen: true, until: '12:00' });
    expect(at('2026-03-03T12:00')).toMatchObject({ isOpen: false, opens: { at: '13:30' } });
    const friday = at('2026-03-06T17:00');
    expect(!friday.isOpen && friday.opens?.day.toString()).toBe('2026-03-09');
  });

  it('are closed on a public holiday, unless they say otherwise', () => {
    expect(on('2026-04-06')).toMatchObject({ spans: [], why: 'holiday' });
    expect(hoursOn({ ...weekdays, holidays: 'as-usual' }, Temporal.PlainDate.from('2026-04-06')).spans).toHaveLength(2);
  });

  it('follow an exception on its days, its first and last included, before a holiday', () => {
    for (const day of ['2026-07-20', '2026-07-21', '2026-07-31']) expect(on(day)).toMatchObject({ spans: [{ from: '09:00' }], why: 'exception', words: 'Zomeruren' });
    expect(on('2026-08-03').spans).toHaveLength(2);
  });

  it('are shown for seven days from today on, over a clock change too', () => {
    const week = weekFrom(weekdays, Temporal.PlainDate.from('2026-03-27'));
    expect(week.map(({ day }) => day.toString())).toEqual(['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02']);
    expect(week.map(({ spans }) => spans.length)).toEqual([2, 0, 0, 2, 2, 2, 2]);
  });
});
