import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { Holding } from '../../../kernel/holdings/holding.ts';
import { newId } from '../../../kernel/id.ts';
import { indexPersons, updatePersons } from '../change-persons.store.ts';
import type { Person } from '../person.ts';
import { findPersonsByIds } from '../person.store.ts';
import { forgetApart, inheritApart } from './apart.store.ts';
import { changeOf, mergedFields, plainFieldsOf, type ChosenField } from './fields.ts';
import { changedRows, planHomes, type HomeChoice } from './homes.ts';
import { findLivingIn, findMemberships, lockHouseholds, setHouseholdMerged, writeLivingIn, writeMemberships } from './homes.store.ts';
import { hidePerson, insertMerger, lockPair, type Merger, type MovedBy } from './merger.store.ts';
import { pairOf } from './pair.ts';
import { forgetPairsOf } from './pair.store.ts';

export interface MergerAsked {
  keptId: string;
  goneId: string;
  /** The versions that were looked at. */
  versions: { kept: number; gone: number };
  chosen: Partial<Record<ChosenField, 'kept' | 'gone'>>;
  home: HomeChoice;
}

export type NotMerged = 'not-there' | 'changed-meanwhile' | 'restricted';

/**
 * Makes one person of two, in this transaction: the fields as chosen, the lists of both, one household, and all that every engine holds of the other. Throws
 * `MoveRefused` when a holding cannot move. Everything is kept that is needed to take it apart.
 */
export async function mergePersons(tx: Transaction, holdings: readonly Holding[], asked: MergerAsked): Promise<{ id: string } | NotMerged> {
  const { keptId, goneId, versions, chosen } = asked;
  if (keptId === goneId) return 'not-there';
  await lockPair(tx, [keptId, goneId]);
  const persons = await findPersonsByIds(tx, [keptId, goneId]);
  const [kept, gone] = [keptId, goneId].map((id) => persons.find((person) => person.id === id)) as [Person | undefined, Person | undefined];
  if (!kept || !gone) return 'not-there';
  if (kept.isRestricted || gone.isRestricted) return 'restricted';
  if (kept.version !== versions.kept || gone.version !== versions.gone) return 'changed-meanwhile';
  const id = newId();
  const [before, ofGone] = [plainFieldsOf(kept), plainFieldsOf(gone)];
  const after = mergedFields(before, ofGone, chosen);
  const moved = await moveAll(tx, holdings, 'person', goneId, keptId);
  const homes = await mergeHomes(tx, holdings, { ...asked, kept, gone });
  await hidePerson(tx, goneId, keptId);
  const { id: _, ...change } = changeOf(keptId, before, after);
  if (Object.keys(change).length > 0) await updatePersons(tx, [{ id: keptId, ...change }]);
  await indexPersons(tx, [keptId, ...homes.living.map(({ personId }) => personId)]);
  await forgetPairsOf(tx, goneId);
  await forgetApart(tx, pairOf(keptId, goneId));
  await inheritApart(tx, { from: goneId, into: keptId, mergerId: id });
  await insertMerger(tx, { id, keptId, goneId, fields: { before, after, gone: ofGone }, homes, moved });
  tx.record({
    act: 'persons-merged',
    subjects: [{ type: 'person', id: keptId }, { type: 'person', id: goneId }, ...(homes.household ? [{ type: 'household', id: homes.household.keptId }, { type: 'household', id: homes.household.goneId }] : [])],
    detail: { merger: id, kept: keptId, fields: Object.keys(change), moved: Object.values(moved).flat().length, home: asked.home },
  });
  return { id };
}

/** One after another, since they share the transaction. */
async function moveAll(tx: Transaction, holdings: readonly Holding[], subject: string, from: string, into: string): Promise<MovedBy> {
  const moved: MovedBy = {};
  for (const holding of holdings) if (holding.subject === subject) moved[holding.name] = await holding.move(tx, from, into);
  return Object.fromEntries(Object.entries(moved).filter(([, rows]) => rows.length > 0));
}

async function mergeHomes(tx: Transaction, holdings: readonly Holding[], { kept, gone, home }: MergerAsked & { kept: Person; gone: Person }): Promise<Merger['homes']> {
  const households = [...new Set([kept, gone].flatMap(({ householdId }) => householdId ?? []))];
  await lockHouseholds(tx, households);
  const before = await findMemberships(tx, { households, persons: [kept.id, gone.id] });
  const plan = planHomes(before, { keptId: kept.id, goneId: gone.id, keptHome: kept.householdId, goneHome: gone.householdId, choice: home, today: dayOf(tx.now) });
  const livedIn = await findLivingIn(tx, [...plan.livingIn.keys()]);
  const rows = changedRows(before, plan.rows);
  await writeMemberships(tx, rows);
  await writeLivingIn(tx, plan.livingIn);
  const living = [...plan.livingIn].map(([personId, after]) => ({ personId, before: livedIn.get(personId) ?? null, after })).filter((each) => each.before !== each.after);
  if (!plan.emptied) return { rows, living, household: null };
  const { goneId, keptId } = plan.emptied;
  const moved = await moveAll(tx, holdings, 'household', goneId, keptId);
  await setHouseholdMerged(tx, goneId, keptId);
  return { rows, living, household: { goneId, keptId, moved } };
}
