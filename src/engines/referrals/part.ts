import { z } from 'zod';
import { words } from '../../kernel/blueprint/words.ts';

/** What a practice sets up of referrals: the terms of the promise that each comes back. */
export const referralsPart = z.strictObject({
  terms: z
    .strictObject({
      firstReminder: z.int().min(1).max(60).describe('Working days after sending'),
      secondReminder: z.int().min(2).max(120).describe('Working days after sending'),
      stalled: z.int().min(7).max(365).describe('Days without movement after which it is back with its sender'),
      link: z.int().min(7).max(730).describe("Days that the receiver's link works"),
      source: words(300),
    })
    .refine(({ firstReminder, secondReminder, stalled, link }) => firstReminder < secondReminder && stalled <= link, 'the second reminder comes after the first, and the link outlives the term'),
});

export type ReferralsPart = z.infer<typeof referralsPart>;
export type ReferralsPartData = z.input<typeof referralsPart>;
