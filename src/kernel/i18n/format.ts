import { civilZone, dayOf } from '../clock/clock.ts';
import { Temporal } from '../time/temporal.ts';
import { intlTag, pluralRules } from './locale.ts';

export { direction } from './locale.ts';

const shapes = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  short: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: civilZone },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${shape}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(intlTag(locale), shapes[shape])));
  return format;
}

/** A Date at noon UTC of that civil day: formatted in UTC it can never slip to a neighbour. */
function atNoon(day: Temporal.PlainDate): Date {
  return new Date(Date.UTC(day.year, day.month - 1, day.day, 12));
}

/** "dinsdag 3 maart 2026" */
export function formatDayLong(locale: string, day: Temporal.PlainDate): string {
  return dateFormat(locale, 'long').format(atNoon(day));
}

/** "3 mrt 2026": for dense lists */
export function formatDay(locale: string, day: Temporal.PlainDate): string {
  return dateFormat(locale, 'short').format(atNoon(day));
}

/** "maart 2026" */
export function formatMonth(locale: string, day: Temporal.PlainDate): string {
  return dateFormat(locale, 'month').format(atNoon(day));
}

/** "vandaag", "over 5 dagen", "3 maanden geleden", "2 jaar geleden": the further off, the coarser. */
export function formatDayRelative(locale: string, day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  let format = relativeFormats.get(locale);
  if (!format) relativeFormats.set(locale, (format = new Intl.RelativeTimeFormat(intlTag(locale), { numeric: 'auto' })));
  const { days } = today.until(day, { largestUnit: 'day' });
  if (Math.abs(days) < 60) return format.format(days, 'day');
  const { months } = today.until(day, { largestUnit: 'month' });
  return Math.abs(months) < 24 ? format.format(months, 'month') : format.format(Math.trunc(months / 12), 'year');
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/** "14:30", Brussels time */
export function formatTime(locale: string, instant: Temporal.Instant): string {
  return dateFormat(locale, 'time').format(new Date(instant.epochMilliseconds));
}

/** "3 mrt 2026, 14:30", Brussels time: for dense lists */
export function formatMoment(locale: string, instant: Temporal.Instant): string {
  return `${formatDay(locale, dayOf(instant))}, ${formatTime(locale, instant)}`;
}

/** "dinsdag 3 maart 2026 om 14:30" without the joining word, which is a message of the caller. */
export function formatMomentLong(locale: string, instant: Temporal.Instant): { day: string; time: string } {
  return { day: formatDayLong(locale, dayOf(instant)), time: formatTime(locale, instant) };
}

const numbers = new Map<string, Intl.NumberFormat>();
export function formatNumber(locale: string, value: number, options?: Intl.NumberFormatOptions): string {
  const key = options ? locale + JSON.stringify(options) : locale;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(intlTag(locale), options)));
  return format.format(value);
}

/** A share between 0 and 1 as "64,5 %". */
export function formatShare(locale: string, share: number): string {
  return formatNumber(locale, share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

export function pluralForm(locale: string, count: number): Intl.LDMLPluralRule {
  return pluralRules(locale).select(count);
}

/** Codes that CLDR lacks or names otherwise; Dutch first, then English. */
const languagesByHand: Record<string, { nl: string; en: string }> = {
  prs: { nl: 'Dari', en: 'Dari' },
  kmr: { nl: 'Koerdisch (Kurmanji)', en: 'Kurdish (Kurmanji)' },
  acm: { nl: 'Arabisch (Irak)', en: 'Arabic (Iraq)' },
  rif: { nl: 'Tarifit (Berbers)', en: 'Tarifit (Berber)' },
  rom: { nl: 'Romani', en: 'Romani' },
  vgt: { nl: 'Vlaamse Gebarentaal', en: 'Flemish Sign Language' },
};

const names = new Map<string, Intl.DisplayNames>();
function displayNames(locale: string, type: 'language' | 'region'): Intl.DisplayNames {
  const key = locale + type;
  let found = names.get(key);
  if (!found) names.set(key, (found = new Intl.DisplayNames(intlTag(locale), { type, fallback: 'code' })));
  return found;
}

const languageNames = new Map<string, string>();

/** The name of a language (BCP 47 code) in the reader's language, with a capital for lists and chips. */
export function languageName(locale: string, code: string): string {
  const key = `${locale} ${code}`;
  let name = languageNames.get(key);
  if (name === undefined) languageNames.set(key, (name = nameLanguage(locale, code)));
  return name;
}

function nameLanguage(locale: string, code: string): string {
  const byHand = languagesByHand[code];
  const name = byHand ? (locale === 'nl' ? byHand.nl : byHand.en) : nameOf(locale, 'language', code);
  return name.charAt(0).toLocaleUpperCase(intlTag(locale)) + name.slice(1);
}

/** What is no code at all stands for itself: a form shows again what somebody typed. */
function nameOf(locale: string, type: 'language' | 'region', code: string): string {
  try {
    return displayNames(locale, type).of(code) ?? code;
  } catch {
    return code;
  }
}

const countryNames = new Map<string, string>();

/** The name of a country (ISO 3166-1 alpha-2) in the reader's language. */
export function countryName(locale: string, code: string): string {
  const key = `${locale} ${code}`;
  let name = countryNames.get(key);
  if (name === undefined) countryNames.set(key, (name = nameOf(locale, 'region', code)));
  return name;
}
