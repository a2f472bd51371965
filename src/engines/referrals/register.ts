import type { Transaction } from '../../kernel/db/types.ts';
import { noteAnswer } from '../directory/index.ts';
import { noteConsent, type GivenConsent } from './consent.ts';
import { deliver, subjectsOf, type From } from './deliver.ts';
import { moveReferral, type Move } from './move.store.ts';
import type { ReferralState } from './referral.ts';
import { findReferral, insertReferral, type NewReferral } from './referral.store.ts';

/** Prepares a referral; nothing leaves yet. The consent is written down with the person; left out, one holds already. */
export async function prepareReferral(tx: Transaction, referral: NewReferral, consent?: GivenConsent): Promise<void> {
  await insertReferral(tx, referral);
  if (consent) await noteConsent(tx, referral, consent);
  tx.record({ act: 'referral-prepared', subjects: subjectsOf(referral), detail: { service: referral.serviceId, theme: referral.theme, consent: consent?.way ?? 'held' } });
}

/** Sends what was prepared, with a mail and a link for the receiver. Throws when its service cannot be reached by mail, or no consent holds. */
export async function sendReferral(tx: Transaction, id: string, from: From): Promise<void> {
  const referral = await findReferral(tx, id);
  const refusal = referral && (await deliver(tx, referral, from));
  if (!referral || refusal) throw new Error(`Referral ${id} could not be sent: ${refusal?.name ?? 'there is none'}`);
}

const acts = {
  sent: 'referral-sent',
  seen: 'referral-seen',
  accepted: 'referral-accepted',
  appointment: 'referral-appointment-made',
  declined: 'referral-declined',
  started: 'referral-started',
  done: 'referral-done',
  stalled: 'referral-stalled',
  withdrawn: 'referral-withdrawn',
} as const satisfies Partial<Record<ReferralState, string>>;

export type KnownMove = Move &
  Pick<NewReferral, 'questionId' | 'personId' | 'serviceId'> & {
    state: keyof typeof acts;
    /** How the service answered with this move, or that it did not, and after how many days: the social map learns it. */
    heard?: { outcome: 'accepted' | 'declined' | 'none'; days: number } | undefined;
  };

/**
 * Writes down how a referral went that ran elsewhere: nobody gets a mail or a message. Throws when it is not at the version that
 * its move was made from.
 */
export async function recordMove(tx: Transaction, { heard, ...move }: KnownMove): Promise<void> {
  if (!(await moveReferral(tx, { ...move, isNoted: heard !== undefined }))) throw new Error('A referral moved meanwhile.');
  if (heard) await noteAnswer(tx, { serviceId: move.serviceId, ...heard });
  tx.record({ act: acts[move.state], subjects: subjectsOf(move), detail: { service: move.serviceId, ...(move.reason ? { reason: move.reason } : {}) } });
}
