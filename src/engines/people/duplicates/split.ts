import type { Transaction } from '../../../kernel/db/types.ts';
import type { Holding, Moved } from '../../../kernel/holdings/holding.ts';
import { indexPersons, updatePersons } from '../change-persons.store.ts';
import { findPerson } from '../person.store.ts';
import { forgetInherited, keepApart } from './apart.store.ts';
import { changeOf, plainFieldsOf, splitFields } from './fields.ts';
import { backwards } from './homes.ts';
import { findLivingIn, findMemberships, lockHouseholds, setHouseholdMerged, writeLivingIn, writeMemberships } from './homes.store.ts';
import { endMerger, findMerger, lockPair, showPerson, type Merger, type MovedBy } from './merger.store.ts';
import { pairOf } from './pair.ts';

export type NotSplit = 'not-there' | 'changed-meanwhile' | 'merged-further' | 'restricted';

/**
 * Makes two persons again of one. The other comes back as they were, with all that was moved; the one that remained is again what they were, save what was
 * changed since. What came after the merger stays where it is. The two are not proposed again.
 */
export async function splitPersons(tx: Transaction, holdings: readonly Holding[], { id, version }: { id: string; version: number }): Promise<Merger | NotSplit> {
  const merger = await findMerger(tx, id);
  if (!merger) return 'not-there';
  const { keptId, goneId } = merger;
  await lockPair(tx, [keptId, goneId]);
  const kept = await findPerson(tx, keptId);
  if (merger.splitAt !== null) return 'changed-meanwhile';
  if (!kept) return 'merged-further';
  if (kept.isRestricted) return 'restricted';
  if (!(await endMerger(tx, { id, version }))) return 'changed-meanwhile';
  await moveAllBack(tx, holdings, 'person', merger.moved, goneId);
  await showPerson(tx, goneId);
  const touched = await splitHomes(tx, holdings, merger);
  const now = plainFieldsOf(kept);
  const { id: _, ...change } = changeOf(keptId, now, splitFields(now, merger.fields));
  if (Object.keys(change).length > 0) await updatePersons(tx, [{ id: keptId, ...change }]);
  await indexPersons(tx, [...new Set([keptId, goneId, ...touched])]);
  await forgetInherited(tx, id);
  await keepApart(tx, [pairOf(keptId, goneId)]);
  const { household } = merger.homes;
  tx.record({
    act: 'persons-split',
    subjects: [{ type: 'person', id: keptId }, { type: 'person', id: goneId }, ...(household ? [{ type: 'household', id: household.keptId }, { type: 'household', id: household.goneId }] : [])],
    detail: { merger: id, kept: keptId, fields: Object.keys(change) },
  });
  return merger;
}

async function moveAllBack(tx: Transaction, holdings: readonly Holding[], subject: string, moved: MovedBy, to: string): Promise<void> {
  for (const holding of holdings) {
    const rows: Moved[] | undefined = holding.subject === subject ? moved[holding.name] : undefined;
    if (rows) await holding.moveBack(tx, rows, to);
  }
}

async function splitHomes(tx: Transaction, holdings: readonly Holding[], { homes, goneId, keptId }: Merger): Promise<string[]> {
  const { rows, living, household } = homes;
  const households = [...new Set(rows.flatMap(({ before, after }) => [before, after].flatMap((row) => row?.householdId ?? [])))];
  await lockHouseholds(tx, [...new Set([...households, ...(household ? [household.goneId] : [])])]);
  if (household) {
    await setHouseholdMerged(tx, household.goneId, null);
    await moveAllBack(tx, holdings, 'household', household.moved, household.goneId);
  }
  const now = await findMemberships(tx, { households, persons: [keptId, goneId] });
  await writeMemberships(tx, backwards(rows, now));
  const livesIn = await findLivingIn(tx, living.map(({ personId }) => personId));
  const back = living.filter(({ personId, after }) => (livesIn.get(personId) ?? null) === after);
  await writeLivingIn(tx, new Map(back.map(({ personId, before }) => [personId, before])));
  return back.map(({ personId }) => personId);
}
