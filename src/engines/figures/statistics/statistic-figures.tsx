import { Figure, Table, type Column } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDay, formatNumber, formatShare } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { BothWidths } from '../draw-chart/both-widths.tsx';
import { ColumnChart } from '../draw-chart/column-chart.tsx';
import { LineChart } from '../draw-chart/line-chart.tsx';
import type { ApplicationsOfYear, ProtectionOfYear } from '../import-statistics/series.ts';
import { text } from '../messages.ts';
import type { StatisticsPage } from './list-statistics.ts';
import type { KeptStatistic } from './statistic.store.ts';

/** The figures of the imported statistics; nothing when there are none. */
export function StatisticFigures({ page: { applications, protection }, locale }: { page: Pick<StatisticsPage, 'applications' | 'protection'>; locale: Locale }) {
  return (
    <>
      {applications && applications.years.length > 0 && <Applications {...applications} locale={locale} />}
      {protection && protection.years.length > 0 && <Protection {...protection} locale={locale} />}
    </>
  );
}

function Applications({ statistic, years, locale }: { statistic: KeptStatistic; years: ApplicationsOfYear[]; locale: Locale }) {
  const taken = years.filter(({ first, notSplit }) => first !== null || notSplit !== null);
  const peak = years.filter(({ first }) => first !== null).toSorted((a, b) => b.first! - a.first!)[0];
  const sentence = peak ? text(locale, 'applications.sentence', { country: countryOf(locale, statistic), year: String(peak.year), n: formatNumber(locale, peak.first!) }) : text(locale, 'applications.title');
  const series = [{ name: text(locale, 'applications.first'), values: taken.map(({ first }) => first ?? 0) }];
  if (taken.some(({ notSplit }) => notSplit !== null)) series.push({ name: text(locale, 'applications.not-split'), values: taken.map(({ notSplit }) => notSplit ?? 0) });
  return (
    <Figure locale={locale} id="applications" sentence={sentence} source={sourceOf(locale, statistic)} csvHref={statistic.importedAt ? '/figures/statistics/applications.csv' : undefined} note={text(locale, 'applications.note')} table={<ApplicationsTable years={years} locale={locale} />}>
      <BothWidths
        id="applications-drawing"
        draw={(id, width) => (
          <ColumnChart locale={locale} id={id} width={width} title={text(locale, 'applications.title')} description={sentence} hiddenLabel="" categories={taken.map(({ year }) => String(year))} series={series} mode="stacked" />
        )}
      />
    </Figure>
  );
}

function ApplicationsTable({ years, locale }: { years: ApplicationsOfYear[]; locale: Locale }) {
  const number = (n: number | null) => (n === null ? '–' : formatNumber(locale, n));
  const columns: Column<ApplicationsOfYear>[] = [
    { key: 'year', head: text(locale, 'table.year'), cell: ({ year }) => String(year) },
    { key: 'first', head: text(locale, 'applications.first'), numeric: true, cell: ({ first }) => number(first) },
    { key: 'repeated', head: text(locale, 'applications.repeated'), numeric: true, cell: ({ repeated }) => number(repeated) },
    { key: 'notSplit', head: text(locale, 'applications.not-split'), numeric: true, cell: ({ notSplit }) => number(notSplit) },
  ];
  return <Table locale={locale} caption={text(locale, 'applications.title')} keepTable columns={columns} rows={years} rowKey={({ year }) => String(year)} />;
}

function Protection({ statistic, years, locale }: { statistic: KeptStatistic; years: ProtectionOfYear[]; locale: Locale }) {
  const best = years.filter(({ rate }) => rate !== null).toSorted((a, b) => b.rate! - a.rate!)[0];
  const sentence = best ? text(locale, 'protection.sentence', { country: countryOf(locale, statistic), year: String(best.year), share: formatShare(locale, best.rate!) }) : text(locale, 'protection.title');
  return (
    <Figure locale={locale} id="protection" sentence={sentence} source={sourceOf(locale, statistic)} csvHref={statistic.importedAt ? '/figures/statistics/protection.csv' : undefined} note={text(locale, 'protection.note')} table={<ProtectionTable years={years} locale={locale} />}>
      <BothWidths
        id="protection-drawing"
        draw={(id, width) => (
          <LineChart
            locale={locale}
            id={id}
            width={width}
            title={text(locale, 'protection.title')}
            description={sentence}
            hiddenLabel={text(locale, 'protection.none')}
            moments={years.map(({ year }) => String(year))}
            series={[{ name: text(locale, 'protection.rate'), values: years.map(({ rate }) => rate) }]}
            isArea
            isWhole={false}
            atLeast={1}
            format={(share) => formatNumber(locale, share, { style: 'percent', maximumFractionDigits: share === 0 || share === 1 ? 0 : 1 })}
          />
        )}
      />
    </Figure>
  );
}

function ProtectionTable({ years, locale }: { years: ProtectionOfYear[]; locale: Locale }) {
  const columns: Column<ProtectionOfYear>[] = [
    { key: 'year', head: text(locale, 'table.year'), cell: ({ year }) => String(year) },
    { key: 'positive', head: text(locale, 'protection.positive'), numeric: true, cell: ({ positive }) => formatNumber(locale, positive) },
    { key: 'rejected', head: text(locale, 'protection.rejected'), numeric: true, cell: ({ rejected }) => formatNumber(locale, rejected) },
    { key: 'rate', head: text(locale, 'protection.rate'), numeric: true, cell: ({ rate }) => (rate === null ? '–' : formatShare(locale, rate)) },
  ];
  return <Table locale={locale} caption={text(locale, 'protection.title')} keepTable columns={columns} rows={years} rowKey={({ year }) => String(year)} />;
}

function sourceOf(locale: Locale, { source, licence, retrievedOn, importedAt }: KeptStatistic) {
  const retrieved = formatDay(locale, retrievedOn);
  const label = importedAt ? text(locale, 'statistics.source', { source, retrieved, imported: formatDay(locale, dayOf(importedAt)) }) : text(locale, 'statistics.source.preview', { source, retrieved });
  return { label, licence };
}

/** The country of asylum in the reader's language; UNHCR's own name where its code is not an ISO one. */
function countryOf(locale: Locale, { country, countryName }: KeptStatistic): string {
  return country === 'BEL' ? text(locale, 'country.belgium') : countryName;
}
