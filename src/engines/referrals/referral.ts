import type { Temporal } from '../../kernel/time/temporal.ts';

/** Where a referral stands. */
export const referralStates = ['prepared', 'sent', 'seen', 'accepted', 'declined', 'appointment', 'started', 'done', 'stalled', 'withdrawn'] as const;
export type ReferralState = (typeof referralStates)[number];

/** What the receiver can say. */
export const answers = ['accept', 'appoint', 'start', 'finish', 'decline'] as const;
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

/** How whoever sent it dealt with what came back: another service, going along themselves, or letting it rest. */
export const settlings = ['elsewhere', 'along', 'left'] as const;
export type Settling = (typeof settlings)[number];

export interface Appointment {
  at: Temporal.Instant;
  place: string | null;
  with: string | null;
  /** The slot of a consultation day that it takes. */
  slotId: string | null;
  /** One more for each appointment that was made, moved or called off: calendars replace the older one. */
  version: number;
}

export interface Referral {
  id: string;
  questionId: string;
  /** Null once the person was erased. */
  personId: string | null;
  serviceId: string;
  organisationId: string | null;
  /** As the service was called when it was referred to. */
  serviceName: string;
  organisationName: string;
  theme: string;
  state: ReferralState;
  /** The state before the last move, to which a mistake goes back; null when it cannot. */
  stateBefore: ReferralState | null;
  /** What is asked of the service, in words for the receiver. */
  request: string;
  shares: Shareable[];
  /** The person agreed to be told by message, and it is safe. */
  tells: boolean;
  /** The social map knows how the service answered this sending. */
  isAnswerNoted: boolean;
  preparedAt: Temporal.Instant;
  sentAt: Temporal.Instant | null;
  seenAt: Temporal.Instant | null;
  /** The first answer: taken on or declined. */
  answeredAt: Temporal.Instant | null;
  /** When the present state began. */
  stateSince: Temporal.Instant;
  declineReason: DeclineReason | null;
  /** What the receiver wrote with the last answer. */
  answerNote: string | null;
  appointment: Appointment | null;
  appointmentVersion: number;
  remindersSent: number;
  sentBy: string | null;
  /** How what came back was dealt with, and the referral that followed. */
  settled: { at: Temporal.Instant; how: Settling; nextId: string | null } | null;
  version: number;
}

/** Waits for the receiver. */
export function isWaiting(state: ReferralState): boolean {
  return state === 'sent' || state === 'seen';
}

/** Is back with whoever sent it, and something must still be decided. */
export function isBack({ state, settled }: Pick<Referral, 'state' | 'settled'>): boolean {
  return (state === 'declined' || state === 'stalled') && !settled;
}

/** Nothing more is expected. */
export function isEnded(state: ReferralState): boolean {
  return state === 'done' || state === 'withdrawn';
}

/** For whom it waits: the one who must do something now. */
export function waitsFor(referral: Pick<Referral, 'state' | 'settled'>): 'sender' | 'receiver' | 'nobody' {
  if (referral.state === 'prepared' || isBack(referral)) return 'sender';
  if (isEnded(referral.state) || referral.settled) return 'nobody';
  return 'receiver';
}
