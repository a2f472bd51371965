import { CheckboxField, EmptyState, FilterBar, Icon, LinkButton, ButtonRow, Pagination, SelectField, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatDayRelative, languageName } from '../../../kernel/i18n/format.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { levelMark } from '../life/assessment.store.ts';
import { levelsToAsk, skills } from '../life/level.ts';
import { text as lifeText } from '../life/messages.ts';
import { text } from '../messages.ts';
import type { PersonSummary } from '../person.ts';
import { ageText, birthText, languageNames, municipalityText, nationalityText } from '../show.ts';
import { Names } from '../names-shown.tsx';
import type { Listed } from './cursor.ts';
import type { PersonList } from './list-persons.ts';
import { listAddress, type PersonFilter } from './person-filter.ts';

export function listPersonsView(list: PersonList, context: ViewContext) {
  const { locale, may } = context;
  const { filter, sort, persons, previous, next, isEmpty } = list;
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'list.title')}
      wide
      act={
        may('people:register') && (
          <LinkButton look="primary" icon="user-plus" href="/people/new" hotkey="n">
            {text(locale, 'list.register')}
          </LinkButton>
        )
      }
    >
      {isEmpty ? (
        <NobodyYet context={context} />
      ) : (
        <>
          <Filters list={list} context={context} />
          <Table
            locale={locale}
            caption={text(locale, 'list.title')}
            columns={columns(list, context)}
            rows={persons}
            rowKey={({ id }) => id}
            rowHref={({ id }) => (may('people:read') ? `/people/${id}` : undefined)}
            empty={<NobodyFound filter={filter} near={list.near} context={context} />}
          />
          <Pagination
            locale={locale}
            previousHref={previous && listAddress(filter, sort, { before: previous })}
            nextHref={next && listAddress(filter, sort, { after: next })}
          />
          {persons.length > 0 && (may('people:export') || may('people:import') || may('people:merge')) && (
            <ButtonRow>
              {may('people:merge') && (
                <LinkButton small look="subtle" icon="users" href="/people/duplicates">
                  {text(locale, 'list.duplicates')}
                </LinkButton>
              )}
              {may('people:export') && (
                <LinkButton small look="subtle" icon="download" href={listAddress(filter, sort, {}, '/people/export')} download>
                  {text(locale, 'export.act')}
                </LinkButton>
              )}
              {may('people:import') && (
                <LinkButton small look="subtle" icon="upload" href="/people/import">
                  {text(locale, 'list.import')}
                </LinkButton>
              )}
            </ButtonRow>
          )}
        </>
      )}
    </WorkPage>
  );
}

function columns({ filter, sort }: PersonList, { locale, today, may }: ViewContext): Column<Listed>[] {
  return [
    {
      key: 'name',
      head: text(locale, 'field.name'),
      grow: true,
      sort: { href: listAddress(filter, 'name'), ...(sort === 'name' ? { direction: 'ascending' } : {}) },
      cell: ({ name, otherNames }) => <Names name={name} otherNames={otherNames} />,
    },
    { key: 'birth', head: text(locale, 'field.birth'), nowrap: true, cell: ({ birth }) => birthText(locale, birth) ?? '' },
    { key: 'age', head: text(locale, 'field.age'), nowrap: true, wideOnly: true, cell: ({ birth }) => ageText(locale, birth, today) ?? '' },
    {
      key: 'languages',
      head: text(locale, 'field.contact-languages'),
      cell: ({ contactLanguages, needsInterpreter }) => (
        <span title={needsInterpreter ? text(locale, 'interpreter.needed') : undefined}>
          {languageNames(locale, contactLanguages).join(', ')} {needsInterpreter && <Icon name="languages" size={16} />}
          {needsInterpreter && <span class="ww-out-of-sight">{text(locale, 'interpreter.needed')}</span>}
        </span>
      ),
    },
    {
      key: 'household',
      head: text(locale, 'field.household'),
      nowrap: true,
      cell: ({ householdId, householdSize }) => {
        const size = householdId && text(locale, 'household.size', { count: householdSize });
        return size && may('people:read') ? <a href={`/households/${householdId}`}>{size}</a> : size;
      },
    },
    { key: 'municipality', head: text(locale, 'field.municipality'), cell: ({ municipality }) => municipalityText(municipality) ?? '' },
    {
      key: 'arrived',
      head: text(locale, 'field.arrived'),
      nowrap: true,
      sort: { href: listAddress(filter, 'arrival'), ...(sort === 'arrival' ? { direction: 'descending' } : {}) },
      cell: ({ arrivedOn }) => arrivedOn && <time dateTime={arrivedOn.toString()} title={formatDayRelative(locale, arrivedOn, today)}>{formatDay(locale, arrivedOn)}</time>,
    },
  ];
}

