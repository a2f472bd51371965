import { Button, ButtonRow, ErrorSummary, Form, LinkButton, PlainPage } from '../../html/index.ts';
import type { ViewContext } from '../../http/context.ts';
import type { Account } from '../account.store.ts';
import { text } from '../messages.ts';
import { PasskeyForm } from '../passkey-form.tsx';
import { AuthenticatorFields, PasswordFields, setUpLabels } from '../set-up/password-set-up.tsx';
import type { InvitationData } from './accept-invitation.ts';

export function acceptInvitationView({ locale, frame, tenant, linkSecret }: ViewContext, { account, ceremony }: InvitationData, errors: Record<string, string>) {
  return (
    <PlainPage frame={frame()} title={text(locale, 'invitation.title')} lead={<p>{text(locale, 'invitation.lead', { authority: tenant.name, email: account.email })}</p>} islands={['passkey.js']}>
      <ErrorSummary locale={locale} errors={errors} labels={setUpLabels(locale)} />
      {ceremony && <PasskeyForm locale={locale} action={`/invitation/${linkSecret}/passkey`} use="make" ceremony={ceremony} label={text(locale, 'passkey.make')} before={<p>{text(locale, 'passkey.about')}</p>} />}
      <div>
        <p>{text(locale, 'invitation.password')}</p>
        <LinkButton href={`/invitation/${linkSecret}/password`}>{text(locale, 'invitation.password.act')}</LinkButton>
      </div>
    </PlainPage>
  );
}

export interface ByPasswordData {
  account: Account;
  secret: string;
  errors: Record<string, string>;
}

export function acceptByPasswordView({ locale, frame, tenant, linkSecret }: ViewContext, { account, secret, errors }: ByPasswordData) {
  return (
    <PlainPage frame={frame()} title={text(locale, 'invitation.password.title')} lead={<p>{text(locale, 'invitation.password.lead')}</p>}>
      <ErrorSummary locale={locale} errors={errors} labels={setUpLabels(locale)} />
      <Form action={`/invitation/${linkSecret}/password`}>
        <PasswordFields locale={locale} errors={errors} email={account.email} />
        <AuthenticatorFields locale={locale} errors={errors} secret={secret} authority={tenant.name} email={account.email} />
        <ButtonRow>
          <Button>{text(locale, 'invitation.finish')}</Button>
          <LinkButton look="subtle" href={`/invitation/${linkSecret}`}>
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}
