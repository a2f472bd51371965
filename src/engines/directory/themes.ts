import { dayOf } from '../../kernel/clock/clock.ts';
import type { Read } from '../../kernel/db/types.ts';
import type { IconName } from '../../kernel/html/icons/icons.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { text } from './messages.ts';
import { baseTaxonomy } from './taxonomy/base-taxonomy.ts';
import { findSubThemes } from './taxonomy/sub-theme.store.ts';
import { countsAs, themesOn, type SubTheme } from './taxonomy/taxonomy.ts';

/** The parts of a life in which a question can lie: the upper level of the taxonomy. */
export type LifeDomain = (typeof baseTaxonomy.lifeDomains)[number];
/**
 * What a question is about and what a service serves: the lower level of the shared list. The first nine are the themes of
 * the welcome talk, in its order. Their labels are messages.
 */
export type Theme = (typeof baseTaxonomy.themes)[number]['code'];

export const lifeDomains = baseTaxonomy.lifeDomains;


/** Every theme that there is or was, so that what was recorded keeps its name. What can be chosen now: `currentThemes`. */
export const themes = baseTaxonomy.themes.map(({ code }) => code) as [Theme, ...Theme[]];

const facts = Object.fromEntries(baseTaxonomy.themes.map(({ code, lifeDomain, icon }) => [code, { lifeDomain, icon }])) as Record<Theme, { lifeDomain: LifeDomain; icon: IconName }>;

/** The themes of the shared list that can be chosen on a day. */
export function currentThemes(day: Temporal.PlainDate): Theme[] {
  return themesOn(baseTaxonomy, day).map(({ code }) => code);
}

/** As what a theme counts on a day: itself, or what became of it. */
export function countsAsOn(theme: Theme, day: Temporal.PlainDate): Theme {
  return countsAs(baseTaxonomy, theme, day) as Theme;
}

/** A theme that can be chosen now, with the authority's own under it. */
export interface ThemeWithSubThemes {
  code: Theme;
  lifeDomain: LifeDomain;
  icon: IconName;
  subThemes: SubTheme[];
}

/** All that can be chosen today: the shared list in its order, each theme with the authority's own under it. One query. */
export async function findThemes(read: Read): Promise<ThemeWithSubThemes[]> {
  const own = await findSubThemes(read);
  return currentThemes(dayOf(read.now)).map((code) => ({ code, ...facts[code], subThemes: own.filter(({ theme }) => theme === code) }));
}

/** The authority's own themes under one of the shared list, by label, that can be chosen today. */
export async function subThemesOf(read: Read, theme: Theme): Promise<SubTheme[]> {
  return (await findSubThemes(read)).filter((one) => one.theme === theme);
}

export function isTheme(value: unknown): value is Theme {
  return themes.includes(value as Theme);
}

export function lifeDomainOf(theme: Theme): LifeDomain {
  return facts[theme].lifeDomain;
}

export function themesOf(lifeDomain: LifeDomain): Theme[] {
  return themes.filter((theme) => facts[theme].lifeDomain === lifeDomain);
}

export function themeIcon(theme: Theme): IconName {
  return facts[theme].icon;
}

/** "Wonen"; an unknown code stands for itself. */
export function themeLabel(locale: Locale, code: string): string {
  return isTheme(code) ? text(locale, `theme.${code}`) : code;
}

export function lifeDomainLabel(locale: Locale, code: string): string {
  return lifeDomains.includes(code as LifeDomain) ? text(locale, `life-domain.${code as LifeDomain}`) : code;
}
