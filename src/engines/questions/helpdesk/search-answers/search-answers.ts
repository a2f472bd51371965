import { z } from 'zod';
import { field } from '../../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { expertAnswerJson } from '../expert-json.ts';
import { expertThemes, type ExpertAnswer } from '../expert.ts';
import { findAnswers } from '../expert-answer.store.ts';
import { searchAnswersView } from './search-answers.view.tsx';

const shape = {
  q: field.optionalText(200),
  theme: field.optionalChoice(expertThemes),
  /** Only those whose day of review has come. */
  due: field.flag(),
};
export type AnswerSearch = z.output<z.ZodObject<typeof shape>>;

export interface AnswerList {
  input: AnswerSearch;
  answers: ExpertAnswer[];
}

const shown = 100;

/** What was answered before, by words and theme: the front of the legal helpdesk. */
export const searchAnswersPage = page({
  path: '/legal',
  permission: 'questions:ask-expert',
  event: unrecorded('answers that name nobody'),
  input: z.strictObject(shape),
  load: async ({ read, input, today }): Promise<AnswerList> => ({
    input,
    answers: await findAnswers(read, { ...(input.q ? { text: input.q } : {}), ...(input.theme ? { theme: input.theme } : {}), ...(input.due ? { reviewBy: today } : {}) }, shown),
  }),
  view: searchAnswersView,
  api: { summary: 'Search the answers of the legal helpdesk', output: z.object({ answers: z.array(expertAnswerJson) }), present: ({ answers }) => ({ answers }) },
});
