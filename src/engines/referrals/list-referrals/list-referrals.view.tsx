import { CheckboxField, ClockChip, EmptyState, FilterBar, LinkButton, Pagination, PrintButton, SelectField, Table, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDay, formatDayLong, formatDayRelative } from '../../../kernel/i18n/format.ts';
import { themeLabel, themes } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { nameSaid, StateChip } from '../referral-parts.tsx';
import { isBack, isWaiting, referralStates, waitsFor, type Referral } from '../referral.ts';
import { stallsOn } from '../term.ts';
import type { ReferralFilterShown, ReferralList } from './list-referrals.ts';
import { termsFor } from './terms-for.ts';
import { referralGroups, type ReferralSort } from './referral-list.store.ts';

export function listReferralsView(list: ReferralList, context: ViewContext) {
  const { locale, may } = context;
  const { filter, referrals, next } = list;
  const isFiltered = Boolean(filter.state !== 'open' || filter.theme || filter.mine || filter.service || filter.waits);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'list.title')}
      wide
      act={referrals.length > 0 && <PrintButton locale={locale} look="subtle" />}
    >
      {(referrals.length > 0 || isFiltered) && <Filters list={list} context={context} />}
      <Table
        locale={locale}
        caption={text(locale, 'list.title')}
        columns={columns(list, context)}
        rows={referrals}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/referrals/${id}`}
        tone={(referral) => (isBack(referral) ? 'harm' : isWaiting(referral.state) ? 'waiting' : undefined)}
        empty={isFiltered ? <NothingFound context={context} /> : <NothingYet context={context} />}
      />
      <Pagination locale={locale} nextHref={next && addressOf(filter, { after: next })} />
      <p class="ww-no-print">
        {may('referrals:export') && referrals.length > 0 && (
          <>
            <a href={addressOf(filter, {}, '/referrals/export')} download>
              {text(locale, 'export.act')}
            </a>
            {' · '}
          </>
        )}
        {may('referrals:settings') && <a href="/settings/referral-terms">{text(locale, 'terms.title')}</a>}
      </p>
    </WorkPage>
  );
}

function addressOf(filter: ReferralFilterShown, extra: Record<string, string | undefined> = {}, path = '/referrals'): string {
  const query = new URLSearchParams();
  const sorted = filter.sort === 'since' ? undefined : filter.sort;
  const all = { state: filter.state === 'open' ? undefined : filter.state, theme: filter.theme, service: filter.service, waits: filter.waits, mine: filter.mine ? 'on' : undefined, sort: sorted, order: sorted || filter.order === 'desc' ? filter.order : undefined, ...extra };
  for (const [name, value] of Object.entries(all)) if (value) query.set(name, value);
  const words = query.toString();
  return words ? `${path}?${words}` : path;
}

function Filters({ list: { filter, count, services }, context: { locale } }: { list: ReferralList; context: ViewContext }) {
  const saved = referralGroups.map((group) => ({
    label: text(locale, `list.${group}`),
    href: group === 'open' ? '/referrals' : `/referrals?state=${group}`,
    current: filter.state === group && !filter.mine && !filter.theme && !filter.service && !filter.waits,
  }));
  return (
    <FilterBar locale={locale} action="/referrals" result={text(locale, 'list.count', { count })} saved={saved} clearHref="/referrals" keep={{ sort: filter.sort === 'since' ? undefined : filter.sort }}>
      <SelectField
        locale={locale}
        name="state"
        label={text(locale, 'field.state')}
        value={filter.state}
        options={[...referralGroups.map((group) => ({ value: group, label: text(locale, `list.${group}`) })), ...referralStates.map((each) => ({ value: each, label: text(locale, `state.${each}`) }))]}
      />
      <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={filter.theme} placeholder={text(locale, 'list.all')} options={themes.map((theme) => ({ value: theme, label: themeLabel(locale, theme) }))} />
      <SelectField locale={locale} name="service" label={text(locale, 'field.service')} value={filter.service} placeholder={text(locale, 'list.all')} options={services.map(({ id, name }) => ({ value: id, label: name }))} />
      <SelectField locale={locale} name="waits" label={text(locale, 'list.waits')} value={filter.waits} placeholder={text(locale, 'list.all')} options={(['sender', 'receiver'] as const).map((whom) => ({ value: whom, label: text(locale, `waits.${whom}`) }))} />
      <CheckboxField locale={locale} name="mine" label={text(locale, 'list.mine')} checked={filter.mine} value="on" />
    </FilterBar>
  );
}

function columns({ persons, terms, filter }: ReferralList, { locale, today }: ViewContext): Column<Referral>[] {
  const days = (moment: Referral['stateSince']) => {
    const day = dayOf(moment);
    return <span title={formatDay(locale, day)}>{formatDayRelative(locale, day, today)}</span>;
  };
  const sort = (by: ReferralSort) => {
    const isNow = filter.sort === by;
    const order = isNow && filter.order === 'asc' ? 'desc' : 'asc';
    return { href: addressOf(filter, { sort: by, order }), ...(isNow ? { direction: filter.order === 'asc' ? ('ascending' as const) : ('descending' as const) } : {}) };
  };
  return [
    { key: 'service', head: text(locale, 'field.service'), cell: ({ serviceName }) => serviceName, grow: true, sort: sort('service') },
    { key: 'who', head: text(locale, 'list.who'), cell: ({ personId }) => <span dir="auto">{nameSaid(personId ? persons.get(personId) : undefined)}</span> },
    { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme }) => themeLabel(locale, theme), wideOnly: true },
    { key: 'state', head: text(locale, 'field.state'), cell: ({ state }) => <StateChip state={state} locale={locale} />, nowrap: true },
    { key: 'waits', head: text(locale, 'list.waits'), cell: (referral) => text(locale, `waits.${waitsFor(referral)}`), nowrap: true },
    { key: 'days', head: text(locale, 'list.days'), cell: (referral) => <Days referral={referral} terms={termsFor(terms, referral)} locale={locale} today={today} />, nowrap: true },
    { key: 'sent', head: text(locale, 'list.sent'), cell: ({ sentAt }) => (sentAt ? days(sentAt) : '–'), nowrap: true, sort: sort('sent'), wideOnly: true },
    { key: 'since', head: text(locale, 'list.since'), cell: ({ stateSince }) => days(stateSince), nowrap: true, sort: sort('since') },
  ];
}

/** The days that are left until it comes back by itself, with the rule. */
function Days({ referral, terms, locale, today }: { referral: Referral; terms: ReturnType<typeof termsFor>; locale: ViewContext['locale']; today: ViewContext['today'] }) {
  if (!['sent', 'seen', 'accepted', 'appointment'].includes(referral.state)) return <>–</>;
  const due = stallsOn(referral, terms);
  return (
    <ClockChip
      locale={locale}
      daysLeft={today.until(due).days}
      soonFrom={7}
      termDays={terms.stalled}
      rule={text(locale, 'list.days.rule', { days: terms.stalled })}
      event={text(locale, 'list.days.event', { state: text(locale, `state.${referral.state}`), day: formatDay(locale, dayOf(referral.appointment?.at ?? referral.stateSince)) })}
      due={formatDayLong(locale, due)}
      source={{ label: terms.source ?? text(locale, 'list.days.source') }}
    />
  );
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