function Filters({ list, context: { locale, today } }: { list: PersonList; context: ViewContext }) {
  const { filter, sort, count, isMore, municipalities } = list;
  return (
    <FilterBar
      locale={locale}
      action="/people"
      result={text(locale, isMore ? 'list.count.more' : 'list.count', { count })}
      active={activeFilters(list, locale)}
      clearHref={listAddress({}, sort)}
      keep={{ sort: sort === 'name' ? undefined : sort, nationality: filter.nationality, registeredFrom: filter.registeredFrom?.toString() }}
      saved={[
        { label: text(locale, 'saved.all'), wanted: {} },
        { label: text(locale, 'saved.this-month'), wanted: { arrivedFrom: today.with({ day: 1 }) } },
        { label: text(locale, 'saved.interpreter'), wanted: { interpreter: true } },
      ].map(({ label, wanted }) => ({ label, href: listAddress(wanted, sort), current: listAddress(wanted, sort) === listAddress(filter, sort) }))}
    >
      <TextField locale={locale} name="q" label={text(locale, 'filter.q')} value={filter.q} size={20} dir="auto" />
      <SelectField
        locale={locale}
        name="language"
        label={text(locale, 'filter.language')}
        placeholder={text(locale, 'filter.all')}
        value={filter.language}
        options={spokenLanguageOptions(locale, filter.language ? [filter.language] : [])}
      />
      {municipalities.length > 1 && (
        <SelectField
          locale={locale}
          name="municipality"
          label={text(locale, 'field.municipality')}
          placeholder={text(locale, 'filter.all')}
          value={filter.municipality}
          options={municipalities.map((municipality) => ({ value: municipality.nis ?? municipality.name ?? '', label: municipalityText(municipality) ?? '' }))}
        />
      )}
      <SelectField locale={locale} name="level" label={text(locale, 'filter.dutch')} placeholder={text(locale, 'filter.all')} value={filter.level} options={dutchLevels(locale, filter.level)} />
      <TextField locale={locale} name="arrivedFrom" type="date" label={text(locale, 'filter.arrived-from')} value={filter.arrivedFrom?.toString()} />
      <TextField locale={locale} name="arrivedTo" type="date" label={text(locale, 'filter.arrived-to')} value={filter.arrivedTo?.toString()} />
      <CheckboxField locale={locale} name="interpreter" label={text(locale, 'interpreter.needed')} checked={filter.interpreter} />
    </FilterBar>
  );
}

