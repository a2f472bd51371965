import { z } from 'zod';
import { field } from '../../kernel/http/fields.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { findCountry, findLanguage } from './import-newcomers/dictionaries.ts';
import { scriptOf } from './import-newcomers/read-names.ts';
import { parsePhone } from './import-newcomers/read-phone.ts';
import { contactKinds, genders, type ContactWay, type NewPerson, type OtherName, type PartialDate, type PersonLanguage } from './person.ts';

/** Texts in boxes under each other, of which some stay empty; each keeps its place, so that an error stands beside its own box. */
const boxes = <T>(read: (typed: string) => T | null, max: number) =>
  z
    .preprocess(
      (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
      z.array(
        field.optionalText(max).transform((typed, context) => {
          if (typed === undefined) return null;
          const found = read(typed);
          if (found === null) context.addIssue({ code: 'custom', message: 'not-known', input: typed });
          return found;
        }),
      ).max(20),
    )
    .transform((all) => [...new Set(all.filter((each) => each !== null))]);

/** Ids of who was shown when someone said who this is: a list, or parted by commas as a form sends it. */
export const shownIds = () => z.preprocess((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : (value ?? [])), z.array(field.text(40)).max(20));

/** Names of languages and countries as people type them, or their codes. */
const languageCodes = () => boxes(findLanguage, 80);
const countryCodes = () => boxes(findCountry, 80);

/** '1988-02-03', or what is known of day, month and year. */
const partialDate = () =>
  z.preprocess(
    readDate,
    z
      .strictObject({ day: field.optionalInteger(1, 31), month: field.optionalInteger(1, 12), year: field.optionalInteger(1850, 2200) })
      .transform(({ day = null, month = null, year = null }, context): PartialDate | null => {
        if (day === null && month === null && year === null) return null;
        if (!isPossible({ day, month, year })) context.addIssue({ code: 'custom', message: 'not-a-day', input: year });
        return { year, month, day };
      }),
  );

function readDate(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return {};
  const iso = typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return iso ? { year: iso[1], month: iso[2], day: iso[3] } : value;
}

function isPossible({ day, month, year }: PartialDate): boolean {
  if (day === null) return true;
  return month !== null && day <= Temporal.PlainYearMonth.from({ year: year ?? 2000, month }).daysInMonth;
}

const shape = {
  given: field.optionalText(120),
  family: field.optionalText(120),
  otherNames: boxes((typed) => typed, 200),
  birth: partialDate(),
  gender: field.optionalChoice(genders),
  nationalities: countryCodes(),
  contactLanguages: languageCodes(),
  otherLanguages: languageCodes(),
  interpreter: field.optionalChoice(['yes', 'no']),
  phones: boxes((typed) => (parsePhone(typed) as { value?: string }).value ?? null, 40),
  emails: boxes((typed) => (z.email().safeParse(typed).success ? typed : null), 120),
  otherContacts: boxes((typed) => typed, 200),
  preferredContact: field.optionalChoice(contactKinds),
};

/** What is asked of a person, whether they are new or changed. A name there must be: in parts, one only, or in another script. */
export const personShape = shape;
export type PersonInput = z.output<z.ZodObject<typeof shape>>;

/** Also asked when something else is wrong, so that all is said at once. */
export const nameRule = { message: 'required', path: ['given'], when: () => true };

export function hasName(filled: Partial<Pick<PersonInput, 'given' | 'family' | 'otherNames'>>): boolean {
  return [filled.given, filled.family, filled.otherNames?.[0]].some((part) => typeof part === 'string' && part !== '');
}

/** A birth that has yet to come is a slip. */
export function isBornBy(today: Temporal.PlainDate, birth: PartialDate | null): boolean {
  if (birth?.year == null) return true;
  return Temporal.PlainDate.compare(Temporal.PlainDate.from({ year: birth.year, month: birth.month ?? 1, day: birth.day ?? 1 }), today) <= 0;
}

/** What was filled in of someone new, as the register keeps it. */
export function personOf(input: PersonInput): Omit<NewPerson, 'id'> {
  const otherNames = input.otherNames.map((full): OtherName => ({ script: scriptOf(full), kind: scriptOf(full) === 'Latn' ? 'spelling' : 'script', full }));
  return {
    ...namesOf(input, otherNames),
    birth: input.birth,
    gender: input.gender ?? null,
    nationalities: input.nationalities,
    languages: languagesOf(input),
    needsInterpreter: input.interpreter === undefined ? null : input.interpreter === 'yes',
    contactWays: contactWaysOf(input),
  };
}

/** A name in another script only is the name. */
function namesOf(input: PersonInput, otherNames: OtherName[]): Pick<NewPerson, 'name' | 'otherNames'> {
  const [given, family] = [input.given ?? null, input.family ?? null];
  if (given === null && family === null) return { name: { given, family, full: otherNames[0]!.full }, otherNames: otherNames.slice(1) };
  return { name: { given, family, full: [given, family].filter(Boolean).join(' ') }, otherNames };
}

export function languagesOf({ contactLanguages, otherLanguages }: Pick<PersonInput, 'contactLanguages' | 'otherLanguages'>): PersonLanguage[] {
  const contact = contactLanguages.map((code, index) => ({ code, contactRank: index + 1 }));
  return [...contact, ...otherLanguages.filter((code) => !contactLanguages.includes(code)).map((code) => ({ code, contactRank: null }))];
}

function contactWaysOf({ phones, emails, otherContacts, preferredContact }: PersonInput): ContactWay[] {
  const ways = [
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
    ...emails.map((value) => ({ kind: 'email' as const, value })),
    ...otherContacts.map((value) => ({ kind: 'other' as const, value })),
  ];
  const preferred = ways.findIndex(({ kind }) => kind === preferredContact);
  return ways.map((way, index) => ({ ...way, isPreferred: index === preferred }));
}
