import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { findLikelyNames } from '../find-likely-names.ts';
import { signalErrors } from '../refusals.ts';
import { signalJson } from '../signal-json.ts';
import { insideOf } from '../signal-parts.tsx';
import { findSignalRule } from '../signal-rule.store.ts';
import { findGrowth, findRaiser, findSignal, findSteps, type Step } from '../signal.store.ts';
import type { Signal, SignalRule } from '../signal.ts';
import { openSignalView } from './open-signal.view.tsx';

export interface OpenedSignal {
  signal: Signal;
  steps: Step[];
  growth: { countedOn: Temporal.PlainDate; shown: number }[];
  rule: SignalRule;
  /** Only for who reads words before policy does. */
  raiser: { id: string; name: string } | undefined;
  /** What in the words, or in what was just typed, looks like a name. */
  names: string[];
}

export const openSignalPage = page({
  path: '/signals/:id',
  permission: 'questions:signals',
  event: unrecorded('a count or released words: it names nobody'),
  input: z.strictObject({ id: field.id() }),
  load: async (context): Promise<Outcome<OpenedSignal>> => (await findOpened(context.read, context, context.input.id)) ?? notFound,
  view: (opened, context) => openSignalView(opened, context),
  api: { summary: 'One signal', output: signalJson, present: ({ signal }) => signal },
});

async function findOpened(read: Read, context: ViewContext, id: string, words?: string): Promise<OpenedSignal | undefined> {
  const signal = await findSignal(read, id, insideOf(context));
  if (!signal) return undefined;
  const isToRead = signal.state === 'gathering' && context.may('questions:signals-review');
  const toCheck = words ?? (isToRead ? signal.words : null);
  return {
    signal,
    steps: await findSteps(read, id),
    growth: await findGrowth(read, id),
    rule: await findSignalRule(read, context.today),
    raiser: isToRead ? await findRaiser(read, id) : undefined,
    names: toCheck ? await findLikelyNames(read, toCheck) : [],
  };
}

export interface Again {
  values: FormValues;
  errors: FieldErrors;
}

/** The signal's page once more, with what was typed and why it was refused. */
export async function showSignalAgain(context: AgainContext) {
  const { values } = context;
  const words = values['answer'] ?? values['words'];
  const opened = await findOpened(context.read, context, context.params['id']!, typeof words === 'string' ? words : undefined);
  return opened ? openSignalView(opened, context, { values, errors: signalErrors(context) }) : notFound;
}
