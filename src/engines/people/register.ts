import { dayOf } from '../../kernel/clock/clock.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { indexPersons, updatePersons } from './change-persons.store.ts';
import type { Address, Household, NewHousehold, NewMember } from './household.ts';
import { findHousehold } from './household.store.ts';
import { municipalityFinder } from './municipality.store.ts';
import * as keep from './keep-household.store.ts';
import type { Municipality, NewPerson, PersonChange } from './person.ts';
import { insertPersons } from './person.store.ts';

const nowhere: Municipality = { nis: null, name: null };

/** Registers persons who belong to no household that is known here. Answers their ids, in the order given. */
export async function registerPersons(tx: Transaction, persons: readonly NewPerson[]): Promise<string[]> {
  const rows = persons.map((person) => ({ ...person, id: person.id ?? newId(), householdId: null, municipality: null }));
  await insertPersons(tx, rows);
  for (const { id } of rows) tx.record({ act: 'person-registered', subjects: [{ type: 'person', id }] });
  return rows.map(({ id }) => id);
}

/** Registers a household with its members, new and known; answers its id and theirs. */
export async function registerHousehold(tx: Transaction, household: NewHousehold): Promise<{ id: string; personIds: string[] }> {
  return (await registerHouseholds(tx, [household]))[0]!;
}

/** As many as there are, one statement a table. Answers in the order given. */
export async function registerHouseholds(tx: Transaction, households: readonly NewHousehold[]): Promise<{ id: string; personIds: string[] }[]> {
  const inFull = await municipalityFinder(tx);
  const rows = households.map((household) => {
    const municipality = inFull(household.municipality ?? household.address?.municipality ?? nowhere);
    const address = withCode(household.address, inFull);
    return { ...household, id: household.id ?? newId(), reference: household.reference ?? null, municipality, address, members: household.members.map(identified) };
  });
  if (rows.some(({ members }) => members.length === 0)) throw new Error('A household has at least one member');
  await keep.insertHouseholds(tx, rows);
  await insertPersons(tx, rows.flatMap(({ id, arrivedOn, municipality, members }) =>
    members.flatMap(({ personId, person }) => (person ? [{ arrivedOn, ...person, id: personId, householdId: id, municipality }] : [])),
  ));
  await keep.insertMembers(tx, rows.flatMap(({ id, arrivedOn, members }) => members.map(({ personId, role }, place) => ({ householdId: id, personId, role, place, joinedOn: arrivedOn }))));
  await moveKnown(tx, rows.flatMap(({ id, arrivedOn, members }) => members.filter(({ person }) => !person).map(({ personId }) => ({ personId, householdId: id, on: arrivedOn ?? dayOf(tx.now) }))));
  for (const { id, arrivedOn, members } of rows)
    tx.record({
      act: 'household-registered',
      subjects: [{ type: 'household', id }, ...members.map(({ personId }) => ({ type: 'person', id: personId }))],
      detail: { size: members.length, arrivedOn: arrivedOn?.toString() ?? null },
    });
  return rows.map(({ id, members }) => ({ id, personIds: members.map(({ personId }) => personId) }));
}

/** An address without a municipality stays without: it may be elsewhere. */
export function withCode(address: Address | null, inFull: (told: Municipality) => Municipality): Address | null {
  const isTold = address && (address.municipality.name !== null || address.municipality.nis !== null);
  return isTold ? { ...address, municipality: inFull(address.municipality) } : address;
}

function identified(member: NewMember): { personId: string; role: NewMember['role']; person?: NewPerson } {
  if ('personId' in member) return member;
  return { personId: member.person.id ?? newId(), role: member.role, person: member.person };
}

async function moveKnown(tx: Transaction, moves: { personId: string; householdId: string; on: Temporal.PlainDate }[]): Promise<void> {
  if (moves.length === 0) return;
  const left = await keep.movePersons(tx, moves);
  await keep.fillReference(tx, left);
  await indexPersons(tx, moves.map(({ personId }) => personId));
}

/**
 * Changes persons and says so of each. Of a person who is gone, or was changed since the version that a change was made from,
 * nothing is changed: their ids come back.
 */
export async function changePersons(tx: Transaction, changes: readonly PersonChange[], act = 'person-changed'): Promise<{ refused: string[] }> {
  const { refused } = await updatePersons(tx, changes);
  for (const change of changes) {
    if (refused.includes(change.id)) continue;
    tx.record({ act, subjects: [{ type: 'person', id: change.id }], detail: { fields: Object.keys(change).filter((field) => field !== 'id' && field !== 'version' && change[field as keyof PersonChange] !== undefined) } });
  }
  return { refused };
}

