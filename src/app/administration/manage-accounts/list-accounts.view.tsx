import { EmptyState, FilterBar, LinkButton, SelectField, StatusChip, Table, TextField } from '../../../kernel/html/index.ts';
import type { Account } from '../../../kernel/access/account.store.ts';
import { roleName } from '../../../kernel/access/role-name.ts';
import { roles } from '../../../kernel/access/role.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import type { AccountList } from './list-accounts.ts';

export function listAccountsView({ accounts, q, role, ended }: AccountList, context: ViewContext) {
  const { locale } = context;
  const add = (
    <LinkButton look="primary" icon="user-plus" hotkey="n" href="/settings/accounts/new">
      {text(locale, 'accounts.add')}
    </LinkButton>
  );
  return (
    <SettingsPage context={context} title={text(locale, 'accounts.title')} act={add} wide>
      <FilterBar locale={locale} action="/settings/accounts" result={text(locale, 'accounts.result', { count: accounts.length })} clearHref={q || role || ended ? '/settings/accounts' : undefined}>
        <TextField locale={locale} name="q" label={text(locale, 'accounts.search')} value={q} size={20} />
        <SelectField locale={locale} name="role" label={text(locale, 'accounts.role')} value={role} placeholder={text(locale, 'accounts.every-role')} options={roles.map((each) => ({ value: each, label: roleName(locale, each) }))} />
        <SelectField locale={locale} name="ended" label={text(locale, 'accounts.state')} value={ended ? 'yes' : ''} options={[{ value: '', label: text(locale, 'accounts.living') }, { value: 'yes', label: text(locale, 'accounts.ended') }]} />
      </FilterBar>
      <Table
        locale={locale}
        caption={text(locale, 'accounts.title')}
        rows={accounts}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/settings/accounts/${id}`}
        empty={
          <EmptyState icon="users" title={text(locale, 'accounts.none.title')} act={add}>
            {text(locale, 'accounts.none.text')}
          </EmptyState>
        }
        columns={[
          { key: 'name', head: text(locale, 'accounts.name'), cell: ({ name }) => name },
          { key: 'roles', head: text(locale, 'accounts.roles'), grow: true, cell: (account) => account.roles.map((each) => roleName(locale, each)).join(', ') },
          { key: 'email', head: text(locale, 'accounts.email'), cell: ({ email }) => email },
          { key: 'seen', head: text(locale, 'accounts.seen'), cell: ({ seenAt }) => (seenAt ? formatMoment(locale, seenAt) : text(locale, 'accounts.never')) },
          { key: 'state', head: text(locale, 'accounts.state'), cell: (account) => <AccountState locale={locale} account={account} /> },
        ]}
      />
    </SettingsPage>
  );
}

export function AccountState({ locale, account: { endedAt, hasPassword, passkeys } }: { locale: Locale; account: Account }) {
  if (endedAt) return <StatusChip tone="closed">{text(locale, 'account-state.ended')}</StatusChip>;
  if (!hasPassword && passkeys === 0) return <StatusChip tone="waiting">{text(locale, 'account-state.invited')}</StatusChip>;
  return <StatusChip tone="done">{text(locale, 'account-state.active')}</StatusChip>;
}
