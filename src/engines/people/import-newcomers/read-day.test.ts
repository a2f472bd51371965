import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { parseArrivalDay, parsePartialDate } from './read-day.ts';

const today = Temporal.PlainDate.from('2026-03-10');
const born = (text: string) => parsePartialDate(text, today);

describe('a day of birth', () => {
  for (const text of ['03/02/1988', '3-2-88', '3.2.1988', '03 02 1988', '1988-02-03', '1988/2/3', '19880203', '03021988', '32176', '1988-02-03T00:00:00', '03/02/1988 00:00', '3 februari 1988', '3 feb 1988', '3 février 1988', '3rd February 1988', '٠٣/٠٢/١٩٨٨'])
    it(`is understood as 3 February 1988 when it is written ${text}`, () => {
      expect(born(text)).toMatchObject({ value: { year: 1988, month: 2, day: 3 } });
    });

  for (const [text, value] of [
    ['1988', { year: 1988, month: null, day: null }],
    ['00/00/1988', { year: 1988, month: null, day: null }],
    ['19880000', { year: 1988, month: null, day: null }],
    ['xx/xx/1988', { year: 1988, month: null, day: null }],
    ['00/02/1988', { year: 1988, month: 2, day: null }],
    ['02/1988', { year: 1988, month: 2, day: null }],
    ['1988-02', { year: 1988, month: 2, day: null }],
    ['februari 1988', { year: 1988, month: 2, day: null }],
    ['03/02/0000', { year: null, month: 2, day: 3 }],
    ['00/00/0000', { year: null, month: null, day: null }],
  ] as const)
    it(`keeps what is unknown unknown: ${text}`, () => {
      expect(born(text)).toEqual({ value, notes: [] });
    });

  it('of 1 January may be a placeholder, and is kept', () => {
    expect(born('01/01/1985')).toEqual({ value: { year: 1985, month: 1, day: 1 }, notes: ['possibly-placeholder'] });
  });

  it('with a year of two digits is the last such year that is not to come', () => {
    expect(born('3-2-26')).toEqual({ value: { year: 2026, month: 2, day: 3 }, notes: ['two-digit-year'] });
    expect(born('3-2-27')).toEqual({ value: { year: 1927, month: 2, day: 3 }, notes: ['two-digit-year'] });
  });

  for (const [text, refusal] of [
    ['31/02/1988', { problem: 'day-does-not-exist', hint: { year: 1988, month: 2, days: 29 } }],
    ['29-02-1987', { problem: 'day-does-not-exist', hint: { year: 1987, month: 2, days: 28 } }],
    ['31/04/0000', { problem: 'day-does-not-exist', hint: { month: 4, days: 30 } }],
    ['02/13/1988', { problem: 'month-does-not-exist', hint: { month: 13, meant: '13/2/1988' } }],
    ['15/00/1988', { problem: 'day-without-month', hint: {} }],
    ['11/03/2026', { problem: 'in-the-future', hint: {} }],
    ['01/01/1890', { problem: 'too-long-ago', hint: { year: 1890 } }],
    ['14/11/1366', { problem: 'other-calendar', hint: { year: 1366 } }],
    ['begin jaren tachtig', { problem: 'not-a-date', hint: {} }],
    ['=A1', { problem: 'not-a-date', hint: {} }],
  ] as const)
    it(`is refused with its reason: ${text}`, () => {
      expect(born(text)).toEqual(refusal);
    });

  it('reads back every real day however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('-', '/', '.'), (days, sign) => {
        const day = today.subtract({ days });
        const [y, m, d] = [String(day.year), String(day.month).padStart(2, '0'), String(day.day).padStart(2, '0')];
        const expected = { value: { year: day.year, month: day.month, day: day.day } };
        for (const text of [[d, m, y].join(sign), [y, m, d].join(sign), y + m + d]) expect(born(text)).toMatchObject(expected);
      }),
    );
  });

  it('never throws, whatever was typed', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.-]{1,12}$/)), (text) => 'value' in born(text) || 'problem' in born(text)));
  });
});

describe('a day of arrival', () => {
  const arrived = (text: string) => parseArrivalDay(text, today);
  it('is a whole day, at the latest today', () => {
    expect(arrived('10/03/2026')).toEqual({ value: today });
    expect(arrived('11/03/2026')).toEqual({ problem: 'in-the-future', hint: {} });
    expect(arrived('03/2026')).toEqual({ problem: 'incomplete-date', hint: {} });
    expect(arrived('31/12/1899')).toEqual({ problem: 'too-long-ago', hint: { year: 1899 } });
    expect(arrived('31/02/2026')).toEqual({ problem: 'day-does-not-exist', hint: { year: 2026, month: 2, days: 28 } });
  });
});