/** Adds people, new or known, to a household. False when it is gone or was changed since `version`. */
export async function addMembers(tx: Transaction, { id, version, members, on }: { id: string; version: number; members: readonly NewMember[]; on: Temporal.PlainDate }): Promise<string[] | false> {
  const household = await findHousehold(tx, id);
  if (!household || !(await keep.countHouseholdChange(tx, { id, version }))) return false;
  const added = members.map(identified);
  await insertPersons(tx, added.flatMap(({ personId, person }) => (person ? [{ arrivedOn: on, ...person, id: personId, householdId: id, municipality: household.municipality }] : [])));
  await keep.insertMembers(tx, added.map(({ personId, role }, index) => ({ householdId: id, personId, role, place: household.members.length + index, joinedOn: on })));
  await moveKnown(tx, added.filter(({ person }) => !person).map(({ personId }) => ({ personId, householdId: id, on })));
  for (const { personId, role } of added) tx.record({ act: 'member-added', subjects: [{ type: 'household', id }, { type: 'person', id: personId }], detail: { role } });
  return added.map(({ personId }) => personId);
}

/** A member no longer lives there. False when the household or the member is gone, or it was changed since `version`. */
export async function removeMember(tx: Transaction, { id, version, personId, on }: { id: string; version: number; personId: string; on: Temporal.PlainDate }): Promise<boolean> {
  const household = await findHousehold(tx, id);
  if (!household?.members.some((member) => member.personId === personId)) return false;
  if (!(await keep.countHouseholdChange(tx, { id, version }))) return false;
  await keep.endMembership(tx, { householdId: id, personId, on });
  await keep.fillReference(tx, [id]);
  await indexPersons(tx, [personId]);
  tx.record({ act: 'member-left', subjects: [{ type: 'household', id }, { type: 'person', id: personId }], detail: { on: on.toString() } });
  return true;
}

/** Takes a leaving back. False when the person was no member, or lives elsewhere by now. */
export async function returnMember(tx: Transaction, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  if (!(await keep.reopenMembership(tx, { householdId: id, personId }))) return false;
  await keep.fillReference(tx, [id]);
  await indexPersons(tx, [personId]);
  tx.record({ act: 'member-returned', subjects: [{ type: 'household', id }, { type: 'person', id: personId }] });
  return true;
}

export interface HouseholdEdit {
  id: string;
  version: number;
  arrivedOn: Temporal.PlainDate | null;
  address: Address | null;
  /** The day of moving there; null puts right what was written down wrong. */
  movedOn: Temporal.PlainDate | null;
}

/** Changes when a household arrived and where it lives. False when it is gone or was changed since `version`. */
export async function changeHousehold(tx: Transaction, edit: HouseholdEdit): Promise<boolean> {
  const before = await findHousehold(tx, edit.id);
  if (!before) return false;
  const inFull = await municipalityFinder(tx);
  const address = withCode(edit.address, inFull);
  const municipality = address && address.municipality.name !== null ? address.municipality : before.municipality;
  if (!(await keep.updateHousehold(tx, { id: edit.id, version: edit.version, arrivedOn: edit.arrivedOn, municipality }))) return false;
  const hasMoved = JSON.stringify(before.address) !== JSON.stringify(address);
  if (hasMoved) await keepAddress(tx, before, { ...edit, address });
  await indexPersons(tx, before.members.map(({ personId }) => personId));
  const subjects = [{ type: 'household', id: edit.id }, ...before.members.map(({ personId }) => ({ type: 'person', id: personId }))];
  const arrivedOn = edit.arrivedOn?.toString() ?? null;
  if (hasMoved) tx.record({ act: 'address-changed', subjects });
  if (arrivedOn !== (before.arrivedOn?.toString() ?? null)) tx.record({ act: 'arrival-changed', subjects, detail: { from: before.arrivedOn?.toString() ?? null, to: arrivedOn } });
  return true;
}

async function keepAddress(tx: Transaction, before: Household, { id, address, movedOn }: HouseholdEdit): Promise<void> {
  if (before.address && address && movedOn === null) return keep.correctAddress(tx, id, address);
  return keep.replaceAddress(tx, id, { address, on: movedOn ?? dayOf(tx.now) });
}

/** Sets the day on which a household arrived: the clock of its welcome starts then. Throws when there is no such household. */
export async function setArrival(tx: Transaction, householdId: string, arrivedOn: Temporal.PlainDate | null): Promise<void> {
  const household = await findHousehold(tx, householdId);
  if (!household) throw new Error('No such household');
  const { id, version, address } = household;
  if (!(await changeHousehold(tx, { id, version, arrivedOn, address, movedOn: null }))) throw new Error('The household was changed meanwhile');
}
