import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext, LoadContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { Refusal } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { themeLabel } from '../../directory/index.ts';
import { filledFrom, loadFormOptions } from '../form-options.ts';
import { text } from '../messages.ts';
import { barriersOf, noteBarriers } from '../note-barriers/note-barriers.ts';
import type { Filled, FormOptions } from '../question-form.tsx';
import { factsOf, questionFields } from '../question-fields.ts';
import { findRecent, type Recent } from '../recent.store.ts';
import { refusalErrors } from '../refusals.ts';
import { recordQuestion } from '../register.ts';
import { recordQuestionView } from './record-question.view.tsx';

export interface RecordScreen {
  filled: Filled;
  options: FormOptions;
  recent: Recent;
  errors: FieldErrors;
  /** Still to do, whatever was done already. */
  followUp: boolean;
  /** A name was typed: the reader is to choose from those found. */
  isChoosing: boolean;
}

export const recordQuestionPage = page({
  path: '/questions/new',
  permission: 'questions:record',
  event: unrecorded('an empty form'),
  input: z.strictObject({ person: field.optionalId() }),
  load: async (context: LoadContext<{ person?: string }>): Promise<RecordScreen> => {
    const recent = await findRecent(context.read, context.actor.id);
    const [last] = recent.last;
    const filled: Filled = {
      theme: last?.theme,
      channel: last?.channel ?? 'desk',
      place: last?.place?.id,
      municipality: last?.municipality ?? undefined,
      person: context.input.person,
      handling: [],
    };
    return screen(context.read, context, filled, recent);
  },
  view: recordQuestionView,
});

export const recordQuestionAct = act({
  path: '/questions',
  permission: 'questions:record',
  event: 'question-recorded',
  input: z.strictObject({
    ...questionFields,
    /** Leaves the question open, whatever was done already. */
    followUp: field.flag(),
    after: field.optionalChoice(['next', 'open', 'refer']),
  }),
  act: async ({ input, tx }) => {
    const facts = await factsOf(tx, input);
    if (facts instanceof Refusal) return facts;
    const barriers = await barriersOf(tx, input);
    if (barriers instanceof Refusal) return barriers;
    const { id } = await recordQuestion(tx, { ...facts, ...(input.followUp ? { open: true } : {}) });
    if (barriers.length > 0) await noteBarriers(tx, id, barriers);
    return { id, theme: facts.theme, after: input.after ?? 'next' };
  },
  done: ({ id, theme, after }, { locale }) => {
    if (after === 'refer') return seeOther(`/referrals/new?question=${id}`);
    const notice = { kind: 'done', text: text(locale, 'record.done', { theme: themeLabel(locale, theme) }) } as const;
    return seeOther(after === 'open' ? `/questions/${id}` : '/questions/new', notice);
  },
  again: async (context: AgainContext) => {
    const filled = filledFrom(context.values);
    const { errors, isChoosing } = refusalErrors(context);
    const shown = await screen(context.read, context, filled, await findRecent(context.read, context.actor.id));
    if (isChoosing && shown.options.askers?.length === 0) errors['personName'] = text(context.locale, 'asker.nobody');
    return recordQuestionView({ ...shown, errors, isChoosing, followUp: context.values['followUp'] !== undefined }, context);
  },
  api: { summary: 'Record a help question', output: z.object({ id: z.uuid() }), status: 201 },
});

async function screen(read: Read, { locale }: ViewContext, filled: Filled, recent: Recent): Promise<RecordScreen> {
  const options = await loadFormOptions(read, locale, filled, recent.usualLanguages);
  return { filled, options, recent, errors: {}, followUp: false, isChoosing: false };
}
