import { z } from 'zod';
import { makeLink, withdrawLinks } from '../../../kernel/access/identify.store.ts';
import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { findHouseholdsByIds, type Household } from '../../people/index.ts';
import { findAppointmentsOfWorkers, findMomentRequests } from '../appointment.store.ts';
import { findCasesByIds } from '../case.store.ts';
import type { Appointment, CaseFile } from '../case.ts';
import { text } from '../messages.ts';
import { findWorker, setFeed } from '../worker.store.ts';
import { feedView, myTalksView } from './my-talks.view.tsx';

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
  /** Since when the calendar feed works; null without one. */
  feedMadeAt: Temporal.Instant | null;
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
    return { talks: await loadOwnTalks(read, actor.id, { days: weeksAhead * 7 + 1 }), feedMadeAt: (await findWorker(read, actor.id))?.feedMadeAt ?? null };
  },
  view: (mine, context) => myTalksView(mine, context),
});

/** A new link for the calendar program; an earlier one ends at once. */
export const renewFeedAct = act({
  path: '/talks/calendar',
  permission: 'cases:talk',
  event: 'calendar-link-made',
  input: z.strictObject({}),
  act: async ({ tx, actor }) => {
    if (actor.kind !== 'account') return notFound;
    await withdrawLinks(tx, actor.id, 'calendar');
    const { id, secret } = await makeLink(tx, { purpose: 'calendar', subject: { type: 'account', id: actor.id }, expiresAt: null });
    await setFeed(tx, actor.id, tx.now);
    tx.record({ act: 'calendar-link-made', subjects: [{ type: 'account', id: actor.id }, { type: 'link', id }] });
    return { secret };
  },
  // Shown this once, and kept nowhere.
  done: ({ secret }, context) => feedView(secret, context),
  again: showMyTalks,
});

export const withdrawFeedAct = act({
  path: '/talks/calendar/withdraw',
  permission: 'cases:talk',
  event: 'calendar-link-withdrawn',
  input: z.strictObject({}),
  act: async ({ tx, actor }) => {
    if (actor.kind !== 'account') return notFound;
    await withdrawLinks(tx, actor.id, 'calendar');
    await setFeed(tx, actor.id, null);
    tx.record({ act: 'calendar-link-withdrawn', subjects: [{ type: 'account', id: actor.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/talks', { kind: 'done', text: text(locale, 'feed.withdrawn') }),
  again: showMyTalks,
});

async function showMyTalks(context: ViewContext & { read: Read }) {
  const { read, actor } = context;
  if (actor.kind !== 'account') return notFound;
  return myTalksView({ talks: await loadOwnTalks(read, actor.id, { days: weeksAhead * 7 + 1 }), feedMadeAt: (await findWorker(read, actor.id))?.feedMadeAt ?? null }, context);
}
