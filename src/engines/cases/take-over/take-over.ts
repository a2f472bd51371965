import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { factsOf, insertWholeResponses, type Answers } from '../../questionnaires/index.ts';
import { recordQuestions, type Handling } from '../../questions/index.ts';
import type { Moment } from '../appointment.store.ts';
import type { Blueprint, Task } from '../blueprint.ts';
import { savePlans } from '../case.store.ts';
import { needsIn, talkOf } from '../hold-talk/harvest.ts';
import { advance, changesBetween, type PlanState, type TaskEvent } from '../plan.ts';
import * as store from './take-over.store.ts';
import type { RunningCase, WorkerProfile } from './take-over.store.ts';

/*
 * What was done before the authority worked here, or is made up for a demonstration, written down as the acts would have done
 * it: the same rows and the same events, many at once, under the transaction's own actor and moment. The households must have a
 * running case of the practice.
 */

export async function registerGuides(tx: Transaction, profiles: readonly WorkerProfile[]): Promise<void> {
  await store.insertProfiles(tx, profiles);
  for (const { id, languages, municipalities } of profiles) tx.record({ act: 'guide-profile-saved', subjects: [{ type: 'account', id }], detail: { languages: [...languages], municipalities: [...municipalities], isActive: true } });
}

export interface PlannedTalk extends Moment {
  householdId: string;
}

export async function planTalks(tx: Transaction, blueprint: Blueprint, talks: readonly PlannedTalk[]): Promise<void> {
  const running = await getRunning(tx, blueprint, talks);
  await store.insertAppointments(tx, talks.map((talk) => ({ ...talk, caseId: running(talk).file.id })));
  await store.updateCases(tx, talks.map((talk) => ({ id: running(talk).file.id, guideId: talk.workerId })));
  await savePlans(tx, talks.map((talk) => planAfter(blueprint, running(talk), { kind: 'appointment', event: 'complete' })));
  for (const talk of talks) {
    const detail = { startsAt: talk.startsAt.toString(), day: dayOf(talk.startsAt).toString(), place: talk.placeKind };
    tx.record({ act: 'talk-planned', subjects: [...subjectsOf(running(talk)), { type: 'account', id: talk.workerId }], detail });
  }
}

/** The families did not come: a moment must be found again. */
export async function missTalks(tx: Transaction, blueprint: Blueprint, talks: readonly { householdId: string }[]): Promise<void> {
  const running = await getRunning(tx, blueprint, talks);
  const ahead = (talk: { householdId: string }) => running(talk).ahead!;
  await store.endAppointments(tx, talks.map((talk) => ahead(talk).id), 'missed');
  await savePlans(tx, talks.map((talk) => planAfter(blueprint, running(talk), { kind: 'appointment', event: 'reactivate' })));
  for (const talk of talks) {
    tx.record({ act: 'talk-missed', subjects: [...subjectsOf(running(talk)), { type: 'account', id: ahead(talk).workerId }], detail: { startsAt: ahead(talk).startsAt.toString(), reason: null } });
  }
}

export interface HeldTalk {
  householdId: string;
  /** Who tells the needs. */
  personId: string | null;
  /** BCP 47. */
  language: string;
  answers: Answers;
  heldOn: Temporal.PlainDate;
  /** What has been done since with the needs; left out, they are still open. */
  handling?: readonly Handling[];
}

/** The talks were held: needs become questions, the clocks stop, the cases close. */
export async function holdTalks(tx: Transaction, blueprint: Blueprint, talks: readonly HeldTalk[]): Promise<void> {
  const talk = talkOf(blueprint);
  if (!talk) throw new Error(`The practice '${blueprint.id}' has no talk.`);
  const running = await getRunning(tx, blueprint, talks);
  const held = talks.map((one) => ({ ...one, running: running(one), responseId: newId(), needs: needsIn(talk.questionnaire, talk.talk, one.answers), ...end(blueprint, running(one), one) }));
  await insertWholeResponses(tx, held.map((one) => ({ id: one.responseId, questionnaire: talk.questionnaire.id, subject: { type: 'case', id: one.running.file.id }, language: one.language, answers: one.answers })));
  const approach = ({ answers }: HeldTalk) => {
    const chosen = talk.talk.approach && answers[talk.talk.approach.page]?.[talk.talk.approach.field];
    return typeof chosen === 'string' ? chosen : null;
  };
  await store.updateCases(tx, held.map((one) => ({ id: one.running.file.id, guideId: one.running.file.guideId ?? tx.scope.actorId, responseId: one.responseId, talkLanguage: one.language, approach: approach(one), ...one.step })));
  for (const one of held) tx.record({ act: 'talk-begun', subjects: subjectsOf(one.running), detail: { language: one.language } });
  await recordTold(tx, held);
  await store.endAppointments(tx, held.flatMap(({ running: { ahead } }) => (ahead ? [ahead.id] : [])), 'held');
  await savePlans(tx, held.map(({ running: { file }, changes }) => ({ caseId: file.id, changes })));
  for (const one of held) recordEnd(tx, one, approach(one));
}

