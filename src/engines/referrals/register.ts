import type { Transaction } from '../../kernel/db/types.ts';
import { deliver, subjectsOf, type From } from './deliver.ts';
import type { ReferralState } from './referral.ts';
import { findReferral, insertReferrals, moveReferrals, type Move, type NewReferral } from './referral.store.ts';

/** Prepares referrals; nothing leaves yet. */
export async function prepareReferrals(tx: Transaction, referrals: readonly NewReferral[]): Promise<void> {
  if (referrals.length === 0) return;
  await insertReferrals(tx, referrals);
  for (const referral of referrals) tx.record({ act: 'referral-prepared', subjects: subjectsOf(referral), detail: { service: referral.serviceId, theme: referral.theme, consent: referral.consent.way } });
}

/** Sends what was prepared, with a mail and a link for the receiver. Throws when its service cannot be reached by mail. */
export async function sendReferral(tx: Transaction, id: string, from: From): Promise<void> {
  const referral = await findReferral(tx, id);
  const refusal = referral && (await deliver(tx, referral, from));
  if (!referral || refusal) throw new Error(`Referral ${id} could not be sent: ${refusal?.name ?? 'there is none'}`);
}

const acts = {
  sent: 'referral-sent',
  seen: 'referral-seen',
  accepted: 'referral-accepted',
  declined: 'referral-declined',
  started: 'referral-started',
  done: 'referral-done',
  stalled: 'referral-stalled',
  withdrawn: 'referral-withdrawn',
} as const satisfies Partial<Record<ReferralState, string>>;

export type KnownMove = Move & Pick<NewReferral, 'questionId' | 'personId' | 'serviceId'> & { state: keyof typeof acts };

/**
 * Writes down how referrals went that ran elsewhere: nobody gets a mail. Throws when one is not at the version that its move
 * was made from.
 */
export async function recordMoves(tx: Transaction, moves: readonly KnownMove[]): Promise<void> {
  if (moves.length === 0) return;
  const moved = await moveReferrals(tx, moves);
  if (moved.length !== moves.length) throw new Error('A referral moved meanwhile.');
  for (const move of moves) tx.record({ act: acts[move.state], subjects: subjectsOf(move), detail: { service: move.serviceId, ...(move.reason ? { reason: move.reason } : {}) } });
}
