import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import { keepApart } from '../duplicates/apart.store.ts';
import { filledFrom, type FilledPerson } from '../filled.ts';
import { inOwnWords } from '../form-errors.ts';
import { householdRoles, type Household } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { findProbableMatches, isDecided, othersThan, type ProbableMatch } from '../match.ts';
import { text } from '../messages.ts';
import { nested } from '../nested.ts';
import { hasName, isBornBy, nameRule, personOf, personShape, shownIds } from '../person-fields.ts';
import { addMembers } from '../register.ts';
import { addMemberView } from './add-member.view.tsx';

export interface AddMemberScreen {
  household: Household;
  filled: FilledPerson;
  joinedOn: string;
  errors: FieldErrors;
  matches: ProbableMatch[];
  isChangedMeanwhile: boolean;
}

export const addMemberPage = page({
  path: '/households/:id/add-member',
  permission: 'people:change',
  event: 'household-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id }, today }): Promise<Outcome<AddMemberScreen>> => {
    const household = await findHousehold(read, id);
    return household ? { household, filled: filledFrom({}), joinedOn: today.toString(), errors: {}, matches: [], isChangedMeanwhile: false } : notFound;
  },
  view: addMemberView,
  subjects: ({ household: { id, members } }) => [{ type: 'household', id }, ...members.map(({ personId }) => ({ type: 'person', id: personId }))],
});

const input = z.preprocess(
  nested,
  z
    .strictObject({ id: field.id(), version: field.version(), ...personShape, role: field.choice(householdRoles.filter((role) => role !== 'reference') as ['partner', 'child', 'parent', 'sibling', 'other']), joinedOn: field.day(), sameAs: field.optionalText(40), shown: shownIds() })
    .refine(hasName, nameRule),
);

export const addMemberAct = act({
  path: '/households/:id/add-member',
  permission: 'people:change',
  event: 'member-added',
  input,
  act: async ({ input: { id, version, role, joinedOn, sameAs, shown, ...filled }, tx, today }): Promise<Outcome<{ id: string; personId: string }>> => {
    const household = await findHousehold(tx, id);
    if (!household) return notFound;
    if (!isBornBy(today, filled.birth)) return refuse('not-born', { field: 'birth' });
    if (joinedOn.until(today).sign < 0) return refuse('in-the-future', { field: 'joinedOn' });
    const person = personOf(filled);
    const [matches = []] = await findProbableMatches(tx, [person], { limit: 4 });
    if (!isDecided({ sameAs, shown }, matches)) return refuse('probable-matches', { detail: { count: 1 }, status: 409 });
    const isKnown = sameAs !== undefined && sameAs !== 'new';
    if (isKnown && household.members.some(({ personId }) => personId === sameAs)) return refuse('already-member', { field: 'sameAs' });
    const added = await addMembers(tx, { id, version, on: joinedOn, members: [isKnown ? { role, personId: sameAs } : { role, person }] });
    if (!added) return changedMeanwhile();
    await keepApart(tx, othersThan(added[0]!, { sameAs, shown }, matches));
    return { id, personId: added[0]! };
  },
  done: ({ id }, { locale }) => seeOther(`/households/${id}`, { kind: 'done', text: text(locale, 'member.added') }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const household = await findHousehold(read, params['id']!);
    if (!household) return notFound;
    const parsed = input.safeParse({ ...values, id: household.id });
    const [matches = []] = parsed.success ? await findProbableMatches(read, [personOf(parsed.data)], { limit: 4 }) : [];
    const name = (['not-born', 'in-the-future', 'already-member'] as const).find((each) => each === refusal?.name);
    return addMemberView(
      {
        household,
        filled: filledFrom(nested(values)),
        joinedOn: typeof values['joinedOn'] === 'string' ? values['joinedOn'] : '',
        errors: { ...inOwnWords(locale, errors), ...(name && refusal ? { [refusal.field ?? '']: text(locale, `refusal.${name}`) } : {}) },
        matches,
        isChangedMeanwhile: refusal?.name === 'changed-meanwhile',
      },
      context,
    );
  },
  api: { summary: 'Add someone, new or known (sameAs), to a household', output: z.object({ id: z.uuid(), personId: z.uuid() }), status: 201 },
});
