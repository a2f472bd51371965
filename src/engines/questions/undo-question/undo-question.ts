import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { showQuestionAgain } from '../open-question/open-question.ts';
import { deleteUntouched, findQuestion } from '../question.store.ts';
import { subjectsOf } from '../register.ts';

/** So long after recording it can be taken back, by who recorded it, while nobody touched it. */
export const undoWithin = { minutes: 60 };

export const undoQuestionAct = act({
  path: '/questions/:id/undo',
  permission: 'questions:record',
  event: 'question-undone',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input, tx }) => {
    const question = await findQuestion(tx, input.id);
    if (!question) return notFound;
    const isGone = await deleteUntouched(tx, input.id, tx.now.subtract(undoWithin));
    if (!isGone) return refuse('too-late-to-undo', { status: 409 });
    tx.record({ act: 'question-undone', subjects: subjectsOf(question), detail: { theme: question.theme, channel: question.channel } });
    return { id: input.id };
  },
  done: (_, { locale }) => seeOther('/questions/new', { kind: 'done', text: text(locale, 'undo.done') }),
  again: (context) => showQuestionAgain(context),
  api: { summary: 'Take back a question just recorded', output: z.object({ id: z.uuid() }) },
});
