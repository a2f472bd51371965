import { z } from 'zod';
import { openSealing } from '../../../kernel/access/sealing.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext, Services } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type Refusal } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../person.store.ts';
import { findTerms, isValidOn, type Term } from '../terms/term.ts';
import { keepNoteView } from './keep-notes.view.tsx';
import { readNotes } from './list-notes.ts';
import { text } from './messages.ts';
import { sealContent, type SealedContent, type SealedNote } from './note.ts';
import { deleteSealed, findOpenUntil, insertSealed, updateSealed } from './sealed.store.ts';

export interface NoteScreen {
  person: Person;
  /** Absent for a new note. */
  note: SealedNote | undefined;
  terms: Term[];
  filled: { type: string; since: string; words: string };
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

const shape = { type: field.text(60), since: field.optionalDay(), words: field.optionalText(4000) };
const subjects = ({ person: { id } }: { person: { id: string } }) => [{ type: 'person', id }];
const home = (personId: string) => `/people/${personId}/sealed`;

/** Who knows something new puts it under the seal without opening it. */
export const noteSealedPage = page({
  path: '/people/:id/sealed/new',
  permission: 'people:sealed',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<NoteScreen>> => newScreen(read, id, { type: '', since: '', words: '' }),
  view: keepNoteView,
  subjects,
});

export const noteSealedAct = act({
  path: '/people/:id/sealed/new',
  permission: 'people:sealed',
  event: 'sealed-noted',
  input: z.strictObject({ id: field.id(), ...shape }),
  act: async ({ input: { id: personId, type, since, words }, tx, today, services }): Promise<Outcome<{ personId: string; id: string }>> => {
    const person = await findPerson(tx, personId);
    if (!person || person.isMasked) return notFound;
    const refusal = await refusalOf(tx, { type, since }, today);
    if (refusal) return refusal;
    const id = newId();
    await insertSealed(tx, { id, personId, sealed: await seal(tx, services, id, { type, since: since ?? null, words: words ?? null }) });
    tx.record({ act: 'sealed-noted', subjects: [{ type: 'person', id: personId }] });
    return { personId, id };
  },
  done: ({ personId }, { locale }) => seeOther(home(personId), { kind: 'done', text: text(locale, 'note.noted') }),
  again: async (context: AgainContext) => {
    const screen = await newScreen(context.read, context.params['id']!, typed(context));
    return 'terms' in screen ? keepNoteView({ ...screen, errors: errorsOf(context) }, context) : notFound;
  },
  api: { summary: 'Put something under the seal of a person', path: '/people/:id/sealed/notes', status: 201, output: z.object({ personId: z.uuid(), id: z.uuid() }) },
});

export const changeSealedPage = page({
  path: '/people/:id/sealed/:note/change',
  permission: 'people:sealed',
  event: 'sealed-read',
  input: z.strictObject({ id: field.id(), note: field.id() }),
  load: async ({ read, input: { id, note }, actor, services }): Promise<Outcome<NoteScreen>> => {
    const opened = await findOpened(read, services, { personId: id, noteId: note, accountId: actor.id });
    return opened ? { ...opened, filled: filledOf(opened.note), errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: keepNoteView,
  subjects,
});

export const changeSealedAct = act({
  path: '/people/:id/sealed/:note/change',
  permission: 'people:sealed',
  event: 'sealed-changed',
  input: z.strictObject({ id: field.id(), note: field.id(), version: field.version(), ...shape }),
  act: async ({ input: { id: personId, note: id, version, type, since, words }, tx, today, actor, services }): Promise<Outcome<{ personId: string; id: string }>> => {
    const opened = await findOpened(tx, services, { personId, noteId: id, accountId: actor.id });
    if (!opened) return notFound;
    const refusal = await refusalOf(tx, { type, since }, today, opened.note.type);
    if (refusal) return refusal;
    const sealed = await seal(tx, services, id, { type, since: since ?? null, words: words ?? null });
    if (!(await updateSealed(tx, { id, personId, version, sealed }))) return changedMeanwhile();
    tx.record({ act: 'sealed-changed', subjects: [{ type: 'person', id: personId }] });
    return { personId, id };
  },
  done: ({ personId }, { locale }) => seeOther(`${home(personId)}/notes`, { kind: 'done', text: text(locale, 'note.changed') }),
  again: againOpened,
  api: { summary: 'Change what is under seal, while you have it open', path: '/people/:id/sealed/notes/:note', output: z.object({ personId: z.uuid(), id: z.uuid() }) },
});

export const eraseSealedAct = act({
  path: '/people/:id/sealed/:note/erase',
  permission: 'people:sealed',
  event: 'sealed-erased',
  input: z.strictObject({ id: field.id(), note: field.id(), version: field.version() }),
  act: async ({ input: { id: personId, note: id, version }, tx, actor, services }): Promise<Outcome<{ personId: string }>> => {
    if (!(await findOpened(tx, services, { personId, noteId: id, accountId: actor.id }))) return notFound;
    if (!(await deleteSealed(tx, { id, personId, version }))) return changedMeanwhile();
    tx.record({ act: 'sealed-erased', subjects: [{ type: 'person', id: personId }] });
    return { personId };
  },
  done: ({ personId }, { locale }) => seeOther(`${home(personId)}/notes`, { kind: 'done', text: text(locale, 'note.erased') }),
  again: againOpened,
  api: { summary: 'Erase what is under seal, while you have it open', output: z.object({ personId: z.uuid() }) },
});

async function seal(tx: Transaction, { dataFolder }: Pick<Services, 'dataFolder'>, id: string, content: SealedContent): Promise<Buffer> {
  return sealContent(await openSealing(dataFolder), content, { tenantId: tx.scope.tenantId, id });
}

/** What it was already may stay, though it can no longer be chosen. */
async function refusalOf(read: Read, { type, since }: { type: string; since: Temporal.PlainDate | undefined }, today: Temporal.PlainDate, was?: string): Promise<Refusal | undefined> {
  const term = (await findTerms(read, 'vulnerability')).find(({ code }) => code === type);
  if (!term || (type !== was && !isValidOn(today, term))) return refuse('not-in-list', { field: 'type' });
  return since && since.until(today).sign < 0 ? refuse('in-the-future', { field: 'since' }) : undefined;
}

/** A note for whoever has the seal open; undefined for anyone else, and when it is not there. */
async function findOpened(read: Read, services: Pick<Services, 'dataFolder'>, { personId, noteId, accountId }: { personId: string; noteId: string; accountId: string }) {
  const person = await findPerson(read, personId);
  if (!person || person.isMasked || !(await findOpenUntil(read, { personId, accountId }))) return undefined;
  const note = (await readNotes(read, services, personId)).notes.find(({ id }) => id === noteId);
  return note && { person, note, terms: await findTerms(read, 'vulnerability') };
}

async function newScreen(read: Read, personId: string, filled: NoteScreen['filled']): Promise<Outcome<NoteScreen>> {
  const person = await findPerson(read, personId);
  if (!person || person.isMasked) return notFound;
  return { person, note: undefined, terms: await findTerms(read, 'vulnerability'), filled, errors: {}, isChangedMeanwhile: false };
}

async function againOpened(context: AgainContext) {
  const { read, services, params, values, actor, refusal } = context;
  const opened = await findOpened(read, services, { personId: params['id']!, noteId: params['note']!, accountId: actor.id });
  if (!opened) return notFound;
  const filled = 'type' in values ? typed(context) : filledOf(opened.note);
  return keepNoteView({ ...opened, filled, errors: errorsOf(context), isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
}

function filledOf({ type, since, words }: SealedNote): NoteScreen['filled'] {
  return { type, since: since?.toString() ?? '', words: words ?? '' };
}

function typed({ values }: AgainContext): NoteScreen['filled'] {
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return { type: one('type'), since: one('since'), words: one('words') };
}

function errorsOf({ errors, refusal, locale }: AgainContext): FieldErrors {
  const name = (['not-in-list', 'in-the-future'] as const).find((each) => each === refusal?.name);
  return { ...errors, ...(name && refusal ? { [refusal.field ?? '']: text(locale, `refusal.${name}`) } : {}) };
}
