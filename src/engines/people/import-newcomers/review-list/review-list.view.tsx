import { Alert, Button, ButtonRow, EmptyState, FilterBar, Form, LinkButton, Pagination, Panel, SelectField, Stat, Table, TextField, Tiles, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatMoment, formatNumber } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { outcomes, type Became, type Outcome } from '../newcomer-list.ts';
import { listCrumbs } from './list-crumbs.ts';
import type { ReviewScreen } from './review-list.ts';
import { rowColumns } from './row-columns.tsx';

export function reviewListView(screen: ReviewScreen, context: ViewContext) {
  const { list, counts, filter, rows, next, error } = screen;
  const { locale } = context;
  const left = Object.values(counts.byOutcome).reduce((sum, count) => sum + count, 0);
  const isResult = Object.values(counts.byBecame).some((count) => count > 0);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, list.state === 'done' ? 'review.done.title' : 'review.title')}
      lead={`${list.filename} · ${formatMoment(locale, list.uploadedAt)}`}
      crumbs={listCrumbs(locale)}
      wide
    >
      {error && <Alert kind="error">{error}</Alert>}
      {isResult && <Result screen={screen} context={context} />}
      {left > 0 && <Counts screen={screen} context={context} />}
      {left > 0 && <TakeOver screen={screen} context={context} />}
      {left > 0 && <Filters screen={screen} context={context} />}
      {left > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'review.rows')}
          rows={rows}
          rowKey={({ line }) => String(line)}
          rowHref={({ line }) => `/people/import/${list.id}/rows/${line}`}
          tone={({ outcome, decision }) => (outcome === 'bad' ? 'harm' : outcome === 'duplicate' && (decision === null || decision === 'later') ? 'waiting' : undefined)}
          columns={rowColumns(screen, locale)}
          empty={
            <EmptyState title={text(locale, 'review.none')} icon="list-checks">
              {text(locale, 'review.none.what')}
            </EmptyState>
          }
        />
      )}
      <Pagination locale={locale} nextHref={next === null ? undefined : address(list.id, filter, next)} />
      {list.state !== 'done' && <Discard screen={screen} context={context} />}
    </WorkPage>
  );
}

interface Parts {
  screen: ReviewScreen;
  context: ViewContext;
}

const asked: Partial<Record<Outcome, 'harm' | 'waiting'>> = { bad: 'harm', duplicate: 'waiting' };

function Counts({ screen: { list, counts }, context: { locale } }: Parts) {
  return (
    <Tiles size="small">
      {outcomes
        .filter((outcome) => counts.byOutcome[outcome] > 0)
        .map((outcome) => (
          <Stat
            value={formatNumber(locale, counts.byOutcome[outcome])}
            sentence={text(locale, `count.${outcome}`, { count: counts.byOutcome[outcome] })}
            href={address(list.id, { outcome })}
            tone={asked[outcome]}
          />
        ))}
    </Tiles>
  );
}

/** What pressing the button does, in a sentence, and what it leaves waiting. */
function TakeOver({ screen: { list, counts }, context: { locale, key } }: Parts) {
  const { ready, held } = counts;
  return (
    <Panel title={text(locale, 'commit.title')}>
      <p>{whatItDoes(counts, locale)}</p>
      {held > 0 && <p>{text(locale, 'commit.held', { count: held })}</p>}
      {ready > 0 && (
        <Form action={`/people/import/${list.id}/commit`} once={key} version={list.version} label={text(locale, 'commit.title')}>
          <ButtonRow>
            <Button icon="check" hotkey="n">
              {text(locale, 'commit.act', { count: ready })}
            </Button>
            {list.state === 'ready' && (
              <LinkButton look="subtle" href={`/people/import/${list.id}/columns`}>
                {text(locale, 'commit.columns')}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      )}
    </Panel>
  );
}

function whatItDoes({ ready, byOutcome }: ReviewScreen['counts'], locale: Locale): string {
  if (ready === 0) return text(locale, 'commit.nothing');
  return byOutcome.unchanged === ready ? text(locale, 'commit.unchanged') : text(locale, 'commit.what', { count: ready });
}

function Filters({ screen: { list, counts, filter, rows, next }, context: { locale } }: Parts) {
  const shown = filter.outcome && !filter.text ? counts.byOutcome[filter.outcome] : undefined;
  const result = shown !== undefined ? text(locale, 'filter.result', { count: shown }) : text(locale, next ? 'filter.result.more' : 'filter.result', { count: rows.length });
  const options = outcomes.map((outcome) => ({ value: outcome, label: text(locale, `outcome.${outcome}`) }));
  const active = [
    ...(filter.outcome ? [{ label: text(locale, `outcome.${filter.outcome}`), removeHref: address(list.id, { text: filter.text }) }] : []),
    ...(filter.text ? [{ label: filter.text, removeHref: address(list.id, { outcome: filter.outcome }) }] : []),
  ];
  return (
    <FilterBar locale={locale} action={`/people/import/${list.id}`} result={result} active={active} clearHref={address(list.id, {})}>
      <SelectField locale={locale} name="outcome" label={text(locale, 'filter.outcome')} options={options} value={filter.outcome ?? ''} placeholder={text(locale, 'filter.all')} />
      <TextField locale={locale} name="q" label={text(locale, 'filter.text')} value={filter.text} />
    </FilterBar>
  );
}

const shownResults: Became[] = ['registered', 'changed', 'linked', 'unchanged', 'left', 'merged'];

function Result({ screen: { list, counts }, context: { locale } }: Parts) {
  return (
    <Panel title={text(locale, list.state === 'done' ? 'result.title' : 'result.so-far')}>
      <Tiles size="small">
        {shownResults
          .filter((became) => counts.byBecame[became] > 0)
          .map((became) => (
            <Stat value={formatNumber(locale, counts.byBecame[became])} sentence={text(locale, `result.${became}`, { count: counts.byBecame[became] })} tone={became === 'registered' ? 'done' : undefined} />
          ))}
      </Tiles>
      {counts.held > 0 && <p>{text(locale, 'result.held', { count: counts.held })}</p>}
      <ButtonRow>
        <LinkButton href="/people" icon="users">
          {text(locale, 'result.people')}
        </LinkButton>
        <LinkButton look="subtle" href="/people/import">
          {text(locale, 'result.another')}
        </LinkButton>
      </ButtonRow>
    </Panel>
  );
}

function Discard({ screen: { list }, context: { locale, key } }: Parts) {
  return (
    <Form action={`/people/import/${list.id}/discard`} once={key} version={list.version} label={text(locale, 'discard.act')}>
      <ButtonRow>
        <Button look="subtle" icon="trash" small>
          {text(locale, 'discard.act')}
        </Button>
      </ButtonRow>
    </Form>
  );
}

function address(id: string, { outcome, text: typed }: ReviewScreen['filter'], after?: number): string {
  const query = new URLSearchParams();
  if (outcome) query.set('outcome', outcome);
  if (typed) query.set('q', typed);
  if (after) query.set('after', String(after));
  return `/people/import/${id}${query.size > 0 ? `?${query}` : ''}`;
}
