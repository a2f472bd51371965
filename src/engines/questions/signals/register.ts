import type { Transaction } from '../../../kernel/db/types.ts';
import { changedMeanwhile, notFound, refuse, type NotFound, type Refusal } from '../../../kernel/http/refusal.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { tellAnswer } from './decide-signal/tell-answer.ts';
import { findSignal, insertRaised, insertStep, moveSignal, type Move, type NewSignal, type NewStep } from './signal.store.ts';
import { mayBe, type LeftReason, type Signal } from './signal.ts';

/** The signal as whoever moves it on saw it. */
export interface Seen {
  id: string;
  version: number;
}

interface Moved {
  id: string;
  signal: Signal;
  stepId: string;
}

type Result = Promise<Moved | Refusal | NotFound>;

/** Keeps a colleague's own words inside until another has read them. */
export async function raiseSignal(tx: Transaction, signal: NewSignal): Promise<{ id: string }> {
  const id = await insertRaised(tx, signal);
  tx.record({ act: 'signal-raised', subjects: [{ type: 'signal', id }], detail: { reason: signal.reason, theme: signal.theme } });
  return { id };
}

/** Puts a colleague's words before policy, as they were made fit to be read by all. */
export async function releaseSignal(tx: Transaction, { id, version, words }: Seen & { words: string }): Promise<{ id: string } | Refusal> {
  if (!(await moveSignal(tx, id, version, { state: 'before-policy', from: ['gathering'], words }))) return changedMeanwhile();
  await insertStep(tx, { signalId: id, step: 'released' });
  tx.record({ act: 'signal-released', subjects: [{ type: 'signal', id }] });
  return { id };
}

/** On the agenda of a meeting, or on that of another one. */
export function planSignal(tx: Transaction, seen: Seen, { meetingOn, preparedBy }: { meetingOn: Temporal.PlainDate; preparedBy: string | null }): Result {
  return move(tx, seen, { state: 'on-agenda', meetingOn, preparedBy }, { step: 'planned', meetingOn, preparedBy });
}

/** What was decided, what will be done and by when. */
export function decideSignal(tx: Transaction, seen: Seen, { decision, action, dueOn, on }: { decision: string; action: string | null; dueOn: Temporal.PlainDate | null; on: Temporal.PlainDate }): Result {
  return move(tx, seen, { state: 'decided', decidedOn: on, promisedOn: dueOn }, { step: 'decided', words: decision, action, dueOn });
}

/** Nothing will be done with it, and why. */
export function leaveSignal(tx: Transaction, seen: Seen, { reason, words, on }: { reason: LeftReason; words: string; on: Temporal.PlainDate }): Result {
  return move(tx, seen, { state: 'not-taken-up', decidedOn: on, promisedOn: null }, { step: 'not-taken-up', reason, words });
}

/** Tells the answer to everyone who wrote down a part of it; how many they are. */
export async function answerSignal(tx: Transaction, seen: Seen, { answer, publicUrl }: { answer: string; publicUrl: string }): Promise<{ id: string; told: number } | Refusal | NotFound> {
  const moved = await move(tx, seen, { state: 'answered' }, { step: 'answered', words: answer });
  if (!('signal' in moved)) return moved;
  return { id: seen.id, told: await tellAnswer(tx, { signal: moved.signal, stepId: moved.stepId, answer, publicUrl }) };
}

/** What was promised is done; says what, to everyone who reads the signal. */
export async function keepPromise(tx: Transaction, { id, version }: Seen, words: string): Promise<{ id: string } | Refusal | NotFound> {
  const signal = await findSignal(tx, id, 'none');
  if (!signal) return notFound;
  if (!signal.promisedOn) return refuse('not-now', { status: 409 });
  if (!(await moveSignal(tx, id, version, { state: signal.state, from: [signal.state], promisedOn: null }))) return changedMeanwhile();
  await insertStep(tx, { signalId: id, step: 'kept', words });
  tx.record({ act: 'signal-kept', subjects: [{ type: 'signal', id }] });
  return { id };
}

async function move(tx: Transaction, { id, version }: Seen, to: Omit<Move, 'from'>, step: Omit<NewStep, 'signalId'>): Result {
  const signal = await findSignal(tx, id, 'none');
  if (!signal) return notFound;
  if (!mayBe(signal, to.state)) return refuse('not-now', { status: 409 });
  if (!(await moveSignal(tx, id, version, { ...to, from: [signal.state] }))) return changedMeanwhile();
  const stepId = await insertStep(tx, { signalId: id, ...step });
  tx.record({ act: `signal-${step.step}`, subjects: [{ type: 'signal', id }], ...(step.reason ? { detail: { reason: step.reason } } : {}) });
  return { id, signal, stepId };
}
