import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import type { Period } from './period.ts';

/** "sinds 3 mrt 2026", "3 mrt 2026 tot 1 sep 2026", "tot 1 sep 2026". */
export function periodText(locale: Locale, { fromDay, untilDay }: Period): string {
  if (fromDay && untilDay) return text(locale, 'life.period', { from: formatDay(locale, fromDay), until: formatDay(locale, untilDay) });
  if (fromDay) return text(locale, 'life.since', { day: formatDay(locale, fromDay) });
  return untilDay ? text(locale, 'life.until', { day: formatDay(locale, untilDay) }) : text(locale, 'life.period.unknown');
}

/** "2012 tot 2016", "sinds 2012". */
export function yearsText(locale: Locale, { fromYear, untilYear }: { fromYear: number | null; untilYear: number | null }): string {
  if (fromYear && untilYear) return fromYear === untilYear ? String(fromYear) : text(locale, 'life.period', { from: String(fromYear), until: String(untilYear) });
  if (fromYear) return text(locale, 'life.since', { day: String(fromYear) });
  return untilYear ? text(locale, 'life.until', { day: String(untilYear) }) : '';
}
