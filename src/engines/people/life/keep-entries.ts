import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { ActContext, AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { act, page, type Route } from '../../../kernel/http/route.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../person.store.ts';
import { tellLine } from './note-line.ts';
import { findEntries, findFormer, findRemovedEntry, insertEntry, lockPerson, removeEntry, returnEntry, updateEntry, type Former } from './entry.store.ts';
import { entryView } from './entry.view.tsx';
import { filledOf } from './filled-line.ts';
import { homeOf, type Entry, type Filled, type LifePart } from './life-part.ts';
import { text } from './messages.ts';

type Values = Record<string, unknown>;
type Line = Values & Entry;

export interface EntryScreen {
  part: LifePart;
  person: Person;
  /** As the register has it now; absent for a new line. */
  entry: Line | undefined;
  filled: Filled;
  extra: unknown;
  /** How the line stood before. */
  former: Former<Values>[];
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

/** The pages and acts by which lines of one part of a person's life are noted, changed, taken away and put back. */
export function entryRoutes(part: LifePart): Route[] {
  return [notePage(part), noteAct(part), changePage(part), changeAct(part), removeAct(part), returnAct(part)];
}

const subjectsOf = ({ person: { id } }: { person: { id: string } }) => [{ type: 'person', id }];

function notePage(part: LifePart): Route {
  return page({
    path: `/people/:id/${part.path}/new`,
    permission: part.change,
    event: part.opened,
    input: z.strictObject({ id: field.id(), ...part.query }),
    load: async (context): Promise<Outcome<EntryScreen>> => screen(part, context.read, { personId: context.input.id as string, filled: part.start?.(context, context.input) ?? {} }),
    view: entryView,
    subjects: subjectsOf,
  });
}

function noteAct(part: LifePart): Route {
  return act({
    path: `/people/:id/${part.path}/new`,
    permission: part.change,
    event: part.acts.noted,
    input: z.strictObject({ id: field.id(), ...part.shape, ...part.wishes }),
    act: async (context): Promise<Outcome<{ personId: string; id: string }>> => {
      const { id: personId, ...values } = context.input as Values & { id: string };
      if (!(await lockPerson(context.tx, personId)) || (await findPerson(context.tx, personId))!.isMasked) return notFound;
      const refusal = await refusalOf(part, values, await findEntries<Values>(context.tx, part, personId), context);
      if (refusal) return refusal;
      const id = await insertEntry(context.tx, part, { personId, values });
      await tellLine(part, context.tx, { act: part.acts.noted, personId, values });
      return { personId, id };
    },
    done: ({ personId }, { locale }) => seeOther(homeOf(part, personId), { kind: 'done', text: part.titles(locale).noted }),
    again: (context) => again(part, context),
    api: { summary: `Note a line of ${part.path} of a person`, path: `/people/:id/${part.path}`, status: 201, output: z.object({ personId: z.uuid(), id: z.uuid() }) },
  });
}

function changePage(part: LifePart): Route {
  return page({
    path: `/people/:id/${part.path}/:entry/change`,
    permission: part.change,
    event: part.opened,
    input: z.strictObject({ id: field.id(), entry: field.id() }),
    load: async ({ read, input, locale }): Promise<Outcome<EntryScreen>> => {
      const entry = (await findEntries<Values>(read, part, input.id)).find(({ id }) => id === input.entry);
      return entry ? screen(part, read, { personId: input.id, entry, filled: filledOf(part, locale, entry) }) : notFound;
    },
    view: entryView,
    subjects: subjectsOf,
  });
}

function changeAct(part: LifePart): Route {
  return act({
    path: `/people/:id/${part.path}/:entry/change`,
    permission: part.change,
    event: part.acts.changed,
    input: z.strictObject({ id: field.id(), entry: field.id(), version: field.version(), ...part.shape }),
    act: async (context): Promise<Outcome<{ personId: string; id: string }>> => {
      const { id: personId, entry, version, ...values } = context.input as Values & { id: string; entry: string; version: number };
      await lockPerson(context.tx, personId);
      const all = await findEntries<Values>(context.tx, part, personId);
      const before = all.find(({ id }) => id === entry);
      if (!before) return notFound;
      const refusal = before.version === version && (await refusalOf(part, values, all.filter(({ id }) => id !== entry), context));
      if (refusal) return refusal;
      if (!(await updateEntry(context.tx, part, { personId, id: entry, version, values }))) return changedMeanwhile();
      await tellLine(part, context.tx, { act: part.acts.changed, personId, values });
      return { personId, id: entry };
    },
    done: ({ personId }, { locale }) => seeOther(homeOf(part, personId), { kind: 'done', text: text(locale, 'life.changed') }),
    again: (context) => again(part, context),
    api: { summary: `Change a line of ${part.path} of a person; what is left out is emptied`, path: `/people/:id/${part.path}/:entry`, output: z.object({ personId: z.uuid(), id: z.uuid() }) },
  });
}

function removeAct(part: LifePart): Route {
  return act({
    path: `/people/:id/${part.path}/:entry/remove`,
    permission: part.change,
    event: part.acts.removed,
    input: z.strictObject({ id: field.id(), entry: field.id(), version: field.version() }),
    act: async ({ input: { id: personId, entry, version }, tx }): Promise<Outcome<{ personId: string; id: string }>> => {
      const before = (await findEntries<Values>(tx, part, personId)).find(({ id }) => id === entry);
      if (!before) return notFound;
      if (!(await removeEntry(tx, part, { personId, id: entry, version }))) return changedMeanwhile();
      await tellLine(part, tx, { act: part.acts.removed, personId, values: before });
      return { personId, id: entry };
    },
    done: ({ personId, id }, { locale }) =>
      seeOther(homeOf(part, personId), { kind: 'done', text: part.titles(locale).removed, undo: { action: `/people/${personId}/${part.path}/${id}/return`, label: text(locale, 'life.undo') } }),
    again: (context) => again(part, context),
    api: { summary: `Take away a line of ${part.path} of a person that was noted by mistake`, output: z.object({ personId: z.uuid(), id: z.uuid() }) },
  });
}

/** Takes a taking away back, as long as the line can still be true beside the others. */
function returnAct(part: LifePart): Route {
  return act({
    path: `/people/:id/${part.path}/:entry/return`,
    permission: part.change,
    event: part.acts.returned,
    input: z.strictObject({ id: field.id(), entry: field.id() }),
    act: async (context): Promise<Outcome<{ personId: string; isBack: boolean }>> => {
      const { input: { id: personId, entry }, tx } = context;
      await lockPerson(tx, personId);
      const removed = await findRemovedEntry<Values>(tx, part, { personId, id: entry });
      if (!removed) return notFound;
      if (await refusalOf(part, removed, await findEntries<Values>(tx, part, personId), context)) return { personId, isBack: false };
      await returnEntry(tx, part, { personId, id: entry });
      await tellLine(part, tx, { act: part.acts.returned, personId, values: removed });
      return { personId, isBack: true };
    },
    done: ({ personId, isBack }, { locale }) => seeOther(homeOf(part, personId), { kind: isBack ? 'done' : 'warning', text: text(locale, isBack ? 'life.returned' : 'life.not-returned') }),
    again: async () => notFound,
  });
}

async function refusalOf(part: LifePart, values: Values, others: readonly Line[], context: ActContext<unknown>): Promise<Refusal | undefined> {
  const backwards = ([['fromDay', 'untilDay'], ['fromYear', 'untilYear']] as const).find(([from, until]) => isBefore(values[until], values[from]));
  if (backwards) return refuse('ends-before-it-began', { field: backwards[1] });
  return part.check?.(context.tx, values, others, context);
}

function isBefore(a: unknown, b: unknown): boolean {
  if (a instanceof Temporal.PlainDate && b instanceof Temporal.PlainDate) return Temporal.PlainDate.compare(a, b) < 0;
  return typeof a === 'number' && typeof b === 'number' && a < b;
}

async function screen(part: LifePart, read: Read, { personId, entry, filled }: { personId: string; entry?: Line; filled: Filled }): Promise<Outcome<EntryScreen>> {
  const person = await findPerson(read, personId);
  if (!person || person.isMasked) return notFound;
  const former = entry ? await findFormer(read, { personId, entryId: entry.id }) : [];
  return { part, person, entry, filled, extra: await part.extra?.(read), former, errors: {}, isChangedMeanwhile: false };
}

async function again(part: LifePart, context: AgainContext) {
  const { read, params, values, errors, refusal, locale } = context;
  const personId = params['id']!;
  const entry = params['entry'] === undefined ? undefined : (await findEntries<Values>(read, part, personId)).find(({ id }) => id === params['entry']);
  if (params['entry'] !== undefined && !entry) return notFound;
  // A button that takes a line away sends no fields: the form shows the line as it is.
  const names = Object.keys({ ...part.shape, ...(entry ? {} : part.wishes) });
  const isTyped = names.some((name) => name in values);
  const typed = Object.fromEntries(names.map((name) => [name, typeof values[name] === 'string' ? values[name] : '']));
  const shown = await screen(part, read, { personId, ...(entry ? { entry } : {}), filled: isTyped || !entry ? typed : filledOf(part, locale, entry) });
  if (!('part' in shown)) return notFound;
  return entryView({ ...shown, errors: { ...inOwnWords(locale, errors), ...refusalError(locale, refusal) }, isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
}

const refusals = ['ends-before-it-began', 'in-the-future', 'overlaps', 'type-not-valid', 'nothing-assessed', 'address-needed', 'letters-elsewhere', 'ended-current-job'] as const;

function refusalError(locale: ViewContext['locale'], refusal: AgainContext['refusal']): FieldErrors {
  const name = refusals.find((each) => each === refusal?.name);
  return name && refusal ? { [refusal.field ?? '']: text(locale, `life.refusal.${name}`) } : {};
}

/** Says of a country or a language that it is not known, and what to do. */
function inOwnWords(locale: Locale, errors: FieldErrors): FieldErrors {
  const own = { country: 'life.error.country', language: 'life.error.language' } as const;
  return Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [name, name in own ? text(locale, own[name as keyof typeof own]) : sentence]));
}
