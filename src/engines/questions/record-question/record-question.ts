import { z } from 'zod';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { PageAnswer, seeOther } from '../../../kernel/http/answer.ts';
import type { ActContext, AgainContext, LoadContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { refuse, Refusal } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { themeLabel, type Theme } from '../../directory/index.ts';
import { filledFrom, loadFormOptions } from '../form-options.ts';
import { askerOf, codeFields } from '../give-code/asker.ts';
import { codeCardView } from '../give-code/code-card.view.tsx';
import { callNext, visitorLeft } from '../keep-queue/queue.ts';
import { cameToday, findVisitors, type Visitor } from '../keep-queue/visitor.store.ts';
import { findTemplates, type Template } from '../keep-templates/template.store.ts';
import { text } from '../messages.ts';
import { barriersOf, noteBarriers } from '../note-barriers/note-barriers.ts';
import { findPlace } from '../place.store.ts';
import type { Filled, FormOptions } from '../question-form.tsx';
import { factsOf, questionFields, type QuestionInput } from '../question-fields.ts';
import { findQuestion } from '../question.store.ts';
import { findRecent, type Recent } from '../recent.store.ts';
import { refusalErrors } from '../refusals.ts';
import { recordQuestions } from '../register.ts';
import { contactFields, questionsOfContact } from './contact.ts';
import { fillIn, filledForNext } from './fill-in.ts';
import { recordQuestionView } from './record-question.view.tsx';

export interface RecordScreen {
  filled: Filled;
  options: FormOptions;
  recent: Recent;
  templates: Template[];
  /** Who waits at this desk's place, and whoever this desk called. */
  waiting: Visitor[];
  atDesk: Visitor | undefined;
  /** The question before, of the same contact. */
  contact: string | undefined;
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
  input: z.strictObject({ person: field.optionalId(), contact: field.optionalId() }),
  load: async ({ read, input, actor, locale }: LoadContext<{ person?: string; contact?: string }>): Promise<RecordScreen> => {
    const [recent, visitors, before] = await Promise.all([findRecent(read, actor.id), findVisitors(read), input.contact ? findQuestion(read, input.contact) : undefined]);
    const [last] = recent.last;
    const ownBefore = before?.recordedBy === actor.id ? before : undefined;
    const atDesk = visitors.find(({ calledBy }) => calledBy === actor.id);
    const filled = filledForNext({ last, before: ownBefore, atDesk, person: input.person });
    return screen(read, locale, { filled, recent, visitors, atDesk, contact: ownBefore?.id });
  },
  view: recordQuestionView,
});

const recordInput = z.strictObject({
  ...questionFields,
  ...codeFields,
  ...contactFields,
  /** Leaves the question open, whatever was done already. */
  followUp: field.flag(),
  /** Whoever is at the desk: helped, once this is recorded. */
  visitor: field.optionalId(),
  /** Fills in a template; nothing is recorded yet. */
  template: field.optionalId(),
  after: field.optionalChoice(['next', 'open', 'refer', 'more', 'call']),
});

interface Recorded {
  id: string;
  ids: string[];
  theme: Theme;
  after: 'next' | 'open' | 'refer' | 'more' | 'call';
  /** A code that was given: to be written on a card now, since it is not kept. */
  newCode?: string;
  language: string;
}

