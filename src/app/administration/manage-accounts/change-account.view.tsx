import { Alert, Button, ButtonRow, Columns, DescriptionDetails, ErrorSummary, Form, LinkButton, Panel, SummaryList } from '../../../kernel/html/index.ts';
import type { Account } from '../../../kernel/access/account.store.ts';
import { roleName } from '../../../kernel/access/role-name.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import { AccountFields, accountLabels } from './account-fields.tsx';
import { AccountState } from './list-accounts.view.tsx';

export interface ChangeAccountData {
  account: Account;
  values: FormValues;
  errors: Record<string, string>;
  /** Someone else saved in between: what stands there now is shown beside what was typed. */
  isConflict?: boolean;
}

export function changeAccountView(context: ViewContext, data: ChangeAccountData) {
  const { locale } = context;
  const { account } = data;
  const crumbs = [{ href: '/settings/accounts', label: text(locale, 'accounts.title') }];
  return (
    <SettingsPage context={context} title={account.name} lead={<AccountState locale={locale} account={account} />} crumbs={crumbs}>
      {account.endedAt ? <Facts context={context} account={account} /> : <Columns main={<ChangeForm context={context} data={data} />} side={<Aside context={context} data={data} />} />}
    </SettingsPage>
  );
}

function ChangeForm({ context: { locale, key }, data: { account, values, errors } }: { context: ViewContext; data: ChangeAccountData }) {
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} labels={accountLabels(locale)} />
      <Form action={`/settings/accounts/${account.id}`} once={key} version={account.version}>
        <AccountFields locale={locale} values={values} errors={errors} />
        <ButtonRow>
          <Button icon="save">{text(locale, 'accounts.save')}</Button>
          <LinkButton look="subtle" href="/settings/accounts">
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}

function Aside({ context, data: { account, isConflict } }: { context: ViewContext; data: ChangeAccountData }) {
  const { locale, key, actor } = context;
  return (
    <>
      {isConflict && (
        <Panel title={text(locale, 'accounts.now')} tone="waiting">
          <SummaryList
            locale={locale}
            rows={[
              { label: text(locale, 'accounts.name'), value: account.name },
              { label: text(locale, 'accounts.email'), value: account.email },
              { label: text(locale, 'accounts.roles'), value: account.roles.map((role) => roleName(locale, role)).join(', ') },
            ]}
          />
        </Panel>
      )}
      <Facts context={context} account={account} />
      {account.id !== actor.id && (
        <Panel title={text(locale, 'accounts.access')}>
          <DescriptionDetails summary={text(locale, account.hasPassword || account.passkeys > 0 ? 'accounts.reset' : 'accounts.invite-again')}>
            <p>{text(locale, account.hasPassword || account.passkeys > 0 ? 'accounts.reset.about' : 'accounts.invite-again.about')}</p>
            <Form action={`/settings/accounts/${account.id}/reset`} once={key}>
              <Button look="secondary">{text(locale, 'accounts.reset.act')}</Button>
            </Form>
          </DescriptionDetails>
          <DescriptionDetails summary={text(locale, 'accounts.end')}>
            <p>{text(locale, 'accounts.end.about')}</p>
            <Form action={`/settings/accounts/${account.id}/end`} once={key}>
              <Button look="harm">{text(locale, 'accounts.end.act')}</Button>
            </Form>
          </DescriptionDetails>
        </Panel>
      )}
    </>
  );
}

function Facts({ context: { locale }, account }: { context: ViewContext; account: Account }) {
  const ways = [...(account.hasPassword ? [text(locale, 'accounts.way.password')] : []), ...(account.passkeys > 0 ? [text(locale, 'accounts.way.passkeys', { count: account.passkeys })] : [])];
  return (
    <SummaryList
      locale={locale}
      rows={[
        { label: text(locale, 'accounts.made'), value: formatMoment(locale, account.madeAt) },
        { label: text(locale, 'accounts.seen'), value: account.seenAt ? formatMoment(locale, account.seenAt) : text(locale, 'accounts.never') },
        { label: text(locale, 'accounts.ways'), value: ways.length > 0 ? ways.join(', ') : text(locale, 'accounts.way.none') },
        ...(account.endedAt ? [{ label: text(locale, 'accounts.ended-at'), value: formatMoment(locale, account.endedAt) }] : []),
      ]}
    />
  );
}

export function refusedView(context: ViewContext, account: Account, why: 'fault.own-account' | 'fault.last-administrator') {
  const { locale } = context;
  return (
    <SettingsPage context={context} title={account.name} crumbs={[{ href: '/settings/accounts', label: text(locale, 'accounts.title') }]}>
      <Alert kind="error">{text(locale, why)}</Alert>
      <p>
        <LinkButton href={`/settings/accounts/${account.id}`}>{text(locale, 'go.back')}</LinkButton>
      </p>
    </SettingsPage>
  );
}
