import { z } from 'zod';
import { FileAnswer, download } from '../../../kernel/http/answer.ts';
import { calendarType, writeCalendar } from '../../../kernel/calendar/write-calendar.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findHouseholdSummaries } from '../../people/index.ts';
import { findAppointmentsOfWorkers, findTalkAhead } from '../appointment.store.ts';
import { findCasesByIds } from '../case.store.ts';
import { findOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { findWorker } from '../worker.store.ts';
import { guideEvent } from './calendar-event.ts';

/** So far back a feed reaches: long enough for a program that was off to hear that a talk was called off. */
const looksBack = { hours: 90 * 24 };

/** A guide's talks as a calendar that renews itself. Whoever holds the link reads it, so it says no name; the guide can end it. */
export const guideCalendarPage = page({
  path: '/calendar/:secret/talks.ics',
  permission: { link: 'calendar' },
  event: unrecorded('moments without names, asked for by a calendar program every hour'),
  load: async ({ read, actor, now }) => {
    const worker = actor.kind === 'link' ? await findWorker(read, actor.subject.id) : undefined;
    if (!worker) return notFound;
    const appointments = await findAppointmentsOfWorkers(read, { workerIds: [worker.id], from: now.subtract(looksBack), calledOff: true });
    const cases = new Map((await findCasesByIds(read, [...new Set(appointments.map(({ caseId }) => caseId))])).map((one) => [one.id, one]));
    const households = await findHouseholdSummaries(read, [...new Set([...cases.values()].map(({ householdId }) => householdId))]);
    return { appointments, cases, households };
  },
  view: ({ appointments, cases, households }, { locale, publicUrl, tenant }) => {
    const events = appointments.map((appointment) => {
      const file = cases.get(appointment.caseId);
      return guideEvent(appointment, file, { locale, publicUrl, municipality: (file && households.get(file.householdId)?.municipality.name) ?? undefined });
    });
    const body = writeCalendar({ name: text(locale, 'ics.name', { tenant: tenant.name }), events, refreshMinutes: 60 });
    return new FileAnswer(body, calendarType, { filename: 'wegwijs.ics', inline: true, headers: { 'cache-control': 'private, max-age=300' } });
  },
});

/** One talk, for the own calendar of whoever plans or holds it. */
export const appointmentFilePage = page({
  path: '/cases/:id/appointment.ics',
  permission: 'cases:list',
  event: unrecorded('a moment without a name'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, actor, input }) => {
    const file = await findOwnCase(read, actor, input.id);
    const ahead = file && (await findTalkAhead(read, file.id));
    if (!file || !ahead) return notFound;
    return { file, ahead, household: (await findHouseholdSummaries(read, [file.householdId])).get(file.householdId) };
  },
  view: ({ file, ahead, household }, { locale, publicUrl, tenant }) =>
    download(writeCalendar({ name: text(locale, 'ics.name', { tenant: tenant.name }), events: [guideEvent(ahead, file, { locale, publicUrl, municipality: household?.municipality.name ?? undefined })] }), calendarType, 'wegwijs.ics'),
});
