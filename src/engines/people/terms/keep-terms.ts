import { z } from 'zod';
import type { Read } from '../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { fold } from '../names/fold.ts';
import { addTermView, endTermView, listTermsView } from './keep-terms.view.tsx';
import { text } from './messages.ts';
import { findTerms, statusKinds, termLists, type Term, type TermList } from './term.ts';
import { insertTerm, setTermEnd } from './term.store.ts';

export interface TermsScreen {
  list: TermList;
  terms: Term[];
}

export interface AddTermScreen {
  list: TermList;
  filled: { label: string; kind: string; source: string; validFrom: string };
  errors: FieldErrors;
}

export interface EndTermScreen {
  list: TermList;
  term: Term;
  filled: { validUntil: string };
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

const list = field.choice(termLists);
const home = (name: TermList) => `/settings/people-lists/${name}`;
const one = (values: AgainContext['values'], name: string) => (typeof values[name] === 'string' ? values[name] : '');

export const listTermsPage = page({
  path: '/settings/people-lists/:list',
  permission: 'people:lists',
  event: unrecorded('a list of words, and nobody’s file'),
  input: z.strictObject({ list }),
  load: async ({ read, input }): Promise<TermsScreen> => ({ list: input.list, terms: await findTerms(read, input.list) }),
  view: listTermsView,
  api: {
    summary: 'List the kinds of stay (status) or of vulnerability, with the days on which they were valid and their source',
    output: z.object({ terms: z.array(z.object({ code: z.string(), kind: z.enum(statusKinds).nullable(), label: z.string(), source: z.string().nullable(), validFrom: z.iso.date().nullable(), validUntil: z.iso.date().nullable(), isOwn: z.boolean(), version: z.int() })) }),
    present: ({ terms }, { locale }) => ({ terms: terms.map((term) => ({ ...term, label: term.label(locale) })) }),
  },
});

export const addTermPage = page({
  path: '/settings/people-lists/:list/new',
  permission: 'people:lists',
  event: unrecorded('an empty form'),
  input: z.strictObject({ list }),
  load: async ({ input, today }): Promise<AddTermScreen> => ({ list: input.list, filled: { label: '', kind: 'stay', source: '', validFrom: today.toString() }, errors: {} }),
  view: addTermView,
});

export const addTermAct = act({
  path: '/settings/people-lists/:list/new',
  permission: 'people:lists',
  event: 'term-added',
  input: z.strictObject({ list, label: field.text(120), kind: field.optionalChoice(statusKinds), source: field.optionalText(300), validFrom: field.optionalDay() }),
  act: async ({ input: { list: name, label, kind, source, validFrom }, tx, locale }): Promise<Outcome<{ list: TermList; code: string }>> => {
    if (name === 'status' && !kind) return refuse('kind-needed', { field: 'kind' });
    const code = codeOf(label);
    const known = await findTerms(tx, name);
    if (!code || known.some((term) => term.code === code || fold(term.label(locale)) === fold(label))) return refuse('known-already', { field: 'label' });
    if (!(await insertTerm(tx, name, { code, label, kind: name === 'status' ? kind! : null, source: source ?? null, validFrom: validFrom ?? null, validUntil: null }))) return refuse('known-already', { field: 'label' });
    tx.record({ act: 'term-added', subjects: [{ type: 'term-list', id: tx.scope.tenantId }], detail: { list: name, code } });
    return { list: name, code };
  },
  done: ({ list: name }, { locale }) => seeOther(home(name), { kind: 'done', text: text(locale, 'added') }),
  again: async (context: AgainContext) => {
    const { params, values, errors, refusal, locale } = context;
    const name = termLists.find((each) => each === params['list']);
    if (!name) return notFound;
    const known = (['known-already', 'kind-needed'] as const).find((each) => each === refusal?.name);
    const filled = { label: one(values, 'label'), kind: one(values, 'kind'), source: one(values, 'source'), validFrom: one(values, 'validFrom') };
    return addTermView({ list: name, filled, errors: { ...errors, ...(known && refusal ? { [refusal.field ?? '']: text(locale, `refusal.${known}`) } : {}) } }, context);
  },
  api: { summary: 'Add a kind of stay or of vulnerability of your own', path: '/settings/people-lists/:list', status: 201, output: z.object({ list: z.enum(termLists), code: z.string() }) },
});

export const endTermPage = page({
  path: '/settings/people-lists/:list/:code',
  permission: 'people:lists',
  event: unrecorded('a list of words, and nobody’s file'),
  input: z.strictObject({ list, code: field.text(60) }),
  load: async ({ read, input }): Promise<Outcome<EndTermScreen>> => endScreen(read, input.list, input.code),
  view: endTermView,
});

export const endTermAct = act({
  path: '/settings/people-lists/:list/:code',
  permission: 'people:lists',
  event: 'term-ended',
  input: z.strictObject({ list, code: field.text(60), version: field.integer(0, 1_000_000), validUntil: field.optionalDay() }),
  act: async ({ input: { list: name, code, version, validUntil = null }, tx }): Promise<Outcome<{ list: TermList }>> => {
    const term = (await findTerms(tx, name)).find((each) => each.code === code);
    if (!term) return notFound;
    if (validUntil && term.validFrom && validUntil.until(term.validFrom).sign > 0) return refuse('ends-before', { field: 'validUntil' });
    if (term.version !== version || !(await setTermEnd(tx, name, { code, validUntil, version }))) return changedMeanwhile();
    tx.record({ act: 'term-ended', subjects: [{ type: 'term-list', id: tx.scope.tenantId }], detail: { list: name, code, until: validUntil?.toString() ?? null } });
    return { list: name };
  },
  done: ({ list: name }, { locale }) => seeOther(home(name), { kind: 'done', text: text(locale, 'ended') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const name = termLists.find((each) => each === params['list']);
    const screen = name && (await endScreen(read, name, params['code']!));
    if (!screen || !('term' in screen)) return notFound;
    const isBefore = refusal?.name === 'ends-before';
    return endTermView({ ...screen, filled: { validUntil: one(values, 'validUntil') }, errors: { ...errors, ...(isBefore ? { validUntil: text(locale, 'refusal.ends-before') } : {}) }, isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
  },
  api: { summary: 'End a kind of stay or of vulnerability on a day, or open it again', output: z.object({ list: z.enum(termLists) }) },
});

async function endScreen(read: Read, name: TermList, code: string): Promise<Outcome<EndTermScreen>> {
  const term = (await findTerms(read, name)).find((each) => each.code === code);
  return term ? { list: name, term, filled: { validUntil: term.validUntil?.toString() ?? '' }, errors: {}, isChangedMeanwhile: false } : notFound;
}

/** Made of the words, once; it stays when the words are forgotten. */
function codeOf(label: string): string {
  return fold(label).replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');
}
