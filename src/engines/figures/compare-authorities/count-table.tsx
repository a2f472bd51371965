import { Table, type Column } from '../../../kernel/html/index.ts';
import { formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import type { FigureRow } from '../open-figure/figure-rows.ts';

/** A number; of a sum that is partly hidden what is shown of it; or the word for what is not shown. */
export function countText(locale: Locale, n: number | null, atLeast: number): string {
  if (n !== null) return formatNumber(locale, n);
  return text(locale, atLeast > 0 ? 'at-least' : 'hidden', { n: atLeast });
}

/** Rows with a value in each column, and their total. */
export function CountTable({ locale, caption, head, rows, columns }: { locale: Locale; caption: string; head: string; rows: readonly FigureRow[]; columns: readonly string[] }) {
  const cells: Column<FigureRow>[] = [
    { key: 'name', head, cell: ({ label }) => label },
    ...columns.map((column, i): Column<FigureRow> => ({ key: `c${i}`, head: column, numeric: true, cell: ({ values }) => countText(locale, values[i] ?? null, 0) })),
    { key: 'total', head: text(locale, 'table.total'), numeric: true, cell: ({ total, atLeast }) => countText(locale, total, atLeast) },
  ];
  return <Table locale={locale} caption={caption} keepTable columns={cells} rows={rows} rowKey={({ code }) => code} />;
}
