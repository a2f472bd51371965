import { languageName } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';

/** The figures that are made of the authority's own work. */
export const figureCodes = ['welcomed', 'talks', 'questions', 'referrals'] as const;
export type FigureCode = (typeof figureCodes)[number];
/** The questions once more, by the employer of who recorded them: released along with them. */
export type ReleasedFigure = FigureCode | 'employers';

/** Stands for a value that was not recorded. */
export const UNKNOWN = 'unknown';

/**
 * How a figure is broken down besides by time: by a grouping and by a category. `crossed`: both at once as well;
 * where not, only each of the two beside the sum of the other.
 */
export interface FigureShape {
  code: FigureCode;
  grouping: 'municipality' | 'outcome';
  category: 'timeliness' | 'language' | 'theme' | 'days';
  crossed: boolean;
}

export const figureShapes: Record<FigureCode, FigureShape> = {
  /** By the month in which the term ended: then it is settled whether the talk came in time. */
  welcomed: { code: 'welcomed', grouping: 'municipality', category: 'timeliness', crossed: true },
  /** By the month of the talk. */
  talks: { code: 'talks', grouping: 'municipality', category: 'language', crossed: true },
  /** By the month in which the question was asked. */
  questions: { code: 'questions', grouping: 'municipality', category: 'theme', crossed: true },
  /** By the month of the answer, or of the thirtieth day without one. */
  referrals: { code: 'referrals', grouping: 'outcome', category: 'days', crossed: false },
};

export const timelinesses = ['in-time', 'not-in-time'] as const;
export const outcomes = ['taken-on', 'declined', 'stalled', 'withdrawn', 'no-answer'] as const;
export const dayClasses = ['0-2', '3-7', '8-14', '15-30', 'none'] as const;
/** A referral without an answer after so many days counts as not answered. */
export const answerDays = 30;

export const themes = [
  'housing',
  'work',
  'dutch',
  'civic-integration',
  'school-childcare',
  'leisure',
  'health-wellbeing',
  'money-administration',
  'waste-environment',
  'residence',
  'other',
] as const;

function isOneOf<T extends string>(list: readonly T[], code: string): code is T {
  return (list as readonly string[]).includes(code);
}

/** The name of a category, or of an outcome; a code that is not known stands for itself. */
export function categoryLabel(locale: Locale, kind: FigureShape['category'] | 'outcome', code: string): string {
  if (code === UNKNOWN) return text(locale, 'category.unknown');
  if (kind === 'language') return languageName(locale, code);
  if (kind === 'theme') return isOneOf(themes, code) ? text(locale, `theme.${code}`) : code;
  if (kind === 'timeliness') return isOneOf(timelinesses, code) ? text(locale, `timeliness.${code}`) : code;
  if (kind === 'days') return isOneOf(dayClasses, code) ? text(locale, `days.${code}`) : code;
  return isOneOf(outcomes, code) ? text(locale, `outcome.${code}`) : code;
}
