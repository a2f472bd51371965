import { Button, ErrorSummary, Form, SummaryList, TextField, WorkPage } from '../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { formatNumber } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import type { StatisticsPage } from './list-statistics.ts';
import { StatisticFigures } from './statistic-figures.tsx';
import type { KeptStatistic } from './statistic.store.ts';

export interface Preview extends Pick<StatisticsPage, 'applications' | 'protection'> {
  statistic: KeptStatistic;
}

export function importStatisticView(preview: Preview, { values, errors }: { values: FormValues; errors: FieldErrors }, context: ViewContext) {
  const { locale } = context;
  const { statistic } = preview;
  const typed = (name: string, kept: string) => (typeof values[name] === 'string' ? values[name] : kept);
  const labels = { source: text(locale, 'statistics.source.label'), licence: text(locale, 'statistics.licence'), retrievedOn: text(locale, 'statistics.retrieved') };
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'import.title')}
      lead={text(locale, 'import.lead')}
      crumbs={[
        { href: '/figures', label: text(locale, 'figures.title') },
        { href: '/figures/statistics', label: text(locale, 'statistics.title') },
      ]}
    >
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'statistics.dataset'), value: text(locale, `dataset.${statistic.dataset}`) },
          { label: text(locale, 'upload.file'), value: statistic.filename },
          { label: text(locale, 'statistics.years'), value: `${statistic.firstYear}–${statistic.lastYear}` },
          { label: text(locale, 'statistics.rows'), value: formatNumber(locale, statistic.rowCount) },
        ]}
      />
      <StatisticFigures page={preview} locale={locale} />
      <Form action={`/figures/statistics/${statistic.id}/import`} once={context.key}>
        <TextField locale={locale} name="source" label={labels.source} value={typed('source', statistic.source)} required error={errors['source']} />
        <TextField locale={locale} name="licence" label={labels.licence} value={typed('licence', statistic.licence)} required error={errors['licence']} />
        <TextField locale={locale} name="retrievedOn" label={labels.retrievedOn} hint={text(locale, 'import.retrieved.hint')} value={typed('retrievedOn', dayAsTyped(statistic.retrievedOn))} required error={errors['retrievedOn']} />
        <Button icon="check">{text(locale, 'import.act')}</Button>
      </Form>
      <Form action={`/figures/statistics/${statistic.id}/discard`} once={context.key} label={text(locale, 'import.discard')}>
        <Button look="secondary" icon="trash">
          {text(locale, 'import.discard')}
        </Button>
      </Form>
    </WorkPage>
  );
}

function dayAsTyped(day: KeptStatistic['retrievedOn']): string {
  return `${day.day}/${day.month}/${day.year}`;
}
