import { Alert, EmptyState, FilterBar, LinkButton, Pagination, SelectField, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { AcceptingChip, FreshnessChip } from '../accepting-chip.tsx';
import { whyFound } from '../find-services/why-found.ts';
import { text } from '../messages.ts';
import type { Service } from '../service.ts';
import { themeLabel, themes } from '../themes.ts';
import type { ServiceList } from './list-services.ts';
import { nextOf } from './next-page.ts';

export function listServicesView(list: ServiceList, context: ViewContext) {
  const { locale, may } = context;
  const { services, isGuess } = list.searched;
  const isFiltered = Object.values(list.asked).some((value) => value !== undefined);
  const add = may('directory:change') && (
    <LinkButton look="primary" icon="plus" hotkey="n" href="/directory/services/new">
      {text(locale, 'service.add')}
    </LinkButton>
  );
  const next = nextOf(list.searched);
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'directory.title')} wide act={(services.length > 0 || isFiltered) && add}>
      {(services.length > 0 || isFiltered) && <Filters list={list} locale={locale} />}
      {isGuess && <Alert>{text(locale, 'list.guess', { words: list.searched.filter.text ?? '' })}</Alert>}
      <Table
        locale={locale}
        caption={text(locale, 'directory.title')}
        columns={columns(list, context)}
        rows={services}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/directory/services/${id}`}
        empty={isFiltered ? <NothingFound locale={locale} /> : <NothingYet locale={locale} act={add || undefined} />}
      />
      <Pagination
        locale={locale}
        previousHref={list.isFurther ? hrefOf(list.asked) : undefined}
        nextHref={next ? hrefOf(list.asked, { after: next }) : undefined}
      />
      <Ways context={context} />
    </WorkPage>
  );
}

/** Where else the map leads: who keeps it sees what is to be done. */
function Ways({ context: { locale, may } }: { context: ViewContext }) {
  const ways = [
    may('directory:change') && { href: '/directory/organisations/new', label: text(locale, 'organisation.add') },
    may('directory:change') && { href: '/directory/municipalities', label: text(locale, 'area.manage') },
    may('directory:change') && { href: '/directory/to-check', label: text(locale, 'check.open') },
    may('directory:import') ? { href: '/directory/import', label: text(locale, 'exchange.open') } : { href: '/directory/export', label: text(locale, 'exchange.export') },
  ].filter((way) => way !== false);
  return <p>{ways.flatMap(({ href, label }, index) => [index > 0 && ' · ', <a href={href}>{label}</a>])}</p>;
}

function columns({ searched, area }: ServiceList, { locale, today }: ViewContext): Column<Service>[] {
  return [
    { key: 'name', head: text(locale, 'service.name'), cell: ({ name }) => name, nowrap: true },
    { key: 'organisation', head: text(locale, 'service.organisation'), cell: ({ organisation }) => <a href={`/directory/organisations/${organisation.id}`}>{organisation.name}</a> },
    { key: 'does', head: text(locale, 'service.does'), cell: ({ does }) => (does.length > 60 ? `${does.slice(0, 58).trimEnd()}…` : does), grow: true },
    { key: 'why', head: text(locale, 'list.why'), cell: (service) => whyFound(locale, service, searched.filter, area).join(' · ') },
    { key: 'themes', head: text(locale, 'service.themes'), cell: (service) => service.themes.map((code) => themeLabel(locale, code)).join(', '), wideOnly: true },
    { key: 'languages', head: text(locale, 'service.languages'), cell: (service) => service.languages.map((code) => languageName(locale, code)).join(', '), wideOnly: true },
    { key: 'phone', head: text(locale, 'service.phone'), cell: ({ phone }) => phone && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>, nowrap: true, wideOnly: true },
    { key: 'accepting', head: text(locale, 'service.accepting.short'), cell: (service) => <AcceptingChip service={service} locale={locale} /> },
    { key: 'fresh', head: text(locale, 'service.last-confirmed'), cell: (service) => <FreshnessChip service={service} locale={locale} today={today} /> },
  ];
}

function Filters({ list, locale }: { list: ServiceList; locale: Locale }) {
  const { asked, area, searched } = list;
  const all = text(locale, 'filter.all');
  return (
    <FilterBar locale={locale} action="/directory" result={text(locale, 'list.count', { count: searched.total })} active={chips(locale, list)} clearHref="/directory">
      <TextField locale={locale} name="text" label={text(locale, 'filter.need')} value={asked.text} />
      <SelectField locale={locale} name="theme" label={text(locale, 'filter.theme')} placeholder={all} value={asked.theme} options={themes.map((code) => ({ value: code, label: themeLabel(locale, code) }))} />
      <SelectField locale={locale} name="language" label={text(locale, 'filter.language')} placeholder={all} value={asked.language} options={spokenLanguageOptions(locale, asked.language ? [asked.language] : [])} />
      {area.length > 1 && <SelectField locale={locale} name="municipality" label={text(locale, 'filter.municipality')} placeholder={all} value={asked.municipality} options={area.map(({ nis, name }) => ({ value: nis, label: name }))} />}
      <SelectField
        locale={locale}
        name="accepting"
        label={text(locale, 'service.accepting.short')}
        placeholder={all}
        value={asked.accepting === undefined ? undefined : asked.accepting ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: text(locale, 'accepting.yes') },
          { value: 'no', label: text(locale, 'accepting.no') },
        ]}
      />
      <SelectField locale={locale} name="open" label={text(locale, 'filter.open')} placeholder={all} value={asked.open ? 'yes' : undefined} options={[{ value: 'yes', label: text(locale, 'filter.open-now') }]} />
    </FilterBar>
  );
}

type Written = Record<string, string | undefined>;

function written({ accepting, open, free, ...rest }: ServiceList['asked']): Written {
  return { ...rest, accepting: accepting === undefined ? undefined : accepting ? 'yes' : 'no', open: open ? 'yes' : undefined, free: free ? 'yes' : undefined };
}

function hrefOf(asked: ServiceList['asked'], more: Written = {}): string {
  const given = Object.entries({ ...written(asked), ...more }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return given.length > 0 ? `/directory?${new URLSearchParams(given)}` : '/directory';
}

/**
 * One chip for each thing that narrows the list, whether it was chosen or read from the words. Taking one away turns what else was
 * read into choices, so that the words cannot bring it back.
 */
function chips(locale: Locale, { area, searched: { filter } }: ServiceList) {
  const { theme, language, municipality, accepting, openAt, free, text: words } = filter;
  const narrowing: Record<string, { value: string | undefined; label: string | undefined }> = {
    text: { value: words, label: words && `“${words}”` },
    theme: { value: theme, label: theme && themeLabel(locale, theme) },
    language: { value: language, label: language && languageName(locale, language) },
    municipality: { value: municipality, label: municipality && (area.find(({ nis }) => nis === municipality)?.name ?? municipality) },
    accepting: { value: accepting === undefined ? undefined : accepting ? 'yes' : 'no', label: accepting === undefined ? undefined : text(locale, accepting ? 'accepting.yes' : 'accepting.no') },
    open: { value: openAt && 'yes', label: openAt && text(locale, 'filter.open-now') },
    free: { value: free ? 'yes' : undefined, label: free ? text(locale, 'why.free') : undefined },
  };
  return Object.entries(narrowing).flatMap(([name, { label }]) => {
    if (!label) return [];
    const rest = Object.fromEntries(Object.entries(narrowing).map(([other, { value }]) => [other, other === name ? undefined : value]));
    return [{ label, removeHref: hrefOf({}, rest) }];
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
