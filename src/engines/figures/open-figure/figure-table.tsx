import { Table, type Column } from '../../../kernel/html/index.ts';
import { formatNumber, formatShare } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { shareOf } from '../derive.ts';
import { text } from '../messages.ts';
import { periodLabel, periodShort, type Period } from '../period.ts';
import type { Breakdown, FigureRow } from './figure-rows.ts';

/** A number, or the word for what is not shown; of a sum, what is shown of it. */
function CountCell({ locale, n, atLeast = 0 }: { locale: Locale; n: number | null; atLeast?: number }) {
  if (n === null && atLeast > 0) return <>{text(locale, 'at-least', { n: atLeast })}</>;
  return n === null ? <span class="chart-suppressed-cell">{text(locale, 'hidden')}</span> : <>{formatNumber(locale, n)}</>;
}

function ShareCell({ locale, share }: { locale: Locale; share: number | null }) {
  return <>{share === null ? '–' : formatShare(locale, share)}</>;
}

interface FigureTableProps {
  locale: Locale;
  caption: string;
  breakdown: Breakdown;
  /** None for a table of totals. */
  periods: readonly Period[];
}

/** The numbers of a drawing: in time or not stands per period, any other breakdown has its categories below each other. */
export function FigureTable(props: FigureTableProps) {
  return props.breakdown.by === 'timeliness' ? <PerPeriod {...props} /> : <PerCategory {...props} />;
}

function PerCategory({ locale, caption, breakdown, periods }: FigureTableProps) {
  const { by, rows, sum } = breakdown;
  const columns: Column<FigureRow>[] = [
    { key: 'name', head: text(locale, `by.${by}`), cell: ({ label }) => label },
    { key: 'total', head: text(locale, 'table.total'), numeric: true, cell: ({ total, atLeast }) => <CountCell locale={locale} n={total} atLeast={atLeast} /> },
    { key: 'share', head: text(locale, 'table.share'), numeric: true, cell: ({ total }) => <ShareCell locale={locale} share={shareOf(total, sum.total)} /> },
    ...(periods.length > 1
      ? periods.map((period, i): Column<FigureRow> => ({ key: `p${i}`, head: periodShort(locale, period), numeric: true, cell: ({ values }) => <CountCell locale={locale} n={values[i] ?? null} /> }))
      : []),
  ];
  return <Table locale={locale} caption={caption} keepTable columns={columns} rows={[...rows, sum]} rowKey={({ code }) => code} />;
}

interface Line {
  key: string;
  label: string;
  of: (row: FigureRow) => number | null;
  atLeast: (row: FigureRow) => number;
}

function PerPeriod({ locale, caption, breakdown, periods }: FigureTableProps) {
  const { rows, sum } = breakdown;
  const lines: Line[] = [
    ...periods.map((period, i): Line => ({ key: String(i), label: periodLabel(locale, period), of: (row) => row.values[i] ?? null, atLeast: () => 0 })),
    { key: 'all', label: text(locale, 'table.total'), of: (row) => row.total, atLeast: (row) => row.atLeast },
  ];
  const inTime = rows.find(({ code }) => code === 'in-time');
  const columns: Column<Line>[] = [
    { key: 'period', head: text(locale, 'table.period'), cell: ({ label }) => label },
    ...rows.map((row): Column<Line> => ({ key: row.code, head: row.label, numeric: true, cell: ({ of, atLeast }) => <CountCell locale={locale} n={of(row)} atLeast={atLeast(row)} /> })),
    { key: 'sum', head: text(locale, 'table.total'), numeric: true, cell: ({ of, atLeast }) => <CountCell locale={locale} n={of(sum)} atLeast={atLeast(sum)} /> },
    { key: 'share', head: text(locale, 'timeliness.share'), numeric: true, cell: ({ of }) => <ShareCell locale={locale} share={inTime ? shareOf(of(inTime), of(sum)) : null} /> },
  ];
  return <Table locale={locale} caption={caption} keepTable columns={columns} rows={lines} rowKey={({ key }) => key} />;
}
