import { civilZone, dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { ReferralState } from '../referral.ts';
import type { MoveName } from '../move.ts';

/** Of what a person is told. */
export const tellingKinds = ['accepted', 'declined', 'appointment', 'appointment-moved', 'appointment-cancelled', 'day-before'] as const;
export type TellingKind = (typeof tellingKinds)[number];

/** planned → told, by-hand (there is no address to write to: someone must say it), or dropped (it no longer holds). */
export type TellingState = 'planned' | 'told' | 'by-hand' | 'dropped';

export interface Telling {
  id: string;
  referralId: string;
  kind: TellingKind;
  appointmentVersion: number;
  dueAt: Temporal.Instant;
  state: TellingState;
  channel: 'sms' | 'mail' | null;
  /** BCP 47: beside the Dutch. */
  language: string | null;
  endedAt: Temporal.Instant | null;
}

/** For so long a mistake can be taken back before anyone hears of it. */
const patience = { minutes: 5 };

/** What a move has to say to the person; nothing for most. */
export function tellingOf(move: MoveName, before: ReferralState): TellingKind | undefined {
  const hadAppointment = before === 'appointment';
  switch (move) {
    case 'accept':
      return 'accepted';
    case 'decline':
      return 'declined';
    case 'book':
    case 'appoint':
      return hadAppointment ? 'appointment-moved' : 'appointment';
    case 'call-off':
      return 'appointment-cancelled';
    case 'withdraw':
    case 'take-back':
    case 'send':
      return hadAppointment ? 'appointment-cancelled' : undefined;
    default:
      return undefined;
  }
}

/** Soon, but between eight in the morning and eight in the evening. */
export function soonAtADecentHour(now: Temporal.Instant): Temporal.Instant {
  const local = now.add(patience).toZonedDateTimeISO(civilZone);
  if (local.hour >= 8 && local.hour < 20) return local.toInstant();
  const day = local.hour < 8 ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  return instantOf(day.toPlainDateTime({ hour: 8 }));
}

/** Ten in the morning of the day before; undefined when that is less than an hour away, since the person just heard of it. */
export function dayBefore(at: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | undefined {
  const moment = instantOf(dayOf(at).subtract({ days: 1 }).toPlainDateTime({ hour: 10 }));
  return moment.epochMilliseconds - now.epochMilliseconds > 3_600_000 ? moment : undefined;
}

/** Whether what is to be told is still so. */
export function stillHolds({ kind, appointmentVersion }: Pick<Telling, 'kind' | 'appointmentVersion'>, referral: { state: ReferralState; appointmentVersion: number }): boolean {
  if (kind === 'accepted' || kind === 'declined') return referral.state === kind;
  if (kind === 'appointment-cancelled') return referral.state !== 'appointment';
  return referral.state === 'appointment' && referral.appointmentVersion === appointmentVersion;
}
