import { Table } from '../../../../kernel/html/index.ts';
import { formatDay } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { addressLines, type Household } from '../../household.ts';
import type { Person } from '../../person.ts';
import type { Field } from '../fields.ts';
import { text } from '../messages.ts';
import type { Newcomer } from '../newcomer.ts';
import { birthText, nationalityText } from '../../show.ts';
import { shownGender, shownLanguages } from '../shown-values.ts';

/** What is shown of someone beside someone else, by field, already in words. */
export type Facts = Partial<Record<Field, string>>;

export function factsOfNewcomer(locale: Locale, newcomer: Newcomer): Facts {
  return { ...sharedFacts(locale, newcomer), 'household-key': newcomer.householdKey ?? '', address: newcomer.address ? addressLines(newcomer.address).join(', ') : '' };
}

export function factsOfPerson(locale: Locale, person: Person, household: Household | undefined): Facts {
  return { ...sharedFacts(locale, person), 'household-key': household?.reference ?? '', address: household?.address ? addressLines(household.address).join(', ') : '' };
}

type Shared = Pick<Person, 'name' | 'otherNames' | 'birth' | 'gender' | 'nationalities' | 'languages' | 'contactWays' | 'arrivedOn'>;

function sharedFacts(locale: Locale, { name, otherNames, birth, gender, nationalities, languages, contactWays, arrivedOn }: Shared): Facts {
  return {
    'full-name': name.full,
    'other-script-name': otherNames.map(({ full }) => full).join(', '),
    'birth-date': birthText(locale, birth),
    gender: shownGender(locale, gender),
    nationality: nationalities.map((code) => nationalityText(locale, code)).join(', '),
    languages: shownLanguages(locale, languages.map(({ code }) => code)),
    'arrival-date': arrivedOn ? formatDay(locale, arrivedOn) : '',
    phone: contactWays.map(({ value }) => value).join(', '),
  };
}

const order: Field[] = ['full-name', 'other-script-name', 'birth-date', 'gender', 'nationality', 'languages', 'arrival-date', 'household-key', 'address', 'phone'];

/** Two people side by side; what is the same is said so, not only shown. */
export function ComparedTable({ locale, left, right, heads }: { locale: Locale; left: Facts; right: Facts; heads: [string, string] }) {
  const rows = order.filter((field) => left[field] || right[field]);
  return (
    <Table
      locale={locale}
      caption={text(locale, 'duplicate.compared')}
      rows={rows}
      rowKey={(field) => field}
      columns={[
        { key: 'field', head: text(locale, 'change.field'), cell: (field) => text(locale, `field.${field}`) },
        { key: 'left', head: heads[0], cell: (field) => <bdi>{left[field] || '–'}</bdi> },
        { key: 'right', head: heads[1], cell: (field) => <bdi>{right[field] || '–'}</bdi> },
        { key: 'same', head: text(locale, 'duplicate.equal'), cell: (field) => text(locale, left[field] === right[field] ? 'yes' : !left[field] || !right[field] ? 'unknown' : 'no') },
      ]}
    />
  );
}
