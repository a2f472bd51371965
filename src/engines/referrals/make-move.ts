import { dayOf } from '../../kernel/clock/clock.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { changedMeanwhile, refuse, type Refusal } from '../../kernel/http/refusal.ts';
import { noteAnswer, releaseSlot } from '../directory/index.ts';
import { subjectsOf } from './deliver.ts';
import { moves, stateAfter, type MoveName, type Mover } from './move.ts';
import { moveReferral } from './move.store.ts';
import type { Appointment, DeclineReason, Referral, ReferralState } from './referral.ts';
import { planTellings } from './tell-person/plan-telling.ts';

export interface MoveFacts {
  /** The version that the mover saw. */
  version: number;
  reason?: DeclineReason | undefined;
  note?: string | undefined;
  appointment?: Pick<Appointment, 'at' | 'place' | 'with' | 'slotId'> | undefined;
}

/** Makes a move that the table of moves allows, with all that follows from it: the slot, what the map learns, what the person is told. */
export async function makeMove(tx: Transaction, referral: Referral, name: MoveName, by: Mover, { version, reason, note, appointment }: MoveFacts): Promise<Refusal | undefined> {
  if (referral.version !== version) return changedMeanwhile();
  const state = stateAfter(name, referral, by);
  if (!state) return refuse('not-now', { status: 409 });
  const heard = heardOf(name, referral, state);
  const before = referral.state === 'appointment' && referral.appointment?.slotId && state !== 'started' ? ('accepted' as const) : undefined;
  if (!(await moveReferral(tx, { id: referral.id, version, state, reason, note, appointment, isTakenBack: name === 'take-back', isNoted: heard !== undefined, before }))) return changedMeanwhile();
  if (referral.appointment?.slotId && !keepsSlot(state, appointment)) await releaseSlot(tx, { referralId: referral.id });
  if (heard) await noteAnswer(tx, { serviceId: referral.serviceId, outcome: heard, days: daysSince(tx, referral) });
  await planTellings(tx, referral, name, appointment?.at);
  tx.record({ act: moves[name].act, subjects: subjectsOf(referral), detail: { service: referral.serviceId, from: referral.state, by, ...(reason && state === 'declined' ? { reason } : {}) } });
  return undefined;
}

/** A slot stays taken while its appointment stands, and after it was kept. One that is moved to another slot was let go by taking that. */
function keepsSlot(state: ReferralState, appointment: MoveFacts['appointment']): boolean {
  if (state === 'appointment') return appointment?.slotId !== null;
  return state === 'started' || state === 'done' || state === 'stalled';
}

/** What the map learns from this move: the first word of the service after each sending, or that there came none. */
function heardOf(name: MoveName, { isAnswerNoted, sentAt, answeredAt }: Referral, state: ReferralState): 'accepted' | 'declined' | 'none' | undefined {
  if (isAnswerNoted || !sentAt) return undefined;
  if (name === 'stall') return answeredAt ? undefined : 'none';
  if (!['accept', 'appoint', 'start', 'finish', 'decline'].includes(name)) return undefined;
  return state === 'declined' ? 'declined' : 'accepted';
}

function daysSince(tx: Transaction, { sentAt }: Referral): number {
  return dayOf(sentAt!).until(dayOf(tx.now)).days;
}
