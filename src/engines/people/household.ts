import type { Temporal } from '../../kernel/time/temporal.ts';
import type { ContactWay, Municipality, NewPerson, OtherName, PartialDate, PersonName } from './person.ts';

/** What a member is to the first person of the household; 'reference' is that person. */
export const householdRoles = ['reference', 'partner', 'child', 'parent', 'sibling', 'other'] as const;
export type HouseholdRole = (typeof householdRoles)[number];

export interface Address {
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  municipality: Municipality;
}

/** A household to register: its members are new, or known already by id. */
export interface NewHousehold {
  /** Made when left out. */
  id?: string;
  /** What the authority's own system calls this household. */
  reference?: string | null;
  /** First day in the municipality: the day on which the clock of the welcome starts. */
  arrivedOn: Temporal.PlainDate | null;
  address: Address | null;
  /** Taken from the address when left out. */
  municipality?: Municipality;
  /** At least one. */
  members: NewMember[];
}

export type NewMember = { role: HouseholdRole } & ({ person: NewPerson } | { personId: string });

export interface Member {
  personId: string;
  role: HouseholdRole;
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  contactLanguages: string[];
  needsInterpreter: boolean | null;
  contactWays: ContactWay[];
}

export interface Household {
  id: string;
  reference: string | null;
  /** Those who live there now, the reference person first. */
  members: Member[];
  arrivedOn: Temporal.PlainDate | null;
  /** Contact languages of its members, best first. */
  contactLanguages: string[];
  /** True when any member needs an interpreter. */
  needsInterpreter: boolean;
  municipality: Municipality;
  address: Address | null;
  registeredAt: Temporal.Instant;
  version: number;
}

/** What other engines show of a household: one line. */
export interface HouseholdSummary {
  id: string;
  /** The reference person's name. */
  name: string;
  size: number;
  arrivedOn: Temporal.PlainDate | null;
  contactLanguages: string[];
  municipality: Municipality;
}

/** Whether an address says anything. */
export function hasAddress(address: Address): boolean {
  return [address.street, address.number, address.box, address.postcode, address.municipality.name, address.municipality.nis].some((part) => part !== null);
}

/** The lines of an address as they stand on a letter: "Kerkstraat 12 bus 3" and "1500 Halle". */
export function addressLines({ street, number, box, postcode, municipality }: Address): string[] {
  const first = [street, number, box && `bus ${box}`].filter(Boolean).join(' ');
  const second = [postcode, municipality.name].filter(Boolean).join(' ');
  return [first, second].filter((line) => line !== '');
}
