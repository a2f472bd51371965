import type { CalendarEvent } from '../../../kernel/calendar/write-calendar.ts';
import type { Tenant } from '../../../kernel/access/tenant.ts';
import { languageName } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { firstNameOf, type Appointment, type CaseFile } from '../case.ts';
import { text } from '../messages.ts';

function entry({ id, sequence, startsAt, endsAt, state, changedAt }: Appointment) {
  return {
    uid: `${id}@wegwijs`,
    sequence,
    start: startsAt,
    end: endsAt,
    changedAt,
    state: state === 'called-off' ? ('cancelled' as const) : ('confirmed' as const),
  };
}

/** The family's own talk, in Dutch and in its language. */
export function familyEvent(appointment: Appointment, tenant: Tenant, locale: Locale): CalendarEvent {
  const summary = [...new Set([text('nl', 'ics.family', { tenant: tenant.name }), text(locale, 'ics.family', { tenant: tenant.name })])].join(' · ');
  const description = [...new Set([text('nl', 'family.guide', { guide: firstNameOf(appointment.workerName) }), text(locale, 'family.guide', { guide: firstNameOf(appointment.workerName) })])].join('\n');
  return { ...entry(appointment), summary, description, ...(appointment.place ? { location: appointment.place } : {}) };
}

/**
 * A talk in a guide's calendar. Calendar programs copy feeds to servers elsewhere: no name and no home address goes out,
 * only the languages, the municipality and the address of the case, which asks to sign in.
 */
export function guideEvent(appointment: Appointment, file: CaseFile | undefined, { locale, publicUrl, municipality }: { locale: Locale; publicUrl: string; municipality: string | undefined }): CalendarEvent {
  const languages = (file?.languages ?? []).slice(0, 2).map((code) => languageName(locale, code)).join(', ');
  const where = appointment.placeKind === 'home' ? [text(locale, 'place.home'), municipality].filter(Boolean).join(', ') : (appointment.place ?? text(locale, `place.${appointment.placeKind}`));
  return {
    ...entry(appointment),
    summary: languages ? text(locale, 'ics.guide-language', { languages }) : text(locale, 'ics.guide'),
    location: where,
    url: `${publicUrl}/cases/${appointment.caseId}`,
  };
}
