import { z } from 'zod';
import type { Transaction } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, Refusal, type NotFound } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findLikelyNames } from '../find-likely-names.ts';
import { text } from '../messages.ts';
import { showSignalAgain } from '../open-signal/open-signal.ts';
import { findSignal, insertStep, moveSignal, type Move, type NewStep } from '../signal.store.ts';
import { leftReasons, mayBe, type Signal } from '../signal.ts';
import { tellAnswer } from './tell-answer.ts';

const output = z.object({ id: z.uuid() });
const one = { id: field.id(), version: field.version() };

/** Puts a signal on the agenda of a meeting, or on that of another one. */
export const planSignalAct = act({
  path: '/signals/:id/plan',
  permission: 'questions:signals-answer',
  event: 'signal-planned',
  input: z.strictObject({ ...one, meetingOn: field.day(), preparedBy: field.optionalText(120) }),
  act: async ({ input: { id, version, meetingOn, preparedBy = null }, tx, today }) => {
    if (Temporal.PlainDate.compare(meetingOn, today) < 0) return refuse('day-past', { field: 'meetingOn' });
    return move(tx, { id, version }, { state: 'on-agenda', meetingOn, preparedBy }, { step: 'planned', meetingOn, preparedBy }, 'signal-planned');
  },
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'plan.done') }),
  again: showSignalAgain,
  api: { summary: 'Put a signal on the agenda of a meeting', output },
});

/** Notes what was decided, what will be done and by when. */
export const decideSignalAct = act({
  path: '/signals/:id/decide',
  permission: 'questions:signals-answer',
  event: 'signal-decided',
  input: z.strictObject({ ...one, decision: field.text(2000), action: field.optionalText(1000), dueOn: field.optionalDay() }),
  act: async ({ input: { id, version, decision, action = null, dueOn = null }, tx, today }) => {
    if (dueOn && Temporal.PlainDate.compare(dueOn, today) < 0) return refuse('day-past', { field: 'dueOn' });
    return move(tx, { id, version }, { state: 'decided', decidedOn: today }, { step: 'decided', words: decision, action, dueOn }, 'signal-decided');
  },
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'decide.done') }),
  again: showSignalAgain,
  api: { summary: 'Note what was decided on a signal', output },
});

/** Nothing will be done with it, and why. */
export const leaveSignalAct = act({
  path: '/signals/:id/leave',
  permission: 'questions:signals-answer',
  event: 'signal-not-taken-up',
  input: z.strictObject({ ...one, leftReason: field.choice(leftReasons), leftWords: field.text(1000) }),
  act: async ({ input: { id, version, leftReason, leftWords }, tx, today }) =>
    move(tx, { id, version }, { state: 'not-taken-up', decidedOn: today }, { step: 'not-taken-up', reason: leftReason, words: leftWords }, 'signal-not-taken-up'),
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'leave.done') }),
  again: showSignalAgain,
  api: { summary: 'Do not take a signal up', output },
});

/** The answer to everyone who wrote down a part of it. */
export const answerSignalAct = act({
  path: '/signals/:id/answer',
  permission: 'questions:signals-answer',
  event: 'signal-answered',
  input: z.strictObject({ ...one, answer: field.text(3000), namesChecked: field.flag() }),
  act: async ({ input: { id, version, answer, namesChecked }, tx, publicUrl }): Promise<Outcome<{ id: string; told: number }>> => {
    // It goes out by mail too, which lies open on its way.
    if (!namesChecked && (await findLikelyNames(tx, answer)).length > 0) return refuse('names-likely', { field: 'answer' });
    const moved = await move(tx, { id, version }, { state: 'answered' }, { step: 'answered', words: answer }, 'signal-answered');
    if (!('signal' in moved)) return moved;
    return { id, told: await tellAnswer(tx, { signal: moved.signal, stepId: moved.stepId, answer, publicUrl }) };
  },
  done: ({ id, told }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'answer.done', { count: told }) }),
  again: showSignalAgain,
  api: { summary: 'Answer a signal to everyone who noted it', output: z.object({ id: z.uuid(), told: z.int() }) },
});

interface Moved {
  id: string;
  signal: Signal;
  stepId: string;
}

async function move(tx: Transaction, { id, version }: { id: string; version: number }, to: Omit<Move, 'from'>, step: Omit<NewStep, 'signalId'>, event: string): Promise<Moved | Refusal | NotFound> {
  const signal = await findSignal(tx, id, 'none');
  if (!signal) return notFound;
  if (!mayBe(signal, to.state)) return refuse('not-now', { status: 409 });
  if (!(await moveSignal(tx, id, version, { ...to, from: [signal.state] }))) return changedMeanwhile();
  const stepId = await insertStep(tx, { signalId: id, ...step });
  tx.record({ act: event, subjects: [{ type: 'signal', id }], ...(step.reason ? { detail: { reason: step.reason } } : {}) });
  return { id, signal, stepId };
}
