import { Temporal } from '../../kernel/time/temporal.ts';
import type { Address, HouseholdRole, NewHousehold } from './household.ts';
import type { NewPerson, OtherName } from './person.ts';

export interface PersonBuilder {
  /** '1988-02-03', '1988-02' or '1988'. */
  born(day: string): PersonBuilder;
  /** Contact languages, best first. */
  speaking(...languages: string[]): PersonBuilder;
  withName(other: OtherName): PersonBuilder;
  reachedAt(phone: string): PersonBuilder;
  from(...countries: string[]): PersonBuilder;
  needingAnInterpreter(): PersonBuilder;
  knownAs(reference: string): PersonBuilder;
  readonly asPerson: NewPerson;
}

/** Someone of whom only a name is known: "Amira Haddad" has a given and a family name, "Amira" is one name. */
export function aPerson(name = 'Amira Haddad'): PersonBuilder {
  const [given, ...family] = name.split(' ');
  const parts = family.length > 0 ? { given: given!, family: family.join(' ') } : { given: null, family: null };
  return personBuilder({ name: { ...parts, full: name } });
}

function personBuilder(person: NewPerson): PersonBuilder {
  const having = (traits: Partial<NewPerson>) => personBuilder({ ...person, ...traits });
  return {
    asPerson: person,
    born: (day) => {
      const [year, month = null, date = null] = day.split('-').map(Number);
      return having({ birth: { year: year!, month, day: date } });
    },
    speaking: (...languages) => having({ languages: languages.map((code, index) => ({ code, contactRank: index + 1 })) }),
    withName: (other) => having({ otherNames: [...(person.otherNames ?? []), other] }),
    reachedAt: (phone) => having({ contactWays: [{ kind: 'phone', value: phone, isPreferred: true }] }),
    from: (...countries) => having({ nationalities: countries }),
    needingAnInterpreter: () => having({ needsInterpreter: true }),
    knownAs: (reference) => having({ reference }),
  };
}

export interface FamilyBuilder {
  arrivedOn(day: string): FamilyBuilder;
  livingIn(municipality: string, nis?: string | null): FamilyBuilder;
  /** Contact languages of everyone in it. */
  speaking(...languages: string[]): FamilyBuilder;
  with(role: HouseholdRole, person: PersonBuilder): FamilyBuilder;
  readonly asHousehold: NewHousehold;
}

/** A family of one until others are added: `aFamily('Amira Haddad').arrivedOn('2026-03-01').speaking('ar')`. */
export function aFamily(first: string | PersonBuilder = 'Amira Haddad'): FamilyBuilder {
  const person = typeof first === 'string' ? aPerson(first) : first;
  return familyBuilder({ arrivedOn: null, address: null, members: [{ role: 'reference', person: person.asPerson }] });
}

function familyBuilder(household: NewHousehold): FamilyBuilder {
  const having = (traits: Partial<NewHousehold>) => familyBuilder({ ...household, ...traits });
  return {
    asHousehold: household,
    arrivedOn: (day) => having({ arrivedOn: Temporal.PlainDate.from(day) }),
    livingIn: (name, nis = null) => having({ address: { ...homeAt('Kerkstraat', '12'), municipality: { nis, name } } }),
    speaking: (...codes) => {
      const languages = codes.map((code, index) => ({ code, contactRank: index + 1 }));
      return having({ members: household.members.map((member) => ('person' in member ? { ...member, person: { ...member.person, languages } } : member)) });
    },
    with: (role, person) => having({ members: [...household.members, { role, person: person.asPerson }] }),
  };
}

function homeAt(street: string, number: string): Address {
  return { street, number, box: null, postcode: '1500', municipality: { nis: null, name: null } };
}
