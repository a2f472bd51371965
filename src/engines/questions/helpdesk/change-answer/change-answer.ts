import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findLikelyNames } from '../../signals/find-likely-names.ts';
import { findAnswer, updateAnswer, withdrawAnswer } from '../expert-answer.store.ts';
import { expertThemes, readSources, usualValidity, writeSources, type ExpertAnswer } from '../expert.ts';
import { typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import { helpdeskErrors } from '../refusals.ts';
import { changeAnswerView } from './change-answer.view.tsx';

export interface ChangeAnswerScreen {
  /** As it stands now. */
  answer: ExpertAnswer;
  values: FormValues;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
  names: string[];
}

export const changeAnswerPage = page({
  path: '/legal/answers/:id/change',
  permission: 'questions:answer-expert',
  event: unrecorded('an answer that names nobody'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input, today }): Promise<Outcome<ChangeAnswerScreen>> => {
    const answer = await findAnswer(read, input.id);
    if (!answer || answer.withdrawnAt) return notFound;
    const values = { theme: answer.theme, question: answer.question, answer: answer.answer, sources: writeSources(answer.sources), reviewBy: today.add(usualValidity).toString() };
    return { answer, values, errors: {}, isChangedMeanwhile: false, names: [] };
  },
  view: changeAnswerView,
});

/** A new wording, or the same one looked over: it holds from today until its new day of review. */
export const changeAnswerAct = act({
  path: '/legal/answers/:id/change',
  permission: 'questions:answer-expert',
  event: 'expert-answer-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), theme: field.choice(expertThemes), question: field.text(500), answer: field.text(8000), sources: field.text(2000), reviewBy: field.day(), namesChecked: field.flag() }),
  act: async ({ input: { id, version, theme, question, answer, sources: written, reviewBy, namesChecked }, tx, today }): Promise<Outcome<{ id: string }>> => {
    const found = await findAnswer(tx, id);
    if (!found || found.withdrawnAt) return notFound;
    const sources = readSources(written);
    if (sources.length === 0) return refuse('no-source', { field: 'sources' });
    if (Temporal.PlainDate.compare(reviewBy, today) <= 0) return refuse('review-too-soon', { field: 'reviewBy' });
    if (!namesChecked && (await findLikelyNames(tx, `${question}\n${answer}`)).length > 0) return refuse('names-likely', { field: 'answer' });
    if (!(await updateAnswer(tx, id, version, theme, { question, answer, sources, answeredOn: today, reviewBy }))) return changedMeanwhile();
    tx.record({ act: 'expert-answer-changed', subjects: [{ type: 'expert-answer', id }], detail: { theme } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/legal/answers/${id}`, { kind: 'done', text: text(locale, 'change.done') }),
  again,
  api: { summary: 'Revise an answer of the legal helpdesk', output: z.object({ id: z.uuid() }) },
});

/** It no longer holds: it leaves the library, and stays where it was given. */
export const withdrawAnswerAct = act({
  path: '/legal/answers/:id/withdraw',
  permission: 'questions:answer-expert',
  event: 'expert-answer-withdrawn',
  input: z.strictObject({ id: field.id(), version: field.version() }),
  act: async ({ input: { id, version }, tx }): Promise<Outcome<{ id: string }>> => {
    const found = await findAnswer(tx, id);
    if (!found || found.withdrawnAt) return notFound;
    if (!(await withdrawAnswer(tx, id, version))) return changedMeanwhile();
    tx.record({ act: 'expert-answer-withdrawn', subjects: [{ type: 'expert-answer', id }] });
    return { id };
  },
  done: (_, { locale }) => seeOther('/legal', { kind: 'done', text: text(locale, 'answer.withdraw.done') }),
  again,
  api: { summary: 'Withdraw an answer of the legal helpdesk', output: z.object({ id: z.uuid() }) },
});

async function again(context: AgainContext) {
  const { read, values } = context;
  const answer = await findAnswer(read as Read, context.params['id']!);
  if (!answer || answer.withdrawnAt) return notFound;
  const words = typed(values, 'answer');
  const names = words ? await findLikelyNames(read, `${typed(values, 'question') ?? ''}\n${words}`) : [];
  return changeAnswerView({ answer, values, errors: helpdeskErrors(context), isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile', names }, context);
}