function activeFilters({ filter, sort, municipalities }: PersonList, locale: ViewContext['locale']) {
  const { q, language, nationality, municipality, arrivedFrom, arrivedTo, registeredFrom, interpreter, level } = filter;
  const labels: Partial<Record<keyof PersonFilter, string | false | undefined>> = {
    q: q && `“${q}”`,
    language: language && languageName(locale, language),
    nationality: nationality && nationalityText(locale, nationality),
    municipality: municipality && (municipalities.find(({ nis, name }) => municipality === (nis ?? name))?.name ?? municipality),
    arrivedFrom: arrivedFrom && text(locale, 'filter.arrived-from.is', { day: formatDay(locale, arrivedFrom) }),
    arrivedTo: arrivedTo && text(locale, 'filter.arrived-to.is', { day: formatDay(locale, arrivedTo) }),
    registeredFrom: registeredFrom && text(locale, 'filter.registered-from.is', { day: formatDay(locale, registeredFrom) }),
    interpreter: interpreter && text(locale, 'interpreter.needed'),
    level: level && levelText(locale, level),
  };
  return Object.entries(labels).flatMap(([name, label]) => (label ? [{ label, removeHref: listAddress({ ...filter, [name]: undefined }, sort) }] : []));
}

/** What is asked most: how much Dutch someone speaks or reads at least. Another language comes by the address. */
function dutchLevels(locale: ViewContext['locale'], chosen: string | undefined) {
  const asked = (['speaking', 'reading'] as const).map((skill) => ({
    group: lifeText(locale, `skill.${skill}`),
    options: levelsToAsk.slice(0, 4).map((level) => ({ value: levelMark('nl', skill, level), label: levelText(locale, levelMark('nl', skill, level)) })),
  }));
  const isOffered = !chosen || asked.some(({ options }) => options.some(({ value }) => value === chosen));
  return isOffered ? asked : [{ value: chosen, label: levelText(locale, chosen) }, ...asked];
}

/** "Nederlands, spreken: minstens A2" */
function levelText(locale: ViewContext['locale'], asked: string): string {
  const [language = '', skill, level] = asked.split('-');
  const [known, reached] = [skills.find((each) => each === skill), levelsToAsk.find((each) => each === level)];
  return known && reached ? text(locale, 'filter.level.is', { language: languageName(locale, language), skill: lifeText(locale, `skill.${known}`).toLocaleLowerCase(locale), level: lifeText(locale, `level.${reached}`) }) : asked;
}

function NobodyYet({ context: { locale, may } }: { context: ViewContext }) {
  return (
    <EmptyState
      icon="users"
      title={text(locale, 'empty.title')}
      act={
        <ButtonRow>
          {may('people:import') && (
            <LinkButton look="primary" icon="upload" href="/people/import">
              {text(locale, 'empty.import')}
            </LinkButton>
          )}
          {may('people:register') && (
            <LinkButton look={may('people:import') ? 'secondary' : 'primary'} icon="user-plus" href="/people/new">
              {text(locale, 'empty.register')}
            </LinkButton>
          )}
        </ButtonRow>
      }
    >
      {text(locale, 'empty.what')}
    </EmptyState>
  );
}

function NobodyFound({ filter, near, context: { locale, may } }: { filter: PersonFilter; near: readonly PersonSummary[]; context: ViewContext }) {
  return (
    <EmptyState
      icon="search"
      title={filter.q ? text(locale, 'found.nobody-named', { name: filter.q }) : text(locale, 'found.nobody')}
      act={
        filter.q && may('people:register') ? (
          <LinkButton look="primary" icon="user-plus" href={`/people/new?${new URLSearchParams({ name: filter.q }).toString()}`}>
            {text(locale, 'found.register', { name: filter.q })}
          </LinkButton>
        ) : (
          <LinkButton href="/people">{text(locale, 'found.clear')}</LinkButton>
        )
      }
    >
      {near.length > 0 ? (
        <>
          <p>{text(locale, 'found.near')}</p>
          <ul>
            {near.map(({ id, name, otherNames, birth }) => (
              <li>
                {may('people:read') ? <a href={`/people/${id}`}><Names name={name} otherNames={otherNames} /></a> : <Names name={name} otherNames={otherNames} />} <small>{birthText(locale, birth)}</small>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{text(locale, filter.q ? 'found.nobody-named.what' : 'found.nobody.what')}</p>
      )}
    </EmptyState>
  );
}
