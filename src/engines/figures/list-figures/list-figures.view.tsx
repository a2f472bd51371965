import { Alert, Button, EmptyState, Form, LinkButton, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMonth } from '../../../kernel/i18n/format.ts';
import { figureCodes } from '../figure.ts';
import { text } from '../messages.ts';
import { figurePaths } from '../open-figure/figure-rows.ts';
import { FigureParts } from '../open-figure/open-figure.view.tsx';
import { StatisticFigures } from '../statistics/statistic-figures.tsx';
import type { Overview } from './list-figures.ts';

export function listFiguresView(overview: Overview, context: ViewContext) {
  const { locale, may } = context;
  const { readings, last, isWaiting, statistics } = overview;
  const release = may('figures:release') && (
    <Form action="/figures/release" once={context.key} label={text(locale, 'release.act')}>
      <Button icon="refresh-cw" look={last && !isWaiting ? 'secondary' : 'primary'}>
        {text(locale, last ? 'release.act' : 'release.first')}
      </Button>
    </Form>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'figures.title')} lead={last ? text(locale, 'figures.lead', { month: formatMonth(locale, last) }) : undefined} act={last && release}>
      {!last && (
        <EmptyState title={text(locale, 'figures.none')} icon="chart-column" act={release || undefined}>
          <p>{text(locale, 'figures.none.why')}</p>
          <p>{text(locale, release ? 'figures.none.release' : 'figures.none.wait')}</p>
        </EmptyState>
      )}
      {last && (
        <p>
          <a href="/figures/employers">{text(locale, 'employers.link')}</a> · <a href="/figures/together">{text(locale, 'together.link')}</a>
        </p>
      )}
      {isWaiting && <Alert>{text(locale, 'release.waiting')}</Alert>}
      {figureCodes.map((code) => {
        const reading = readings.get(code);
        return (
          reading && (
            <div class="figures-part">
              <h2 class="utrecht-heading-2">
                <a href={figurePaths[code]}>{text(locale, `figure.${code}.title`)}</a>
              </h2>
              <FigureParts code={code} reading={reading} context={context} brief />
            </div>
          )
        );
      })}
      <div class="figures-part">
        <h2 class="utrecht-heading-2">
          <a href="/figures/statistics">{text(locale, 'statistics.title')}</a>
        </h2>
        <p>{text(locale, 'statistics.lead')}</p>
        <StatisticFigures page={statistics} locale={locale} />
        {may('figures:import') && (
          <LinkButton href="/figures/statistics/new" icon="upload">
            {text(locale, 'statistics.upload')}
          </LinkButton>
        )}
      </div>
    </WorkPage>
  );
}
