import { languageName } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';

/** Offered when a language is chosen; the register takes any BCP 47 code. */
export const languages = [
  'nl', 'fr', 'en', 'de', 'ar', 'uk', 'ru', 'tr', 'fa', 'prs', 'ps', 'kmr', 'ckb', 'so', 'ti', 'am', 'om', 'rif', 'es', 'pt', 'it', 'pl', 'ro', 'bg', 'sq', 'sr', 'bs', 'sk', 'hu',
  'el', 'hy', 'ka', 'az', 'uz', 'ce', 'ur', 'pa', 'bn', 'ne', 'hi', 'ta', 'th', 'vi', 'zh', 'mn', 'bo', 'id', 'tl', 'sw', 'ln', 'rw', 'rn', 'wo', 'ff', 'ha', 'yo', 'ig', 'rom', 'vgt',
] as const;

export interface LanguageOption {
  value: string;
  label: string;
}

/** The languages in which most is asked here first, then all by name. */
export function languageOptions(locale: Locale, usual: readonly string[]): { usual: LanguageOption[]; all: LanguageOption[] } {
  const named = (code: string) => ({ value: code, label: languageName(locale, code) });
  const rest = languages.filter((code) => !usual.includes(code)).map(named);
  return { usual: usual.map(named), all: rest.sort((a, b) => a.label.localeCompare(b.label, locale)) };
}
