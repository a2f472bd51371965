import { z } from 'zod';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { consentState, consentWays, legalBases, type Consent } from './consent.ts';

export const consentJson = z.object({
  id: z.uuid(),
  recipientId: z.uuid().nullable(),
  recipientName: z.string(),
  purpose: z.string(),
  basis: z.enum(legalBases),
  way: z.enum(consentWays).nullable(),
  shares: z.array(z.string()),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  withdrawnOn: z.iso.date().nullable(),
  state: z.enum(['running', 'ahead', 'ended', 'withdrawn', 'renewed']),
});

export function consentOut(consent: Consent, today: Temporal.PlainDate): z.output<typeof consentJson> {
  const { id, recipientId, recipientName, purpose, basis, way, shares, from, until, withdrawnOn } = consent;
  return { id, recipientId, recipientName, purpose, basis, way, shares, from: from.toString(), until: until?.toString() ?? null, withdrawnOn: withdrawnOn?.toString() ?? null, state: consentState(consent, today) };
}
