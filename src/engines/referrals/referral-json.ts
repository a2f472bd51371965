import { z } from 'zod';
import { declineReasons, referralStates, settlings, shareable, type Referral } from './referral.ts';

export const referralOutput = z.object({
  id: z.uuid(),
  question: z.uuid(),
  person: z.uuid().nullable(),
  service: z.object({ id: z.uuid(), name: z.string(), organisation: z.string() }),
  theme: z.string(),
  state: z.enum(referralStates),
  stateSince: z.string(),
  request: z.string(),
  shares: z.array(z.enum(shareable)),
  sentAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  declineReason: z.enum(declineReasons).nullable(),
  answerNote: z.string().nullable(),
  appointment: z.object({ at: z.string(), place: z.string().nullable(), with: z.string().nullable() }).nullable(),
  settled: z.enum(settlings).nullable(),
  version: z.int(),
});

export function referralJson(referral: Referral): z.input<typeof referralOutput> {
  return {
    id: referral.id,
    question: referral.questionId,
    person: referral.personId,
    service: { id: referral.serviceId, name: referral.serviceName, organisation: referral.organisationName },
    theme: referral.theme,
    state: referral.state,
    stateSince: referral.stateSince.toString(),
    request: referral.request,
    shares: referral.shares,
    sentAt: referral.sentAt?.toString() ?? null,
    answeredAt: referral.answeredAt?.toString() ?? null,
    declineReason: referral.declineReason,
    answerNote: referral.answerNote,
    appointment: referral.appointment && { at: referral.appointment.at.toString(), place: referral.appointment.place, with: referral.appointment.with },
    settled: referral.settled?.how ?? null,
    version: referral.version,
  };
}
