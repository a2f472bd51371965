import { dayOf } from '../../kernel/clock/clock.ts';
import { addWorkingDays } from '../../kernel/clock/working-days.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Referral } from './referral.ts';

/** The terms of a referral, in days. Dated data: the authority can change them, and those of the day of sending count. */
export interface ReferralTerms {
  /** Working days after sending until the first reminder. */
  firstReminder: number;
  /** Working days after sending until the second. */
  secondReminder: number;
  /** Days without movement after which a referral is back with its sender. */
  stalled: number;
  /** Days that the receiver's link works. */
  link: number;
}

/**
 * What holds until an authority decides otherwise: a reminder after 5 and 10 working days, stalled after 30 days
 * (the practice of DORA and rdv-insertion, France: reminder at 10 days, expiry at 30).
 */
export const usualTerms: ReferralTerms = { firstReminder: 5, secondReminder: 10, stalled: 30, link: 90 };

/** The day on which the next reminder is due; undefined when all were sent. */
export function reminderDue(referral: Pick<Referral, 'sentAt' | 'remindersSent'>, terms: ReferralTerms): Temporal.PlainDate | undefined {
  if (!referral.sentAt || referral.remindersSent >= 2) return undefined;
  return addWorkingDays(dayOf(referral.sentAt), referral.remindersSent === 0 ? terms.firstReminder : terms.secondReminder);
}

/** The day on which a referral that does not move is back with its sender: counted from its last movement, or from the day of its appointment. */
export function stallsOn({ stateSince, state, appointment }: Pick<Referral, 'stateSince' | 'state' | 'appointment'>, terms: ReferralTerms): Temporal.PlainDate {
  const from = state === 'appointment' && appointment ? appointment.at : stateSince;
  return dayOf(from).add({ days: terms.stalled });
}
