import type { Actor } from '../../kernel/access/actor.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { findCase, lockCase } from './case.store.ts';
import type { CaseFile } from './case.ts';
import { isWithinReach, reachOf } from './reach.store.ts';

/** The case, when there is one that this actor may deal with; another's answers as one that is not there. */
export async function findOwnCase(read: Read, actor: Actor, id: string): Promise<CaseFile | undefined> {
  const file = await findCase(read, id);
  return file && isWithinReach(reachOf(actor), file) ? file : undefined;
}

/** The same, held until the commit. */
export async function lockOwnCase(tx: Transaction, actor: Actor, id: string): Promise<CaseFile | undefined> {
  const file = await lockCase(tx, id);
  return file && isWithinReach(reachOf(actor), file) ? file : undefined;
}
