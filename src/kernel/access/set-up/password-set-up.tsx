import { Hidden, Qr, TextField } from '../../html/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { qrSvg } from '../../qr/qr-svg.ts';
import { authenticatorUri, spacedSecret } from '../authenticator.ts';
import { text } from '../messages.ts';
import { passwordRules } from '../password.ts';

/** What an error summary calls each field. */
export function setUpLabels(locale: Locale): Record<string, string> {
  return { password: text(locale, 'field.new-password'), again: text(locale, 'field.again'), code: text(locale, 'field.app-code'), proof: text(locale, 'field.code') };
}

export interface PasswordFieldsProps {
  locale: Locale;
  errors: Readonly<Record<string, string>>;
  /** For a browser's password store, which otherwise keeps the password under no name. */
  email: string;
}

/** A new password, twice; it is never sent back to the page. */
export function PasswordFields({ locale, errors, email }: PasswordFieldsProps) {
  return (
    <>
      <input type="hidden" name="username" value={email} autocomplete="username" />
      <TextField locale={locale} name="password" type="password" label={text(locale, 'field.new-password')} hint={text(locale, 'set-up.password.hint', { count: passwordRules.shortest })} autocomplete="new-password" error={errors['password']} required />
      <TextField locale={locale} name="again" type="password" label={text(locale, 'field.again')} autocomplete="new-password" error={errors['again']} required />
    </>
  );
}

export interface AuthenticatorFieldsProps {
  locale: Locale;
  errors: Readonly<Record<string, string>>;
  /** In base32; goes along with the form, so that the app that was set up stays the right one after a mistake. */
  secret: string;
  authority: string;
  email: string;
}

/** The QR code to scan, the same in letters, and the code that proves it. */
export function AuthenticatorFields({ locale, errors, secret, authority, email }: AuthenticatorFieldsProps) {
  return (
    <>
      <Hidden name="secret" value={secret} />
      <p>{text(locale, 'set-up.authenticator.lead')}</p>
      <Qr svg={qrSvg(authenticatorUri(secret, { authority, email }))} label={text(locale, 'set-up.authenticator.qr')} />
      <p>
        {text(locale, 'set-up.authenticator.in-text')}
        <br />
        <code>{spacedSecret(secret)}</code>
      </p>
      <TextField locale={locale} name="code" label={text(locale, 'field.app-code')} hint={text(locale, 'set-up.authenticator.hint')} autocomplete="one-time-code" inputMode="numeric" size={8} error={errors['code']} required />
    </>
  );
}
