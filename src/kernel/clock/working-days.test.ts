import { describe, expect, it } from 'vitest';
import { Temporal } from '../time/temporal.ts';
import { addWorkingDays, easterSunday, isHoliday } from './working-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('working days', () => {
  it('knows the Easters of eight years', () => {
    const known = ['2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28'];
    expect(known.map((each) => easterSunday(Number(each.slice(0, 4))).toString())).toEqual(known);
  });
  it('knows the ten legal holidays of 2026', () => {
    const all = Array.from({ length: 365 }, (_, index) => day('2026-01-01').add({ days: index })).filter(isHoliday);
    expect(all.map(String)).toEqual(['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-07-21', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25']);
  });
  it('passes over a weekend', () => {
    expect(addWorkingDays(day('2026-03-05'), 5).toString()).toBe('2026-03-12');
  });
  it('passes over Easter Monday and the weekend before it', () => {
    expect(addWorkingDays(day('2026-04-02'), 2).toString()).toBe('2026-04-07');
  });
  it('begins to count on Monday what came in on Saturday', () => {
    expect(addWorkingDays(day('2026-03-07'), 1).toString()).toBe('2026-03-09');
  });
});
