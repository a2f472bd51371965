import { z } from 'zod';
import { inviteAccount } from '../../../kernel/access/account-mail.ts';
import { insertAccount } from '../../../kernel/access/account.store.ts';
import { roles } from '../../../kernel/access/role.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { staffLocales } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { accountFaults } from './account-faults.ts';
import { addAccountView } from './add-account.view.tsx';

export const addAccountPage = page({
  path: '/settings/accounts/new',
  permission: 'accounts:manage',
  event: unrecorded('an empty form'),
  load: async () => ({}),
  view: (_, context) => addAccountView(context, { locale: context.tenant.locale }, {}),
});

/** Makes the account and mails its holder the link with which to set up how to sign in. */
export const addAccount = act({
  path: '/settings/accounts/new',
  permission: 'accounts:manage',
  event: 'account-made',
  input: z.strictObject({ name: field.text(120), email: field.email(), roles: field.list(field.choice(roles)), locale: field.choice(staffLocales) }),
  act: async ({ tx, input, tenant, publicUrl }) => {
    if (input.roles.length === 0) return refuse('no-role', { field: 'roles' });
    const id = await insertAccount(tx, input);
    if (!id) return refuse('address-in-use', { field: 'email' });
    await inviteAccount(tx, { id, email: input.email, locale: input.locale }, { publicUrl, authority: tenant.name });
    tx.record({ act: 'account-made', subjects: [{ type: 'account', id }], detail: { roles: input.roles } });
    return { id };
  },
  done: ({ id }: { id: string }, { locale }) => seeOther(`/settings/accounts/${id}`, { kind: 'done', text: text(locale, 'accounts.added') }),
  again: async (context) => addAccountView(context, context.values, accountFaults(context)),
});
