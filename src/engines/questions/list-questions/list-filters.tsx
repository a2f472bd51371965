import { CheckboxField, FilterBar, SelectField, TextField } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { lifeDomainLabel, lifeDomains, themeLabel, themesOf, type LifeDomain } from '../../directory/index.ts';
import { text } from '../messages.ts';
import { channelLabel, channels, handlingLabel, handlings } from '../question.ts';
import { listAddress } from './list-address.ts';
import type { QuestionList } from './list-questions.ts';
import type { QuestionFilter } from './question-filter.ts';

export function QuestionFilters({ list, context: { locale, may } }: { list: QuestionList; context: ViewContext }) {
  const { filter, sort, count, isMore } = list;
  const { area, subThemes, employers } = list.own;
  const active = activeFilters(locale, list);
  return (
    <FilterBar
      locale={locale}
      action="/questions"
      result={isMore ? text(locale, 'list.count.more', { count }) : text(locale, 'list.count', { count })}
      active={active}
      clearHref="/questions"
      keep={{ sort: sort === 'newest' ? undefined : sort }}
      saved={may('questions:record') ? savedLists(locale, filter) : undefined}
    >
      <TextField locale={locale} name="q" label={text(locale, 'filter.q')} value={filter.q} />
      <SelectField
        locale={locale}
        name="theme"
        label={text(locale, 'field.theme')}
        placeholder={text(locale, 'filter.all')}
        value={filter.theme}
        options={lifeDomains.map((domain) => ({ group: lifeDomainLabel(locale, domain), options: themesOf(domain).map((code) => ({ value: code, label: themeLabel(locale, code) })) }))}
      />
      <SelectField locale={locale} name="domain" label={text(locale, 'filter.domain')} placeholder={text(locale, 'filter.all')} value={filter.domain} options={lifeDomains.map((code) => ({ value: code, label: lifeDomainLabel(locale, code) }))} />
      <SelectField locale={locale} name="channel" label={text(locale, 'field.channel')} placeholder={text(locale, 'filter.all')} value={filter.channel} options={channels.map((code) => ({ value: code, label: channelLabel(locale, code) }))} />
      <SelectField locale={locale} name="language" label={text(locale, 'field.language.short')} placeholder={text(locale, 'filter.all')} value={filter.language} options={spokenLanguageOptions(locale, filter.language ? [filter.language] : [])} />
      {area.length > 1 && (
        <SelectField locale={locale} name="municipality" label={text(locale, 'field.municipality')} placeholder={text(locale, 'filter.all')} value={filter.municipality} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />
      )}
      <SelectField
        locale={locale}
        name="handling"
        label={text(locale, 'field.handling.short')}
        placeholder={text(locale, 'filter.all')}
        value={filter.handling}
        options={[...handlings.map((code) => ({ value: code, label: handlingLabel(locale, code) })), { value: 'none', label: text(locale, 'filter.handling.none') }]}
      />
      <SelectField
        locale={locale}
        name="state"
        label={text(locale, 'list.state')}
        placeholder={text(locale, 'filter.all')}
        value={filter.state}
        options={[
          { value: 'open', label: text(locale, 'state.open') },
          { value: 'closed', label: text(locale, 'state.closed') },
        ]}
      />
      <SelectField
        locale={locale}
        name="asker"
        label={text(locale, 'field.asker')}
        placeholder={text(locale, 'filter.all')}
        value={filter.asker}
        options={[
          { value: 'named', label: text(locale, 'filter.asker.named') },
          { value: 'coded', label: text(locale, 'filter.asker.coded') },
          { value: 'anonymous', label: text(locale, 'filter.asker.anonymous') },
        ]}
      />
      {subThemes.length > 0 && (
        <SelectField locale={locale} name="subTheme" label={text(locale, 'field.sub-theme')} placeholder={text(locale, 'filter.all')} value={filter.subTheme} options={subThemes.map(({ id, label }) => ({ value: id, label }))} />
      )}
      {employers.length > 0 && (
        <SelectField locale={locale} name="employer" label={text(locale, 'question.employer')} placeholder={text(locale, 'filter.all')} value={filter.employer} options={employers.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <TextField locale={locale} name="from" type="date" label={text(locale, 'filter.from')} value={filter.from?.toString()} />
      <TextField locale={locale} name="to" type="date" label={text(locale, 'filter.to')} value={filter.to?.toString()} />
      <CheckboxField locale={locale} name="visit" label={text(locale, 'filter.visit')} checked={filter.visit} />
      {may('questions:record') && <CheckboxField locale={locale} name="mine" label={text(locale, 'filter.mine')} checked={filter.mine} />}
    </FilterBar>
  );
}

function savedLists(locale: Locale, filter: QuestionFilter) {
  const isOnly = (wanted: QuestionFilter) => listAddress(filter, 'newest') === listAddress(wanted, 'newest');
  const lists: { label: string; wanted: QuestionFilter }[] = [
    { label: text(locale, 'saved.all'), wanted: {} },
    { label: text(locale, 'saved.mine-open'), wanted: { state: 'open', mine: true } },
    { label: text(locale, 'saved.open'), wanted: { state: 'open' } },
    { label: text(locale, 'saved.nothing-done'), wanted: { handling: 'none', state: 'open' } },
  ];
  return lists.map(({ label, wanted }) => ({ label, href: listAddress(wanted, 'newest'), current: isOnly(wanted) }));
}

function activeFilters(locale: Locale, { filter, sort, own: { area, subThemes, employers } }: QuestionList) {
  const { q, theme, domain, channel, language, municipality, handling, state, asker, from, to, mine, subTheme, employer, visit } = filter;
  const labels: Partial<Record<keyof QuestionFilter, string | false | undefined>> = {
    q: q && `“${q}”`,
    theme: theme && themeLabel(locale, theme),
    domain: domain && lifeDomainLabel(locale, domain as LifeDomain),
    channel: channel && channelLabel(locale, channel),
    language: language && languageName(locale, language),
    municipality: municipality && (area.find(({ nis }) => nis === municipality)?.name ?? municipality),
    handling: handling && (handling === 'none' ? text(locale, 'filter.handling.none') : handlingLabel(locale, handling)),
    state: state && text(locale, `state.${state}`),
    asker: asker && text(locale, `filter.asker.${asker}`),
    from: from && text(locale, 'filter.from.is', { day: formatDay(locale, from) }),
    to: to && text(locale, 'filter.to.is', { day: formatDay(locale, to) }),
    mine: mine && text(locale, 'filter.mine'),
    subTheme: subTheme && (subThemes.find(({ id }) => id === subTheme)?.label ?? text(locale, 'field.sub-theme')),
    employer: employer && (employers.find(({ id }) => id === employer)?.name ?? text(locale, 'question.employer')),
    visit: visit && text(locale, 'filter.visit'),
  };
  return Object.entries(labels).flatMap(([name, label]) => (label ? [{ label, removeHref: listAddress({ ...filter, [name]: undefined }, sort) }] : []));
}
