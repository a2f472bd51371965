import { z } from 'zod';
import { field } from '../../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { expertQuestionJson } from '../expert-json.ts';
import { expertThemes, openStates, urgencies, type ExpertQuestion } from '../expert.ts';
import { countInTime, findExpertQuestions, listedAtMost } from '../expert-question.store.ts';
import { listExpertQuestionsView } from './list-expert-questions.view.tsx';

const shape = {
  state: field.optionalChoice(['open', 'answered', 'withdrawn']),
  theme: field.optionalChoice(expertThemes),
  urgency: field.optionalChoice(urgencies),
  mine: field.flag(),
};
export type ExpertListInput = z.output<z.ZodObject<typeof shape>>;

export interface ExpertList {
  input: ExpertListInput;
  questions: ExpertQuestion[];
  /** Of those answered in the past twelve months; only for experts. */
  inTime: { n: number; inTime: number } | undefined;
}

/** For experts the queue, what is due first; for others what they asked themselves. */
export const listExpertQuestionsPage = page({
  path: '/legal/questions',
  permission: 'questions:ask-expert',
  event: unrecorded('questions without names, no file opened'),
  input: z.strictObject(shape),
  load: async ({ read, input, actor, may, today }): Promise<ExpertList> => {
    const isExpert = may('questions:answer-expert');
    const { state, theme, urgency, mine } = input;
    const states = state === 'open' ? openStates : state ? ([state] as const) : undefined;
    const questions = await findExpertQuestions(
      read,
      { ...(states ? { states } : {}), ...(theme ? { theme } : {}), ...(urgency ? { urgency } : {}), ...(isExpert ? (mine ? { takenBy: actor.id } : {}) : { askedBy: actor.id }) },
      listedAtMost,
    );
    return { input, questions, inTime: isExpert ? await countInTime(read, today.subtract({ months: 11 })) : undefined };
  },
  view: listExpertQuestionsView,
  api: { summary: 'List questions to the legal helpdesk', output: z.object({ questions: z.array(expertQuestionJson) }), present: ({ questions }) => ({ questions }) },
});
