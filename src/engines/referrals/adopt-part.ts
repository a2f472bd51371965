import { dayOf } from '../../kernel/clock/clock.ts';
import type { BlueprintPart } from '../../kernel/blueprint/blueprint-part.ts';
import { inLanguage } from '../../kernel/blueprint/words.ts';
import { text } from './messages.ts';
import { referralsPart, type ReferralsPart } from './part.ts';
import { findTerms, putTerms } from './term.store.ts';

/** What a practice sets up of referrals; terms that the authority set itself stay. */
export const blueprintPart: BlueprintPart<ReferralsPart> = {
  key: 'referrals',
  shape: referralsPart,
  plan: async (read, { terms: { firstReminder, secondReminder, stalled } }, locale) => {
    const own = await findTerms(read, dayOf(read.now));
    return [{ kind: text(locale, 'part.terms'), name: text(locale, 'part.terms.are', { first: firstReminder, second: secondReminder, stalled }), isThere: own.validFrom !== null, href: '/settings/referral-terms' }];
  },
  adopt: async (tx, { terms: { source, ...terms } }, locale) => {
    if ((await findTerms(tx, dayOf(tx.now))).validFrom !== null) return 0;
    await putTerms(tx, dayOf(tx.now), terms, inLanguage(locale, source));
    tx.record({ act: 'referral-terms-set', subjects: [], detail: { from: dayOf(tx.now).toString(), first: terms.firstReminder, second: terms.secondReminder, stalled: terms.stalled, link: terms.link } });
    return 1;
  },
};
