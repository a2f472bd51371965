import { countryName, formatMonth, languageName } from '../../kernel/i18n/format.ts';
import { formatDay } from '../../kernel/i18n/format.ts';
import { direction, type Locale } from '../../kernel/i18n/locale.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { text } from './messages.ts';
import type { Municipality, PartialDate } from './person.ts';

/** As much of a day of birth as is known: "3 feb 1988", "februari 1988", "1988"; undefined when nothing is. */
export function birthText(locale: Locale, birth: PartialDate | null): string | undefined {
  if (!birth) return undefined;
  const { year, month, day } = birth;
  if (year !== null && month !== null && day !== null) return formatDay(locale, Temporal.PlainDate.from({ year, month, day }));
  if (year !== null && month !== null) return formatMonth(locale, Temporal.PlainDate.from({ year, month, day: 1 }));
  if (year !== null) return String(year);
  return text(locale, 'birth.without-year', { day: day ?? '?', month: month ?? '?' });
}

/** "38 jaar"; "37 of 38 jaar" when the day is not known well enough; undefined without a year, or for a year that cannot be. */
export function ageText(locale: Locale, birth: PartialDate | null, today: Temporal.PlainDate): string | undefined {
  if (!birth || birth.year === null) return undefined;
  const { year } = birth;
  const hadBirthday = (month: number, day: number) => today.month > month || (today.month === month && today.day >= day);
  const age = (month: number, day: number) => Math.max(0, today.year - year - (hadBirthday(month, day) ? 0 : 1));
  // The day of a month in which nobody can be mistaken: the 1st for who may be older, the 31st (or the last) for who may be younger.
  const [oldest, youngest] = [age(birth.month ?? 1, birth.day ?? 1), age(birth.month ?? 12, birth.day ?? 31)];
  if (oldest === youngest) return text(locale, 'age', { count: oldest });
  return text(locale, 'age.between', { from: youngest, count: oldest });
}

/** "3 feb 1988 (38 jaar)" */
export function birthWithAge(locale: Locale, birth: PartialDate | null, today: Temporal.PlainDate): string | undefined {
  const [day, age] = [birthText(locale, birth), ageText(locale, birth, today)];
  return day && age ? `${day} (${age})` : day;
}

/** Names of languages, in the order given. */
export function languageNames(locale: Locale, codes: readonly string[]): string[] {
  return codes.map((code) => languageName(locale, code));
}

/** 'XX' is no nationality. */
export function nationalityText(locale: Locale, country: string): string {
  return country === 'XX' ? text(locale, 'nationality.none') : countryName(locale, country);
}

export function municipalityText({ name, nis }: Municipality): string | undefined {
  return name ?? nis ?? undefined;
}

const languageOfScript: Record<string, string> = { Arab: 'ar', Cyrl: 'uk', Ethi: 'ti', Hebr: 'he', Grek: 'el', Armn: 'hy', Geor: 'ka', Syrc: 'syr' };

/** Which way a name in this script runs, and a language by which a browser finds a fitting letter. */
export function scriptAttributes(script: string): { lang?: string; dir: 'ltr' | 'rtl' } {
  const lang = languageOfScript[script];
  return { ...(lang ? { lang } : {}), dir: script === 'Syrc' || (lang && direction(lang) === 'rtl') ? 'rtl' : 'ltr' };
}

/** A name between marks that keep its direction to itself, for a sentence or a list of choices where no element can do so. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** A Belgian number as people here write and say it: 0470 00 00 11, 02 000 00 01, 016 00 00 01. Any other as it was kept. */
export function phoneText(value: string): string {
  return value
    .replace(/^\+32(4\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4')
    .replace(/^\+32([2349])(\d{3})(\d\d)(\d\d)$/, '0$1 $2 $3 $4')
    .replace(/^\+32(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4');
}
