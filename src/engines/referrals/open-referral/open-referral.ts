import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page } from '../../../kernel/http/route.ts';
import { referralJson, referralOutput } from '../referral-json.ts';
import { loadReferral } from './load-referral.ts';
import { openReferralView } from './open-referral.view.tsx';

export const openReferralPage = page({
  path: '/referrals/:id',
  permission: 'referrals:read',
  event: 'referral-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }) => (await loadReferral(read, input.id)) ?? notFound,
  view: (opened, context) => openReferralView(opened, context),
  subjects: ({ referral }) => [{ type: 'referral', id: referral.id }, ...(referral.personId ? [{ type: 'person', id: referral.personId }] : [])],
  api: { summary: 'One referral', output: referralOutput, present: ({ referral }) => referralJson(referral) },
});
