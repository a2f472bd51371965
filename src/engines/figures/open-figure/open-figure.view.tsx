import { EmptyState, Figure, FilterBar, LinkButton, Panel, SelectField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatMonth, formatNumber } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { categoryLabel, themes, type FigureCode } from '../figure.ts';
import type { Mapping } from '../follow-taxonomy.ts';
import { text } from '../messages.ts';
import { periodCode, periodLabel, periodsBetween, units } from '../period.ts';
import type { Municipality } from '../published.store.ts';
import type { Reading } from '../reading.ts';
import { CourseDrawing, Drawing } from './drawing.tsx';
import { breakdownsOf, figurePaths, type Breakdown } from './figure-rows.ts';
import { FigureTable } from './figure-table.tsx';
import type { OpenedFigure } from './open-figure.ts';
import { sentenceOf } from './sentence.ts';

export function openFigureView({ code, reading, area, mappings }: OpenedFigure, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, `figure.${code}.title`)} lead={text(locale, `figure.${code}.lead`)} crumbs={[{ href: '/figures', label: text(locale, 'figures.title') }]}>
      {reading ? (
        <>
          <Filters code={code} reading={reading} area={area} locale={locale} />
          {reading.total(reading.grouping, '*') === null && reading.codes('category').length === 0 ? (
            <EmptyState title={text(locale, 'figure.too-few')} icon="shield">
              {text(locale, 'figure.too-few.why')}
            </EmptyState>
          ) : (
            <FigureParts code={code} reading={reading} context={context} />
          )}
          <Mappings mappings={mappings} locale={locale} />
        </>
      ) : (
        <EmptyState title={text(locale, 'figure.not-yet')} icon="chart-column" act={<LinkButton href="/figures">{text(locale, 'figure.to-overview')}</LinkButton>}>
          {text(locale, 'figure.not-yet.why')}
        </EmptyState>
      )}
    </WorkPage>
  );
}

