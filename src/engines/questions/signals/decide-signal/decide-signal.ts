import { z } from 'zod';
import { seeOther } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findLikelyNames } from '../find-likely-names.ts';
import { text } from '../messages.ts';
import { showSignalAgain } from '../open-signal/open-signal.ts';
import { answerSignal, decideSignal, keepPromise, leaveSignal, planSignal } from '../register.ts';
import { leftReasons } from '../signal.ts';

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
    return planSignal(tx, { id, version }, { meetingOn, preparedBy });
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
    return decideSignal(tx, { id, version }, { decision, action, dueOn, on: today });
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
    leaveSignal(tx, { id, version }, { reason: leftReason, words: leftWords, on: today }),
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
  act: async ({ input: { id, version, answer, namesChecked }, tx, publicUrl }) => {
    // It goes out by mail too, which lies open on its way.
    if (!namesChecked && (await findLikelyNames(tx, answer)).length > 0) return refuse('names-likely', { field: 'answer' });
    return answerSignal(tx, { id, version }, { answer, publicUrl });
  },
  done: ({ id, told }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'answer.done', { count: told }) }),
  again: showSignalAgain,
  api: { summary: 'Answer a signal to everyone who noted it', output: z.object({ id: z.uuid(), told: z.int() }) },
});

/** What was decided is done: it no longer waits on policy's Today page. */
export const keepPromiseAct = act({
  path: '/signals/:id/keep',
  permission: 'questions:signals-answer',
  event: 'signal-kept',
  input: z.strictObject({ ...one, keptWords: field.text(1000) }),
  act: async ({ input: { id, version, keptWords }, tx }) => keepPromise(tx, { id, version }, keptWords),
  done: ({ id }, { locale }) => seeOther(`/signals/${id}`, { kind: 'done', text: text(locale, 'keep.done') }),
  again: showSignalAgain,
  api: { summary: 'Note that what was decided on a signal is done', output },
});
