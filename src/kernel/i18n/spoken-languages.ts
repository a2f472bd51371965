import { languageName } from './format.ts';
import type { Locale } from './locale.ts';

/** Languages that newcomers here speak most; a language can be any BCP 47 code, these are what a list offers. */
export const spokenLanguages = [
  'nl', 'fr', 'en', 'de', 'ar', 'uk', 'ru', 'tr', 'fa', 'prs', 'ps', 'kmr', 'ckb', 'so', 'ti', 'am', 'om', 'rif', 'es', 'pt', 'it', 'pl', 'ro', 'bg', 'sq', 'sr', 'bs', 'sk', 'hu',
  'el', 'hy', 'ka', 'az', 'uz', 'ce', 'ur', 'pa', 'bn', 'ne', 'hi', 'ta', 'th', 'vi', 'zh', 'mn', 'bo', 'id', 'tl', 'sw', 'ln', 'rw', 'rn', 'wo', 'ff', 'ha', 'yo', 'ig', 'rom', 'vgt',
] as const;

/** Options of a list of languages, by name in the reader's language; codes in use that we do not offer stand among them. */
export function spokenLanguageOptions(locale: Locale, inUse: readonly string[] = []): { value: string; label: string }[] {
  const codes = [...new Set<string>([...spokenLanguages, ...inUse])];
  return codes.map((value) => ({ value, label: languageName(locale, value) })).sort((one, other) => one.label.localeCompare(other.label, locale));
}
