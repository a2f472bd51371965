import type { ApplicationRow, DecisionRow } from './statistic.ts';

export interface ApplicationsOfYear {
  year: number;
  /** First applications: type N at first instance, in persons. Null when the year does not split them off. */
  first: number | null;
  /** Repeated applications: type R at level RA, in persons. */
  repeated: number | null;
  /** Type V at first instance, in persons: first and repeated together, as UNHCR published them up to 2005. */
  notSplit: number | null;
}

/**
 * Applications per year. Types are kept apart, levels too: in 2010 UNHCR wrote type N at level RA for what are no first
 * applications, and counts in cases stand beside counts in persons. What is neither of these three is left out.
 */
export function applicationsPerYear(rows: readonly Pick<ApplicationRow, 'year' | 'type' | 'level' | 'unit' | 'applied'>[]): ApplicationsOfYear[] {
  const sumOf = (year: number, type: string, level: string) => {
    const found = rows.filter((row) => row.year === year && row.type === type && row.level === level && row.unit === 'P');
    return found.length === 0 ? null : found.reduce((sum, row) => sum + row.applied, 0);
  };
  return yearsOf(rows).map((year) => ({ year, first: sumOf(year, 'N', 'FI'), repeated: sumOf(year, 'R', 'RA'), notSplit: sumOf(year, 'V', 'FI') }));
}

export interface ProtectionOfYear {
  year: number;
  /** Refugee status or another kind of protection, in persons. */
  positive: number;
  rejected: number;
  /** Positive over positive and rejected: what was closed without a decision on the substance is left out. Null without decisions. */
  rate: number | null;
}

/** The protection rate at first instance (level FI, in persons) per year. */
export function protectionPerYear(rows: readonly Pick<DecisionRow, 'year' | 'level' | 'unit' | 'recognised' | 'other' | 'rejected'>[]): ProtectionOfYear[] {
  const taken = rows.filter((row) => row.level === 'FI' && row.unit === 'P');
  return yearsOf(taken).map((year) => {
    const ofYear = taken.filter((row) => row.year === year);
    const positive = ofYear.reduce((sum, row) => sum + row.recognised + row.other, 0);
    const rejected = ofYear.reduce((sum, row) => sum + row.rejected, 0);
    return { year, positive, rejected, rate: positive + rejected === 0 ? null : positive / (positive + rejected) };
  });
}

function yearsOf(rows: readonly { year: number }[]): number[] {
  return [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
}
