import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Actor } from '../../../kernel/access/actor.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { getHousehold, type Household } from '../../people/index.ts';
import { findAdoption, type Adoption } from '../adoption.store.ts';
import { advanceCase } from '../advance-case.ts';
import * as talks from '../appointment.store.ts';
import { updateCase } from '../case.store.ts';
import { caseSubjects, placeKinds, type Appointment, type CaseFile, type PlaceKind } from '../case.ts';
import { findOwnCase, lockOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { findWorkers } from '../worker.store.ts';
import { proposeWorkers, type Proposal } from '../worker.ts';
import { planTalkView } from './plan-talk.view.tsx';

export interface PlanForm {
  file: CaseFile;
  household: Household;
  adoption: Adoption | undefined;
  /** The talk that is planned already: this form moves it. */
  ahead: Appointment | undefined;
  request: talks.MomentRequest | undefined;
  proposals: Proposal[];
  /** What the ones who were proposed first have ahead, in order. */
  agenda: Appointment[];
}

const input = z.strictObject({
  id: field.id(),
  guide: field.id(),
  day: field.day(),
  time: field.time(),
  minutes: field.integer(15, 480),
  placeKind: field.choice(placeKinds),
  place: field.optionalText(200),
  /** Of the talk that the form moves; left out when there was none. */
  version: field.version().optional(),
});

export const planTalkPage = page({
  path: '/cases/:id/plan',
  permission: 'cases:plan',
  event: 'case-read',
  input: z.strictObject({ id: field.id(), guide: field.optionalId() }),
  load: async ({ read, actor, input: { id, guide }, today }) => {
    const form = await loadPlanForm(read, actor, id, today);
    return form ? { form, guide } : notFound;
  },
  view: ({ form, guide }, context) => planTalkView(form, context, guide ? { guide } : undefined),
  subjects: ({ form: { file } }) => caseSubjects(file),
});

export async function loadPlanForm(read: Read, actor: Actor, id: string, today: Temporal.PlainDate): Promise<PlanForm | undefined> {
  const file = await findOwnCase(read, actor, id);
  if (!file || file.closedOn) return undefined;
  const proposals = proposeWorkers(await findWorkers(read), file);
  const first = [file.guideId, ...proposals.slice(0, 3).map(({ worker }) => worker.id)].filter((one) => one !== null);
  return {
    file,
    household: await getHousehold(read, file.householdId),
    adoption: await findAdoption(read, file.blueprint),
    ahead: await talks.findTalkAhead(read, id),
    request: (await talks.findMomentRequests(read, [id]))[0],
    proposals,
    agenda: await talks.findAppointmentsOfWorkers(read, { workerIds: [...new Set(first)], from: read.now, until: instantOf(today.add({ days: 22 }).toPlainDateTime()) }),
  };
}

interface Planned {
  startsAt: Temporal.Instant;
  isMoved: boolean;
  id: string;
}

export const planTalkAct = act({
  path: '/cases/:id/plan',
  permission: 'cases:plan',
  event: 'talk-planned',
  input,
  act: async ({ input, tx, actor, today }): Promise<Planned | Refusal | typeof notFound> => {
    const file = await lockOwnCase(tx, actor, input.id);
    if (!file) return notFound;
    if (file.closedOn) return refuse('case-closed', { status: 409 });
    const [worker] = await findWorkers(tx, { id: input.guide });
    if (!worker?.isActive) return refuse('guide-not-active', { field: 'guide' });
    const startsAt = instantOf(input.day.toPlainDateTime(input.time));
    if (Temporal.Instant.compare(startsAt, tx.now) <= 0) return refuse('moment-past', { field: 'day' });
    if (input.placeKind === 'other' && !input.place) return refuse('place-missing', { field: 'place' });
    const moment = { workerId: input.guide, startsAt, endsAt: startsAt.add({ minutes: input.minutes }), placeKind: input.placeKind, place: input.placeKind === 'home' ? null : (input.place ?? null) };
    const [clash] = (await talks.findAppointmentsOfWorkers(tx, { workerIds: [input.guide], from: moment.startsAt, until: moment.endsAt })).filter((one) => one.state === 'planned' && one.caseId !== file.id);
    if (clash) return busy(clash);
    try {
      return await keepMoment(tx, file, { moment, version: input.version, today });
    } catch (error) {
      // Someone planned in the moment between our look and our write.
      if (talks.isDoubleBooking(error)) return refuse('guide-busy', { field: 'time' });
      if (talks.isSecondTalk(error)) return changedMeanwhile();
      throw error;
    }
  },
  done: ({ id, startsAt, isMoved }, { locale }) => seeOther(`/cases/${id}`, { kind: 'done', text: text(locale, isMoved ? 'plan.moved' : 'plan.done', { moment: formatMoment(locale, startsAt) }) }),
  again: async (context) => {
    const form = await loadPlanForm(context.read, context.actor, context.params['id']!, context.today);
    return form ? planTalkView(form, context, context.values) : notFound;
  },
  api: { summary: 'Plan or move the talk of a case', output: z.object({ id: z.uuid(), startsAt: z.string() }) },
});

function busy({ startsAt, endsAt }: Appointment): Refusal {
  return refuse('guide-busy', { field: 'time', detail: { from: startsAt.toString(), until: endsAt.toString() } });
}

interface Wish {
  moment: talks.Moment;
  version: number | undefined;
  today: Temporal.PlainDate;
}

async function keepMoment(tx: Transaction, file: CaseFile, { moment, version, today }: Wish): Promise<Planned | Refusal> {
  const ahead = await talks.findTalkAhead(tx, file.id);
  if (ahead?.version !== version) return changedMeanwhile();
  const subjects = [...caseSubjects(file), { type: 'account', id: moment.workerId }];
  const detail = { startsAt: moment.startsAt.toString(), day: dayOf(moment.startsAt).toString(), place: moment.placeKind as PlaceKind };
  if (ahead && ahead.workerId === moment.workerId) {
    if (!(await talks.moveAppointment(tx, { ...moment, id: ahead.id, version: ahead.version }))) return changedMeanwhile();
  } else {
    // Another guide's calendar has another entry: the first guide's says that it is off.
    if (ahead) await talks.endAppointment(tx, { id: ahead.id, version: ahead.version, state: 'called-off', reason: 'other-guide' });
    await talks.insertAppointment(tx, { ...moment, caseId: file.id });
  }
  await updateCase(tx, file.id, { guideId: moment.workerId });
  await talks.answerMomentRequest(tx, file.id);
  tx.record({ act: ahead ? 'talk-moved' : 'talk-planned', subjects, detail: ahead ? { ...detail, from: ahead.startsAt.toString() } : detail });
  if (!ahead) await advanceCase(tx, file, { kind: 'appointment', event: 'complete', on: today });
  return { id: file.id, startsAt: moment.startsAt, isMoved: ahead !== undefined };
}
