import { Columns, LinkButton, Panel, PersonLine, StatusChip, SummaryList, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatDayRelative, languageName } from '../../../kernel/i18n/format.ts';
import { MergedInto } from '../duplicates/merged-into.tsx';
import { ContactPanel } from '../contact-panel.tsx';
import { caseOf, History } from '../history.tsx';
import { HouseholdFacts } from '../household-facts.tsx';
import type { Household } from '../household.ts';
import { text } from '../messages.ts';
import { genders, type Person } from '../person.ts';
import { birthWithAge, languageNames, municipalityText, nationalityText, scriptAttributes } from '../show.ts';
import { PersonTabs } from '../rights/person-page.tsx';
import type { OpenedPerson } from './open-person.ts';

export function openPersonView({ person, household, timeline, mergers }: OpenedPerson, context: ViewContext) {
  const { locale, may } = context;
  return (
    <WorkPage
      frame={context.frame()}
      title={person.name.full}
      lead={<Lead person={person} household={household} context={context} />}
      crumbs={[{ href: '/people', label: text(locale, 'list.title') }]}
      act={
        may('questions:record') && (
          <LinkButton look="primary" icon="message-circle-question-mark" href={`/questions/new?person=${person.id}`} hotkey="n">
            {text(locale, 'person.record-question')}
          </LinkButton>
        )
      }
    >
      <PersonTabs id={person.id} current="person" context={context} />
      <Columns
        main={
          <>
            <Facts person={person} context={context} />
            <ContactPanel person={person} context={context} />
            <MergedInto mergers={mergers} context={context} />
            <History timeline={timeline} self={person.id} context={context} />
          </>
        }
        side={
          <>
            {household ? (
              <HouseholdFacts household={household} personId={person.id} caseId={caseOf(timeline, context)} context={context} />
            ) : (
              <Panel title={text(locale, 'field.household')}>{text(locale, 'household.none')}</Panel>
            )}
          </>
        }
      />
    </WorkPage>
  );
}

function Lead({ person, household, context: { locale, today } }: { person: Person; household: Household | undefined; context: ViewContext }) {
  return (
    <PersonLine
      locale={locale}
      name={birthWithAge(locale, person.birth, today) ?? text(locale, 'birth.unknown')}
      otherNames={person.otherNames.map(({ script, full }) => ({ text: full, ...scriptAttributes(script) }))}
      languages={languageNames(locale, person.contactLanguages)}
      household={household && text(locale, 'household.title.size', { count: household.members.length })}
      detail={household && municipalityText(household.municipality)}
      waits={person.needsInterpreter ? <StatusChip tone="waiting">{text(locale, 'interpreter.needed')}</StatusChip> : undefined}
    />
  );
}

function Facts({ person, context }: { person: Person; context: ViewContext }) {
  const { locale, today, may } = context;
  const { name, birth, nationalities, languages, arrivedOn, gender } = person;
  const other = languages.filter(({ contactRank }) => contactRank === null).map(({ code }) => languageName(locale, code));
  const changeLanguages = may('people:change') ? { changeHref: `/people/${person.id}/languages/change` } : {};
  const known = genders.find((each) => each === gender);
  return (
    <Panel
      title={text(locale, 'person.facts')}
      act={
        may('people:change') && (
          <LinkButton small look="secondary" icon="pencil" href={`/people/${person.id}/change`} hotkey="w">
            {text(locale, 'person.change')}
          </LinkButton>
        )
      }
    >
      <SummaryList
        locale={locale}
        rows={[
          { label: text(locale, 'field.given'), value: name.given ?? (name.family ? undefined : <bdi>{name.full}</bdi>) },
          { label: text(locale, 'field.family'), value: name.family ?? undefined },
          ...person.otherNames.map(({ kind, script, full }) => ({ label: text(locale, `name-kind.${kind}`), value: <bdi {...scriptAttributes(script)}>{full}</bdi> })),
          { label: text(locale, 'field.birth'), value: birthWithAge(locale, birth, today) },
          { label: text(locale, 'field.gender'), value: known ? text(locale, `gender.${known}`) : (gender ?? undefined) },
          { label: text(locale, 'field.nationality'), value: nationalities.map((code) => nationalityText(locale, code)).join(', ') || undefined },
          { label: text(locale, 'field.contact-languages'), value: languageNames(locale, person.contactLanguages).join(', ') || undefined, ...changeLanguages },
          { label: text(locale, 'field.other-languages'), value: other.join(', ') || undefined },
          { label: text(locale, 'field.interpreter'), value: person.needsInterpreter === null ? undefined : text(locale, person.needsInterpreter ? 'answer.yes' : 'answer.no'), ...changeLanguages },
          { label: text(locale, 'field.arrived'), value: arrivedOn && `${formatDay(locale, arrivedOn)} (${formatDayRelative(locale, arrivedOn, today)})` },
          ...(person.reference ? [{ label: text(locale, 'field.reference'), value: person.reference }] : []),
        ]}
      />
    </Panel>
  );
}
