import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Household, HouseholdRole, NewHousehold, NewMember } from '../household.ts';
import type { NewPerson, Person } from '../person.ts';
import type { Newcomer } from './newcomer.ts';

/** A row that is taken over: someone to register, or someone in the register. */
export interface Taken {
  line: number;
  newcomer: Newcomer;
  /** Made beforehand for someone new. */
  personId: string;
  known: Person | null;
  /** Was recognised, and nothing is to change: shows where the others live, but goes nowhere. */
  stays: boolean;
}

/** Someone who comes to live in a household that is there already. */
export interface Join {
  householdId: string;
  personId: string;
  role: HouseholdRole;
  place: number;
  on: Temporal.PlainDate | null;
  person: NewPerson | null;
}

export interface HouseholdPlan {
  create: NewHousehold[];
  join: Join[];
  refer: { id: string; reference: string }[];
}

export interface Homes {
  /** Of the list's dossier numbers, the households that carry them. */
  byReference: ReadonlyMap<string, Household>;
  /** Where the known persons of the rows live. */
  byId: ReadonlyMap<string, Household>;
}

/**
 * Where the persons of rows that live together will live: in the household with their dossier number; else in the one where those
 * among them who are known live already, when nobody gave it a number yet; else in a new one. Who is known and has no dossier
 * number in the list stays where they are.
 */
export function planHouseholds(groups: readonly (readonly Taken[])[], homes: Homes): HouseholdPlan {
  const plan: HouseholdPlan = { create: [], join: [], refer: [] };
  for (const group of groups) planGroup(plan, group, homes);
  return plan;
}

function planGroup(plan: HouseholdPlan, group: readonly Taken[], { byReference, byId }: Homes): void {
  const key = group[0]!.newcomer.householdKey;
  const existing = (key && byReference.get(key)) || adoptable(group, key, byId);
  if (existing && key && existing.reference === null) plan.refer.push({ id: existing.id, reference: key });
  const coming = group.filter(({ known, stays }) => !stays && (!known || (key !== null && known.householdId !== existing?.id)));
  if (coming.length === 0) return;
  if (existing) plan.join.push(...coming.map((taken, index) => joining(taken, existing, existing.members.length + index)));
  else plan.create.push(newHousehold(key, coming));
}

/** The one household, without a number, where all of them who are known live. */
function adoptable(group: readonly Taken[], key: string | null, byId: ReadonlyMap<string, Household>): Household | null {
  if (key === null) return null;
  const ids = new Set(group.flatMap(({ known }) => known?.householdId ?? []));
  const only = ids.size === 1 ? byId.get([...ids][0]!) : undefined;
  return only && only.reference === null ? only : null;
}

function joining({ newcomer, personId, known }: Taken, { id, arrivedOn, members }: Household, place: number): Join {
  const isHeaded = members.some(({ role }) => role === 'reference');
  const role = newcomer.role === null || (newcomer.role === 'reference' && isHeaded) ? 'other' : newcomer.role;
  return { householdId: id, personId, role, place, on: newcomer.arrivedOn ?? arrivedOn, person: known ? null : asNewPerson(newcomer, personId) };
}

function newHousehold(key: string | null, group: readonly Taken[]): NewHousehold {
  const lead = group.find(({ newcomer }) => newcomer.role === 'reference') ?? group[0]!;
  const members = group.map((taken): NewMember => {
    const told = taken.newcomer.role ?? 'other';
    const role = taken === lead ? 'reference' : told === 'reference' ? 'other' : told;
    return taken.known ? { role, personId: taken.personId } : { role, person: asNewPerson(taken.newcomer, taken.personId) };
  });
  const days = group.flatMap(({ newcomer }) => newcomer.arrivedOn ?? []).toSorted((a, b) => (a.toString() < b.toString() ? -1 : 1));
  const address = lead.newcomer.address ?? group.find(({ newcomer }) => newcomer.address)?.newcomer.address ?? null;
  return { reference: key, arrivedOn: lead.newcomer.arrivedOn ?? days[0] ?? null, address, members };
}

function asNewPerson(newcomer: Newcomer, id: string): NewPerson {
  const { name, otherNames, birth, gender, registerNumber, reference, nationalities, languages, needsInterpreter, contactWays, arrivedOn } = newcomer;
  return { id, name, otherNames, birth, gender, registerNumber, reference, nationalities, languages, needsInterpreter, contactWays, ...(arrivedOn ? { arrivedOn } : {}) };
}
