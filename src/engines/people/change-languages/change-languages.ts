import { z } from 'zod';
import { canonical } from '../../../kernel/audit/chain.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { filledFrom, filledOf, type FilledPerson } from '../filled.ts';
import { inOwnWords } from '../form-errors.ts';
import { text } from '../messages.ts';
import { languagesOf, personShape } from '../person-fields.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../person.store.ts';
import { changePersons } from '../register.ts';
import { changeLanguagesView } from './change-languages.view.tsx';

export interface LanguagesScreen {
  person: Person;
  filled: Pick<FilledPerson, 'contactLanguages' | 'otherLanguages' | 'interpreter'>;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

const { contactLanguages, otherLanguages, interpreter } = personShape;

export const changeLanguagesPage = page({
  path: '/people/:id/languages/change',
  permission: 'people:change',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id }, locale }): Promise<Outcome<LanguagesScreen>> => {
    const person = await findPerson(read, id);
    return person && !person.isMasked ? { person, filled: filledOf(locale, person), errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: changeLanguagesView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const changeLanguagesAct = act({
  path: '/people/:id/languages/change',
  permission: 'people:change',
  event: 'person-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), contactLanguages, otherLanguages, interpreter }),
  act: async ({ input: { id, version, ...filled }, tx }): Promise<Outcome<{ id: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    const wanted = { languages: languagesOf(filled), needsInterpreter: filled.interpreter === undefined ? null : filled.interpreter === 'yes' };
    const different = Object.entries(wanted).filter(([name, value]) => canonical(value) !== canonical(person[name as keyof Person]));
    const { refused } = await changePersons(tx, [{ id, version, ...Object.fromEntries(different) }]);
    return refused.length > 0 ? changedMeanwhile() : { id };
  },
  done: ({ id }, { locale, may }) => seeOther(may('people:read') ? `/people/${id}/languages` : '/people', { kind: 'done', text: text(locale, 'change.done') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const person = await findPerson(read, params['id']!);
    if (!person || person.isMasked) return notFound;
    return changeLanguagesView({ person, filled: filledFrom(values), errors: inOwnWords(locale, errors), isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
  },
  api: { summary: 'Change the languages of a person and whether an interpreter is needed; contact languages are given best first', output: z.object({ id: z.uuid() }) },
});
