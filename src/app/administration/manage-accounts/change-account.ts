import { z } from 'zod';
import { inviteAccount, tellOwner } from '../../../kernel/access/account-mail.ts';
import { countOtherAdministrators, endAccount, findAccount, findAccountByAddress, lockAccount, updateAccount, type Account } from '../../../kernel/access/account.store.ts';
import { addressKey } from '../../../kernel/access/attempt.ts';
import { removeWays } from '../../../kernel/access/credential.store.ts';
import { withdrawLinks } from '../../../kernel/access/identify.store.ts';
import { roles } from '../../../kernel/access/role.ts';
import { endSessions } from '../../../kernel/access/session.store.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { text } from '../messages.ts';
import { accountFaults } from './account-faults.ts';
import { changeAccountView, refusedView } from './change-account.view.tsx';

const permission = 'accounts:manage';

export const openAccount = page({
  path: '/settings/accounts/:id',
  permission,
  event: unrecorded('who works here, nobody’s file'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input }) => (await findAccount(read, input.id)) ?? notFound,
  view: (account: Account, context) => changeAccountView(context, { account, values: { name: account.name, email: account.email, roles: account.roles }, errors: {} }),
});

/** A role that is taken away is gone with the next request: every request reads the account's row. */
export const changeAccount = act({
  path: '/settings/accounts/:id',
  permission,
  event: 'account-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), name: field.text(120), email: field.email(), roles: field.list(field.choice(roles)) }),
  act: async ({ tx, input }) => {
    const account = await findAccount(tx, input.id);
    if (!account || account.endedAt) return notFound;
    if (input.roles.length === 0) return refuse('no-role', { field: 'roles' });
    const stopsAdministering = account.roles.includes('administrator') && !input.roles.includes('administrator');
    if (stopsAdministering && (await countOtherAdministrators(tx, account.id)) === 0) return refuse('last-administrator', { field: 'roles' });
    const holder = await findAccountByAddress(tx, addressKey(input.email));
    if (holder && holder.id !== account.id) return refuse('address-in-use', { field: 'email' });
    if (!(await updateAccount(tx, input))) return changedMeanwhile();
    // A link that went to the old address must not open the account.
    if (account.email.toLowerCase() !== input.email.toLowerCase()) await withdrawLinks(tx, account.id);
    tx.record({ act: 'account-changed', subjects: [{ type: 'account', id: account.id }], detail: { roles: input.roles, before: [...account.roles] } });
    return { id: account.id };
  },
  done: ({ id }: { id: string }, { locale }) => seeOther(`/settings/accounts/${id}`, { kind: 'done', text: text(locale, 'accounts.changed') }),
  again: async (context) => {
    const account = await findAccount(context.read, context.params['id']!);
    return account ? changeAccountView(context, { account, values: context.values, errors: accountFaults(context), isConflict: context.refusal?.name === 'changed-meanwhile' }) : notFound;
  },
});

export const endAccountAct = act({
  path: '/settings/accounts/:id/end',
  permission,
  event: 'account-ended',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input, actor }) => {
    if (input.id === actor.id) return refuse('own-account');
    if ((await countOtherAdministrators(tx, input.id)) === 0) return refuse('last-administrator');
    if (!(await endAccount(tx, input.id))) return notFound;
    await closeWaysIn(tx, input.id);
    tx.record({ act: 'account-ended', subjects: [{ type: 'account', id: input.id }] });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/accounts', { kind: 'done', text: text(locale, 'accounts.end.done') }),
  again: refused,
});

/** For who lost everything to sign in with: all of it goes, and a new invitation is mailed. */
export const resetAccount = act({
  path: '/settings/accounts/:id/reset',
  permission,
  event: 'account-reset',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input, actor, tenant, publicUrl }) => {
    const account = await findAccount(tx, input.id);
    if (!account || !(await lockAccount(tx, account.id))) return notFound;
    if (account.id === actor.id) return refuse('own-account');
    const isInvited = !account.hasPassword && account.passkeys === 0;
    await closeWaysIn(tx, account.id);
    if (!isInvited) await tellOwner(tx, account, 'reset', tenant.name);
    await inviteAccount(tx, account, { publicUrl, authority: tenant.name });
    tx.record({ act: 'account-reset', subjects: [{ type: 'account', id: account.id }] });
    return { id: account.id };
  },
  done: ({ id }: { id: string }, { locale }) => seeOther(`/settings/accounts/${id}`, { kind: 'done', text: text(locale, 'accounts.reset.done') }),
  again: refused,
});

async function closeWaysIn(tx: Transaction, accountId: string): Promise<void> {
  await removeWays(tx, accountId);
  await endSessions(tx, accountId);
  await withdrawLinks(tx, accountId);
}

async function refused(context: AgainContext) {
  const account = await findAccount(context.read, context.params['id'] ?? '');
  if (!account) return notFound;
  return refusedView(context, account, context.refusal?.name === 'own-account' ? 'fault.own-account' : 'fault.last-administrator');
}
