import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { indexPersons } from '../change-persons.store.ts';
import type { Address, Household } from '../household.ts';
import * as keep from '../keep-household.store.ts';
import { municipalityFinder } from '../municipality.store.ts';
import { withCode } from '../register.ts';
import { rolesApart, type Placed } from './roles.ts';
import { endAddress, findUndoable, insertTurn, restore, snapshot } from './turn.store.ts';

export interface Split {
  household: Household;
  version: number;
  /** Some of its members, not all. */
  leaving: readonly string[];
  on: Temporal.PlainDate;
  /** Null when it is not known where they went. */
  address: Address | null;
  /** The welcome of those who leave starts anew on that day; otherwise they arrived when the household did. */
  hasOwnClock: boolean;
}

/** Members leave together into a household of their own. False when the household was changed since `version`. */
export async function splitHousehold(tx: Transaction, { household, version, leaving, on, address, hasOwnClock }: Split): Promise<{ id: string; turnId: string } | false> {
  const before = await snapshot(tx, [household.id]);
  if (!(await keep.countHouseholdChange(tx, { id: household.id, version }))) return false;
  const inFull = await municipalityFinder(tx);
  const home = withCode(address, inFull);
  const id = newId();
  const municipality = home && home.municipality.name !== null ? home.municipality : household.municipality;
  await keep.insertHouseholds(tx, [{ id, reference: null, arrivedOn: hasOwnClock ? on : household.arrivedOn, municipality, address: null }]);
  if (home) await keep.replaceAddress(tx, id, { address: home, on });
  const placed = rolesApart(household.members.filter(({ personId }) => leaving.includes(personId)));
  await moveInto(tx, { householdId: id, placed, firstPlace: 0, on });
  await keep.fillReference(tx, [household.id]);
  const turnId = await insertTurn(tx, { kind: 'split', fromHouseholdId: household.id, intoHouseholdId: id, onDay: on, before });
  tx.record({ act: 'household-split', subjects: subjectsOf([household.id, id], leaving), detail: { on: on.toString(), size: leaving.length, ownClock: hasOwnClock } });
  return { id, turnId };
}

export interface Merge {
  /** Who are there, and stay one household. */
  household: Household;
  version: number;
  /** Who come. */
  other: Household;
  otherVersion: number;
  /** What those who come are to the reference person. */
  roles: readonly Placed[];
  on: Temporal.PlainDate;
  /** They all go to live where those live who come. */
  isAtOthers: boolean;
}

/** Two households come to live together as one; the other stays in the history, empty. False when either was changed since its version. */
export async function mergeHouseholds(tx: Transaction, { household, version, other, otherVersion, roles, on, isAtOthers }: Merge): Promise<{ turnId: string } | false> {
  const before = await snapshot(tx, [household.id, other.id]);
  // In the order of their ids, so that two who merge the same households the other way round wait for each other instead of for ever.
  const both = [{ id: household.id, version }, { id: other.id, version: otherVersion }].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const each of both) if (!(await keep.countHouseholdChange(tx, each))) return false;
  if (isAtOthers) await keep.replaceAddress(tx, household.id, { address: other.address, on });
  const placed = other.members.map(({ personId }) => ({ personId, role: roles.find((told) => told.personId === personId)?.role ?? ('other' as const) }));
  await moveInto(tx, { householdId: household.id, placed, firstPlace: household.members.length, on });
  await endAddress(tx, other.id, on);
  await indexPersons(tx, household.members.map(({ personId }) => personId));
  const turnId = await insertTurn(tx, { kind: 'merge', fromHouseholdId: other.id, intoHouseholdId: household.id, onDay: on, before });
  tx.record({ act: 'households-merged', subjects: subjectsOf([household.id, other.id], [...household.members, ...other.members].map(({ personId }) => personId)), detail: { on: on.toString(), size: household.members.length + other.members.length } });
  return { turnId };
}

/** Takes a split or a merge back. False when either household was changed since, or it was taken back already. */
export async function undoTurn(tx: Transaction, turnId: string): Promise<{ householdId: string } | false> {
  const turn = await findUndoable(tx, turnId);
  if (!turn) return false;
  const moved = await restore(tx, turn);
  await indexPersons(tx, moved);
  tx.record({ act: 'household-turn-undone', subjects: subjectsOf([turn.fromHouseholdId, turn.intoHouseholdId], moved), detail: { kind: turn.kind } });
  return { householdId: turn.kind === 'split' ? turn.fromHouseholdId : turn.intoHouseholdId };
}

async function moveInto(tx: Transaction, { householdId, placed, firstPlace, on }: { householdId: string; placed: readonly Placed[]; firstPlace: number; on: Temporal.PlainDate }): Promise<void> {
  await keep.insertMembers(tx, placed.map(({ personId, role }, index) => ({ householdId, personId, role, place: firstPlace + index, joinedOn: on })));
  await keep.movePersons(tx, placed.map(({ personId }) => ({ personId, householdId, on })));
  await indexPersons(tx, placed.map(({ personId }) => personId));
}

function subjectsOf(householdIds: readonly string[], personIds: readonly string[]) {
  return [...householdIds.map((id) => ({ type: 'household', id })), ...personIds.map((id) => ({ type: 'person', id }))];
}
