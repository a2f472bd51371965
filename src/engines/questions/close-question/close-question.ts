import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { showQuestionAgain } from '../open-question/open-question.ts';
import { findQuestion } from '../question.store.ts';
import { closeQuestion, reopenQuestion } from '../register.ts';

const input = z.strictObject({ id: field.id() });
const output = z.object({ id: z.uuid() });

export const closeQuestionAct = act({
  path: '/questions/:id/close',
  permission: 'questions:record',
  event: 'question-closed',
  input,
  act: async ({ input: { id }, tx }): Promise<Outcome<{ id: string }>> => {
    if (await closeQuestion(tx, id)) return { id };
    return (await findQuestion(tx, id)) ? refuse('closed-already', { status: 409 }) : notFound;
  },
  done: ({ id }, { locale }) => seeOther(`/questions/${id}`, { kind: 'done', text: text(locale, 'close.done') }),
  again: (context) => showQuestionAgain(context),
  api: { summary: 'Close a question: nothing more is to be done', output },
});

export const reopenQuestionAct = act({
  path: '/questions/:id/reopen',
  permission: 'questions:record',
  event: 'question-reopened',
  input,
  act: async ({ input: { id }, tx }): Promise<Outcome<{ id: string }>> => {
    if (await reopenQuestion(tx, id)) return { id };
    return (await findQuestion(tx, id)) ? refuse('open-already', { status: 409 }) : notFound;
  },
  done: ({ id }, { locale }) => seeOther(`/questions/${id}`, { kind: 'done', text: text(locale, 'reopen.done') }),
  again: (context) => showQuestionAgain(context),
  api: { summary: 'Open a question again', output },
});
