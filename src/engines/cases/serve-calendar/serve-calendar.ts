import { z } from 'zod';
import { download } from '../../../kernel/http/answer.ts';
import type { CalendarPart } from '../../../kernel/engine.ts';
import { calendarType, writeCalendar } from '../../../kernel/calendar/write-calendar.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findHouseholdSummaries } from '../../people/index.ts';
import { findAppointmentsOfWorkers, findTalkAhead } from '../appointment.store.ts';
import { findCasesByIds } from '../case.store.ts';
import { findOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { guideEvent } from './calendar-event.ts';

/** The talks of these colleagues, for the calendars that renew themselves; one that was called off stays as cancelled. */
export const talkCalendar: CalendarPart = {
  find: async (read, { accountIds, from, until, locale, publicUrl }) => {
    if (accountIds.length === 0) return [];
    const appointments = await findAppointmentsOfWorkers(read, { workerIds: accountIds, from, until, calledOff: true });
    const cases = new Map((await findCasesByIds(read, [...new Set(appointments.map(({ caseId }) => caseId))])).map((one) => [one.id, one]));
    const households = await findHouseholdSummaries(read, [...new Set([...cases.values()].map(({ householdId }) => householdId))]);
    return appointments.map((appointment) => {
      const file = cases.get(appointment.caseId);
      const municipality = (file && households.get(file.householdId)?.municipality.name) ?? undefined;
      return { ...guideEvent(appointment, file, { locale, publicUrl, municipality }), of: { type: 'account' as const, id: appointment.workerId } };
    });
  },
};

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
