import { isLocale, type Locale } from '../../../kernel/i18n/locale.ts';

/** Spoken Arabic has its own codes; who speaks one reads the standard language. */
const readsArabic = new Set(['acm', 'apc', 'aeb', 'ary', 'arz', 'ajp', 'arq', 'ayl']);

/** The language beside the Dutch in which a person reads our texts; undefined for Dutch alone. */
export function readingLanguage(code: string | null): Locale | undefined {
  const base = code?.split('-')[0] ?? '';
  const locale = readsArabic.has(base) ? 'ar' : isLocale(base) ? base : undefined;
  return locale === 'nl' ? undefined : locale;
}
