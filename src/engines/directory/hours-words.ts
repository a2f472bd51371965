import type { Locale } from '../../kernel/i18n/locale.ts';
import { intlTag } from '../../kernel/i18n/locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** "maandag", by ISO number of the day, Monday 1. */
export function dayName(locale: Locale, day: number): string {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.DateTimeFormat(intlTag(locale), { weekday: 'long', timeZone: 'UTC' })));
  // 5 January 1970 was a Monday.
  return format.format(new Date(Date.UTC(1970, 0, 4 + day)));
}
