import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { findHouseholdsByIds, type Household } from '../../people/index.ts';
import { findAppointmentsOfWorkers, findMomentRequests } from '../appointment.store.ts';
import { findCasesByIds } from '../case.store.ts';
import type { Appointment, CaseFile } from '../case.ts';
import { myTalksView } from './my-talks.view.tsx';

/** So far ahead a guide's own list looks. */
const weeksAhead = 8;

export interface OwnTalk {
  appointment: Appointment;
  file: CaseFile;
  household: Household | undefined;
  asksOtherMoment: boolean;
}

export interface MyTalks {
  /** In order; from this morning on. */
  talks: OwnTalk[];
}

/** The talks of one guide from the beginning of today on, in a fixed number of queries. */
export async function loadOwnTalks(read: Read, workerId: string, { days }: { days: number }): Promise<OwnTalk[]> {
  const today = dayOf(read.now);
  const appointments = (await findAppointmentsOfWorkers(read, { workerIds: [workerId], from: instantOf(today.toPlainDateTime()), until: instantOf(today.add({ days }).toPlainDateTime()) })).filter(({ state }) => state === 'planned' || state === 'held');
  const cases = new Map((await findCasesByIds(read, appointments.map(({ caseId }) => caseId))).map((one) => [one.id, one]));
  const households = new Map((await findHouseholdsByIds(read, [...cases.values()].map(({ householdId }) => householdId))).map((one) => [one.id, one]));
  const asking = new Set((await findMomentRequests(read, [...cases.keys()])).map(({ caseId }) => caseId));
  return appointments.map((appointment) => {
    const file = cases.get(appointment.caseId)!;
    return { appointment, file, household: households.get(file.householdId), asksOtherMoment: asking.has(file.id) };
  });
}

export const myTalksPage = page({
  path: '/talks',
  permission: 'cases:talk',
  event: unrecorded('a list of own talks'),
  load: async ({ read, actor }): Promise<MyTalks | typeof notFound> => {
    if (actor.kind !== 'account') return notFound;
    return { talks: await loadOwnTalks(read, actor.id, { days: weeksAhead * 7 + 1 }) };
  },
  view: (mine, context) => myTalksView(mine, context),
});
