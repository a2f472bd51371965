import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { findLetterLines } from '../contact-preference.ts';
import { text } from '../messages.ts';
import { nested } from '../nested.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../person.store.ts';
import { changePersons } from '../register.ts';
import { changeContactView } from './change-contact.view.tsx';
import { contactShape, contactWaysOf } from './contact-fields.ts';
import { filledOf, type FilledWay } from './filled-ways.ts';

export interface ContactScreen {
  person: Person;
  ways: FilledWay[];
  /** The place of the preferred one, as text. */
  preferred: string;
  /** The lines of the address where letters go. */
  home: string[];
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

export const changeContactPage = page({
  path: '/people/:id/contact',
  permission: 'people:change',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<ContactScreen>> => {
    const person = await findPerson(read, id);
    if (!person || person.isMasked) return notFound;
    return { person, ...filledOf(person), home: await findLetterLines(read, person), errors: {}, isChangedMeanwhile: false };
  },
  view: changeContactView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const changeContactAct = act({
  path: '/people/:id/contact',
  permission: 'people:change',
  event: 'person-changed',
  input: z.preprocess(nested, z.strictObject({ id: field.id(), version: field.version(), ...contactShape })),
  act: async ({ input: { id, version, ...filled }, tx }): Promise<Outcome<{ id: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    const { refused } = await changePersons(tx, [{ id, version, contactWays: contactWaysOf(filled) }]);
    return refused.length > 0 ? changedMeanwhile() : { id };
  },
  done: ({ id }, { locale, may }) => seeOther(may('people:read') ? `/people/${id}` : '/people', { kind: 'done', text: text(locale, 'change.done') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const person = await findPerson(read, params['id']!);
    if (!person || person.isMasked) return notFound;
    const typed = nested(values) as { ways?: unknown; preferred?: unknown };
    const ways = (Array.isArray(typed.ways) ? typed.ways : []).map(filledWay);
    const shown = { person, ways, preferred: typeof typed.preferred === 'string' ? typed.preferred : '', home: await findLetterLines(read, person) };
    return changeContactView({ ...shown, errors: inOwnWords(locale, errors, ways), isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
  },
  api: { summary: 'Change by which ways a person is reached, and which they prefer (its place in the list)', output: z.object({ id: z.uuid() }) },
});

function filledWay(typed: unknown): FilledWay {
  const values = (typeof typed === 'object' && typed !== null ? typed : {}) as Record<string, unknown>;
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return { kind: one('kind'), value: one('value'), through: one('through'), texts: one('texts') };
}

/** Says of a telephone or of who stands between what is wrong with just that. */
function inOwnWords(locale: Locale, errors: FieldErrors, ways: readonly FilledWay[]): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([name, sentence]) => {
      const [, place, part] = /^ways\.(\d+)\.(value|through)$/.exec(name) ?? [];
      const kind = place && ways[Number(place)]?.kind;
      if (part === 'through') return [name, text(locale, 'error.through')];
      if (part === 'value' && kind === 'email') return [name, text(locale, 'error.email')];
      return [name, part === 'value' && kind === 'phone' ? text(locale, 'error.phone') : sentence];
    }),
  );
}
