import { Alert, Button, EmptyState, FilterBar, Form, LinkButton, Pagination, Progress, SelectField, StatusChip, Table, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import { formatDay, formatMoment, formatNumber } from '../../../../kernel/i18n/format.ts';
import { almostCertain } from '../../likeness.ts';
import { reasonsText } from '../../match-choice.tsx';
import { Names } from '../../names-shown.tsx';
import type { PersonSummary } from '../../person.ts';
import { birthText, municipalityText } from '../../show.ts';
import { text } from '../messages.ts';
import { likelihoods, type PairFilter, type PairSort } from '../pair.store.ts';
import type { DuplicateList, ListedPair } from './list-duplicates.ts';

export function listDuplicatesView(list: DuplicateList, context: ViewContext) {
  const { locale } = context;
  const { filter, sort, pairs, next, comparison, error } = list;
  const isRunning = comparison?.state === 'running';
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'list.title')}
      lead={
        <>
          {text(locale, 'list.lead')} <a href="/people/elsewhere">{text(locale, 'list.elsewhere')}</a>
        </>
      }
      crumbs={[{ href: '/people', label: text(locale, 'crumb.people') }]}
      act={!isRunning && <CompareAgain context={context} />}
      islands={isRunning ? ['refresh.js'] : []}
    >
      {error && <Alert kind="error">{error}</Alert>}
      {isRunning && <Running comparison={comparison} context={context} />}
      {pairs.length === 0 && !filter.q && !filter.likelihood ? (
        !isRunning && <NoDuplicates list={list} context={context} />
      ) : (
        <>
          <Filters list={list} context={context} />
          <Table
            locale={locale}
            caption={text(locale, 'list.title')}
            columns={columns(list, context)}
            rows={pairs}
            rowKey={({ oneId, otherId }) => `${oneId}/${otherId}`}
            rowHref={({ oneId, otherId }) => `/people/duplicates/${oneId}/${otherId}`}
            empty={
              <EmptyState icon="search" title={text(locale, 'list.nothing')} act={<LinkButton href="/people/duplicates">{text(locale, 'list.all')}</LinkButton>}>
                {text(locale, 'list.nothing.what')}
              </EmptyState>
            }
          />
          <Pagination locale={locale} {...(next ? { nextHref: address(filter, sort, { after: next }) } : {})} />
        </>
      )}
    </WorkPage>
  );
}

function address(filter: PairFilter, sort: PairSort, more: Record<string, string> = {}): string {
  const set = Object.entries({ ...filter, sort: sort === 'likeliest' ? undefined : sort, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(Object.fromEntries(set) as Record<string, string>).toString();
  return query ? `/people/duplicates?${query}` : '/people/duplicates';
}

function columns({ filter, sort }: DuplicateList, { locale }: ViewContext): Column<ListedPair>[] {
  return [
    { key: 'one', head: text(locale, 'column.one'), grow: true, cell: ({ one }) => <Who person={one} locale={locale} /> },
    { key: 'other', head: text(locale, 'column.other'), grow: true, cell: ({ other }) => <Who person={other} locale={locale} /> },
    { key: 'reasons', head: text(locale, 'column.reasons'), grow: true, cell: ({ reasons }) => reasonsText(locale, reasons) },
    {
      key: 'likelihood',
      head: text(locale, 'column.likelihood'),
      nowrap: true,
      sort: { href: address(filter, 'likeliest'), ...(sort === 'likeliest' ? { direction: 'descending' } : {}) },
      cell: ({ score }) => <LikelihoodChip score={score} locale={locale} />,
    },
    {
      key: 'found',
      head: text(locale, 'column.found'),
      nowrap: true,
      wideOnly: true,
      sort: { href: address(filter, 'newest'), ...(sort === 'newest' ? { direction: 'descending' } : {}) },
      cell: ({ foundAt }) => <time dateTime={foundAt.toString()} title={formatMoment(locale, foundAt)}>{formatDay(locale, dayOf(foundAt))}</time>,
    },
  ];
}

export function LikelihoodChip({ score, locale }: { score: number; locale: ViewContext['locale'] }) {
  const isCertain = score >= almostCertain;
  return <StatusChip tone={isCertain ? 'waiting' : 'busy'}>{text(locale, isCertain ? 'likelihood.almost-certain' : 'likelihood.probable')}</StatusChip>;
}

function Who({ person, locale }: { person: PersonSummary; locale: ViewContext['locale'] }) {
  const { name, otherNames, birth, municipality } = person;
  return (
    <>
      <Names name={name} otherNames={otherNames} />
      <div>
        <small>{[birthText(locale, birth) ?? text(locale, 'birth.unknown'), municipalityText(municipality)].filter(Boolean).join(' · ')}</small>
      </div>
    </>
  );
}

function Filters({ list: { filter, sort, count, isMore }, context: { locale } }: { list: DuplicateList; context: ViewContext }) {
  const { q, likelihood } = filter;
  const active = [
    ...(q ? [{ label: `“${q}”`, removeHref: address({ likelihood }, sort) }] : []),
    ...(likelihood ? [{ label: text(locale, `likelihood.${likelihood}`), removeHref: address({ q }, sort) }] : []),
  ];
  return (
    <FilterBar locale={locale} action="/people/duplicates" result={text(locale, isMore ? 'list.count.more' : 'list.count', { count })} active={active} clearHref={address({}, sort)} keep={{ sort: sort === 'likeliest' ? undefined : sort }}>
      <TextField locale={locale} name="q" label={text(locale, 'filter.q')} value={q} size={20} dir="auto" />
      <SelectField
        locale={locale}
        name="likelihood"
        label={text(locale, 'column.likelihood')}
        placeholder={text(locale, 'filter.all')}
        value={likelihood}
        options={likelihoods.map((each) => ({ value: each, label: text(locale, `likelihood.${each}`) }))}
      />
    </FilterBar>
  );
}

function Running({ comparison: { done, total }, context: { locale } }: { comparison: { done: number; total: number }; context: ViewContext }) {
  const share = total > 0 ? formatNumber(locale, done / total, { style: 'percent', maximumFractionDigits: 0 }) : '';
  return <Progress locale={locale} label={text(locale, 'running.label')} done={done} total={total} detail={share} refreshHref="/people/duplicates" />;
}

function CompareAgain({ context: { locale, key } }: { context: ViewContext }) {
  return (
    <Form action="/people/duplicates/compare" once={key} label={text(locale, 'compare.act')}>
      <Button look="secondary" icon="refresh-cw">
        {text(locale, 'compare.act')}
      </Button>
    </Form>
  );
}

function NoDuplicates({ list: { comparison, waiting }, context: { locale } }: { list: DuplicateList; context: ViewContext }) {
  const ended = comparison?.endedAt;
  return (
    <EmptyState icon="circle-check" title={text(locale, ended ? 'empty.title' : 'empty.not-yet')} act={<LinkButton href="/people">{text(locale, 'empty.act')}</LinkButton>}>
      <p>{ended ? text(locale, 'empty.what', { count: comparison.total, when: formatMoment(locale, ended) }) : text(locale, 'empty.not-yet.what')}</p>
      {waiting > 0 && <p>{text(locale, 'empty.waiting', { count: waiting })}</p>}
    </EmptyState>
  );
}
