import { z } from 'zod';
import { instantOf } from '../../../kernel/clock/clock.ts';
import { field } from '../../../kernel/http/fields.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { isLanguageCode, lifeDomains, themes, themesOf, type LifeDomain, type Theme } from '../../directory/index.ts';
import { channels, handlings, type Channel, type Handling } from '../question.ts';

/** Newest or oldest first, or by a code and within it the newest first. */
export const sorts = ['newest', 'oldest', 'theme', 'municipality'] as const;
export type Sort = (typeof sorts)[number];

const code = (isCode: (written: string) => boolean) => field.optionalText(20).pipe(z.string().refine(isCode, 'not-known').optional());
const idFilter = () => field.optionalId();
export const nisCode = () => code((written) => /^\d{5}$/.test(written));
export const languageCode = () => code(isLanguageCode);

/** The filters of the list as they stand in its address; the same for the page, the API and the export. */
export const filterShape = {
  q: field.optionalText(100),
  theme: field.optionalChoice(themes),
  domain: field.optionalChoice(lifeDomains),
  channel: field.optionalChoice(channels),
  language: languageCode(),
  municipality: nisCode(),
  from: field.optionalDay(),
  to: field.optionalDay(),
  handling: field.optionalChoice([...handlings, 'none']),
  state: field.optionalChoice(['open', 'closed']),
  asker: field.optionalChoice(['named', 'coded', 'anonymous']),
  subTheme: idFilter(),
  employer: idFilter(),
  visit: field.flag(),
  mine: field.flag(),
};

export interface QuestionFilter {
  /** Words of the note. */
  q?: string;
  theme?: Theme;
  domain?: LifeDomain;
  channel?: Channel;
  language?: string;
  /** NIS code. */
  municipality?: string;
  /** First and last civil day on which it was asked. */
  from?: Temporal.PlainDate;
  to?: Temporal.PlainDate;
  handling?: Handling | 'none';
  state?: 'open' | 'closed';
  /** By name, by a code, or nobody in particular. */
  asker?: 'named' | 'coded' | 'anonymous';
  /** Id of a sub-theme. */
  subTheme?: string;
  /** Id of the organisation for which the recorder worked. */
  employer?: string;
  /** Only those with a way that was gone along. */
  visit?: boolean;
  /** Only those that the reader recorded. */
  mine?: boolean;
}

/** The themes that a filter leaves; undefined for all. */
export function filteredThemes({ theme, domain }: QuestionFilter): Theme[] | undefined {
  if (theme && domain) return themesOf(domain).filter((one) => one === theme);
  if (theme) return [theme];
  return domain && themesOf(domain);
}

/** The moments between which the period lies, the second one excluded. */
export function filteredMoments({ from, to }: QuestionFilter): { start?: Temporal.Instant; end?: Temporal.Instant } {
  return {
    ...(from ? { start: instantOf(from.toPlainDateTime()) } : {}),
    ...(to ? { end: instantOf(to.add({ days: 1 }).toPlainDateTime()) } : {}),
  };
}

/** True when the counts per month can say how many there are: whole months, by theme and municipality alone. */
export function isCountedByMonth({ q, channel, language, from, to, handling, state, asker, mine, subTheme, employer, visit }: QuestionFilter): boolean {
  const isWhole = (from === undefined || from.day === 1) && (to === undefined || to.day === to.daysInMonth);
  return isWhole && !(q || channel || language || handling || state || asker || mine || subTheme || employer || visit);
}
