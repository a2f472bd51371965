import { EmptyState, Figure, FilterBar, LinkButton, SelectField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMonth, formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { BarChart } from '../draw-chart/bar-chart.tsx';
import { BothWidths } from '../draw-chart/both-widths.tsx';
import { LineChart } from '../draw-chart/line-chart.tsx';
import { categoryLabel, figureCodes, themes } from '../figure.ts';
import { text } from '../messages.ts';
import { periodCode, periodLabel, periodShort, periodsBetween, units } from '../period.ts';
import { comparedCategory, type Comparison } from './compare.ts';
import type { ComparedPage } from './compare-authorities.ts';
import { CountTable, countText } from './count-table.tsx';

const path = '/figures/together';
const crumbs = (locale: Locale) => [{ href: '/figures', label: text(locale, 'figures.title') }];

export function compareView(compared: ComparedPage, context: ViewContext) {
  const { locale, may } = context;
  const { comparison, authorities } = compared;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'together.title')} lead={text(locale, 'together.lead')} crumbs={crumbs(locale)}>
      {authorities.length < 2 ? (
        <EmptyState title={text(locale, 'together.none')} icon="users" act={may('partners:manage') && <LinkButton href="/settings/partners">{text(locale, 'together.agree')}</LinkButton>}>
          {text(locale, 'together.none.why')}
        </EmptyState>
      ) : comparison ? (
        <Compared compared={compared} comparison={comparison} context={context} />
      ) : (
        <EmptyState title={text(locale, 'figure.not-yet')} icon="chart-column" act={<LinkButton href="/figures">{text(locale, 'figure.to-overview')}</LinkButton>}>
          {text(locale, 'together.not-yet')}
        </EmptyState>
      )}
    </WorkPage>
  );
}

function Compared({ compared, comparison, context: { locale, url } }: { compared: ComparedPage; comparison: Comparison; context: ViewContext }) {
  const { figure, theme, authorities } = compared;
  const { periods, categories } = comparison;
  const together = { ...comparison.together, label: text(locale, 'together.sum') };
  const rows = [...comparison.authorities, together];
  const what = theme ? categoryLabel(locale, 'theme', theme) : text(locale, `figure.${figure}.title`);
  const isPartlyHidden = rows.some(({ total, values }) => total === null || values.includes(null));
  const shared = { locale, source: { label: text(locale, 'together.source', { names: authorities.map(({ name }) => name).join(', ') }) }, csvHref: `${path}.csv${url.search}`, ...(isPartlyHidden ? { note: text(locale, 'together.hidden') } : {}) };
  const drawing = (id: string, title: string) => ({ locale, title, description: rows.map(({ label, total, atLeast }) => `${label}: ${countText(locale, total, atLeast)}`).join('; '), hiddenLabel: text(locale, 'hidden'), id });
  const sentence = text(locale, together.total === null ? 'together.sentence.at-least' : 'together.sentence', { what, n: formatNumber(locale, together.atLeast), count: authorities.length });
  return (
    <>
      <Filters compared={compared} comparison={comparison} locale={locale} />
      <Figure {...shared} id="together" sentence={sentence} table={<CountTable locale={locale} caption={what} head={text(locale, 'together.by')} rows={rows} columns={periods.map((period) => periodShort(locale, period))} />}>
        <BothWidths
          id="together-drawing"
          draw={(id, width) => <BarChart {...drawing(id, what)} width={width} bars={comparison.authorities.map(({ label, total, atLeast }) => ({ label, value: total, ...(total === null && atLeast > 0 ? { atLeast: { value: atLeast, label: text(locale, 'at-least', { n: atLeast }) } } : {}) }))} />}
        />
      </Figure>
      {periods.length > 1 && (
        <Figure {...shared} id="together-course" sentence={text(locale, 'together.course', { what })} table={<CountTable locale={locale} caption={what} head={text(locale, 'together.by')} rows={rows} columns={periods.map((period) => periodShort(locale, period))} />}>
          <BothWidths id="together-course-drawing" draw={(id, width) => <LineChart {...drawing(id, what)} width={width} moments={periods.map((period) => periodShort(locale, period))} series={comparison.authorities.map(({ label, values }) => ({ name: label, values }))} />} />
        </Figure>
      )}
      {!theme && (
        <>
          <h2 class="utrecht-heading-2">{text(locale, 'together.categories')}</h2>
          <CountTable locale={locale} caption={text(locale, 'together.categories')} head={text(locale, `by.${comparedCategory(figure)}`)} rows={categories.map((row) => ({ ...row, label: categoryLabel(locale, comparedCategory(figure), row.code) }))} columns={authorities.map(({ name }) => name)} />
        </>
      )}
    </>
  );
}

function Filters({ compared: { figure, theme }, comparison: { filter, span }, locale }: { compared: ComparedPage; comparison: Comparison; locale: Locale }) {
  const options = periodsBetween('month', span.first, span.last).toReversed().map((month) => ({ value: periodCode(month), label: periodLabel(locale, month) }));
  const codeOf = (day: typeof span.first) => periodCode({ unit: 'month', startsOn: day });
  const to = options.some(({ value }) => value === codeOf(filter.to)) ? codeOf(filter.to) : codeOf(span.last);
  return (
    <FilterBar locale={locale} action={path} result={text(locale, 'note.up-to', { month: formatMonth(locale, span.last) })} active={theme ? [{ label: categoryLabel(locale, 'theme', theme), removeHref: path }] : []} clearHref={path}>
      <SelectField locale={locale} name="figure" label={text(locale, 'together.figure')} value={figure} options={figureCodes.map((code) => ({ value: code, label: text(locale, `figure.${code}.title`) }))} />
      <SelectField locale={locale} name="unit" label={text(locale, 'filter.unit')} value={filter.unit} options={units.map((unit) => ({ value: unit, label: text(locale, `unit.${unit}`) }))} />
      <SelectField locale={locale} name="from" label={text(locale, 'filter.from')} value={codeOf(filter.from)} options={options} />
      <SelectField locale={locale} name="to" label={text(locale, 'filter.to')} value={to} options={options} />
      {figure === 'questions' && (
        <SelectField locale={locale} name="theme" label={text(locale, 'by.theme')} placeholder={text(locale, 'filter.theme.all')} value={theme} options={themes.map((code) => ({ value: code, label: categoryLabel(locale, 'theme', code) }))} />
      )}
    </FilterBar>
  );
}
