import type { Transaction } from '../../kernel/db/types.ts';
import type { Subject } from '../../kernel/audit/event.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import { newId } from '../../kernel/id.ts';
import { findEmployer } from '../directory/index.ts';
import type { Place } from './place.ts';
import { insertPlaces } from './place.store.ts';
import type { NewQuestion } from './question.ts';
import { addHandling, insertQuestions, setClosed } from './question.store.ts';

/** Records a question and its event. */
export async function recordQuestion(tx: Transaction, question: NewQuestion): Promise<{ id: string }> {
  const { ids } = await recordQuestions(tx, [question]);
  return { id: ids[0]! };
}

/**
 * Records many in one statement, with an event each; ids in the order given. They count for the organisation for which the
 * recorder worked on the day of the first.
 */
export async function recordQuestions(tx: Transaction, questions: readonly NewQuestion[]): Promise<{ ids: string[] }> {
  const [first] = questions;
  if (!first) return { ids: [] };
  const { actorId } = tx.scope;
  const employer = actorId ? await findEmployer(tx, actorId, dayOf(first.askedAt ?? tx.now)) : undefined;
  const ids = await insertQuestions(tx, questions, employer?.organisationId);
  questions.forEach((question, index) => {
    tx.record({ act: 'question-recorded', subjects: subjectsOf({ ...question, id: ids[index]! }), detail: { theme: question.theme, channel: question.channel } });
  });
  return { ids };
}

/** The question is being referred to a service: says so among what was done. Does nothing when it says so already. */
export async function markReferred(tx: Transaction, questionId: string): Promise<void> {
  const isMarked = await addHandling(tx, questionId, 'referred');
  if (isMarked) tx.record({ act: 'question-marked-referred', subjects: [{ type: 'question', id: questionId }] });
}

/** Nothing more is to be done. False when it is not there or was closed already. */
export async function closeQuestion(tx: Transaction, questionId: string): Promise<boolean> {
  const isClosed = await setClosed(tx, questionId, true);
  if (isClosed) tx.record({ act: 'question-closed', subjects: [{ type: 'question', id: questionId }] });
  return isClosed;
}

/** Something is to be done after all. False when it is not there or is open. */
export async function reopenQuestion(tx: Transaction, questionId: string): Promise<boolean> {
  const isOpen = await setClosed(tx, questionId, false);
  if (isOpen) tx.record({ act: 'question-reopened', subjects: [{ type: 'question', id: questionId }] });
  return isOpen;
}

/** Adds places where questions are asked; answers the ids of those that are new: a label that is in use stays one place. */
export async function addPlaces(tx: Transaction, places: readonly (Omit<Place, 'id'> & { id?: string })[]): Promise<string[]> {
  const made = await insertPlaces(tx, places.map(({ id = newId(), ...place }) => ({ ...place, id })));
  for (const id of made) tx.record({ act: 'place-added', subjects: [{ type: 'place', id }] });
  return made;
}

interface AskedIn {
  id: string;
  personId?: string | null;
  householdId?: string | null;
  caseId?: string | null;
}

/** The question itself, and whom and what it belongs to: their timelines show it too. */
export function subjectsOf({ id, personId, householdId, caseId }: AskedIn): Subject[] {
  const subjects: Subject[] = [{ type: 'question', id }];
  if (personId) subjects.push({ type: 'person', id: personId });
  if (householdId) subjects.push({ type: 'household', id: householdId });
  if (caseId) subjects.push({ type: 'case', id: caseId });
  return subjects;
}
