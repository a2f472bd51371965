import { newId } from '../../../kernel/id.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { clearEmploymentFrom, insertEmployment, lockForEmployment, type Employment } from './employment.store.ts';

export interface NewEmployment {
  accountId: string;
  organisationId: string;
  /** The first day. */
  from: Temporal.PlainDate;
}

/**
 * From this day on someone works for this organisation of the map; whatever was written down for that day and later makes
 * way. Nothing changes when it was so already. Throws for an account or organisation that does not exist.
 */
export async function employ(tx: Transaction, { accountId, organisationId, from }: NewEmployment): Promise<void> {
  await lockForEmployment(tx, accountId);
  const last = await clearEmploymentFrom(tx, accountId, from, organisationId);
  if (!last) await insertEmployment(tx, { id: newId(), accountId, organisationId, from });
  tx.record({ act: 'employment-began', subjects: [{ type: 'account', id: accountId }, { type: 'organisation', id: organisationId }], detail: { from: from.toString() } });
}

/** From the day after this one on, someone works for none of the organisations of the map. */
export async function endEmployment(tx: Transaction, { accountId, lastDay }: { accountId: string; lastDay: Temporal.PlainDate }): Promise<void> {
  await lockForEmployment(tx, accountId);
  await clearEmploymentFrom(tx, accountId, lastDay.add({ days: 1 }), null);
  tx.record({ act: 'employment-ended', subjects: [{ type: 'account', id: accountId }], detail: { lastDay: lastDay.toString() } });
}

export function isRunning({ from, until }: Pick<Employment, 'from' | 'until'>, on: Temporal.PlainDate): boolean {
  return from.until(on).sign >= 0 && (until === null || on.until(until).sign >= 0);
}
