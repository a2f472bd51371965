import type { Transaction } from '../../kernel/db/types.ts';
import { changedMeanwhile, type Refusal } from '../../kernel/http/refusal.ts';
import { subjectsOf } from './deliver.ts';
import { settleReferral } from './move.store.ts';
import type { Referral, Settling } from './referral.ts';
import { answerPurpose, endReceiverLinks } from './receiver-link.store.ts';

/** The service's link ends, unless whoever referred goes along to that same service. */
export async function settle(tx: Transaction, referral: Referral, how: Settling, nextId?: string): Promise<Refusal | undefined> {
  if (!(await settleReferral(tx, { id: referral.id, version: referral.version, how, nextId }))) return changedMeanwhile();
  if (how !== 'along') await endReceiverLinks(tx, referral.id, answerPurpose);
  tx.record({ act: 'referral-settled', subjects: subjectsOf(referral), detail: { how, ...(nextId ? { next: nextId } : {}) } });
  return undefined;
}
