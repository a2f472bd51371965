import { languageName } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';

/** Languages that services here work in most; a service can have any other by its BCP 47 code. */
export const languages = ['nl', 'fr', 'en', 'de', 'ar', 'uk', 'ru', 'tr', 'fa', 'prs', 'ps', 'kmr', 'ckb', 'so', 'ti', 'am', 'rif', 'es', 'pt', 'it', 'pl', 'ro', 'bg', 'sq', 'sr', 'sk', 'hy', 'ka', 'ur', 'bn', 'ne', 'zh', 'vi', 'sw', 'ln', 'rom', 'vgt'] as const;

/** By name, with the codes that are already chosen among them. */
export function languageOptions(locale: Locale, chosen: readonly string[] = []): { value: string; label: string }[] {
  const codes = [...new Set<string>([...languages, ...chosen])];
  const options = codes.map((value) => ({ value, label: languageName(locale, value) }));
  return options.sort((a, b) => a.label.localeCompare(b.label, locale));
}
