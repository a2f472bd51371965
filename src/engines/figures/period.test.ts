import { describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time/temporal.ts';
import { endOf, periodCode, periodLabel, periodOf, periodsBetween, periodShort } from './period.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('a period', () => {
  it('is the whole month, quarter or year that has a day', () => {
    expect(periodCode(periodOf('month', day('2026-12-31')))).toBe('2026-12');
    expect(periodCode(periodOf('quarter', day('2026-12-31')))).toBe('2026-Q4');
    expect(periodCode(periodOf('year', day('2026-12-31')))).toBe('2026');
    expect(String(endOf(periodOf('quarter', day('2026-12-31'))))).toBe('2027-01-01');
  });

  it('counts between two months only when all of it lies there', () => {
    const between = (unit: 'month' | 'quarter' | 'year', from: string, to: string) => periodsBetween(unit, day(from), day(to)).map(periodCode);
    expect(between('month', '2025-11-01', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(between('quarter', '2025-02-01', '2025-12-01')).toEqual(['2025-Q2', '2025-Q3', '2025-Q4']);
    expect(between('year', '2025-01-01', '2026-11-01')).toEqual(['2025']);
    expect(between('year', '2025-02-01', '2025-12-01')).toEqual([]);
  });

  it('is named as people say it', () => {
    expect(periodLabel('nl', periodOf('month', day('2026-03-01')))).toBe('maart 2026');
    expect(periodLabel('nl', periodOf('quarter', day('2026-03-01')))).toBe('1e kwartaal 2026');
    expect(periodShort('nl', periodOf('month', day('2026-03-01')))).toBe('mrt 26');
    expect(periodShort('en', periodOf('quarter', day('2026-03-01')))).toBe('Q1 26');
  });
});
