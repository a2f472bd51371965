import { isLocale, type Locale } from '../../kernel/i18n/locale.ts';

/** Spoken Arabic has its own codes; who speaks one reads the standard language. */
const readsArabic = new Set(['acm', 'apc', 'aeb', 'ary', 'arz', 'ajp', 'arq', 'ayl']);

/** The language of our texts that a speaker of this one reads; undefined when we have no translation. */
export function newcomerLocale(code: string): Locale | undefined {
  const base = code.split('-')[0]!;
  if (readsArabic.has(base)) return 'ar';
  return isLocale(base) ? base : undefined;
}

/** The first of a household's contact languages in which we have texts. */
export function bestLocale(languages: readonly string[]): Locale | undefined {
  return languages.map(newcomerLocale).find((locale) => locale !== undefined);
}
