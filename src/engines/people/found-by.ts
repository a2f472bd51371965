import { fold } from './names/fold.ts';
import { nameWords } from './names/name-words.ts';
import { searchTokens } from './names/search-tokens.ts';
import type { Municipality, PartialDate, PersonLanguage, PersonName } from './person.ts';

/** All that decides how a person is found in lists and searches. */
export interface Findable {
  name: PersonName;
  otherNames: readonly { full: string }[];
  birth: PartialDate | null;
  nationalities: readonly string[];
  languages: readonly PersonLanguage[];
  needsInterpreter: boolean | null;
  municipality: Municipality | null;
  /** Levels that the person reaches: 'nl-speaking-A2' (see `findReached`). None for who was never assessed. */
  reached?: readonly string[];
}

/**
 * Marks for filters. They begin with a sign that no word of a name can begin with, so that nobody finds people by typing one.
 */
export const mark = {
  contactLanguage: (code: string) => `#contact-${code}`,
  nationality: (country: string) => `#nationality-${country}`,
  municipality: ({ nis, name }: Municipality) => `#municipality-${nis ?? fold(name ?? '')}`,
  needsInterpreter: '#interpreter',
  level: (reached: string) => `#level-${reached}`,
  bornInYear: (year: number) => `#born-${year}`,
  bornOn: (year: number, month: number, day: number) => `#born-${year}-${month}-${day}`,
};

/** The words of `person.search`: meant for `array_to_tsvector`. */
export function searchWordsOf(person: Findable): string[] {
  const names = [person.name.full, [person.name.given, person.name.family].filter(Boolean).join(' '), ...person.otherNames.map(({ full }) => full)];
  return [...new Set([...names.flatMap(searchTokens), ...marksOf(person)])];
}

function marksOf({ birth, nationalities, languages, needsInterpreter, municipality, reached = [] }: Findable): string[] {
  const marks = [
    ...reached.map(mark.level),
    ...languages.filter(({ contactRank }) => contactRank !== null).map(({ code }) => mark.contactLanguage(code)),
    ...nationalities.map(mark.nationality),
  ];
  if (needsInterpreter) marks.push(mark.needsInterpreter);
  if (municipality && (municipality.nis ?? municipality.name)) marks.push(mark.municipality(municipality));
  if (birth?.year) marks.push(mark.bornInYear(birth.year));
  if (birth?.year && birth.month && birth.day) marks.push(mark.bornOn(birth.year, birth.month, birth.day));
  return marks;
}

/** Where the person stands in a list by name: folded, in Latin letters, the family name first where it is known as such. */
export function sortNameOf({ given, family, full }: PersonName): string {
  const inOrder = family ? [family, given ?? ''].join(' ') : full;
  return nameWords(inOrder)
    .map(({ latin, written }) => fold(latin[0] ?? written))
    .join(' ');
}

/** A word of `search`, quoted for a `tsquery`. */
export function quotedWord(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
