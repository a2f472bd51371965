import { Alert, Button, ButtonRow, CheckboxGroup, EmptyState, ErrorSummary, Form, LinkButton, RadioGroup, StatusChip, Table, TextField } from '../../../kernel/html/index.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import type { Scope } from './manage-tokens.ts';
import type { Token } from './token.store.ts';

export function manageTokensView(tokens: Token[], context: ViewContext) {
  const { locale } = context;
  const make = (
    <LinkButton look="primary" icon="plus" hotkey="n" href="/settings/tokens/new">
      {text(locale, 'tokens.make')}
    </LinkButton>
  );
  return (
    <SettingsPage context={context} title={text(locale, 'tokens.title')} lead={<p>{text(locale, 'tokens.about')}</p>} act={make} wide>
      <Table
        locale={locale}
        caption={text(locale, 'tokens.title')}
        rows={tokens}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="key-round" title={text(locale, 'tokens.none.title')} act={make}>
            {text(locale, 'tokens.none.text')}
          </EmptyState>
        }
        columns={[
          { key: 'name', head: text(locale, 'tokens.name'), cell: ({ name }) => name },
          { key: 'organisation', head: text(locale, 'tokens.organisation'), cell: ({ organisation }) => organisation },
          { key: 'scopes', head: text(locale, 'tokens.scopes'), grow: true, cell: ({ scopes }) => scopes.join(', ') },
          { key: 'until', head: text(locale, 'tokens.until'), cell: ({ expiresAt }) => formatDay(locale, dayOf(expiresAt)) },
          { key: 'state', head: text(locale, 'tokens.state'), cell: (token) => <State token={token} context={context} /> },
          { key: 'act', head: text(locale, 'table.act'), cell: (token) => <Withdraw token={token} context={context} /> },
        ]}
      />
    </SettingsPage>
  );
}

function State({ token: { withdrawnAt, expiresAt }, context: { locale, now } }: { token: Token; context: ViewContext }) {
  if (withdrawnAt) return <StatusChip tone="closed">{text(locale, 'token-state.withdrawn')}</StatusChip>;
  if (expiresAt.epochMilliseconds <= now.epochMilliseconds) return <StatusChip tone="closed">{text(locale, 'token-state.expired')}</StatusChip>;
  return <StatusChip tone="done">{text(locale, 'token-state.works')}</StatusChip>;
}

function Withdraw({ token, context: { locale, key } }: { token: Token; context: ViewContext }) {
  if (token.withdrawnAt) return null;
  return (
    <Form action={`/settings/tokens/${token.id}/withdraw`} once={key} label={text(locale, 'tokens.withdraw-one', { name: token.name })}>
      <Button look="harm" small>
        {text(locale, 'tokens.withdraw')}
      </Button>
    </Form>
  );
}

export interface MakeTokenData {
  scopes: Scope[];
  values: FormValues;
  errors: Record<string, string>;
}

export function makeTokenView(context: ViewContext, { scopes, values, errors }: MakeTokenData) {
  const { locale, key } = context;
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const chosen = values['scopes'];
  return (
    <SettingsPage context={context} title={text(locale, 'tokens.make')} crumbs={[{ href: '/settings/tokens', label: text(locale, 'tokens.title') }]}>
      <ErrorSummary locale={locale} errors={errors} labels={{ name: text(locale, 'tokens.name'), organisation: text(locale, 'tokens.organisation') }} />
      <Form action="/settings/tokens/new" once={key}>
        <TextField locale={locale} name="organisation" label={text(locale, 'tokens.organisation')} value={one('organisation')} error={errors['organisation']} maxLength={120} required />
        <TextField locale={locale} name="name" label={text(locale, 'tokens.name')} hint={text(locale, 'tokens.name.hint')} value={one('name')} error={errors['name']} maxLength={80} required />
        <CheckboxGroup locale={locale} name="scopes" label={text(locale, 'tokens.scopes')} hint={text(locale, 'tokens.scopes.hint')} values={Array.isArray(chosen) ? chosen : chosen ? [chosen] : []} error={errors['scopes']} options={scopes.map(({ permission, summaries }) => ({ value: permission, label: permission, hint: summaries.join(' · ') }))} />
        <RadioGroup locale={locale} name="days" label={text(locale, 'tokens.days')} value={one('days') || '90'} error={errors['days']} inline options={(['30', '90', '365'] as const).map((days) => ({ value: days, label: text(locale, 'tokens.for-days', { count: Number(days) }) }))} />
        <ButtonRow>
          <Button>{text(locale, 'tokens.make.act')}</Button>
          <LinkButton look="subtle" href="/settings/tokens">
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </SettingsPage>
  );
}

export function tokenMadeView(context: ViewContext, secret: string) {
  const { locale, publicUrl } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'tokens.made.title')} crumbs={[{ href: '/settings/tokens', label: text(locale, 'tokens.title') }]}>
      <Alert kind="warning">{text(locale, 'tokens.made.once')}</Alert>
      <TextField locale={locale} name="token" label={text(locale, 'tokens.made.label')} value={secret} />
      <p>
        {text(locale, 'tokens.made.use')} <code>{publicUrl}/api/v1</code>, <code>Authorization: Bearer …</code>
      </p>
      <p>
        <LinkButton look="primary" href="/settings/tokens">
          {text(locale, 'tokens.made.kept')}
        </LinkButton>
      </p>
    </SettingsPage>
  );
}
