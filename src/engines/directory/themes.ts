import type { IconName } from '../../kernel/html/icons/icons.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';

/** The parts of a life in which a question can lie: the upper level of the taxonomy. */
export const lifeDomains = ['living', 'working', 'learning', 'health', 'belonging', 'rights', 'money', 'other'] as const;
export type LifeDomain = (typeof lifeDomains)[number];

/**
 * What a question is about and what a service serves: the lower level. The first nine are the themes of the welcome talk,
 * in its order. Codes are kept for good, since figures of years rest on them; their labels are messages.
 */
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
export type Theme = (typeof themes)[number];

const facts: Record<Theme, { lifeDomain: LifeDomain; icon: IconName }> = {
  housing: { lifeDomain: 'living', icon: 'house' },
  work: { lifeDomain: 'working', icon: 'briefcase' },
  dutch: { lifeDomain: 'learning', icon: 'languages' },
  'civic-integration': { lifeDomain: 'belonging', icon: 'handshake' },
  'school-childcare': { lifeDomain: 'learning', icon: 'school' },
  leisure: { lifeDomain: 'belonging', icon: 'bike' },
  'health-wellbeing': { lifeDomain: 'health', icon: 'heart-pulse' },
  'money-administration': { lifeDomain: 'money', icon: 'wallet' },
  'waste-environment': { lifeDomain: 'living', icon: 'recycle' },
  residence: { lifeDomain: 'rights', icon: 'file-text' },
  other: { lifeDomain: 'other', icon: 'ellipsis' },
};

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
