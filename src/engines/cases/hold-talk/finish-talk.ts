import { z } from 'zod';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { completeResponse } from '../../questionnaires/index.ts';
import { advanceCase } from '../advance-case.ts';
import { answerMomentRequest, endAppointment } from '../appointment.store.ts';
import { updateCase } from '../case.store.ts';
import { caseSubjects } from '../case.ts';
import { lockOwnCase } from '../find-own-case.ts';
import { text } from '../messages.ts';
import { finishTalkView } from './finish-talk.view.tsx';
import { needsIn, recordNeeds } from './harvest.ts';
import { loadTalk, talkSubjects, type OpenedTalk } from './load-talk.ts';

export const finishTalkPage = page({
  path: '/cases/:id/finish',
  permission: 'cases:talk',
  event: 'talk-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, actor, input }) => {
    const opened = await loadTalk(read, actor, input.id);
    return opened?.response ? opened : notFound;
  },
  view: (opened, context) => finishTalkView(opened, context),
  subjects: talkSubjects,
});

export const finishTalkAct = act({
  path: '/cases/:id/finish',
  permission: 'cases:talk',
  event: 'talk-finished',
  input: z.strictObject({ id: field.id(), heldOn: field.day() }),
  act: async ({ tx, actor, input, today }) => {
    if (!(await lockOwnCase(tx, actor, input.id))) return notFound;
    const opened = await loadTalk(tx, actor, input.id);
    if (!opened?.response) return notFound;
    // Sent twice, or finished on another telephone: it is finished, and nothing more happens.
    if (opened.response.completedAt) return { id: input.id, questions: 0, isNew: false };
    if (opened.file.closedOn) return refuse('case-closed', { status: 409 });
    if (Temporal.PlainDate.compare(input.heldOn, today) > 0) return refuse('held-in-the-future', { field: 'heldOn' });
    if (Temporal.PlainDate.compare(input.heldOn, opened.file.openedOn) < 0) return refuse('held-before-arrival', { field: 'heldOn' });
    return { id: input.id, questions: await finish(tx, opened, input.heldOn), isNew: true };
  },
  done: ({ id, questions, isNew }, { locale, may }) =>
    seeOther(may('cases:list') ? `/cases/${id}` : '/talks', { kind: 'done', text: isNew ? text(locale, 'finish.done', { count: questions }) : text(locale, 'finish.done-before') }),
  again: async (context) => {
    const opened = await loadTalk(context.read, context.actor, context.params['id'] ?? '');
    return opened?.response ? finishTalkView(opened, context) : notFound;
  },
  api: { summary: 'Finish the talk of a case: its needs become help questions', output: z.object({ id: z.uuid(), questions: z.int() }) },
});

/** The talk is held: needs become questions, the plan goes on, the clock stops on the day of the talk. All in this transaction, or nothing. */
async function finish(tx: Transaction, { file, talk, questionnaire, response, answers, ahead }: OpenedTalk, heldOn: Temporal.PlainDate): Promise<number> {
  await completeResponse(tx, response!.id);
  const approach = talk.approach && answers[talk.approach.page]?.[talk.approach.field];
  if (typeof approach === 'string') await updateCase(tx, file.id, { approach });
  const questions = await recordNeeds(tx, file, { needs: needsIn(questionnaire, talk, answers), heldOn });
  if (ahead) await endAppointment(tx, { id: ahead.id, state: 'held' });
  await answerMomentRequest(tx, file.id);
  tx.record({
    act: 'talk-finished',
    subjects: caseSubjects(file),
    detail: { on: heldOn.toString(), language: file.talkLanguage, questions, approach: typeof approach === 'string' ? approach : null },
  });
  await advanceCase(tx, file, { kind: 'questionnaire', event: 'complete', on: heldOn });
  return questions;
}
