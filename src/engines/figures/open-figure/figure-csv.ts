import type { Locale } from '../../../kernel/i18n/locale.ts';
import { writeCsv, type CsvCell } from '../../../kernel/tables/write-csv.ts';
import { text } from '../messages.ts';
import { periodCode } from '../period.ts';
import type { Reading } from '../reading.ts';
import { breakdownsOf } from './figure-rows.ts';

/** One line per period and category, sums included; what is hidden has no number and says so. */
export function figureCsv(locale: Locale, reading: Reading, municipality: string): string {
  const head: CsvCell[] = ['period', 'municipality', 'by', 'category', 'count', 'shown'].map((column) => text(locale, `csv.${column as 'period'}`));
  const lines = breakdownsOf(locale, reading, text(locale, 'table.total')).flatMap(({ by, rows, sum }) =>
    [...rows, sum].flatMap(({ label, values }) =>
      reading.periods.map((period, i): CsvCell[] => [periodCode(period), municipality, text(locale, `by.${by}`), label, values[i], text(locale, values[i] === null ? 'hidden' : 'csv.yes')]),
    ),
  );
  return writeCsv([head, ...lines]);
}
