import { z } from 'zod';
import type { Transaction } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, Refusal, type NotFound } from '../../../../kernel/http/refusal.ts';
import { act } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findLikelyNames } from '../../signals/find-likely-names.ts';
import { findAnswer, putUse } from '../expert-answer.store.ts';
import { assignExpert, findExpertQuestion, findExperts, insertMessage, markAnswerRead, setPaused, withdrawExpertQuestion } from '../expert-question.store.ts';
import { expertRoles } from '../experts.ts';
import { readSources, type ExpertQuestion } from '../expert.ts';
import { text } from '../messages.ts';
import { showExpertQuestionAgain } from '../open-question/open-expert-question.ts';
import { giveAnswer, publishAnswer, type Given } from '../register.ts';
import { resumeClock } from '../resume-clock.ts';
import { tellAsker } from '../tell-asker.ts';

const output = z.object({ id: z.uuid() });
const one = { id: field.id(), version: field.version() };
const about = (id: string) => [{ type: 'expert-question', id }];

/** Takes a question on, or gives it to a colleague who may answer. */
export const takeExpertQuestionAct = act({
  path: '/legal/questions/:id/take',
  permission: 'questions:answer-expert',
  event: 'expert-question-taken',
  input: z.strictObject({ ...one, expert: field.optionalId() }),
  act: async ({ input: { id, version, expert }, tx, actor }): Promise<Outcome<{ id: string }>> => {
    if (expert && !(await findExperts(tx, expertRoles)).some((one) => one.id === expert)) return refuse('expert-not-known', { field: 'expert' });
    const question = await openQuestion(tx, id);
    if (!('id' in question)) return question;
    if (!(await assignExpert(tx, id, version, expert ?? actor.id))) return changedMeanwhile();
    tx.record({ act: 'expert-question-taken', subjects: [...about(id), { type: 'account', id: expert ?? actor.id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/legal/questions/${id}`, { kind: 'done', text: text(locale, 'take.done') }),
  again: showExpertQuestionAgain,
  api: { summary: 'Take a question to the helpdesk on, or give it to a colleague', output },
});

/** Asks the asker something back: the clock stands still until the reply. */
export const askBackAct = act({
  path: '/legal/questions/:id/ask-back',
  permission: 'questions:answer-expert',
  event: 'expert-asked-back',
  input: z.strictObject({ ...one, back: field.text(2000), namesChecked: field.flag() }),
  act: async ({ input: { id, version, back, namesChecked }, tx, tenant, publicUrl }): Promise<Outcome<{ id: string }>> => {
    const question = await openQuestion(tx, id);
    if (!('id' in question)) return question;
    if (question.state === 'paused') return refuse('not-now', { status: 409 });
    if (!namesChecked && (await findLikelyNames(tx, back)).length > 0) return refuse('names-likely', { field: 'back' });
    if (!(await setPaused(tx, id, version, { state: 'paused' }))) return changedMeanwhile();
    await insertMessage(tx, id, { fromExpert: true, words: back });
    await tellAsker(tx, question, 'asked-back', { tenant, publicUrl });
    tx.record({ act: 'expert-asked-back', subjects: about(id) });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/legal/questions/${id}`, { kind: 'done', text: text(locale, 'back.done') }),
  again: showExpertQuestionAgain,
  api: { summary: 'Ask the asker something back', output },
});

/** The asker's reply: the clock goes on. */
export const replyAct = act({
  path: '/legal/questions/:id/reply',
  permission: 'questions:ask-expert',
  event: 'expert-replied',
  input: z.strictObject({ ...one, reply: field.text(2000), namesChecked: field.flag() }),
  act: async ({ input: { id, version, reply, namesChecked }, tx, actor }): Promise<Outcome<{ id: string }>> => {
    const question = await openQuestion(tx, id);
    if (!('id' in question) || question.askedBy?.id !== actor.id) return notFound;
    return resumeClock(tx, question, { version, reply, namesChecked });
  },
  done: ({ id }, { locale }) => seeOther(`/legal/questions/${id}`, { kind: 'done', text: text(locale, 'reply.done') }),
  again: showExpertQuestionAgain,
  api: { summary: 'Reply to what the expert asked back', output },
});

/** Answers, with what it rests on and until when it holds; published unless it fits this one case only. */
export const answerExpertQuestionAct = act({
  path: '/legal/questions/:id/answer',
  permission: 'questions:answer-expert',
  event: 'expert-question-answered',
  input: z.strictObject({
    ...one,
    /** An answer that was given before, instead of a new one. */
    existing: field.optionalId(),
    answer: field.optionalText(8000),
    sources: field.optionalText(2000),
    reviewBy: field.optionalDay(),
    publish: field.flag(),
    /** The question as others would ask it. */
    general: field.optionalText(500),
    namesChecked: field.flag(),
  }),
  act: async ({ input, tx, today, tenant, publicUrl }): Promise<Outcome<{ id: string }>> => {
    const question = await openQuestion(tx, input.id);
    if (!('id' in question)) return question;
    const given = input.existing ? await existingAnswer(tx, input.existing) : await newAnswer(tx, question, input, today);
    if (given instanceof Refusal) return given;
    if (input.existing && question.askedBy) await putUse(tx, input.existing, question.askedBy.id, true);
    return giveAnswer(tx, { ...question, version: input.version }, given, { tenant, publicUrl });
  },
  done: ({ id }, { locale }) => seeOther(`/legal/questions/${id}`, { kind: 'done', text: text(locale, 'answer.done') }),
  again: showExpertQuestionAgain,
  api: { summary: 'Answer a question to the helpdesk', output },
});

/** The asker needs no answer any more. */
export const withdrawExpertQuestionAct = act({
  path: '/legal/questions/:id/withdraw',
  permission: 'questions:ask-expert',
  event: 'expert-question-withdrawn',
  input: z.strictObject(one),
  act: async ({ input: { id, version }, tx, actor }): Promise<Outcome<{ id: string }>> => {
    const question = await openQuestion(tx, id);
    if (!('id' in question) || question.askedBy?.id !== actor.id) return notFound;
    if (!(await withdrawExpertQuestion(tx, id, version))) return changedMeanwhile();
    tx.record({ act: 'expert-question-withdrawn', subjects: about(id) });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/legal/questions/${id}`, { kind: 'done', text: text(locale, 'withdraw.done') }),
  again: showExpertQuestionAgain,
  api: { summary: 'Withdraw a question to the helpdesk', output },
});

/** The asker has read the answer: it leaves their Today page. */
export const readExpertAnswerAct = act({
  path: '/legal/questions/:id/read',
  permission: 'questions:ask-expert',
  event: 'expert-answer-read',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input: { id }, tx, actor }) => {
    const question = await findExpertQuestion(tx, id);
    if (question?.askedBy?.id !== actor.id || !(await markAnswerRead(tx, id))) return notFound;
    tx.record({ act: 'expert-answer-read', subjects: about(id) });
    return { id };
  },
  done: () => seeOther('/'),
  again: showExpertQuestionAgain,
  api: { summary: 'Note that an answer of the helpdesk was read', output },
});

/** The question while something can still be done with it. */
async function openQuestion(tx: Transaction, id: string): Promise<ExpertQuestion | Refusal | NotFound> {
  const question = await findExpertQuestion(tx, id);
  if (!question || question.state === 'unconfirmed') return notFound;
  return question.state === 'answered' || question.state === 'withdrawn' ? refuse('not-now', { status: 409 }) : question;
}

async function existingAnswer(tx: Transaction, id: string): Promise<Given | Refusal> {
  const found = await findAnswer(tx, id);
  if (!found || found.withdrawnAt) return refuse('not-now', { status: 409 });
  return { answer: found.answer, sources: found.sources, answerId: id };
}

interface Typed {
  answer?: string | undefined;
  sources?: string | undefined;
  reviewBy?: Temporal.PlainDate | undefined;
  general?: string | undefined;
  publish: boolean;
  namesChecked: boolean;
}

async function newAnswer(tx: Transaction, question: ExpertQuestion, { answer, sources: typed, reviewBy, general, publish, namesChecked }: Typed, today: Temporal.PlainDate): Promise<Given | Refusal> {
  if (!answer) return refuse('answer-needed', { field: 'answer' });
  const sources = readSources(typed ?? '');
  if (sources.length === 0) return refuse('no-source', { field: 'sources' });
  if (!namesChecked && (await findLikelyNames(tx, answer)).length > 0) return refuse('names-likely', { field: 'answer' });
  if (!publish) return { answer, sources, answerId: null };
  if (!general) return refuse('general-needed', { field: 'general' });
  if (!reviewBy || Temporal.PlainDate.compare(reviewBy, today) <= 0) return refuse('review-too-soon', { field: 'reviewBy' });
  return { answer, sources, answerId: await publishAnswer(tx, question.theme, { question: general, answer, sources, answeredOn: today, reviewBy }) };
}
