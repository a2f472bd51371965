import { z } from 'zod';
import { calendarType, writeCalendar } from '../../../kernel/calendar/write-calendar.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { download } from '../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { locales } from '../../../kernel/i18n/locale.ts';
import { findReferral } from '../referral.store.ts';
import { appointmentEvent, appointmentPurpose, factsOf, fileDay, type AppointmentFacts } from './appointment-facts.ts';
import { appointmentView } from './open-appointment.view.tsx';

const link = { link: appointmentPurpose };
const input = z.strictObject({ lang: field.optionalChoice(locales) });

/** The person's own page of an appointment; once it is off, it says so. */
export const appointmentPage = page({
  path: '/appointment/:secret',
  permission: link,
  event: unrecorded('the person looks at their own moment'),
  input,
  load: async (context): Promise<{ facts: AppointmentFacts | undefined } | typeof notFound> => {
    const referral = await ownReferral(context.read, context);
    return referral ? { facts: factsOf(referral) } : notFound;
  },
  view: ({ facts }, context) => appointmentView(facts, context),
});

export const appointmentCalendarPage = page({
  path: '/appointment/:secret/appointment.ics',
  permission: link,
  event: unrecorded('the person takes their own moment along'),
  input,
  load: async (context) => {
    const referral = await ownReferral(context.read, context);
    const facts = referral && factsOf(referral);
    return facts ? { facts, lang: context.input.lang ?? ('nl' as const) } : notFound;
  },
  view: ({ facts, lang }, { tenant }) => download(writeCalendar({ name: tenant.name, events: [appointmentEvent(facts, tenant, lang)] }), calendarType, `wegwijs-${fileDay(facts)}.ics`),
});

async function ownReferral(read: Read, { actor }: Pick<ViewContext, 'actor'>) {
  return actor.kind === 'link' ? findReferral(read, actor.subject.id) : undefined;
}
