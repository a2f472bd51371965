import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Referral } from '../referral.ts';
import { termsOn, type TermsFrom } from '../term.store.ts';

/** The terms that count for a referral of the list. */
export function termsFor(terms: readonly TermsFrom[], { sentAt, preparedAt }: Referral): TermsFrom {
  return termsOn(terms, dayOf(sentAt ?? preparedAt));
}
