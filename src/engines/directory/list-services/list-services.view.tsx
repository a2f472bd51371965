import { Alert, EmptyState, FilterBar, LinkButton, SelectField, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { AcceptingChip } from '../accepting-chip.tsx';
import { text } from '../messages.ts';
import { shownAtMost, type Service, type ServiceFilter } from '../service.ts';
import { themeLabel, themes } from '../themes.ts';
import type { ServiceList } from './list-services.ts';

export function listServicesView(list: ServiceList, context: ViewContext) {
  const { locale, may } = context;
  const { filter, services } = list;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  const shown = services.slice(0, shownAtMost);
  const add = may('directory:change') && (
    <LinkButton look="primary" icon="plus" hotkey="n" href="/directory/services/new">
      {text(locale, 'service.add')}
    </LinkButton>
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'directory.title')} wide act={(services.length > 0 || isFiltered) && add}>
      {(services.length > 0 || isFiltered) && <Filters list={list} locale={locale} />}
      {services.length > shownAtMost && <Alert>{text(locale, 'list.too-many', { count: shownAtMost })}</Alert>}
      <Table
        locale={locale}
        caption={text(locale, 'directory.title')}
        columns={columns(locale)}
        rows={shown}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/directory/services/${id}`}
        empty={isFiltered ? <NothingFound locale={locale} /> : <NothingYet locale={locale} act={add || undefined} />}
      />
      {may('directory:change') && (
        <p>
          <a href="/directory/organisations/new">{text(locale, 'organisation.add')}</a>
          {' · '}
          <a href="/directory/municipalities">{text(locale, 'area.manage')}</a>
        </p>
      )}
    </WorkPage>
  );
}

function columns(locale: Locale): Column<Service>[] {
  return [
    { key: 'name', head: text(locale, 'service.name'), cell: ({ name }) => name, nowrap: true },
    { key: 'organisation', head: text(locale, 'service.organisation'), cell: ({ organisation }) => <a href={`/directory/organisations/${organisation.id}`}>{organisation.name}</a> },
    { key: 'does', head: text(locale, 'service.does'), cell: ({ does }) => (does.length > 60 ? `${does.slice(0, 58).trimEnd()}…` : does), grow: true },
    { key: 'themes', head: text(locale, 'service.themes'), cell: (service) => service.themes.map((code) => themeLabel(locale, code)).join(', ') },
    { key: 'languages', head: text(locale, 'service.languages'), cell: (service) => service.languages.map((code) => languageName(locale, code)).join(', '), wideOnly: true },
    { key: 'phone', head: text(locale, 'service.phone'), cell: ({ phone }) => phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>, nowrap: true, wideOnly: true },
    { key: 'accepting', head: text(locale, 'service.accepting.short'), cell: (service) => <AcceptingChip service={service} locale={locale} /> },
  ];
}

function Filters({ list: { filter, services, area }, locale }: { list: ServiceList; locale: Locale }) {
  const all = text(locale, 'filter.all');
  const result = services.length > shownAtMost ? text(locale, 'list.count.more', { count: shownAtMost }) : text(locale, 'list.count', { count: services.length });
  return (
    <FilterBar locale={locale} action="/directory" result={result} active={activeFilters(locale, filter, area)} clearHref="/directory">
      <TextField locale={locale} name="text" label={text(locale, 'filter.text')} value={filter.text} />
      <SelectField locale={locale} name="theme" label={text(locale, 'filter.theme')} placeholder={all} value={filter.theme} options={themes.map((code) => ({ value: code, label: themeLabel(locale, code) }))} />
      <SelectField locale={locale} name="language" label={text(locale, 'filter.language')} placeholder={all} value={filter.language} options={spokenLanguageOptions(locale, filter.language ? [filter.language] : [])} />
      {area.length > 1 && <SelectField locale={locale} name="municipality" label={text(locale, 'filter.municipality')} placeholder={all} value={filter.municipality} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />}
      <SelectField
        locale={locale}
        name="accepting"
        label={text(locale, 'service.accepting.short')}
        placeholder={all}
        value={filter.accepting === undefined ? undefined : filter.accepting ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: text(locale, 'accepting.yes') },
          { value: 'no', label: text(locale, 'accepting.no') },
        ]}
      />
    </FilterBar>
  );
}

function activeFilters(locale: Locale, filter: ServiceFilter, area: ServiceList['area']) {
  const { text: words, theme, language, municipality, accepting } = filter;
  const labels: Record<keyof ServiceFilter, string | undefined> = {
    text: words && `“${words}”`,
    theme: theme && themeLabel(locale, theme),
    language: language && languageName(locale, language),
    municipality: municipality && (area.find(({ nis }) => nis === municipality)?.name ?? municipality),
    accepting: accepting === undefined ? undefined : text(locale, accepting ? 'accepting.yes' : 'accepting.no'),
  };
  const asWritten = { ...filter, accepting: accepting === undefined ? undefined : accepting ? 'yes' : 'no' };
  return Object.entries(labels).flatMap(([name, label]) => {
    if (!label) return [];
    const rest = Object.entries(asWritten).filter(([other, value]) => other !== name && value !== undefined) as [string, string][];
    return [{ label, removeHref: `/directory?${new URLSearchParams(rest)}` }];
  });
}

function NothingFound({ locale }: { locale: Locale }) {
  return (
    <EmptyState icon="search" title={text(locale, 'list.nothing.title')} act={<LinkButton href="/directory">{text(locale, 'list.nothing.act')}</LinkButton>}>
      {text(locale, 'list.nothing.what')}
    </EmptyState>
  );
}

function NothingYet({ locale, act }: { locale: Locale; act: preact.ComponentChildren }) {
  return (
    <EmptyState icon="map" title={text(locale, 'list.empty.title')} act={act}>
      {text(locale, 'list.empty.what')}
    </EmptyState>
  );
}
