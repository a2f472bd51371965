import { formatMoment } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

const written = new Map<string, string>();
const mostWritten = 20_000;

/** '3 mrt 2026, 14:30' of a moment in ISO 8601. Kept by the minute, since a list asks for the same ones again and again. */
export function momentWords(locale: Locale, moment: string): string {
  const key = `${locale} ${moment.slice(0, 16)}`;
  let words = written.get(key);
  if (words === undefined) {
    if (written.size >= mostWritten) written.clear();
    written.set(key, (words = formatMoment(locale, Temporal.Instant.from(moment))));
  }
  return words;
}
