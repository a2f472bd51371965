import { EmptyState, LinkButton, Table, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatMoment, formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { StatisticFigures } from './statistic-figures.tsx';
import type { StatisticsPage } from './list-statistics.ts';
import type { KeptStatistic } from './statistic.store.ts';

export function listStatisticsView(page: StatisticsPage, context: ViewContext) {
  const { locale, may } = context;
  const upload = may('figures:import') && (
    <LinkButton look="primary" icon="upload" hotkey="n" href="/figures/statistics/new">
      {text(locale, 'statistics.upload')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'statistics.title')} lead={text(locale, 'statistics.lead')} crumbs={[{ href: '/figures', label: text(locale, 'figures.title') }]} act={page.imported.length > 0 && upload}>
      {page.imported.length === 0 ? (
        <EmptyState title={text(locale, 'statistics.none')} icon="chart-column" act={upload || undefined}>
          {text(locale, 'statistics.none.why')}
        </EmptyState>
      ) : (
        <>
          <StatisticFigures page={page} locale={locale} />
          <h2 class="utrecht-heading-2">{text(locale, 'statistics.imported')}</h2>
          <Table locale={locale} caption={text(locale, 'statistics.imported')} columns={columns(locale, page)} rows={page.imported} rowKey={({ id }) => id} />
        </>
      )}
    </WorkPage>
  );
}

function columns(locale: Locale, { applications, protection }: StatisticsPage): Column<KeptStatistic>[] {
  const inUse = [applications?.statistic.id, protection?.statistic.id];
  return [
    { key: 'dataset', head: text(locale, 'statistics.dataset'), cell: ({ dataset }) => text(locale, `dataset.${dataset}`) },
    { key: 'years', head: text(locale, 'statistics.years'), cell: ({ firstYear, lastYear }) => `${firstYear}–${lastYear}` },
    { key: 'rows', head: text(locale, 'statistics.rows'), numeric: true, cell: ({ rowCount }) => formatNumber(locale, rowCount) },
    { key: 'source', head: text(locale, 'statistics.source.label'), cell: ({ source, licence }) => `${source} (${licence})`, grow: true },
    { key: 'retrieved', head: text(locale, 'statistics.retrieved'), cell: ({ retrievedOn }) => formatDay(locale, retrievedOn) },
    { key: 'imported', head: text(locale, 'statistics.imported-at'), cell: ({ importedAt }) => importedAt && formatMoment(locale, importedAt) },
    { key: 'use', head: text(locale, 'statistics.use'), cell: ({ id }) => text(locale, inUse.includes(id) ? 'statistics.use.shown' : 'statistics.use.replaced') },
  ];
}
