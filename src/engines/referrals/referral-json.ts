import { z } from 'zod';
import { consentWays, declineReasons, referralStates, shareable, type Referral } from './referral.ts';

export const referralOutput = z.object({
  id: z.uuid(),
  question: z.uuid(),
  person: z.uuid(),
  service: z.object({ id: z.uuid(), name: z.string(), organisation: z.string() }),
  theme: z.string(),
  state: z.enum(referralStates),
  stateSince: z.string(),
  request: z.string(),
  consent: z.object({ on: z.string(), way: z.enum(consentWays) }),
  shares: z.array(z.enum(shareable)),
  sentAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  declineReason: z.enum(declineReasons).nullable(),
  answerNote: z.string().nullable(),
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
    consent: { on: referral.consent.on.toString(), way: referral.consent.way },
    shares: referral.shares,
    sentAt: referral.sentAt?.toString() ?? null,
    answeredAt: referral.answeredAt?.toString() ?? null,
    declineReason: referral.declineReason,
    answerNote: referral.answerNote,
    version: referral.version,
  };
}
