import type { ComponentChildren } from 'preact';
import { Alert, Button, ButtonRow, ErrorSummary, Form, LinkButton, Panel, WorkPage } from '../../html/index.ts';
import type { ViewContext } from '../../http/context.ts';
import { formatDayLong } from '../../i18n/format.ts';
import type { Account } from '../account.store.ts';
import { text } from '../messages.ts';
import { AuthenticatorFields, PasswordFields, setUpLabels } from '../set-up/password-set-up.tsx';

export interface WayData {
  account: Account;
  secret: string;
  errors: Record<string, string>;
}

export function changePasswordView(context: ViewContext, { account, needsApp, secret, errors }: WayData & { needsApp: boolean }) {
  const { locale, tenant } = context;
  const lead = text(locale, needsApp ? 'own.password.first' : 'own.password.lead');
  return (
    <OwnPage context={context} title={text(locale, account.hasPassword ? 'own.password.change' : 'own.password.add')} lead={lead}>
      <ErrorSummary locale={locale} errors={errors} labels={setUpLabels(locale)} />
      <Form action="/account/password">
        <PasswordFields locale={locale} errors={errors} email={account.email} />
        {needsApp && <AuthenticatorFields locale={locale} errors={errors} secret={secret} authority={tenant.name} email={account.email} />}
        <Acts context={context} act={text(locale, 'own.password.save')} />
      </Form>
    </OwnPage>
  );
}

export function changeAuthenticatorView(context: ViewContext, { account, secret, errors }: WayData) {
  const { locale, tenant } = context;
  return (
    <OwnPage context={context} title={text(locale, 'own.authenticator.change')} lead={text(locale, 'own.authenticator.lead')}>
      <ErrorSummary locale={locale} errors={errors} labels={setUpLabels(locale)} />
      <Form action="/account/authenticator">
        <AuthenticatorFields locale={locale} errors={errors} secret={secret} authority={tenant.name} email={account.email} />
        <Acts context={context} act={text(locale, 'own.authenticator.save')} />
      </Form>
    </OwnPage>
  );
}

export function recoveryCodesView(context: ViewContext, codes: string[]) {
  const { locale, today, tenant } = context;
  return (
    <OwnPage context={context} title={text(locale, 'own.codes.title')} lead={text(locale, 'own.codes.lead')}>
      <Alert kind="warning">{text(locale, 'own.codes.once')}</Alert>
      <Panel>
        <ul>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>{text(locale, 'own.codes.stamp', { authority: tenant.name, day: formatDayLong(locale, today) })}</p>
      </Panel>
      <ButtonRow>
        <LinkButton look="primary" href="/account">
          {text(locale, 'own.codes.kept')}
        </LinkButton>
      </ButtonRow>
    </OwnPage>
  );
}

/** A session of long ago: signing in once more comes first. */
export function signInAgainView(context: ViewContext, path: string) {
  const { locale, tenant } = context;
  return (
    <OwnPage context={context} title={text(locale, 'own.again.title')} lead={text(locale, 'own.again.text')}>
      <ButtonRow>
        <LinkButton look="primary" icon="log-in" href={`/sign-in?${new URLSearchParams({ authority: tenant.id, next: path })}`}>
          {text(locale, 'own.again.act')}
        </LinkButton>
        <LinkButton look="subtle" href="/account">
          {text(locale, 'go.back')}
        </LinkButton>
      </ButtonRow>
    </OwnPage>
  );
}

export function lastWayView(context: ViewContext) {
  const { locale } = context;
  return (
    <OwnPage context={context} title={text(locale, 'own.last-way.title')} lead={text(locale, 'own.last-way.text')}>
      <ButtonRow>
        <LinkButton href="/account">{text(locale, 'go.back')}</LinkButton>
      </ButtonRow>
    </OwnPage>
  );
}

function OwnPage({ context: { locale, frame }, title, lead, children }: { context: ViewContext; title: string; lead: string; children: ComponentChildren }) {
  return (
    <WorkPage frame={frame()} title={title} crumbs={[{ href: '/account', label: text(locale, 'own.title') }]} lead={<p>{lead}</p>}>
      {children}
    </WorkPage>
  );
}

function Acts({ context: { locale }, act }: { context: ViewContext; act: string }) {
  return (
    <ButtonRow>
      <Button>{act}</Button>
      <LinkButton look="subtle" href="/account">
        {text(locale, 'go.back')}
      </LinkButton>
    </ButtonRow>
  );
}
