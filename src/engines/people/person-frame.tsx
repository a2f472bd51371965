import type { ComponentChildren } from 'preact';
import type { Read } from '../../kernel/db/types.ts';
import { PersonLine, StatusChip, WorkPage } from '../../kernel/html/index.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import type { Household } from './household.ts';
import { findHousehold } from './household.store.ts';
import { text } from './messages.ts';
import type { Person } from './person.ts';
import { findPerson } from './person.store.ts';
import { PersonTabs, type PersonPart } from './rights/person-page.tsx';
import { birthWithAge, languageNames, municipalityText, scriptAttributes } from './show.ts';

/** What stands at the head of every page of a person. */
export interface PersonHead {
  person: Person;
  /** Where the person lives now. */
  household: Household | undefined;
}

/** Undefined when there is no such person, or one who is restricted and was not opened: that page says what to do. */
export async function findPersonHead(read: Read, id: string): Promise<PersonHead | undefined> {
  const person = await findPerson(read, id);
  if (!person || person.isMasked) return undefined;
  return { person, household: person.householdId ? await findHousehold(read, person.householdId) : undefined };
}

interface Props extends PersonHead {
  tab: PersonPart;
  context: ViewContext;
  act?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of one person: who it is, and the other pages of the same person. */
export function PersonFrame({ person, household, tab, context, act, children }: Props) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={person.name.full} lead={<Lead person={person} household={household} context={context} />} crumbs={[{ href: '/people', label: text(locale, 'list.title') }]} act={act}>
      <PersonTabs id={person.id} current={tab} context={context} />
      {children}
    </WorkPage>
  );
}

function Lead({ person, household, context: { locale, today } }: PersonHead & { context: ViewContext }) {
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
