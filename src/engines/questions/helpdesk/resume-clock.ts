import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { changedMeanwhile, refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { findLikelyNames } from '../signals/find-likely-names.ts';
import { findMessages, insertMessage, setPaused } from './expert-question.store.ts';
import { dueDay, pausesOf, type ExpertQuestion } from './expert.ts';

/** Keeps a reply and sets the clock going again: its last day moves by the working days that it stood still. */
export async function resumeClock(tx: Transaction, question: ExpertQuestion, { version, reply, namesChecked }: { version: number; reply: string; namesChecked: boolean }): Promise<{ id: string } | Refusal> {
  const { id } = question;
  if (question.state !== 'paused') return refuse('not-now', { status: 409 });
  if (!namesChecked && (await findLikelyNames(tx, reply)).length > 0) return refuse('names-likely', { field: 'reply' });
  await insertMessage(tx, id, { fromExpert: false, words: reply });
  const dueOn = dueDay(dayOf(question.askedAt!), question.termDays, pausesOf(await findMessages(tx, id)), dayOf(tx.now));
  if (!(await setPaused(tx, id, version, { state: 'taken', dueOn }))) return changedMeanwhile();
  tx.record({ act: 'expert-replied', subjects: [{ type: 'expert-question', id }] });
  return { id };
}
