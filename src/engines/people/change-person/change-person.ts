import { z } from 'zod';
import { canonical } from '../../../kernel/audit/chain.ts';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { inOwnWords } from '../form-errors.ts';
import { text } from '../messages.ts';
import { nested } from '../nested.ts';
import { isBornBy, nameRule } from '../person-fields.ts';
import type { Person } from '../person.ts';
import { findPerson } from '../person.store.ts';
import { changePersons } from '../register.ts';
import { changePersonView } from './change-person.view.tsx';
import { factsOf, factsShape, filledFacts, hasAnyName, typedFacts, type FilledFacts } from './facts.ts';

export interface ChangeScreen {
  /** As the register has it now. */
  person: Person;
  filled: FilledFacts;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

export const changePersonPage = page({
  path: '/people/:id/change',
  permission: 'people:change',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id }, locale }): Promise<Outcome<ChangeScreen>> => {
    const person = await findPerson(read, id);
    return person && !person.isMasked ? { person, filled: filledFacts(locale, person), errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: changePersonView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const changePersonAct = act({
  path: '/people/:id/change',
  permission: 'people:change',
  event: 'person-changed',
  input: z.preprocess(nested, z.strictObject({ id: field.id(), version: field.version(), ...factsShape }).refine(hasAnyName, nameRule)),
  act: async ({ input: { id, version, ...input }, tx, today }): Promise<Outcome<{ id: string }>> => {
    const person = await findPerson(tx, id);
    if (!person || person.isMasked) return notFound;
    if (!isBornBy(today, input.birth)) return refuse('not-born', { field: 'birth' });
    const changed = factsOf(input, person);
    const different = Object.entries(changed).filter(([name, value]) => canonical(value) !== canonical(person[name as keyof Person]));
    const { refused } = await changePersons(tx, [{ id, version, ...Object.fromEntries(different) }]);
    return refused.length > 0 ? changedMeanwhile() : { id };
  },
  done: ({ id }, { locale, may }) => seeOther(may('people:read') ? `/people/${id}` : '/people', { kind: 'done', text: text(locale, 'change.done') }),
  again: async ({ read, params, values, errors, refusal, locale, ...context }: AgainContext) => {
    const person = await findPerson(read, params['id']!);
    if (!person || person.isMasked) return notFound;
    const isUnborn = refusal?.name === 'not-born';
    const shown: ChangeScreen = {
      person,
      filled: typedFacts(nested(values)),
      errors: { ...inOwnWords(locale, errors), ...(isUnborn ? { birth: text(locale, 'refusal.not-born') } : {}) },
      isChangedMeanwhile: refusal?.name === 'changed-meanwhile',
    };
    return changePersonView(shown, { ...context, locale });
  },
  api: { summary: 'Change the names, birth, gender and nationalities of a person; what is left out is emptied', output: z.object({ id: z.uuid() }) },
});
