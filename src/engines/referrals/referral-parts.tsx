import { StatusChip, type Tone } from '../../kernel/html/index.ts';
import { formatDay } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { PersonSummary } from '../people/index.ts';
import { text } from './messages.ts';
import type { Referral, ReferralState } from './referral.ts';

const tones: Record<ReferralState, Tone> = {
  prepared: 'neutral',
  sent: 'waiting',
  seen: 'waiting',
  accepted: 'busy',
  declined: 'harm',
  started: 'busy',
  done: 'done',
  stalled: 'harm',
  withdrawn: 'closed',
};

export function StateChip({ state, locale }: { state: ReferralState; locale: Locale }) {
  return <StatusChip tone={tones[state]}>{text(locale, `state.${state}`)}</StatusChip>;
}

/** "Mondeling, op 3 mrt 2026" */
export function consentSaid(locale: Locale, { consent }: Pick<Referral, 'consent'>): string {
  return text(locale, 'consent.said', { way: text(locale, `consent.${consent.way}`), day: formatDay(locale, consent.on) });
}

export function sharedSaid(locale: Locale, { shares }: Pick<Referral, 'shares'>): string {
  return shares.length === 0 ? text(locale, 'share.only-name') : shares.map((share) => text(locale, `share.${share}`)).join(', ');
}

/** The name as it comes, with the other scripts behind it. */
export function nameSaid(person: PersonSummary | undefined): string {
  if (!person) return '–';
  return [person.name.full, ...person.otherNames.map(({ full }) => full)].join(' · ');
}
