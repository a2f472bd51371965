import { z } from 'zod';
import { seeOther, type Outcome } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page } from '../../../kernel/http/route.ts';
import type { Household, Member } from '../household.ts';
import { findHousehold } from '../household.store.ts';
import { text } from '../messages.ts';
import { removeMember, returnMember } from '../register.ts';
import { removeMemberView } from './remove-member.view.tsx';

export interface RemoveMemberScreen {
  household: Household;
  member: Member;
  leftOn: string;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

export const removeMemberPage = page({
  path: '/households/:id/remove-member',
  permission: 'people:change',
  event: 'household-read',
  input: z.strictObject({ id: field.id(), person: field.id() }),
  load: async ({ read, input: { id, person }, today }): Promise<Outcome<RemoveMemberScreen>> => {
    const household = await findHousehold(read, id);
    const member = household?.members.find(({ personId }) => personId === person);
    return household && member ? { household, member, leftOn: today.toString(), errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: removeMemberView,
  subjects: ({ household: { id }, member: { personId } }) => [{ type: 'household', id }, { type: 'person', id: personId }],
});

export const removeMemberAct = act({
  path: '/households/:id/remove-member',
  permission: 'people:change',
  event: 'member-left',
  input: z.strictObject({ id: field.id(), version: field.version(), person: field.id(), leftOn: field.day() }),
  act: async ({ input: { id, version, person, leftOn }, tx, today }): Promise<Outcome<{ id: string; personId: string }>> => {
    const household = await findHousehold(tx, id);
    if (!household?.members.some(({ personId }) => personId === person)) return notFound;
    if (leftOn.until(today).sign < 0) return refuse('in-the-future', { field: 'leftOn' });
    return (await removeMember(tx, { id, version, personId: person, on: leftOn })) ? { id, personId: person } : changedMeanwhile();
  },
  done: ({ id, personId }, { locale }) =>
    seeOther(`/households/${id}`, { kind: 'done', text: text(locale, 'member.left'), undo: { action: `/households/${id}/members/${personId}/return`, label: text(locale, 'undo') } }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const household = await findHousehold(read, params['id']!);
    const member = household?.members.find(({ personId }) => personId === values['person']);
    if (!household || !member) return notFound;
    const isFuture = refusal?.name === 'in-the-future';
    const leftOn = typeof values['leftOn'] === 'string' ? values['leftOn'] : '';
    return removeMemberView({ household, member, leftOn, errors: { ...errors, ...(isFuture ? { leftOn: text(locale, 'refusal.in-the-future') } : {}) }, isChangedMeanwhile: refusal?.name === 'changed-meanwhile' }, context);
  },
  api: { summary: 'Say that someone no longer lives in a household', output: z.object({ id: z.uuid(), personId: z.uuid() }) },
});

/** Takes a leaving back. */
export const returnMemberAct = act({
  path: '/households/:id/members/:person/return',
  permission: 'people:change',
  event: 'member-returned',
  input: z.strictObject({ id: field.id(), person: field.id() }),
  act: async ({ input: { id, person }, tx }): Promise<Outcome<{ id: string }>> => ((await returnMember(tx, { id, personId: person })) ? { id } : notFound),
  done: ({ id }, { locale }) => seeOther(`/households/${id}`, { kind: 'done', text: text(locale, 'member.returned') }),
  again: async () => notFound,
});
