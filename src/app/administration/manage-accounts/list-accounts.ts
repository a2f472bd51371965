import { z } from 'zod';
import { findAccounts, type Account } from '../../../kernel/access/account.store.ts';
import { roles, type Role } from '../../../kernel/access/role.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { listAccountsView } from './list-accounts.view.tsx';

export interface AccountList {
  accounts: Account[];
  q: string | undefined;
  role: Role | undefined;
  ended: boolean;
}

export const listAccounts = page({
  path: '/settings/accounts',
  permission: 'accounts:manage',
  event: unrecorded('who works here, nobody’s file'),
  input: z.strictObject({ q: field.optionalText(100), role: field.optionalChoice(roles), ended: field.flag() }),
  load: async ({ read, input }): Promise<AccountList> => ({ accounts: await findAccounts(read, { query: input.q, role: input.role, ended: input.ended }), q: input.q, role: input.role, ended: input.ended }),
  view: listAccountsView,
});
