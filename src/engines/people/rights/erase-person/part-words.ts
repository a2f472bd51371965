import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';

const known = ['help-questions', 'referrals', 'cases', 'answers', 'consents', 'network', 'recognition', 'language-levels', 'schooling', 'jobs', 'work-situations', 'own-addresses', 'statuses', 'sealed-notes', 'seal-openings', 'former-lines'] as const;

/** What a part of the house keeps, in words; one that has none here keeps its own name. */
export function partText(locale: Locale, name: string): string {
  const found = known.find((each) => each === name);
  return found ? text(locale, `part.${found}`) : name.replaceAll('-', ' ');
}
