import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { currentThemes, themes } from '../../directory/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { languageCode } from '../list-questions/question-filter.ts';
import { text } from '../messages.ts';
import type { Place } from '../place.ts';
import { findPlace, findPlaces } from '../place.store.ts';
import { keepQueueView } from './keep-queue.view.tsx';
import { callNext, callVisitor, letWait, visitorLeft } from './queue.ts';
import { findVisitors, type Visitor } from './visitor.store.ts';

export interface QueueScreen {
  visitors: Visitor[];
  places: Place[];
  placeId: string | undefined;
  values: FormValues;
  errors: FieldErrors;
  /** Another desk called just before. */
  isCalledAlready: boolean;
}

const visitorJson = z.object({
  id: z.uuid(),
  number: z.int(),
  calledName: z.string().nullable(),
  language: z.string(),
  theme: z.string().nullable(),
  placeId: z.uuid().nullable(),
  waitingSince: z.iso.datetime(),
  calledAt: z.iso.datetime().nullable(),
  calledBy: z.uuid().nullable(),
});

export const keepQueuePage = page({
  path: '/questions/queue',
  permission: 'questions:record',
  event: unrecorded('who waits at the counter today: tickets, and short names that are gone by night'),
  input: z.strictObject({ place: field.optionalId() }),
  load: async ({ read, input }): Promise<QueueScreen> => load(read, input.place),
  view: keepQueueView,
  api: { summary: 'Who waits at the counter now', output: z.object({ visitors: z.array(visitorJson) }), present: ({ visitors }) => ({ visitors }) },
});

async function load(read: Read, placeId: string | undefined): Promise<QueueScreen> {
  const [visitors, places] = await Promise.all([findVisitors(read, placeId), findPlaces(read)]);
  return { visitors, places, placeId, values: {}, errors: {}, isCalledAlready: false };
}

export const letWaitAct = act({
  path: '/questions/queue',
  permission: 'questions:record',
  event: 'visitor-came',
  input: z.strictObject({ calledName: field.optionalText(20), language: languageCode(), theme: field.optionalChoice(themes), place: field.optionalId() }),
  act: async ({ input, tx }) => {
    if (input.place && !(await findPlace(tx, input.place))) return refuse('place-not-known', { field: 'place' });
    if (input.theme && !currentThemes(dayOf(tx.now)).includes(input.theme)) return refuse('theme-not-used', { field: 'theme' });
    const made = await letWait(tx, { calledName: input.calledName ?? null, language: input.language ?? 'nl', theme: input.theme ?? null, placeId: input.place ?? null });
    return { ...made, placeId: input.place };
  },
  done: ({ number, placeId }, { locale }) => seeOther(queueAddress(placeId), { kind: 'done', text: text(locale, 'queue.added', { number }) }),
  again: showAgain,
  api: { summary: 'Let someone wait at the counter', output: z.object({ id: z.uuid(), number: z.int() }), present: ({ id, number }) => ({ id, number }), status: 201 },
});

export const callNextAct = act({
  path: '/questions/queue/next',
  permission: 'questions:record',
  event: 'visitor-called',
  input: z.strictObject({ place: field.optionalId() }),
  act: async ({ input, tx }) => {
    if (input.place && !(await findPlace(tx, input.place))) return refuse('place-not-known', { field: 'place' });
    return { visitor: await callNext(tx, input.place ?? null) };
  },
  done: ({ visitor }, { locale }) => seeOther('/questions/new', visitor ? undefined : { kind: 'done', text: text(locale, 'queue.nobody') }),
  again: showAgain,
  api: { summary: 'Call whoever waits longest to your desk', output: z.object({ visitor: visitorJson.nullable() }), present: ({ visitor }) => ({ visitor: visitor ?? null }) },
});

export const callVisitorAct = act({
  path: '/questions/queue/:id/call',
  permission: 'questions:record',
  event: 'visitor-called',
  input: z.strictObject({ id: field.id() }),
  act: async ({ input, tx }): Promise<Outcome<{ id: string }>> => {
    const isHere = (await findVisitors(tx)).some(({ id }) => id === input.id);
    if (!isHere) return notFound;
    return (await callVisitor(tx, input.id)) ? { id: input.id } : refuse('called-already', { status: 409 });
  },
  done: () => seeOther('/questions/new'),
  again: showAgain,
  api: { summary: 'Call one of those who wait to your desk', output: z.object({ id: z.uuid() }) },
});

export const visitorLeftAct = act({
  path: '/questions/queue/:id/leave',
  permission: 'questions:record',
  event: 'visitor-left',
  input: z.strictObject({ id: field.id(), to: field.optionalChoice(['desk', 'queue']) }),
  act: async ({ input: { id, to }, tx }) => ((await visitorLeft(tx, id)) ? { id, to } : notFound),
  done: ({ to }, { locale }) => seeOther(to === 'desk' ? '/questions/new' : '/questions/queue', { kind: 'done', text: text(locale, 'queue.left') }),
  again: showAgain,
  api: { summary: 'Take someone out of the queue', output: z.object({ id: z.uuid() }), present: ({ id }) => ({ id }) },
});

async function showAgain(context: AgainContext) {
  const { locale, refusal, values } = context;
  const placeId = typeof values['place'] === 'string' && values['place'] !== '' ? values['place'] : undefined;
  const errors: FieldErrors = { ...context.errors };
  if (refusal?.name === 'place-not-known') errors['place'] = text(locale, 'refusal.place-not-known');
  if (refusal?.name === 'theme-not-used') errors['theme'] = text(locale, 'refusal.theme-not-used');
  const found = await load(context.read, refusal?.name === 'place-not-known' ? undefined : placeId);
  return keepQueueView({ ...found, values, errors, isCalledAlready: refusal?.name === 'called-already' }, context);
}

const queueAddress = (placeId: string | undefined) => (placeId ? `/questions/queue?place=${placeId}` : '/questions/queue');
