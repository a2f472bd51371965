import type { AnswerGiven, ReferralState } from './referral.ts';

/** Who makes a move: whoever referred (or a colleague), the service by its link, the platform by the clock or by what becomes of a consultation. */
export type Mover = 'sender' | 'receiver' | 'platform';

export const moveNames = ['send', 'book', 'open', 'accept', 'appoint', 'start', 'finish', 'decline', 'call-off', 'take-back', 'stall', 'withdraw'] as const;
export type MoveName = (typeof moveNames)[number];

interface MoveRule {
  from: readonly ReferralState[];
  /** 'before': the state that it came from. */
  to: ReferralState | 'before';
  by: readonly Mover[];
  act: string;
}

const underWay = ['sent', 'seen', 'accepted', 'appointment', 'started', 'stalled'] as const;

/**
 * The whole of a referral's states: each move, from where, to where, by whom, and the event that it records. What does not
 * stand here cannot happen. The sender makes a receiver's moves too, when the service answered by telephone.
 */
export const moves: Record<MoveName, MoveRule> = {
  send: { from: ['prepared', 'sent', 'seen', 'accepted', 'stalled'], to: 'sent', by: ['sender'], act: 'referral-sent' },
  book: { from: ['prepared', 'sent', 'seen', 'accepted', 'appointment', 'stalled'], to: 'appointment', by: ['sender'], act: 'referral-appointment-made' },
  open: { from: ['sent'], to: 'seen', by: ['receiver'], act: 'referral-seen' },
  accept: { from: ['sent', 'seen', 'declined', 'stalled'], to: 'accepted', by: ['receiver', 'sender'], act: 'referral-accepted' },
  appoint: { from: ['sent', 'seen', 'accepted', 'declined', 'appointment', 'stalled'], to: 'appointment', by: ['receiver', 'sender', 'platform'], act: 'referral-appointment-made' },
  start: { from: ['accepted', 'appointment', 'stalled'], to: 'started', by: ['receiver', 'sender', 'platform'], act: 'referral-started' },
  finish: { from: ['accepted', 'appointment', 'started', 'stalled'], to: 'done', by: ['receiver', 'sender'], act: 'referral-done' },
  decline: { from: underWay, to: 'declined', by: ['receiver', 'sender'], act: 'referral-declined' },
  'call-off': { from: ['appointment'], to: 'accepted', by: ['receiver', 'sender', 'platform'], act: 'referral-appointment-called-off' },
  'take-back': { from: ['accepted', 'declined', 'appointment', 'started', 'done'], to: 'before', by: ['receiver', 'sender'], act: 'referral-answer-taken-back' },
  stall: { from: ['sent', 'seen', 'accepted', 'appointment'], to: 'stalled', by: ['platform'], act: 'referral-stalled' },
  withdraw: { from: ['prepared', ...underWay, 'declined'], to: 'withdrawn', by: ['sender'], act: 'referral-withdrawn' },
};

interface Standing {
  state: ReferralState;
  stateBefore: ReferralState | null;
}

/** The state after a move, or undefined where this mover cannot make it from here. */
export function stateAfter(name: MoveName, { state, stateBefore }: Standing, by: Mover): ReferralState | undefined {
  const rule = moves[name];
  if (!rule.by.includes(by) || !rule.from.includes(state)) return undefined;
  if (rule.to !== 'before') return rule.to;
  // An appointment that was moved has lost its earlier moment: it is moved once more.
  return stateBefore && stateBefore !== state && stateBefore !== 'prepared' ? stateBefore : undefined;
}

export const moveOfAnswer: Record<AnswerGiven, MoveName> = { accept: 'accept', appoint: 'appoint', start: 'start', finish: 'finish', decline: 'decline' };

/** A receiver's answers that fit where the referral stands. */
export function answersFor(standing: Standing): AnswerGiven[] {
  return (['accept', 'appoint', 'start', 'finish', 'decline'] as const).filter((answer) => stateAfter(moveOfAnswer[answer], standing, 'receiver') !== undefined);
}

export function canTakeBack(standing: Standing): boolean {
  return stateAfter('take-back', standing, 'receiver') !== undefined;
}
