import type { Transaction } from '../../../../kernel/db/types.ts';
import type { Holding } from '../../../../kernel/holdings/holding.ts';
import { reveal } from '../restriction.store.ts';
import { appendErased } from './erased-file.ts';
import { deletePersons, deleteTraces, findLonelyHouseholds, findSelves, findWords, insertErasures, type NewErasure } from './erasure.store.ts';

export interface ErasureParts {
  holdings: readonly Holding[];
  dataFolder: string;
}

/**
 * Erases a person everywhere: all that every part of the house holds of them, who they were merged from, a household that was theirs
 * alone, and what messages and lists said. What stays is an id in the log and in the list of the erased, which says of nobody who
 * it was. The file outside the database gets its line once the rows are safe; should that fail, the sweep writes it.
 */
export async function erasePerson(tx: Transaction, { holdings, dataFolder }: ErasureParts, personId: string, erasure: NewErasure): Promise<void> {
  const ids = await findSelves(tx, [personId]);
  await reveal(tx, ids);
  const words = await findWords(tx, ids);
  const householdIds = await findLonelyHouseholds(tx, ids);
  // Those merged into the person before the person: what they point to is still there.
  for (const id of ids.toReversed()) for (const holding of holdings.filter(({ subject }) => subject === 'person')) await holding.forget(tx, id);
  for (const id of householdIds) for (const holding of holdings.filter(({ subject }) => subject === 'household')) await holding.forget(tx, id);
  await deletePersons(tx, ids, householdIds);
  await deleteTraces(tx, [...ids, ...householdIds], words);
  await insertErasures(tx, ids, erasure);
  tx.record({ act: 'person-erased', subjects: [{ type: 'person', id: personId }], detail: { askedBy: erasure.askedBy, rule: erasure.ruleId ?? null } });
  const { tenantId } = tx.scope;
  const at = tx.now.toString();
  tx.afterCommit(() => {
    try {
      appendErased(dataFolder, ids.map((id) => ({ tenantId, personId: id, at })));
    } catch {
      // The row says that it is not written yet: the sweep tries again within a minute.
    }
  });
}
