import { EmptyState, Figure, FilterBar, LinkButton, SelectField, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatNumber } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { CountTable, countText } from '../compare-authorities/count-table.tsx';
import { BarChart } from '../draw-chart/bar-chart.tsx';
import { BothWidths } from '../draw-chart/both-widths.tsx';
import { UNKNOWN } from '../figure.ts';
import { text } from '../messages.ts';
import { periodLabel } from '../period.ts';
import type { EmployersPage } from './compare-employers.ts';

const path = '/figures/employers';

export function compareEmployersView(found: EmployersPage, context: ViewContext) {
  const { locale, tenant, url } = context;
  const { quarters, quarter, employers, together, themes } = found;
  const labelOf = (code: string) => periodLabel(locale, { unit: 'quarter', startsOn: Temporal.PlainDate.from({ year: Number(code.slice(0, 4)), month: Number(code.slice(6)) * 3 - 2, day: 1 }) });
  const columns = quarters.map(labelOf);
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'employers.title')} lead={text(locale, 'employers.lead')} crumbs={[{ href: '/figures', label: text(locale, 'figures.title') }]}>
      {!quarter ? (
        <EmptyState title={text(locale, 'employers.not-yet')} icon="chart-column" act={<LinkButton href="/figures">{text(locale, 'figure.to-overview')}</LinkButton>}>
          {text(locale, 'employers.not-yet.why')}
        </EmptyState>
      ) : (
        <>
          <FilterBar locale={locale} action={path} result={labelOf(quarter)} clearHref={path}>
            <SelectField locale={locale} name="quarter" label={text(locale, 'unit.quarter')} value={quarter} options={quarters.toReversed().map((code) => ({ value: code, label: labelOf(code) }))} />
          </FilterBar>
          <Figure
            locale={locale}
            id="employers"
            sentence={text(locale, together.total === null ? 'employers.sentence.at-least' : 'employers.sentence', { n: formatNumber(locale, together.atLeast), count: employers.filter(({ code }) => code !== UNKNOWN).length })}
            source={{ label: text(locale, 'figure.questions.source', { tenant: tenant.name }) }}
            csvHref={`${path}.csv${url.search}`}
            note={text(locale, 'hidden.why')}
            table={<CountTable locale={locale} caption={text(locale, 'employers.title')} head={text(locale, 'employers.by')} rows={[...employers, together]} columns={columns} />}
          >
            <BothWidths
              id="employers-drawing"
              draw={(id, width) => (
                <BarChart
                  locale={locale}
                  id={id}
                  width={width}
                  title={text(locale, 'employers.title')}
                  description={employers.map(({ label, total, atLeast }) => `${label}: ${countText(locale, total, atLeast)}`).join('; ')}
                  hiddenLabel={text(locale, 'hidden')}
                  bars={employers.map(({ label, total, atLeast }) => ({ label, value: total, ...(total === null && atLeast > 0 ? { atLeast: { value: atLeast, label: text(locale, 'at-least', { n: atLeast }) } } : {}) }))}
                />
              )}
            />
          </Figure>
          <h2 class="utrecht-heading-2">{text(locale, 'employers.themes', { quarter: labelOf(quarter) })}</h2>
          <CountTable locale={locale} caption={text(locale, 'employers.themes', { quarter: labelOf(quarter) })} head={text(locale, 'by.theme')} rows={themes} columns={employers.map(({ label }) => label)} />
        </>
      )}
    </WorkPage>
  );
}