export const recordQuestionAct = act({
  path: '/questions',
  permission: 'questions:record',
  event: 'question-recorded',
  input: recordInput,
  act: async ({ input, tx, services }: ActContext<z.output<typeof recordInput>>): Promise<Recorded | Refusal> => {
    if (input.template) return refuse('template-to-fill');
    if (input.visitor && !(await cameToday(tx, input.visitor))) return refuse('visitor-not-known');
    const facts = await factsOf(tx, input);
    if (facts instanceof Refusal) return facts;
    const barriers = await barriersOf(tx, input);
    if (barriers instanceof Refusal) return barriers;
    const asker = (await askerBefore(tx, input)) ?? (await askerOf(tx, services, input, facts.personId, facts.language));
    if (asker instanceof Refusal) return asker;
    const { newCode, ...who } = asker;
    const questions = await questionsOfContact(tx, input, { ...facts, ...who, ...(input.followUp ? { open: true } : {}) });
    if (questions instanceof Refusal) return questions;
    const { ids } = await recordQuestions(tx, questions);
    if (barriers.length > 0) await noteBarriers(tx, ids[0]!, barriers);
    const after = input.after ?? (input.visitor ? 'call' : 'next');
    await goOn(tx, input.visitor, after, facts.placeId);
    return { id: ids[0]!, ids, theme: facts.theme, after, language: facts.language, ...(newCode ? { newCode } : {}) };
  },
  done: ({ id, ids, theme, after, newCode, language }, context) => {
    const { locale } = context;
    if (newCode) return new PageAnswer(codeCardView({ code: newCode, language, question: id, after }, context));
    if (after === 'refer') return seeOther(`/referrals/new?question=${id}`);
    const said = ids.length > 1 ? text(locale, 'record.done.several', { count: ids.length, theme: themeLabel(locale, theme) }) : text(locale, 'record.done', { theme: themeLabel(locale, theme) });
    return seeOther(after === 'open' ? `/questions/${id}` : after === 'more' ? `/questions/new?contact=${id}` : '/questions/new', { kind: 'done', text: said });
  },
  again: async (context: AgainContext) => {
    const { read, actor, values, locale } = context;
    const one = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
    // What is still missing when a template is asked for is no error: the template may well say it.
    const { errors, isChoosing } = one('template') ? { errors: {} as FieldErrors, isChoosing: false } : refusalErrors(context);
    const [recent, visitors] = await Promise.all([findRecent(read, actor.id), findVisitors(read)]);
    const template = one('template') ? (await findTemplates(read)).find(({ id }) => id === one('template')) : undefined;
    const filled = template ? fillIn(filledFrom(values), template) : filledFrom(values);
    const atDesk = visitors.find(({ id, calledBy }) => calledBy === actor.id && id === one('visitor'));
    const shown = await screen(read, locale, { filled, recent, visitors, atDesk, contact: one('contact') });
    if (isChoosing && shown.options.askers?.length === 0) errors['personName'] = text(locale, 'asker.nobody');
    return recordQuestionView({ ...shown, errors, isChoosing, followUp: values['followUp'] !== undefined }, context);
  },
  api: { summary: 'Record a help question, or several of one contact', output: z.object({ id: z.uuid(), ids: z.array(z.uuid()) }), present: ({ id, ids }) => ({ id, ids }), status: 201 },
});

/** Who asked the question before in the same contact, unless this one says it anew. */
async function askerBefore(tx: Transaction, { contact, person, code, newCode }: QuestionInput & { contact?: string; code?: string; newCode: boolean }) {
  if (!contact || person || code || newCode) return undefined;
  const before = await findQuestion(tx, contact);
  return before?.recordedBy === tx.scope.actorId ? { personId: before.personId, pseudonymId: before.pseudonymId, newCode: undefined } : undefined;
}

/** Whoever is at the desk stays while more is asked; otherwise they are helped, and the next may come. */
async function goOn(tx: Transaction, visitorId: string | undefined, after: Recorded['after'], placeId: string | null): Promise<void> {
  if (after === 'call') return void (await callNext(tx, placeId));
  if (visitorId && after !== 'more') await visitorLeft(tx, visitorId);
}

interface Shown {
  filled: Filled;
  recent: Recent;
  visitors: Visitor[];
  atDesk: Visitor | undefined;
  contact: string | undefined;
}

async function screen(read: Read, locale: ViewContext['locale'], { filled, recent, visitors, atDesk, contact }: Shown): Promise<RecordScreen> {
  const [options, templates, place] = await Promise.all([
    loadFormOptions(read, locale, filled, { languages: recent.usualLanguages, services: recent.usualServices }),
    findTemplates(read),
    filled.place ? findPlace(read, filled.place) : undefined,
  ]);
  const waiting = visitors.filter(({ calledAt, placeId }) => calledAt === null && (!place || placeId === null || placeId === place.id));
  return { filled, options, recent, templates, waiting, atDesk, contact, errors: {}, followUp: false, isChoosing: false };
}
