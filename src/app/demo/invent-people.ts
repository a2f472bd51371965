import type { NewHousehold, NewMember, NewPerson, PartialDate, PersonLanguage } from '../../engines/people/index.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { isAfter, workingDayFrom, workingDayUntil } from './calendar.ts';
import { inventName } from './invent-name.ts';
import { area, streets, town } from './place.ts';
import type { Random } from './random.ts';
import { origins, type Origin } from './words/origins.ts';

/** A household as the rest of the demonstration needs to know it. */
export interface DemoHousehold {
  id: string;
  arrivedOn: Temporal.PlainDate | null;
  registeredOn: Temporal.PlainDate;
  languages: string[];
  /** NIS code. */
  municipality: string;
  /** Those who can ask something themselves. */
  adultIds: string[];
  toRegister: NewHousehold;
}

export interface People {
  persons: number;
  /** The first and the last day on which somebody can be registered. */
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/** Households until there are so many persons, in the order in which they were registered. */
export function inventPeople(random: Random, { persons, from, until }: People): DemoHousehold[] {
  const households: DemoHousehold[] = [];
  const days = from.until(until).days;
  const weights = Object.fromEntries(origins.map(({ country, weight }) => [country, weight]));
  for (let count = 0; count < persons; ) {
    const origin = origins.find(({ country }) => country === random.weighed(weights)) ?? origins[0]!;
    // A little more each year.
    const arrived = from.add({ days: Math.floor(days * random.next() ** 0.85) });
    const household = inventHousehold(random, { origin, arrived, until, place: households.length });
    households.push(household);
    count += household.toRegister.members.length;
  }
  return households.sort((a, b) => a.registeredOn.since(b.registeredOn).days);
}

/** The adults who come to live together. */
const compositions = { alone: 52, couple: 39, siblings: 4, 'with a parent': 5 } as const;
const rolesIn: Record<keyof typeof compositions, NewMember['role'][]> = {
  alone: ['reference'],
  couple: ['reference', 'partner'],
  siblings: ['reference', 'sibling'],
  'with a parent': ['reference', 'partner', 'parent'],
};

interface Setting {
  origin: Origin;
  arrived: Temporal.PlainDate;
  until: Temporal.PlainDate;
  place: number;
}

function inventHousehold(random: Random, { origin, arrived, until, place }: Setting): DemoHousehold {
  const registeredOn = nextListDay(arrived.add({ days: random.between(2, 9) }), until);
  const arrivedOn = random.is(0.006) ? null : isAfter(arrived, registeredOn) ? registeredOn.subtract({ days: 2 }) : arrived;
  const contact = random.weighed(origin.speaks);
  const family = random.one(origin.names.families);
  const adults = inventAdults(random, { origin, family, contact, arrived, place });
  const municipality = random.is(0.9) ? area[0]! : random.one(area.slice(1));
  const members = [...adults, ...inventChildren(random, { origin, family, contact, arrived, parents: adults })];
  return {
    id: newId(),
    arrivedOn,
    registeredOn,
    languages: [...new Set(adults.flatMap(({ person }) => contactLanguagesOf(person)))],
    municipality: municipality.nis,
    adultIds: adults.map(({ person }) => person.id!),
    toRegister: {
      reference: `L-${registeredOn.year}-${String(place + 1).padStart(4, '0')}`,
      arrivedOn,
      address: { street: random.one(streets), number: String(random.between(1, 180)), box: random.is(0.3) ? String(random.between(1, 12)) : null, postcode: town.postcode, municipality },
      municipality,
      members,
    },
  };
}

/** The list of new inhabitants comes in each week. */
function nextListDay(day: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate {
  const listDay = workingDayFrom(day.add({ days: (8 - day.dayOfWeek) % 7 }));
  return isAfter(listDay, until) ? workingDayUntil(until) : listDay;
}

type Member = NewMember & { person: NewPerson };

interface Family {
  origin: Origin;
  family: Origin['names']['families'][number];
  contact: string;
  arrived: Temporal.PlainDate;
}

function inventAdults(random: Random, { origin, family, contact, arrived, place }: Family & { place: number }): Member[] {
  const kind = random.weighed(compositions);
  const firstIsWoman = random.is(0.45);
  return rolesIn[kind].map((role, index) => {
    const isWoman = role === 'partner' ? !firstIsWoman : index === 0 ? firstIsWoman : random.is(0.5);
    const age = role === 'parent' ? random.between(58, 79) : role === 'sibling' || kind === 'alone' ? random.between(18, 44) : random.between(22, 52);
    const person = inventPerson(random, { origin, family, contact, isWoman, bornIn: arrived.year - age });
    const way = index === 0 ? inventContactWay(random, person, place) : undefined;
    return { role, person: { ...person, ...(way ? { contactWays: [way] } : {}), needsInterpreter: random.is(0.06) ? null : random.is(origin.interpreter) } };
  });
}

function inventChildren(random: Random, { origin, family, contact, arrived, parents }: Family & { parents: Member[] }): Member[] {
  const isFamily = parents.length > 1 && parents[1]!.role !== 'sibling';
  const chance = parents.length === 1 ? 0.24 : isFamily ? 0.74 : 0;
  if (!random.is(chance)) return [];
  const count = random.between(1, random.is(0.3) ? 5 : 3);
  return Array.from({ length: count }, (): Member => ({ role: 'child', person: inventPerson(random, { origin, family, contact, isWoman: random.is(0.5), bornIn: arrived.year - random.between(0, 17) }) }));
}

interface Who {
  origin: Origin;
  family: Family['family'];
  contact: string;
  isWoman: boolean;
  bornIn: number;
}

function inventPerson(random: Random, { origin, family, contact, isWoman, bornIn }: Who): NewPerson & { id: string } {
  const { name, otherNames } = inventName(random, origin.names, { isWoman, family });
  const languages: PersonLanguage[] = [{ code: contact, contactRank: 1 }];
  for (const code of random.some(origin.alsoKnows, random.weighed({ 0: 5, 1: 4, 2: 1 }) === '0' ? 0 : 1)) {
    if (code !== contact) languages.push({ code, contactRank: random.is(0.5) ? 2 : null });
  }
  const second = random.is(0.04) ? random.one(origins).country : undefined;
  return {
    id: newId(),
    name,
    otherNames,
    birth: inventBirth(random, origin, bornIn),
    gender: random.is(0.03) ? null : isWoman ? 'woman' : 'man',
    nationalities: origin.country === 'PS' && random.is(0.4) ? ['XX'] : [origin.country, ...(second && second !== origin.country ? [second] : [])],
    languages,
  };
}

function inventBirth(random: Random, { newYear }: Origin, year: number): PartialDate | null {
  if (random.is(newYear)) return { year, month: 1, day: 1 };
  const month = random.between(1, 12);
  const known = random.weighed({ day: 88, month: 4, year: 7, nothing: 1 });
  if (known === 'nothing') return null;
  return { year, month: known === 'year' ? null : month, day: known === 'day' ? random.between(1, 28) : null };
}

/** Numbers and addresses that reach nobody; a few are reached by someone else. */
function inventContactWay(random: Random, { name }: NewPerson, place: number) {
  const kind = random.weighed({ phone: 30, email: 50, other: 8, none: 12 });
  // There are a hundred numbers that are nobody's: so many households have one of their own.
  if (kind === 'phone' && place % 20 === 0 && place < 2000) return { kind: 'phone' as const, value: `+3247000${String(place / 20).padStart(4, '0')}`, isPreferred: true };
  if (kind === 'other') return { kind: 'other' as const, value: random.one(['via de buurvrouw', 'via de school van de kinderen', 'via de broer in Bovenleie']), isPreferred: true };
  if (kind === 'none') return undefined;
  const local = name.full.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase().slice(0, 16) || 'bewoner';
  return { kind: 'email' as const, value: `${local}${place + 1}@example.org`, isPreferred: true };
}

function contactLanguagesOf({ languages = [] }: NewPerson): string[] {
  return languages.filter(({ contactRank }) => contactRank !== null).map(({ code }) => code);
}
