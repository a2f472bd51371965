import type { Temporal } from '../../kernel/time/temporal.ts';

/** Where a referral stands. */
export const referralStates = ['prepared', 'sent', 'seen', 'accepted', 'declined', 'started', 'done', 'stalled', 'withdrawn'] as const;
export type ReferralState = (typeof referralStates)[number];

/** What the receiver can say. */
export const answers = ['accept', 'decline', 'start', 'finish'] as const;
export type AnswerGiven = (typeof answers)[number];

/** Why a service cannot take someone on. */
export const declineReasons = ['full', 'waiting-list', 'outside-area', 'outside-target', 'language', 'not-reached', 'not-wanted', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** How the person agreed to the sharing. */
export const consentWays = ['spoken', 'spoken-with-interpreter', 'written'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** What of the person the receiver gets to see; the name is always among it, or nobody could be helped. */
export const shareable = ['phone', 'email', 'address', 'languages', 'birth-date', 'household'] as const;
export type Shareable = (typeof shareable)[number];

export interface Referral {
  id: string;
  questionId: string;
  personId: string;
  serviceId: string;
  /** As the service was called when it was referred to. */
  serviceName: string;
  organisationName: string;
  theme: string;
  state: ReferralState;
  /** What is asked of the service, in words for the receiver. */
  request: string;
  consent: { on: Temporal.PlainDate; way: ConsentWay };
  shares: Shareable[];
  preparedAt: Temporal.Instant;
  sentAt: Temporal.Instant | null;
  seenAt: Temporal.Instant | null;
  /** The first answer: accepted or declined. */
  answeredAt: Temporal.Instant | null;
  /** When the present state began. */
  stateSince: Temporal.Instant;
  declineReason: DeclineReason | null;
  /** What the receiver wrote with the last answer. */
  answerNote: string | null;
  remindersSent: number;
  sentBy: string | null;
  version: number;
}

/** A receiver's answers that fit where the referral stands. An answer can be taken back by giving another one. */
const fitting: Record<ReferralState, readonly AnswerGiven[]> = {
  prepared: [],
  sent: ['accept', 'decline'],
  seen: ['accept', 'decline'],
  accepted: ['start', 'decline', 'finish'],
  declined: ['accept'],
  started: ['finish', 'decline'],
  done: ['start'],
  stalled: ['accept', 'decline', 'start', 'finish'],
  withdrawn: [],
};

export function answersFor(state: ReferralState): readonly AnswerGiven[] {
  return fitting[state];
}

export function stateAfter(answer: AnswerGiven): ReferralState {
  return answer === 'accept' ? 'accepted' : answer === 'decline' ? 'declined' : answer === 'start' ? 'started' : 'done';
}

/** Waits for the receiver. */
export function isWaiting(state: ReferralState): boolean {
  return state === 'sent' || state === 'seen';
}

/** Is back with whoever sent it: something must be decided. */
export function isBack(state: ReferralState): boolean {
  return state === 'declined' || state === 'stalled';
}

/** Nothing more is expected. */
export function isEnded(state: ReferralState): boolean {
  return state === 'done' || state === 'withdrawn';
}
