import type { Transaction } from '../../../kernel/db/types.ts';
import { changedMeanwhile, refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { subjectsOf } from '../deliver.ts';
import { answersFor, stateAfter, type AnswerGiven, type DeclineReason, type Referral } from '../referral.ts';
import { moveReferral } from '../referral.store.ts';

export interface GivenAnswer {
  version: number;
  answer: AnswerGiven;
  reason?: DeclineReason | undefined;
  note?: string | undefined;
}

/** Takes a service's answer, from its link or as told by telephone. */
export async function giveAnswer(tx: Transaction, referral: Referral, { version, answer, reason, note }: GivenAnswer): Promise<Refusal | undefined> {
  if (referral.version !== version) return changedMeanwhile();
  if (!answersFor(referral.state).includes(answer)) return refuse('not-now', { status: 409 });
  if (answer === 'decline' && !reason) return refuse('reason-needed', { field: 'reason' });
  const state = stateAfter(answer);
  if (!(await moveReferral(tx, { id: referral.id, version, state, reason, note }))) return changedMeanwhile();
  const acts = { accepted: 'referral-accepted', declined: 'referral-declined', started: 'referral-started', done: 'referral-done' } as const;
  tx.record({ act: acts[state as keyof typeof acts], subjects: subjectsOf(referral), detail: { service: referral.serviceId, ...(reason && answer === 'decline' ? { reason } : {}) } });
  return undefined;
}
