import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, Refusal } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { filledFrom, loadFormOptions } from '../form-options.ts';
import { text } from '../messages.ts';
import { findBarriersOf } from '../note-barriers/barrier.store.ts';
import type { Barrier } from '../note-barriers/barrier.ts';
import { barriersOf, noteBarriers } from '../note-barriers/note-barriers.ts';
import type { Filled, FormOptions } from '../question-form.tsx';
import { factsOf, questionFields } from '../question-fields.ts';
import { askedOn, type Question } from '../question.ts';
import { findQuestion, updateQuestion } from '../question.store.ts';
import { refusalErrors } from '../refusals.ts';
import { subjectsOf } from '../register.ts';
import { changeQuestionView } from './change-question.view.tsx';

export interface ChangeScreen {
  /** As it stands in the register now. */
  question: Question;
  filled: Filled;
  options: FormOptions;
  errors: FieldErrors;
  /** Someone saved in between: what stands there is shown beside what was typed. */
  isChangedMeanwhile: boolean;
}

export const changeQuestionPage = page({
  path: '/questions/:id/change',
  permission: 'questions:record',
  event: 'question-read',
  input: z.strictObject({ id: field.id() }),
  load: async (context) => {
    const question = await findQuestion(context.read, context.input.id);
    if (!question) return notFound;
    const barriers = (await findBarriersOf(context.read, [question.id])).get(question.id);
    return screen(context.read, context, question, filledOf(question, barriers));
  },
  view: changeQuestionView,
  subjects: ({ question: { id, personId } }) => (personId ? [{ type: 'question', id }, { type: 'person', id: personId }] : []),
});

export const changeQuestionAct = act({
  path: '/questions/:id/change',
  permission: 'questions:record',
  event: 'question-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), ...questionFields }),
  act: async ({ input: { id, version, ...input }, tx }): Promise<Outcome<{ id: string }>> => {
    const question = await findQuestion(tx, id);
    if (!question) return notFound;
    const facts = await factsOf(tx, input, { ...question, placeId: question.place?.id ?? null });
    if (facts instanceof Refusal) return facts;
    const barriers = await barriersOf(tx, input);
    if (barriers instanceof Refusal) return barriers;
    if (!(await updateQuestion(tx, id, version, facts))) return changedMeanwhile();
    await noteBarriers(tx, id, barriers);
    tx.record({ act: 'question-changed', subjects: subjectsOf({ ...question, personId: facts.personId }), detail: { theme: facts.theme, channel: facts.channel } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/questions/${id}`, { kind: 'done', text: text(locale, 'change.done') }),
  again: async (context: AgainContext) => {
    const question = await findQuestion(context.read, context.params['id']!);
    if (!question) return notFound;
    const { errors } = refusalErrors(context);
    const shown = await screen(context.read, context, question, filledFrom(context.values));
    return changeQuestionView({ ...shown, errors, isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile' }, context);
  },
  api: { summary: 'Change a question', output: z.object({ id: z.uuid() }) },
});

async function screen(read: Read, { locale }: ViewContext, question: Question, filled: Filled): Promise<ChangeScreen> {
  return { question, filled, options: await loadFormOptions(read, locale, filled), errors: {}, isChangedMeanwhile: false };
}

function filledOf(question: Question, barriers: readonly Barrier[] = []): Filled {
  return {
    theme: question.theme,
    channel: question.channel,
    language: question.language,
    municipality: question.municipality ?? undefined,
    place: question.place?.id,
    handling: question.handling,
    minutes: question.minutes?.toString(),
    person: question.personId ?? undefined,
    note: question.note ?? undefined,
    askedOn: askedOn(question).toString(),
    subTheme: question.subThemeId ?? undefined,
    service: question.serviceId ?? undefined,
    visitPlace: question.visit?.place ?? undefined,
    visitedOn: question.visit?.on?.toString(),
    travelMinutes: question.visit?.travelMinutes?.toString(),
    travelKm: question.visit?.km?.toString().replace('.', ','),
    barriers: barriers.map(({ reason }) => reason),
    barrierService: barriers.find(({ serviceId }) => serviceId)?.serviceId ?? undefined,
  };
}
