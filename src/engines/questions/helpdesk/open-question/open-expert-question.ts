import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { findLikelyNames } from '../../signals/find-likely-names.ts';
import { expertQuestionJson } from '../expert-json.ts';
import { findAnswer, findFitting } from '../expert-answer.store.ts';
import { findExpertQuestion, findExperts, findMessages } from '../expert-question.store.ts';
import { expertRoles } from '../experts.ts';
import type { ExpertAnswer, ExpertMessage, ExpertQuestion } from '../expert.ts';
import { typed } from '../helpdesk-parts.tsx';
import { helpdeskErrors } from '../refusals.ts';
import { openExpertQuestionView } from './open-expert-question.view.tsx';

export interface OpenedExpertQuestion {
  question: ExpertQuestion;
  messages: ExpertMessage[];
  /** What it became for others; undefined when it is nobody's to use again. */
  published: ExpertAnswer | undefined;
  /** For the expert: what was answered before, who else may answer, and what looks like a name in what was typed. */
  fitting: ExpertAnswer[];
  experts: { id: string; name: string }[];
  names: string[];
}

export interface Again {
  values: FormValues;
  errors: FieldErrors;
}

export const openExpertQuestionPage = page({
  path: '/legal/questions/:id',
  permission: 'questions:ask-expert',
  event: unrecorded('a question without names, no file opened'),
  input: z.strictObject({ id: field.id() }),
  load: async (context): Promise<Outcome<OpenedExpertQuestion>> => (await findOpened(context.read, context, context.input.id)) ?? notFound,
  view: (opened, context) => openExpertQuestionView(opened, context),
  api: { summary: 'One question to the legal helpdesk', output: expertQuestionJson, present: ({ question }) => question },
});

/** Seen by its asker and by the experts; for others it is not there. */
export function isSeenBy({ askedBy, state }: ExpertQuestion, { actor, may }: ViewContext): boolean {
  return state !== 'unconfirmed' && (may('questions:answer-expert') || askedBy?.id === actor.id);
}

async function findOpened(read: Read, context: ViewContext, id: string, words?: string): Promise<OpenedExpertQuestion | undefined> {
  const question = await findExpertQuestion(read, id);
  if (!question || !isSeenBy(question, context)) return undefined;
  const isToAnswer = context.may('questions:answer-expert') && question.state !== 'answered' && question.state !== 'withdrawn';
  return {
    question,
    messages: await findMessages(read, id),
    published: question.answerId ? await findAnswer(read, question.answerId) : undefined,
    fitting: isToAnswer ? await findFitting(read, question.question, 3) : [],
    experts: isToAnswer ? await findExperts(read, expertRoles) : [],
    names: words ? await findLikelyNames(read, words) : [],
  };
}

/** The question's page once more, with what was typed and why it was refused. */
export async function showExpertQuestionAgain(context: AgainContext) {
  const words = ['answer', 'reply', 'back'].map((name) => typed(context.values, name)).find((value) => value !== undefined);
  const opened = await findOpened(context.read, context, context.params['id']!, words);
  return opened ? openExpertQuestionView(opened, context, { values: context.values, errors: helpdeskErrors(context) }) : notFound;
}
