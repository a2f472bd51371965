import type { Locale } from '../../../kernel/i18n/locale.ts';
import { consentShares, purposes, type Consent } from './consent.ts';
import { text } from './messages.ts';

/** What for; a purpose of another part of the house keeps its code, which is a word too. */
export function purposeText(locale: Locale, purpose: string): string {
  const known = purposes.find((each) => each === purpose);
  return known ? text(locale, `purpose.${known}`) : purpose.replaceAll('-', ' ');
}

/** What may be told beside the name: "telefoon, talen". */
export function sharesText(locale: Locale, { shares }: Pick<Consent, 'shares'>): string {
  if (shares.length === 0) return text(locale, 'consent.only-name');
  return shares
    .map((share) => {
      const known = consentShares.find((each) => each === share);
      return known ? text(locale, `share.${known}`) : share.replaceAll('-', ' ');
    })
    .join(', ');
}
