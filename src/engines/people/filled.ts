import { countryName, languageName } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Person } from './person.ts';
import { nationalityText } from './show.ts';

/** The form of a person as text: as it was typed, or as it stands in the register. */
export interface FilledPerson {
  given: string;
  family: string;
  otherNames: string[];
  birth: { day: string; month: string; year: string };
  gender: string;
  nationalities: string[];
  contactLanguages: string[];
  otherLanguages: string[];
  interpreter: string;
  phones: string[];
  emails: string[];
  otherContacts: string[];
  preferredContact: string;
  /** In the form of a household only. */
  role: string;
  sameAs: string;
  /** Who was shown when that was said: ids. */
  shown: string[];
}

const one = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const several = (value: unknown): string[] => (Array.isArray(value) ? value.map(one) : value === undefined ? [] : [one(value)]);

/** What was typed, once the names of its fields are taken apart (see `nested`). */
export function filledFrom(typed: unknown): FilledPerson {
  const values = (typeof typed === 'object' && typed !== null ? typed : {}) as Record<string, unknown>;
  const birth = (typeof values['birth'] === 'object' && values['birth'] !== null ? values['birth'] : {}) as Record<string, unknown>;
  return {
    given: one(values['given']),
    family: one(values['family']),
    otherNames: several(values['otherNames']),
    birth: { day: one(birth['day']), month: one(birth['month']), year: one(birth['year']) },
    gender: one(values['gender']),
    nationalities: several(values['nationalities']),
    contactLanguages: several(values['contactLanguages']),
    otherLanguages: several(values['otherLanguages']),
    interpreter: one(values['interpreter']),
    phones: several(values['phones']),
    emails: several(values['emails']),
    otherContacts: several(values['otherContacts']),
    preferredContact: one(values['preferredContact']),
    role: one(values['role']),
    sameAs: one(values['sameAs']),
    shown: one(values['shown']).split(',').filter(Boolean),
  };
}

/** A person as the register has them. A name that is not known in parts stands whole in the first box. */
export function filledOf(locale: Locale, person: Person): FilledPerson {
  const { name, birth, contactWays, languages } = person;
  const isWhole = name.given === null && name.family === null;
  const ways = (kind: string) => contactWays.filter((way) => way.kind === kind).map(({ value }) => value);
  const part = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return {
    given: isWhole ? name.full : (name.given ?? ''),
    family: name.family ?? '',
    otherNames: person.otherNames.map(({ full }) => full),
    birth: { day: part(birth?.day), month: part(birth?.month), year: part(birth?.year) },
    gender: person.gender ?? '',
    nationalities: person.nationalities.map((code) => nationalityText(locale, code)),
    contactLanguages: person.contactLanguages.map((code) => languageName(locale, code)),
    otherLanguages: languages.filter(({ contactRank }) => contactRank === null).map(({ code }) => languageName(locale, code)),
    interpreter: person.needsInterpreter === null ? '' : person.needsInterpreter ? 'yes' : 'no',
    phones: ways('phone'),
    emails: ways('email'),
    otherContacts: ways('other'),
    preferredContact: contactWays.find(({ isPreferred }) => isPreferred)?.kind ?? '',
    role: '',
    sameAs: '',
    shown: [],
  };
}

/** Countries that most newcomers here come from, for the list that helps while typing; any country is understood. */
const offeredCountries = [
  'AF', 'AL', 'AM', 'AO', 'AZ', 'BA', 'BD', 'BE', 'BF', 'BG', 'BI', 'BR', 'BY', 'CD', 'CG', 'CI', 'CM', 'CN', 'CO', 'CU', 'DE', 'DJ', 'DZ', 'EG', 'ER', 'ES', 'ET', 'FR', 'GB', 'GE', 'GH', 'GM', 'GN', 'GR',
  'HR', 'HT', 'HU', 'IN', 'IQ', 'IR', 'IT', 'JO', 'KE', 'KG', 'KZ', 'LB', 'LK', 'LR', 'LT', 'LV', 'LY', 'MA', 'MD', 'ME', 'MG', 'MK', 'ML', 'MM', 'MN', 'MR', 'NE', 'NG', 'NI', 'NL', 'NP', 'PH', 'PK', 'PL', 'PS',
  'PT', 'RO', 'RS', 'RU', 'RW', 'SA', 'SD', 'SK', 'SL', 'SN', 'SO', 'SS', 'SV', 'SY', 'TD', 'TG', 'TH', 'TJ', 'TM', 'TN', 'TR', 'TZ', 'UA', 'UG', 'US', 'UZ', 'VE', 'VN', 'XK', 'YE', 'ZA', 'ZM', 'ZW',
];

export function countryNames(locale: Locale): string[] {
  return [...offeredCountries.map((code) => countryName(locale, code)).sort((a, b) => a.localeCompare(b, locale)), nationalityText(locale, 'XX')];
}
