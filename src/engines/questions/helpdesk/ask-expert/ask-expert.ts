import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { findQuestion } from '../../question.store.ts';
import { findLikelyNames } from '../../signals/find-likely-names.ts';
import { expertThemes, urgencies, type ExpertAnswer } from '../expert.ts';
import { findFitting } from '../expert-answer.store.ts';
import { findExpertTerm } from '../expert-term.store.ts';
import { typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';
import { helpdeskErrors } from '../refusals.ts';
import { askExpert } from '../register.ts';
import { askExpertView } from './ask-expert.view.tsx';

export interface AskScreen {
  values: FormValues;
  errors: FieldErrors;
  /** Answers that fit what was typed; undefined before anything was. */
  fitting: ExpertAnswer[] | undefined;
  names: string[];
  term: { normalDays: number; urgentDays: number };
}

const fittingShown = 5;

/** First what was answered before: what is typed is looked up, and asked only when nothing of it fits. */
export const askExpertPage = page({
  path: '/legal/ask',
  permission: 'questions:ask-expert',
  event: unrecorded('a form, and answers that name nobody'),
  input: z.strictObject({ q: field.optionalText(2000), question: field.optionalId() }),
  load: async ({ read, input, today }) => screen(read, { ask: input.q ?? '', helpQuestion: input.question ?? '' }, {}, today),
  view: askExpertView,
});

export const askExpertAct = act({
  path: '/legal/questions',
  permission: 'questions:ask-expert',
  event: 'expert-asked',
  input: z.strictObject({
    ask: field.text(4000),
    theme: field.choice(expertThemes),
    urgency: field.choice(urgencies),
    /** The help question that it comes from; stays inside. */
    helpQuestion: field.optionalId(),
    namesChecked: field.flag(),
  }),
  act: async ({ input: { ask, theme, urgency, helpQuestion, namesChecked }, tx, actor }) => {
    if (helpQuestion && !(await findQuestion(tx, helpQuestion))) return refuse('help-question-not-known', { field: 'ask' });
    if (!namesChecked && (await findLikelyNames(tx, ask)).length > 0) return refuse('names-likely', { field: 'ask' });
    return askExpert(tx, { theme, urgency, question: ask, accountId: actor.id, helpQuestionId: helpQuestion ?? null });
  },
  done: ({ id }, { locale }) => seeOther(`/legal/questions/${id}`, { kind: 'done', text: text(locale, 'ask.done') }),
  again: async (context: AgainContext) => askExpertView(await screen(context.read, context.values, helpdeskErrors(context), context.today), context),
  api: { summary: 'Ask the legal helpdesk', output: z.object({ id: z.uuid() }), status: 201 },
});

async function screen(read: Read, values: FormValues, errors: FieldErrors, today: AgainContext['today']): Promise<AskScreen> {
  const ask = typed(values, 'ask');
  return {
    values,
    errors,
    fitting: ask ? await findFitting(read, ask, fittingShown) : undefined,
    names: ask ? await findLikelyNames(read, ask) : [],
    term: await findExpertTerm(read, today),
  };
}
