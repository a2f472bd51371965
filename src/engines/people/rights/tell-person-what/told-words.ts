import { formatDay, formatDayLong } from '../../../../kernel/i18n/format.ts';
import type { Telling } from '../../../../kernel/holdings/holding.ts';
import { direction, type Locale } from '../../../../kernel/i18n/locale.ts';
import { isolated } from '../../show.ts';
import { purposeText, sharesText } from '../consent-words.ts';
import type { Consent } from '../consent.ts';
import { text } from '../messages.ts';

/** "3 maart 2026: OCMW kreeg je naam en telefoon. Waarom: …" */
export function tellingText(locale: Locale, { on, recipient, what, ground, until }: Telling): string {
  const entry = text(locale, 'told.entry', { day: formatDayLong(locale, on), recipient: apart(locale, recipient), what: apart(locale, what), ground: apart(locale, ground) });
  return until ? `${entry} ${text(locale, 'told.entry.until', { day: formatDay(locale, until) })}` : entry;
}

export function mayText(locale: Locale, consent: Consent): string {
  const what = consent.shares.length === 0 ? text(locale, 'told.name-only') : text(locale, 'told.name-and', { what: sharesText(locale, consent) });
  const entry = text(locale, 'told.may.entry', { recipient: apart(locale, consent.recipientName), what, purpose: purposeText(locale, consent.purpose), basis: text(locale, `basis.${consent.basis}`) });
  return `${entry} ${consent.until ? text(locale, 'told.may.until', { day: formatDay(locale, consent.until) }) : text(locale, 'told.may.open')}`;
}

/** What may run the other way than the sentence that it stands in keeps its direction to itself. */
function apart(locale: Locale, words: string): string {
  return direction(locale) === 'rtl' ? isolated(words) : words;
}

/** Who inside the authority may see what. */
export function insideTexts(locale: Locale, isRestricted: boolean): string[] {
  if (isRestricted) return [text(locale, 'told.inside.restricted'), text(locale, 'told.inside.others')];
  return [text(locale, 'told.inside.team'), text(locale, 'told.inside.sealed'), text(locale, 'told.inside.others')];
}
