import type { IconName } from '../../../kernel/html/icons/icons.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

/** Life domains and the themes in them, with dates of validity (ISO 8601 days) and what became of themes that went. */
export interface Taxonomy {
  version: string;
  /** First day on which this version is used. */
  from: string;
  /** Where the list comes from. */
  source: string;
  lifeDomains: readonly string[];
  themes: readonly BaseTheme[];
  changes: readonly ThemeChange[];
}

export interface BaseTheme {
  code: string;
  lifeDomain: string;
  icon: IconName;
  from: string;
  /** The first day on which it is no longer chosen; null while it is. */
  until: string | null;
}

/**
 * From a day on, what was recorded under `theme` counts under `becomes`, in the figures of earlier years too. Of a theme that
 * was split `becomes` is the part that carries on the series: what lies in the past cannot be divided any more.
 */
export interface ThemeChange {
  theme: string;
  becomes: string;
  kind: ChangeKind;
  from: string;
}

export type ChangeKind = 'renamed' | 'merged' | 'split';

/** A theme of the authority's own, under one of the shared list. */
export interface SubTheme {
  id: string;
  label: string;
  /** Code of the theme under which it counts on the day that was asked for. */
  theme: string;
  /** The first day on which it is no longer chosen; null while it is. */
  endedOn: Temporal.PlainDate | null;
  /** It will count under another theme from a day on. */
  moves: { theme: string; from: Temporal.PlainDate } | null;
}

/** As what something counts: all of a theme of the shared list that went, or a sub-theme, wherever it stood when it was recorded. */
export interface RollUp {
  /** The theme that went, or the one under which the sub-theme stood before. */
  theme: string | null;
  /** Null for all of a theme. */
  subThemeId: string | null;
  countsAs: string;
  lifeDomain: string;
  /** A sub-theme that never moved is 'placed'. */
  kind: ChangeKind | 'moved' | 'placed';
  /** The day from which it counts so. */
  from: Temporal.PlainDate;
}

/** The themes that can be chosen on a day, in their order. */
export function themesOn<T extends Taxonomy>(taxonomy: T, day: Temporal.PlainDate): T['themes'][number][] {
  return taxonomy.themes.filter(({ from, until }) => reaches(from, day) && !(until && reaches(until, day)));
}

/** As what a theme counts on a day, however many changes lie between. */
export function countsAs(taxonomy: Taxonomy, theme: string, day: Temporal.PlainDate): string {
  return lastChange(taxonomy, theme, day)?.becomes ?? theme;
}

/** The themes of the shared list that count as another on a day. */
export function baseRollUps(taxonomy: Taxonomy, day: Temporal.PlainDate): RollUp[] {
  return taxonomy.themes.flatMap(({ code }) => {
    const change = lastChange(taxonomy, code, day);
    return change ? [rollUp(taxonomy, { theme: code, subThemeId: null, countsAs: change.becomes, kind: change.kind, from: Temporal.PlainDate.from(change.from) })] : [];
  });
}

/** With the life domain of the theme under which it counts. */
export function rollUp(taxonomy: Taxonomy, counted: Omit<RollUp, 'lifeDomain'>): RollUp {
  const lifeDomain = taxonomy.themes.find(({ code }) => code === counted.countsAs)?.lifeDomain ?? 'other';
  return { ...counted, lifeDomain };
}

/** The change that a theme ends in; of a chain, the last. A circle is a fault in the list, and stops at its second round. */
function lastChange(taxonomy: Taxonomy, theme: string, day: Temporal.PlainDate, passed: readonly string[] = []): ThemeChange | undefined {
  const change = taxonomy.changes.find((one) => one.theme === theme && reaches(one.from, day));
  if (!change || passed.includes(theme)) return undefined;
  return lastChange(taxonomy, change.becomes, day, [...passed, theme]) ?? change;
}

const reaches = (from: string, day: Temporal.PlainDate) => Temporal.PlainDate.compare(from, day) <= 0;