/** What counts otherwise since the taxonomy changed, so that a jump in a series explains itself. */
function Mappings({ mappings, locale }: { mappings: readonly Mapping[]; locale: Locale }) {
  if (mappings.length === 0) return null;
  return (
    <Panel title={text(locale, 'mappings.title')}>
      <ul>
        {mappings.map(({ theme, subTheme, countsAs, from }) => (
          <li>{text(locale, subTheme ? 'mappings.sub-theme' : 'mappings.theme', { what: subTheme ?? categoryLabel(locale, 'theme', theme), to: categoryLabel(locale, 'theme', countsAs), day: formatDay(locale, from) })}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** Every breakdown of a figure with its drawing, table and file; on the overview the first one only. */
export function FigureParts({ code, reading, context, brief = false }: { code: FigureCode; reading: Reading; context: ViewContext; brief?: boolean }) {
  const { locale, url } = context;
  const breakdowns = breakdownsOf(locale, reading, text(locale, 'table.total'));
  const shared = { locale, source: { label: text(locale, `figure.${code}.source`, { tenant: context.tenant.name }) }, csvHref: `${figurePaths[code]}.csv${brief ? '' : url.search}` };
  const part = (breakdown: Breakdown, caption: string, periods: Reading['periods']) => ({
    ...shared,
    n: (reading.filter.theme ? breakdown.rows[0] : breakdown.sum)?.total ?? undefined,
    note: noteOf(locale, reading, breakdown),
    table: <FigureTable locale={locale} caption={caption} breakdown={breakdown} periods={periods} />,
  });
  const [main] = breakdowns;
  const hasCourse = !brief && reading.shape.crossed && code !== 'welcomed' && main!.rows.length > 1 && reading.periods.length > 1;
  const drawing = (id: string, breakdown: Breakdown) => ({ locale, id: `${id}-drawing`, title: text(locale, `by.${breakdown.by}.caption`), description: descriptionOf(locale, breakdown), breakdown, periods: reading.periods });
  const shown = brief ? breakdowns.slice(0, 1) : breakdowns;
  return (
    <>
      {shown.map((breakdown) => {
        const id = `${code}-${breakdown.by}`;
        return (
          <Figure {...part(breakdown, text(locale, `by.${breakdown.by}.caption`), hasCourse || (brief && code !== 'welcomed') ? [] : reading.periods)} id={id} sentence={sentenceOf(locale, breakdown)}>
            <Drawing {...drawing(id, breakdown)} />
          </Figure>
        );
      })}
      {hasCourse && (
        <Figure {...part(main!, text(locale, `figure.${code as 'talks'}.course`), reading.periods)} id={`${code}-course`} sentence={text(locale, `figure.${code as 'talks'}.course`)}>
          <CourseDrawing {...drawing(`${code}-course`, main!)} />
        </Figure>
      )}
    </>
  );
}

/** What the numbers say, for who cannot see the drawing. */
function descriptionOf(locale: Locale, { rows }: Breakdown): string {
  return rows.map(({ label, total, atLeast }) => `${label}: ${total === null ? text(locale, atLeast > 0 ? 'at-least' : 'hidden', { n: atLeast }) : formatNumber(locale, total)}`).join('; ');
}

function noteOf(locale: Locale, reading: Reading, { rows, sum }: Breakdown): string {
  const span = spanWords(locale, reading);
  const isPartlyHidden = [...rows, sum].some(({ values, total }) => total === null || values.includes(null));
  return isPartlyHidden ? `${span} ${text(locale, 'hidden.why')}` : span;
}

function spanWords(locale: Locale, { periods, span }: Reading): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return text(locale, 'note.up-to', { month: formatMonth(locale, span.last) });
  const from = periodLabel(locale, first);
  const to = periodLabel(locale, last);
  return from === to ? text(locale, 'note.period', { period: from }) : text(locale, 'note.span', { from, to });
}

function Filters({ code, reading, area, locale }: { code: FigureCode; reading: Reading; area: readonly Municipality[]; locale: Locale }) {
  const { filter, span, shape } = reading;
  const months = periodsBetween('month', span.first, span.last).toReversed();
  const options = months.map((month) => ({ value: periodCode(month), label: periodLabel(locale, month) }));
  const codeOf = (month: typeof span.first) => periodCode({ unit: 'month', startsOn: month });
  const to = options.some(({ value }) => value === codeOf(filter.to)) ? codeOf(filter.to) : codeOf(span.last);
  const path = figurePaths[code];
  const active = [
    ...(filter.municipality ? [{ label: area.find(({ nis }) => nis === filter.municipality)?.name ?? filter.municipality, removeHref: path }] : []),
    ...(filter.theme ? [{ label: categoryLabel(locale, 'theme', filter.theme), removeHref: path }] : []),
  ];
  return (
    <FilterBar locale={locale} action={path} result={text(locale, 'note.up-to', { month: formatMonth(locale, span.last) })} active={active} clearHref={path}>
      <SelectField locale={locale} name="unit" label={text(locale, 'filter.unit')} value={filter.unit} options={units.map((unit) => ({ value: unit, label: text(locale, `unit.${unit}`) }))} />
      <SelectField locale={locale} name="from" label={text(locale, 'filter.from')} value={codeOf(filter.from)} options={options} />
      <SelectField locale={locale} name="to" label={text(locale, 'filter.to')} value={to} options={options} />
      {shape.crossed && area.length > 1 && (
        <SelectField locale={locale} name="municipality" label={text(locale, 'filter.municipality')} placeholder={text(locale, 'filter.municipality.all')} value={filter.municipality} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />
      )}
      {shape.category === 'theme' && (
        <SelectField locale={locale} name="theme" label={text(locale, 'by.theme')} placeholder={text(locale, 'filter.theme.all')} value={filter.theme} options={themes.map((theme) => ({ value: theme, label: categoryLabel(locale, 'theme', theme) }))} />
      )}
    </FilterBar>
  );
}
