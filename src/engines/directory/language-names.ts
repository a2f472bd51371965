import { languageName } from '../../kernel/i18n/format.ts';
import { locales } from '../../kernel/i18n/locale.ts';
import { spokenLanguages } from '../../kernel/i18n/spoken-languages.ts';

/** What people write that Intl does not call so. */
const alsoCalled: Record<string, string[]> = {
  prs: ['dari', 'afghaans'],
  fa: ['farsi'],
  kmr: ['koerdisch', 'kurdish', 'kurmanci', 'kurmanji'],
  ckb: ['sorani'],
  ti: ['tigrinya', 'tigrinja', 'eritrees'],
  ps: ['pashto', 'pasjtoe', 'pashtu'],
  ar: ['arabish'],
  rif: ['berbers', 'tamazight', 'riffijns'],
  zh: ['mandarijn', 'chinese'],
  nl: ['vlaams', 'flemish'],
  vgt: ['gebarentaal', 'sign language'],
  rom: ['romani'],
  tl: ['tagalog'],
  sw: ['swahili'],
};

let byName: Map<string, string> | undefined;

/** From every name that a language has here (in Dutch, English, French, Arabic, Ukrainian) to its BCP 47 code; names in lower case. */
export function languagesByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    spokenLanguages.flatMap((code) => [...locales.map((locale) => languageName(locale, code)), languageName(code, code), ...(alsoCalled[code] ?? [])].map((name) => [name.toLowerCase(), code] as const)),
  );
  return byName;
}

/** Reads 'Nederlands, Arabisch'; undefined when a name is no language's. */
export function readLanguages(typed: string): string[] | undefined {
  const codes = typed.split(/[,;/]|\s+en\s+|\s+and\s+/).map((name) => name.trim().toLowerCase()).filter(Boolean).map((name) => languagesByName().get(name));
  return codes.every((code) => code !== undefined) ? [...new Set(codes as string[])] : undefined;
}
