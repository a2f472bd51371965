import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatMomentLong } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { CalendarEvent } from '../../../kernel/calendar/write-calendar.ts';
import type { Tenant } from '../../../kernel/access/tenant.ts';
import { text } from '../messages.ts';
import type { Appointment, Referral } from '../referral.ts';

export const appointmentPurpose = 'referral-appointment';

/** The page of an appointment opens until two days after it. */
export const pageLives = { hours: 48 };

/** What the person sees of an appointment: moment, place and with whom. Neither the question nor their own name stands there. */
export interface AppointmentFacts {
  referralId: string;
  appointment: Appointment;
  organisationName: string;
  changedAt: Referral['stateSince'];
}

export function factsOf({ id, appointment, organisationName, stateSince, state }: Referral): AppointmentFacts | undefined {
  return state === 'appointment' && appointment ? { referralId: id, appointment, organisationName, changedAt: stateSince } : undefined;
}

/** Where the way can be looked up; undefined without a place. */
export function routeAddress({ appointment: { place } }: AppointmentFacts): string | undefined {
  return place ? `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}` : undefined;
}

/** The sentences of an appointment in one language. */
export function appointmentLines(locale: Locale, { appointment, organisationName }: AppointmentFacts): string[] {
  return [
    text(locale, 'family.moment', formatMomentLong(locale, appointment.at)),
    text(locale, 'family.where', { place: [organisationName, appointment.place].filter(Boolean).join(', ') }),
    ...(appointment.with ? [text(locale, 'family.with', { whom: appointment.with })] : []),
  ];
}

/** How to ask, or say that one cannot come. */
export function callLine(locale: Locale, tenant: Pick<Tenant, 'settings'>): string {
  const { telephone } = tenant.settings;
  return telephone ? text(locale, 'family.cannot', { phone: telephone }) : text(locale, 'family.cannot-desk');
}

/** In a calendar that others may see: with whom and where, and no more. An hour, since no end was agreed. */
export function appointmentEvent(facts: AppointmentFacts, tenant: Pick<Tenant, 'name'>, locale: Locale): CalendarEvent {
  const { appointment, referralId, organisationName, changedAt } = facts;
  const summary = [...new Set([text('nl', 'ics.appointment', { tenant: tenant.name }), text(locale, 'ics.appointment', { tenant: tenant.name })])].join(' · ');
  return {
    uid: `${referralId}@wegwijs`,
    sequence: appointment.version,
    start: appointment.at,
    end: appointment.at.add({ hours: 1 }),
    summary,
    location: [organisationName, appointment.place].filter(Boolean).join(', '),
    state: 'confirmed',
    changedAt,
  };
}

/** '2026-03-03', for the name of a file. */
export function fileDay({ appointment }: AppointmentFacts): string {
  return dayOf(appointment.at).toString();
}
