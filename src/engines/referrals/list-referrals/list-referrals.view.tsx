import { CheckboxField, EmptyState, FilterBar, LinkButton, Pagination, SelectField, Table, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDay, formatDayRelative } from '../../../kernel/i18n/format.ts';
import { themeLabel, themes } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { nameSaid, StateChip } from '../referral-parts.tsx';
import { isBack, isWaiting, referralStates, type Referral } from '../referral.ts';
import { referralGroups, type ReferralGroup } from '../referral.store.ts';
import type { ReferralFilterShown, ReferralList } from './list-referrals.ts';

export function listReferralsView(list: ReferralList, context: ViewContext) {
  const { locale } = context;
  const { filter, referrals, counts, next } = list;
  const isFiltered = Boolean(filter.state !== 'open' || filter.theme || filter.mine);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'list.title')} wide>
      {(total > 0 || isFiltered) && <Filters list={list} context={context} />}
      <Table
        locale={locale}
        caption={text(locale, 'list.title')}
        columns={columns(list, context)}
        rows={referrals}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/referrals/${id}`}
        tone={({ state }) => (isBack(state) ? 'harm' : isWaiting(state) ? 'waiting' : undefined)}
        empty={isFiltered ? <NothingFound context={context} /> : <NothingYet context={context} />}
      />
      <Pagination locale={locale} nextHref={next && addressOf(filter, { after: next })} />
      {context.may('referrals:settings') && (
        <p>
          <a href="/settings/referral-terms">{text(locale, 'terms.title')}</a>
        </p>
      )}
    </WorkPage>
  );
}

function addressOf(filter: ReferralFilterShown, extra: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  const all = { state: filter.state === 'open' ? undefined : filter.state, theme: filter.theme, mine: filter.mine ? 'on' : undefined, ...extra };
  for (const [name, value] of Object.entries(all)) if (value) query.set(name, value);
  const words = query.toString();
  return words ? `/referrals?${words}` : '/referrals';
}

function Filters({ list: { filter, counts }, context: { locale } }: { list: ReferralList; context: ViewContext }) {
  const sum = (states: readonly (typeof referralStates)[number][]) => states.reduce((all, state) => all + (counts.get(state) ?? 0), 0);
  const { state } = filter;
  const total = sum(state === 'all' ? referralStates : state in referralGroups ? referralGroups[state as ReferralGroup] : [state as (typeof referralStates)[number]]);
  const saved = (['open', 'waiting', 'back', 'all'] as const).map((group) => ({
    label: text(locale, `list.${group}`),
    href: group === 'open' ? '/referrals' : `/referrals?state=${group}`,
    current: state === group && !filter.mine && !filter.theme,
  }));
  return (
    <FilterBar locale={locale} action="/referrals" result={filter.theme ? '' : text(locale, 'list.count', { count: total })} saved={saved} clearHref="/referrals">
      <SelectField
        locale={locale}
        name="state"
        label={text(locale, 'field.state')}
        value={filter.state}
        options={[
          ...(['open', 'waiting', 'back', 'all'] as const).map((group) => ({ value: group, label: text(locale, `list.${group}`) })),
          ...referralStates.map((each) => ({ value: each, label: text(locale, `state.${each}`) })),
        ]}
      />
      <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={filter.theme} placeholder={text(locale, 'list.all')} options={themes.map((theme) => ({ value: theme, label: themeLabel(locale, theme) }))} />
      <CheckboxField locale={locale} name="mine" label={text(locale, 'list.mine')} checked={filter.mine} value="on" />
    </FilterBar>
  );
}

function columns({ persons }: ReferralList, { locale, today }: ViewContext): Column<Referral>[] {
  const since = ({ stateSince }: Referral) => {
    const day = dayOf(stateSince);
    return <span title={formatDay(locale, day)}>{formatDayRelative(locale, day, today)}</span>;
  };
  return [
    { key: 'service', head: text(locale, 'field.service'), cell: ({ serviceName }) => serviceName, grow: true },
    { key: 'who', head: text(locale, 'list.who'), cell: ({ personId }) => <span dir="auto">{nameSaid(persons.get(personId))}</span> },
    { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme }) => themeLabel(locale, theme) },
    { key: 'state', head: text(locale, 'field.state'), cell: ({ state }) => <StateChip state={state} locale={locale} /> },
    { key: 'since', head: text(locale, 'list.since'), cell: since },
  ];
}

function NothingFound({ context: { locale } }: { context: ViewContext }) {
  return (
    <EmptyState icon="search" title={text(locale, 'list.nothing.title')} act={<LinkButton href="/referrals">{text(locale, 'list.nothing.act')}</LinkButton>}>
      {text(locale, 'list.nothing.what')}
    </EmptyState>
  );
}

function NothingYet({ context: { locale } }: { context: ViewContext }) {
  return (
    <EmptyState icon="forward" title={text(locale, 'list.empty.title')} act={<LinkButton href="/questions">{text(locale, 'list.empty.act')}</LinkButton>}>
      {text(locale, 'list.empty.what')}
    </EmptyState>
  );
}
