import { z } from 'zod';
import { findAccounts, type Account } from '../../../../kernel/access/account.store.ts';
import type { Role } from '../../../../kernel/access/role.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { findHousehold } from '../../household.store.ts';
import type { Household } from '../../household.ts';
import type { Person } from '../../person.ts';
import { findPerson } from '../../person.store.ts';
import { text } from '../messages.ts';
import { maskOf, restrictionReasons, restrictPersons } from '../restriction.store.ts';
import { restrictPersonView } from './restrict-person.view.tsx';

export interface RestrictForm {
  person: Person;
  household: Household | undefined;
  accounts: Account[];
  values: FormValues;
  errors: FieldErrors;
}

/** Roles that open persons' files: only they can be named. */
const openers: readonly Role[] = ['guide', 'front-desk', 'social-worker', 'coordinator'];

async function loadForm(read: Read, id: string): Promise<Omit<RestrictForm, 'values' | 'errors'> | undefined> {
  const person = await findPerson(read, id);
  if (!person || person.isRestricted) return undefined;
  const household = person.householdId ? await findHousehold(read, person.householdId) : undefined;
  const accounts = (await findAccounts(read)).filter(({ roles }) => roles.some((role) => openers.includes(role)));
  return { person, household, accounts };
}

export const restrictPersonPage = page({
  path: '/people/:id/restrict',
  permission: 'people:restrict',
  event: 'person-read',
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<RestrictForm>> => {
    const form = await loadForm(read, id);
    return form ? { ...form, values: { household: 'yes' }, errors: {} } : notFound;
  },
  view: restrictPersonView,
  subjects: ({ person: { id } }) => [{ type: 'person', id }],
});

export const restrictPersonAct = act({
  path: '/people/:id/restrict',
  permission: 'people:restrict',
  event: 'person-restricted',
  input: z.strictObject({ id: field.id(), reason: field.choice(restrictionReasons), words: field.optionalText(500), until: field.optionalDay(), accounts: field.list(field.id()), household: field.flag() }),
  act: async ({ tx, actor, input: { id, reason, words = null, until = null, accounts, household }, today }): Promise<Outcome<{ id: string }>> => {
    const form = await loadForm(tx, id);
    if (!form) return (await findPerson(tx, id)) ? refuse('restricted-already') : notFound;
    if (until && until.until(today).sign > 0) return refuse('in-the-past-already', { field: 'until' });
    if (accounts.some((account) => !form.accounts.some((known) => known.id === account))) return notFound;
    const mates = household && form.household ? form.household.members.map(({ personId }) => personId) : [];
    const ids = [...new Set([id, ...mates])];
    // Whoever restricts can always put it right again.
    const accountIds = [...new Set([...accounts, ...(actor.kind === 'account' ? [actor.id] : [])])];
    await restrictPersons(tx, ids, { reason, words, until, accountIds });
    for (const each of ids) tx.record({ act: 'person-restricted', subjects: [{ type: 'person', id: each }], detail: { reason, until: until?.toString() ?? null, may: accountIds } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/people/${id}/rights`, { kind: 'done', text: text(locale, 'restrict.done', { mask: maskOf(id) }) }),
  again: async (context: AgainContext) => {
    const { read, params, values, errors, refusal, locale } = context;
    const form = await loadForm(read, params['id']!);
    if (!form) return notFound;
    const past: FieldErrors = refusal?.name === 'in-the-past-already' ? { until: text(locale, 'refusal.in-the-past-already') } : {};
    return restrictPersonView({ ...form, values, errors: { ...errors, ...past } }, context);
  },
  api: { summary: 'Keep who a person is from all but a few', output: z.object({ id: z.uuid() }) },
});
