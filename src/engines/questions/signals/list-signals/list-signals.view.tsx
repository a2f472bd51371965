import { ButtonRow, CheckboxField, EmptyState, FilterBar, LinkButton, SelectField, Table, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import { formatDay, formatDayRelative } from '../../../../kernel/i18n/format.ts';
import { themeLabel, themes } from '../../../directory/index.ts';
import { barrierLabel, barrierReasons } from '../../note-barriers/barrier.ts';
import { text } from '../messages.ts';
import { SignalChip } from '../signal-parts.tsx';
import { countWords, isBack, publicStates, signalStates, signalTitle, type Signal } from '../signal.ts';
import type { SignalList } from './list-signals.ts';
import { isFiltered, listAddress } from './signal-filter.ts';

export function listSignalsView(list: SignalList, context: ViewContext) {
  const { locale, may } = context;
  const { input, signals, isMore, rule } = list;
  const filtered = isFiltered(input);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'list.title')}
      lead={text(locale, 'list.lead', { times: rule.times, voices: rule.voices, days: rule.days })}
      wide
      act={
        may('questions:signals-raise') && (
          <LinkButton look="primary" icon="flag" hotkey="n" href="/signals/new">
            {text(locale, 'raise.act')}
          </LinkButton>
        )
      }
    >
      {(signals.length > 0 || filtered) && <Filters list={list} context={context} />}
      <Table locale={locale} caption={text(locale, 'list.title')} columns={columns(list, context)} rows={signals} rowKey={({ id }) => id} rowHref={({ id }) => `/signals/${id}`} tone={(signal) => (isWaiting(signal) ? 'waiting' : undefined)} empty={filtered ? <NothingFound context={context} /> : <NothingYet context={context} />} />
      {isMore && <p>{text(locale, 'list.more')}</p>}
      <ButtonRow>
        {may('questions:signals-answer') && (
          <LinkButton icon="calendar" href="/signals/agenda">
            {text(locale, 'agenda.title')}
          </LinkButton>
        )}
        {signals.length > 0 && (
          <LinkButton look="subtle" icon="download" href={listAddress(input, '/signals/export')} download>
            {text(locale, 'csv.act')}
          </LinkButton>
        )}
        {may('questions:signals-raise') && (
          <LinkButton look="subtle" icon="mail" href="/signals/mail">
            {text(locale, 'mail.title')}
          </LinkButton>
        )}
      </ButtonRow>
    </WorkPage>
  );
}

function isWaiting(signal: Signal): boolean {
  return signal.state === 'before-policy' || signal.state === 'gathering' || isBack(signal);
}

function Filters({ list: { input, signals, area }, context }: { list: SignalList; context: ViewContext }) {
  const { locale, may } = context;
  const states = may('questions:signals-review') || may('questions:signals-raise') ? signalStates : publicStates;
  const all = text(locale, 'filter.all');
  const chip = (label: string, without: Partial<SignalList['input']>) => ({ label, removeHref: listAddress({ ...input, ...without }) });
  const saved = [
    { label: text(locale, 'list.all'), href: '/signals', current: !isFiltered(input) },
    { label: text(locale, 'state.before-policy'), href: '/signals?state=before-policy', current: input.state === 'before-policy' },
    { label: text(locale, 'list.mine'), href: '/signals?mine=yes', current: input.mine },
    { label: text(locale, 'state.back'), href: '/signals?back=yes', current: input.back },
  ].filter(({ href }) => href !== '/signals?mine=yes' || may('questions:signals-raise'));
  return (
    <FilterBar
      locale={locale}
      action="/signals"
      result={text(locale, 'list.count', { count: signals.length })}
      saved={saved}
      keep={{ sort: input.sort }}
      clearHref="/signals"
      active={[
        ...(input.state ? [chip(text(locale, `state.${input.state}`), { state: undefined })] : []),
        ...(input.reason ? [chip(barrierLabel(locale, input.reason), { reason: undefined })] : []),
        ...(input.theme ? [chip(themeLabel(locale, input.theme), { theme: undefined })] : []),
        ...(input.municipality ? [chip(area.find(({ nis }) => nis === input.municipality)?.name ?? input.municipality, { municipality: undefined })] : []),
        ...(input.mine ? [chip(text(locale, 'list.mine'), { mine: false })] : []),
        ...(input.back ? [chip(text(locale, 'state.back'), { back: false })] : []),
      ]}
    >
      <SelectField locale={locale} name="state" label={text(locale, 'list.state')} value={input.state} placeholder={all} options={states.map((value) => ({ value, label: text(locale, `state.${value}`) }))} />
      <SelectField locale={locale} name="reason" label={text(locale, 'field.reason')} value={input.reason} placeholder={all} options={barrierReasons.map((value) => ({ value, label: barrierLabel(locale, value) }))} />
      <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={input.theme} placeholder={all} options={themes.map((value) => ({ value, label: themeLabel(locale, value) }))} />
      {area.length > 1 && <SelectField locale={locale} name="municipality" label={text(locale, 'field.municipality')} value={input.municipality} placeholder={all} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />}
      {may('questions:signals-raise') && <CheckboxField locale={locale} name="mine" label={text(locale, 'list.mine')} checked={input.mine} />}
    </FilterBar>
  );
}

function columns({ input }: SignalList, { locale, today }: ViewContext): Column<Signal>[] {
  const { sort = 'waiting' } = input;
  const by = (code: 'newest' | 'most' | 'waiting', direction: 'ascending' | 'descending') => ({ href: listAddress({ ...input, sort: code }), direction: sort === code ? direction : undefined });
  return [
    { key: 'signal', head: text(locale, 'list.signal'), cell: (signal) => signalTitle(locale, signal), grow: true },
    { key: 'count', head: text(locale, 'list.count.head'), cell: (signal) => countWords(locale, signal), sort: by('most', 'descending'), nowrap: true },
    { key: 'since', head: text(locale, 'list.since'), cell: ({ movedAt }) => <span title={formatDay(locale, dayOf(movedAt))}>{formatDayRelative(locale, dayOf(movedAt), today)}</span>, sort: by('waiting', 'ascending'), nowrap: true },
    { key: 'meeting', head: text(locale, 'list.meeting'), cell: ({ meetingOn, state }) => state === 'on-agenda' && meetingOn && formatDay(locale, meetingOn), nowrap: true, wideOnly: true },
    { key: 'mine', head: text(locale, 'list.mine.head'), cell: ({ isMine }) => isMine && text(locale, 'list.mine.yes'), wideOnly: true },
    { key: 'state', head: text(locale, 'list.state'), cell: (signal) => <SignalChip signal={signal} locale={locale} /> },
  ];
}

function NothingFound({ context: { locale } }: { context: ViewContext }) {
  return (
    <EmptyState icon="search" title={text(locale, 'list.nothing.title')} act={<LinkButton href="/signals">{text(locale, 'list.nothing.act')}</LinkButton>}>
      {text(locale, 'list.nothing.what')}
    </EmptyState>
  );
}

function NothingYet({ context: { locale, may } }: { context: ViewContext }) {
  const act = may('questions:signals-raise') && (
    <LinkButton look="primary" icon="flag" href="/signals/new">
      {text(locale, 'raise.act')}
    </LinkButton>
  );
  return (
    <EmptyState icon="flag" title={text(locale, 'list.empty.title')} act={act || undefined}>
      {text(locale, may('questions:signals-raise') ? 'list.empty.recorder' : 'list.empty.policy')}
    </EmptyState>
  );
}
