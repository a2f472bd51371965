import { z } from 'zod';
import { field } from '../../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { findMeetings, findSignals } from '../signal.store.ts';
import type { Signal } from '../signal.ts';
import { showAgendaView } from './show-agenda.view.tsx';

export interface Agenda {
  meetings: { day: Temporal.PlainDate; count: number }[];
  /** The meeting that is shown; undefined when nothing is on any agenda. */
  meetingOn: Temporal.PlainDate | undefined;
  signals: Signal[];
}

/** What a council or a meeting has before it, to print. Without a day: the first meeting still to come, or else the last. */
export const showAgendaPage = page({
  path: '/signals/agenda',
  permission: 'questions:signals',
  event: unrecorded('counts and released words: they name nobody'),
  input: z.strictObject({ meeting: field.optionalDay() }),
  load: async ({ read, input, today }): Promise<Agenda> => {
    const meetings = await findMeetings(read);
    const isToCome = ({ day }: { day: Temporal.PlainDate }) => day.until(today).days <= 0;
    const meetingOn = input.meeting ?? (meetings.find(isToCome) ?? meetings.at(-1))?.day;
    return { meetings, meetingOn, signals: meetingOn ? await findSignals(read, { inside: 'none', states: ['on-agenda'], meetingOn }, 'most') : [] };
  },
  view: showAgendaView,
});
