import { z } from 'zod';
import { findTimeline, type TimelineEntry } from '../../../kernel/audit/timeline.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { findPersonSummaries, type PersonSummary } from '../../people/index.ts';
import { referralJson, referralOutput } from '../referral-json.ts';
import { findReferral, findTerms } from '../referral.store.ts';
import type { Referral } from '../referral.ts';
import type { ReferralTerms } from '../term.ts';
import { openReferralView } from './open-referral.view.tsx';

export interface OpenedReferral {
  referral: Referral;
  person: PersonSummary | undefined;
  timeline: TimelineEntry[];
  terms: ReferralTerms;
}

export const openReferralPage = page({
  path: '/referrals/:id',
  permission: 'referrals:read',
  event: 'referral-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }) => (await loadReferral(read, input.id)) ?? notFound,
  view: (opened, context) => openReferralView(opened, context),
  subjects: ({ referral }) => [
    { type: 'referral', id: referral.id },
    { type: 'person', id: referral.personId },
  ],
  api: { summary: 'One referral', output: referralOutput, present: ({ referral }) => referralJson(referral) },
});

export async function loadReferral(read: Read, id: string): Promise<OpenedReferral | undefined> {
  const referral = await findReferral(read, id);
  if (!referral) return undefined;
  const persons = await findPersonSummaries(read, [referral.personId]);
  const terms = await findTerms(read, dayOf(referral.sentAt ?? read.now));
  return { referral, person: persons.get(referral.personId), timeline: await findTimeline(read, { type: 'referral', id }), terms };
}
