import { fold } from '../names/fold.ts';
import { addressLines, type Address, type Household } from '../household.ts';
import type { ContactWay, OtherName, PartialDate, Person, PersonChange, PersonLanguage } from '../person.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Newcomer } from './newcomer.ts';
import type { Difference } from './newcomer-list.ts';

export interface Comparison {
  /** What would change of the person; null when nothing would. */
  change: PersonChange | null;
  /** What would change of the household where the person lives. */
  home: { arrivedOn?: Temporal.PlainDate; address?: Address } | null;
  differences: Difference[];
}

/**
 * What a row says otherwise than the register. A list that is silent takes nothing away: an empty cell changes nothing, a language or telephone
 * that is not in it stays. `isLead`: the row speaks for the household (its reference person, or its first row); the others
 * live where it does.
 */
export function compareKnown(newcomer: Newcomer, person: Person, household: Household | null, isLead: boolean): Comparison {
  const change: PersonChange = { id: person.id };
  const differences: Difference[] = [];
  const differ = <Key extends keyof PersonChange>(field: Difference['field'], key: Key, after: PersonChange[Key], shown: [string | null, string | null]) => {
    change[key] = after;
    differences.push({ field, before: shown[0], after: shown[1] });
  };
  const { name, birth, gender, nationalities, needsInterpreter, reference, arrivedOn } = newcomer;
  if (!isSameName(newcomer, person)) differ('full-name', 'name', name, [person.name.full, name.full]);
  if (birth && !isSameDay(birth, person.birth)) differ('birth-date', 'birth', birth, [partialDay(person.birth), partialDay(birth)]);
  if (gender && gender !== person.gender) differ('gender', 'gender', gender, [person.gender, gender]);
  if (nationalities.length > 0 && !isSameSet(nationalities, person.nationalities)) differ('nationality', 'nationalities', nationalities, [person.nationalities.join(', ') || null, nationalities.join(', ')]);
  if (needsInterpreter !== null && needsInterpreter !== person.needsInterpreter) differ('needs-interpreter', 'needsInterpreter', needsInterpreter, [person.needsInterpreter === null ? null : String(person.needsInterpreter), String(needsInterpreter)]);
  if (reference && reference !== person.reference) differ('reference', 'reference', reference, [person.reference, reference]);
  if (arrivedOn && arrivedOn.toString() !== person.arrivedOn?.toString()) differ('arrival-date', 'arrivedOn', arrivedOn, [person.arrivedOn?.toString() ?? null, arrivedOn.toString()]);
  const languages = withLanguages(person.languages, newcomer.languages);
  if (languages) differ('languages', 'languages', languages, [shownLanguages(person.languages), shownLanguages(languages)]);
  const ways = newcomer.contactWays.filter((way) => !person.contactWays.some((known) => isSameWay(known, way)));
  if (ways.length > 0) change.contactWays = withWays(person.contactWays, ways);
  for (const kind of ['phone', 'email'] as const) {
    const [before, more] = [person.contactWays, ways].map((list) => list.filter((way) => way.kind === kind).map(({ value }) => value)) as [string[], string[]];
    if (more.length > 0) differences.push({ field: kind, before: before.join(', ') || null, after: [...before, ...more].join(', ') });
  }
  const others = newcomer.otherNames.filter(({ full }) => full !== person.name.full && !person.otherNames.some((known) => known.full === full));
  if (others.length > 0) differ('other-script-name', 'otherNames', [...person.otherNames, ...others], [shownNames(person.otherNames), shownNames([...person.otherNames, ...others])]);
  const home = isLead ? compareHome(newcomer, household, differences) : null;
  return { change: Object.keys(change).length > 1 ? change : null, home, differences };
}

function compareHome({ arrivedOn, address }: Newcomer, household: Household | null, differences: Difference[]): Comparison['home'] {
  if (!household) return null;
  const home: NonNullable<Comparison['home']> = {};
  if (arrivedOn && arrivedOn.toString() !== household.arrivedOn?.toString()) home.arrivedOn = arrivedOn;
  if (address && shownAddress(address) !== shownAddress(household.address)) {
    home.address = { ...address, municipality: { nis: isSamePlace(address, household.address) ? household.address!.municipality.nis : null, name: address.municipality.name } };
    differences.push({ field: 'address', before: shownAddress(household.address), after: shownAddress(address) });
  }
  if (home.arrivedOn && !differences.some(({ field }) => field === 'arrival-date')) differences.push({ field: 'arrival-date', before: household.arrivedOn?.toString() ?? null, after: home.arrivedOn.toString() });
  return Object.keys(home).length > 0 ? home : null;
}

/** A whole name in another order or case is the same name; parts that were not known before are not a change by themselves. */
function isSameName({ name }: Newcomer, person: Person): boolean {
  const words = (full: string) => fold(full).split(' ').toSorted().join(' ');
  return words(name.full) === words(person.name.full);
}

function isSameDay(a: PartialDate, b: PartialDate | null): boolean {
  return partialDay(a) === partialDay(b);
}

/** '1988-02-03', '1988-02', '1988', or '--02-03' without the year. */
export function partialDay(birth: PartialDate | null): string | null {
  if (!birth) return null;
  const part = (value: number | null) => (value === null ? '' : `-${String(value).padStart(2, '0')}`);
  return `${birth.year ?? '-'}${part(birth.month)}${part(birth.day)}`;
}

/** The list's contact languages come first; what else was known stays. Null when nothing would change. */
function withLanguages(known: readonly PersonLanguage[], told: readonly PersonLanguage[]): PersonLanguage[] | null {
  const isNew = told.some(({ code }) => !known.some((language) => language.code === code));
  const contact = told.filter(({ contactRank }) => contactRank !== null).toSorted((a, b) => a.contactRank! - b.contactRank!);
  const before = known.filter(({ contactRank }) => contactRank !== null).toSorted((a, b) => a.contactRank! - b.contactRank!);
  const isOther = contact.some(({ code }, index) => before[index]?.code !== code);
  if (!isNew && !isOther) return null;
  const ranked = isOther ? [...contact, ...before.filter(({ code }) => !contact.some((language) => language.code === code))] : before;
  const all = [...ranked, ...known, ...told].map(({ code }) => code);
  return [...new Set(all)].map((code) => {
    const rank = ranked.findIndex((language) => language.code === code);
    return { code, contactRank: rank === -1 ? null : rank + 1 };
  });
}

function shownLanguages(languages: readonly PersonLanguage[]): string | null {
  return languages.toSorted((a, b) => (a.contactRank ?? 99) - (b.contactRank ?? 99)).map(({ code }) => code).join(', ') || null;
}

function isSameWay(a: ContactWay, b: ContactWay): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind === 'phone' ? a.value.replace(/\D/g, '').slice(-9) === b.value.replace(/\D/g, '').slice(-9) : a.value.toLowerCase() === b.value.toLowerCase();
}

function withWays(known: readonly ContactWay[], more: readonly ContactWay[]): ContactWay[] {
  const hasPreferred = known.some(({ isPreferred }) => isPreferred);
  return [...known, ...more.map((way) => ({ ...way, isPreferred: way.isPreferred && !hasPreferred }))];
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}

function shownNames(names: readonly Pick<OtherName, 'full'>[]): string | null {
  return names.map(({ full }) => full).join(', ') || null;
}

export function shownAddress(address: Address | null): string | null {
  return address ? addressLines(address).join(', ') || null : null;
}

function isSamePlace(a: Address, b: Address | null): boolean {
  return b !== null && fold(a.municipality.name ?? '') === fold(b.municipality.name ?? '');
}
