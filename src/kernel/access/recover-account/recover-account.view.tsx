import { Button, ButtonRow, ErrorSummary, Form, Hidden, LinkButton, PlainPage, TextField } from '../../html/index.ts';
import { text } from '../messages.ts';
import type { OpenContext } from '../open-page.ts';
import { AuthenticatorFields, PasswordFields, setUpLabels } from '../set-up/password-set-up.tsx';
import type { Recovering } from './recover-account.ts';

export interface ForgotData {
  authority: string;
  email: string;
  error: string | undefined;
}

export function forgotPasswordView({ locale, frame }: OpenContext, { authority, email, error }: ForgotData) {
  return (
    <PlainPage frame={frame} title={text(locale, 'recovery.title')} lead={<p>{text(locale, 'recovery.lead')}</p>} below={<p>{text(locale, 'recovery.no-phone')}</p>}>
      <ErrorSummary locale={locale} errors={error ? { email: error } : {}} />
      <Form action={`/forgot-password?lang=${locale}`}>
        <Hidden name="authority" value={authority} />
        <TextField locale={locale} name="email" type="email" label={text(locale, 'field.email')} value={email} error={error} autocomplete="username" required />
        <ButtonRow>
          <Button icon="mail">{text(locale, 'recovery.ask')}</Button>
          <LinkButton look="subtle" href={`/sign-in?${new URLSearchParams({ authority, lang: locale })}`}>
            {text(locale, 'go.back')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}

export function recoveryAskedView({ locale, frame }: OpenContext) {
  return (
    <PlainPage frame={frame} title={text(locale, 'recovery.asked.title')}>
      <p>{text(locale, 'recovery.asked.text')}</p>
      <p>{text(locale, 'recovery.no-phone')}</p>
    </PlainPage>
  );
}

export interface RecoverData {
  action: string;
  recovering: Recovering;
  secret: string;
  errors: Record<string, string>;
}

export function recoverAccountView({ locale, frame }: OpenContext, { action, recovering: { account, tenant, needsApp }, secret, errors }: RecoverData) {
  const proofHint = text(locale, needsApp ? 'recovery.proof.code-only' : 'recovery.proof.hint');
  return (
    <PlainPage frame={frame} title={text(locale, 'recovery.new.title')} lead={<p>{text(locale, 'recovery.new.lead')}</p>}>
      <ErrorSummary locale={locale} errors={errors} labels={setUpLabels(locale)} />
      <Form action={action}>
        <PasswordFields locale={locale} errors={errors} email={account.email} />
        <TextField locale={locale} name="proof" label={text(locale, needsApp ? 'field.recovery-code' : 'field.code')} hint={proofHint} error={errors['proof']} autocomplete="one-time-code" size={20} required />
        {needsApp && <AuthenticatorFields locale={locale} errors={errors} secret={secret} authority={tenant.name} email={account.email} />}
        <ButtonRow>
          <Button>{text(locale, 'recovery.save')}</Button>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}

export function linkGoneView({ locale, frame }: OpenContext) {
  return (
    <PlainPage frame={frame} title={text(locale, 'link-gone.title')}>
      <p>{text(locale, 'link-gone.text')}</p>
      <p>
        <LinkButton href="/sign-in">{text(locale, 'link-gone.sign-in')}</LinkButton>
      </p>
    </PlainPage>
  );
}
