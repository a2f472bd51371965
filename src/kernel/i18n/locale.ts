/** Languages that the interface or a page for newcomers can be in. Staff work in Dutch or English. */
export const locales = ['nl', 'en', 'fr', 'ar', 'uk'] as const;
export type Locale = (typeof locales)[number];

export const staffLocales = ['nl', 'en'] as const satisfies readonly Locale[];
export type StaffLocale = (typeof staffLocales)[number];

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}

/** The tag given to Intl: Latin digits and the Gregorian calendar everywhere, so that a date in a letter reads like the Dutch one beside it. */
export function intlTag(locale: string): string {
  const base = locale === 'nl' ? 'nl-BE' : locale === 'fr' ? 'fr-BE' : locale === 'en' ? 'en-GB' : locale;
  return `${base}-u-ca-gregory-nu-latn`;
}

const rightToLeft = new Set(['ar', 'fa', 'prs', 'ps', 'ur', 'he', 'ckb', 'ug', 'yi', 'sd', 'dv', 'acm', 'apc', 'aeb', 'ary']);

export function direction(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0]!) ? 'rtl' : 'ltr';
}

const rules = new Map<string, Intl.PluralRules>();
export function pluralRules(locale: string): Intl.PluralRules {
  let found = rules.get(locale);
  if (!found) rules.set(locale, (found = new Intl.PluralRules(intlTag(locale))));
  return found;
}