type Held = HeldTalk & { running: RunningCase; needs: ReturnType<typeof needsIn> } & ReturnType<typeof end>;

async function recordTold(tx: Transaction, held: readonly Held[]): Promise<void> {
  const told = held.flatMap((one) => one.needs.map((need) => ({ one, need })));
  if (told.length === 0) return;
  const { ids } = await recordQuestions(
    tx,
    told.map(({ one: { running, language, personId, householdId, handling, heldOn }, need }) => ({
      theme: need.theme,
      channel: 'talk' as const,
      language,
      municipality: running.file.municipality,
      personId,
      householdId,
      caseId: running.file.id,
      note: need.words,
      ...(heldOn.equals(dayOf(tx.now)) ? {} : { askedAt: instantOf(heldOn.toPlainDateTime({ hour: 12 })) }),
      handling: handling ?? [],
      open: handling === undefined,
    })),
  );
  await store.insertNeedsOf(tx, told.map(({ one, need }, index) => ({ caseId: one.running.file.id, page: need.page, need: need.need, questionId: ids[index]! })));
}

function recordEnd(tx: Transaction, { running, heldOn, language, needs, reached, step }: Held, approach: string | null): void {
  const subjects = subjectsOf(running);
  tx.record({ act: 'talk-finished', subjects, detail: { on: heldOn.toString(), language, questions: needs.length, approach } });
  for (const milestone of reached) tx.record({ act: 'milestone-reached', subjects, detail: { milestone, on: heldOn.toString() } });
  if (step.closedOn) tx.record({ act: 'case-closed', subjects, detail: { outcome: step.outcome!, on: heldOn.toString() } });
}

/** How the plan goes on once the talk was held, and what that makes of the case. */
function end(blueprint: Blueprint, running: RunningCase, { answers, heldOn }: HeldTalk) {
  const { changes } = planAfter(blueprint, running, { kind: 'questionnaire', event: 'complete' }, answers);
  const { milestones, clocks, completes } = blueprint.trajectory;
  const reached = milestones.map(({ id }) => id).filter((id) => changes[id] === 'completed');
  const step = {
    reachedOn: clocks.some(({ stops }) => reached.includes(stops)) ? heldOn : null,
    closedOn: reached.includes(completes.milestone) ? heldOn : null,
    outcome: reached.includes(completes.milestone) ? completes.outcome : null,
  };
  return { changes, reached, step };
}

/** Cases that end in another way than by their talk. */
export async function withdrawCases(tx: Transaction, blueprint: Blueprint, endings: readonly { householdId: string; outcome: string }[]): Promise<void> {
  const running = await getRunning(tx, blueprint, endings);
  const today = dayOf(tx.now);
  const expected = endings.map(running).filter(({ ahead }) => ahead);
  await store.endAppointments(tx, expected.map(({ ahead }) => ahead!.id), 'called-off', 'authority');
  await savePlans(tx, expected.map((one) => planAfter(blueprint, one, { kind: 'appointment', event: 'reactivate' })));
  await store.updateCases(tx, endings.map((one) => ({ id: running(one).file.id, closedOn: today, outcome: one.outcome })));
  for (const one of endings) tx.record({ act: 'case-withdrawn', subjects: subjectsOf(running(one)), detail: { outcome: one.outcome, on: today.toString() } });
}

async function getRunning(tx: Transaction, blueprint: Blueprint, of: readonly { householdId: string }[]): Promise<(one: { householdId: string }) => RunningCase> {
  const found = await store.findRunning(tx, blueprint.id, of.map(({ householdId }) => householdId));
  return ({ householdId }) => {
    const running = found.get(householdId);
    if (!running) throw new Error(`Household ${householdId} has no running case of '${blueprint.id}'.`);
    return running;
  };
}

/** How the plan of a case changes by what was done to its task of this kind. */
function planAfter({ trajectory, questionnaires }: Blueprint, { file, plan }: RunningCase, { kind, event }: { kind: Task['kind']; event: TaskEvent['event'] }, answers: Answers = {}): { caseId: string; changes: PlanState } {
  const task = trajectory.stages.flatMap(({ tasks }) => tasks).find((one) => one.kind === kind);
  if (!task) return { caseId: file.id, changes: {} };
  const facts = Object.fromEntries(questionnaires.map((one) => [one.id, factsOf(one, one.id === task.questionnaire ? answers : {})]));
  return { caseId: file.id, changes: changesBetween(plan, advance(trajectory, plan, { task: task.id, event }, facts)) };
}

function subjectsOf({ file }: RunningCase) {
  return [
    { type: 'case', id: file.id },
    { type: 'household', id: file.householdId },
  ];
}
