import { StatusChip, type Tone } from '../../kernel/html/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { formatDay, formatDayLong, formatTime } from '../../kernel/i18n/format.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import type { Consent, PersonSummary } from '../people/index.ts';
import { text } from './messages.ts';
import type { Appointment, ReferralState, Shareable } from './referral.ts';

const tones: Record<ReferralState, Tone> = {
  prepared: 'neutral',
  sent: 'waiting',
  seen: 'waiting',
  accepted: 'busy',
  declined: 'harm',
  appointment: 'busy',
  started: 'busy',
  done: 'done',
  stalled: 'harm',
  withdrawn: 'closed',
};

export function StateChip({ state, locale }: { state: ReferralState; locale: Locale }) {
  return <StatusChip tone={tones[state]}>{text(locale, `state.${state}`)}</StatusChip>;
}

/** "Mondeling, op 3 mrt 2026, tot 3 mrt 2027"; on a ground in law: which. */
export function consentSaid(locale: Locale, { basis, way, from, until }: Pick<Consent, 'basis' | 'way' | 'from' | 'until'>): string {
  const how = basis === 'consent' ? text(locale, `consent.${way ?? 'spoken'}`) : text(locale, `basis.${basis}`);
  const said = text(locale, 'consent.said', { way: how, day: formatDay(locale, from) });
  return until ? text(locale, 'consent.said-until', { said, until: formatDay(locale, until) }) : said;
}

export function sharedSaid(locale: Locale, shares: readonly Shareable[]): string {
  return shares.length === 0 ? text(locale, 'share.only-name') : shares.map((share) => text(locale, `share.${share}`)).join(', ');
}

/** "Dinsdag 3 maart 2026 om 14:30, in Markt 1, met het onthaal" */
export function appointmentSaid(locale: Locale, { at, place, with: whom }: Pick<Appointment, 'at' | 'place' | 'with'>): string {
  const moment = text(locale, 'appointment.moment', { day: formatDayLong(locale, dayOf(at)), time: formatTime(locale, at) });
  return [moment, place, whom && text(locale, 'appointment.with', { whom })].filter(Boolean).join(', ');
}

/** The name as it comes, with the other scripts behind it. */
export function nameSaid(person: PersonSummary | undefined): string {
  if (!person) return '–';
  return [person.name.full, ...person.otherNames.map(({ full }) => full)].join(' · ');
}
