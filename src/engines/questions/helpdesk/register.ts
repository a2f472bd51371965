import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Tenant } from '../../../kernel/access/tenant.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { changedMeanwhile, type Refusal } from '../../../kernel/http/refusal.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { insertAnswer, type AnswerFacts } from './expert-answer.store.ts';
import { findExpertQuestion, findMessages, insertExpertQuestion, putAnswer } from './expert-question.store.ts';
import { findExpertTerm } from './expert-term.store.ts';
import { daysOf, dueDay, pausesOf, type ExpertQuestion, type ExpertTheme, type Source, type Urgency } from './expert.ts';
import { tellAsker } from './tell-asker.ts';

/** The term of a question that is asked now. */
export async function termFrom(tx: Transaction, urgency: Urgency): Promise<{ termDays: number; dueOn: Temporal.PlainDate }> {
  const today = dayOf(tx.now);
  const termDays = daysOf(await findExpertTerm(tx, today), urgency);
  return { termDays, dueOn: dueDay(today, termDays, [], today) };
}

export interface Asked {
  theme: ExpertTheme;
  urgency: Urgency;
  question: string;
  accountId: string;
  helpQuestionId: string | null;
}

/** A colleague asks: the clock runs from now. */
export async function askExpert(tx: Transaction, { theme, urgency, question, accountId, helpQuestionId }: Asked): Promise<{ id: string }> {
  const id = await insertExpertQuestion(tx, { theme, urgency, question, from: { accountId }, helpQuestionId, ...(await termFrom(tx, urgency)) });
  tx.record({ act: 'expert-asked', subjects: [{ type: 'expert-question', id }, ...(helpQuestionId ? [{ type: 'question', id: helpQuestionId }] : [])], detail: { theme, urgency } });
  return { id };
}

export interface Given {
  answer: string;
  sources: Source[];
  /** What it became for others, or what it was before; null for this case only. */
  answerId: string | null;
}

/** Puts an answer with those that can be used again. */
export async function publishAnswer(tx: Transaction, theme: ExpertTheme, facts: AnswerFacts): Promise<string> {
  const id = await insertAnswer(tx, theme, facts);
  tx.record({ act: 'expert-answer-published', subjects: [{ type: 'expert-answer', id }], detail: { theme } });
  return id;
}

type From = { tenant: Pick<Tenant, 'name' | 'locale'>; publicUrl: string };

/** Answers a question and tells whoever asked; its clock stops here, less what it stood still. */
export async function giveAnswer(tx: Transaction, question: ExpertQuestion, given: Given, from: From): Promise<{ id: string } | Refusal> {
  const { id, version, askedAt, termDays, theme } = question;
  const dueOn = dueDay(dayOf(askedAt!), termDays, pausesOf(await findMessages(tx, id)), dayOf(tx.now));
  if (!(await putAnswer(tx, id, version, { ...given, dueOn }))) return changedMeanwhile();
  await tellAsker(tx, question, 'answered', from);
  tx.record({ act: 'expert-question-answered', subjects: [{ type: 'expert-question', id }, ...(given.answerId ? [{ type: 'expert-answer', id: given.answerId }] : [])], detail: { theme } });
  return { id };
}

/** Answers what was asked and puts the answer with those that can be used again. Throws when there is no such question. */
export async function answerExpert(tx: Transaction, id: string, { general, answer, sources, reviewBy }: { general: string; answer: string; sources: Source[]; reviewBy: Temporal.PlainDate }, from: From): Promise<void> {
  const question = await findExpertQuestion(tx, id);
  if (!question) throw new Error(`The helpdesk has no question ${id}.`);
  const answerId = await publishAnswer(tx, question.theme, { question: general, answer, sources, answeredOn: dayOf(tx.now), reviewBy });
  await giveAnswer(tx, question, { answer, sources, answerId }, from);
}
