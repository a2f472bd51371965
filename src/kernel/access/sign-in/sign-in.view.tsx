import { Alert, Button, ButtonRow, Form, Hidden, LinkButton, PlainPage, TextField } from '../../html/index.ts';
import type { Locale } from '../../i18n/locale.ts';
import { text } from '../messages.ts';
import type { OpenContext } from '../open-page.ts';
import { PasskeyForm } from '../passkey-form.tsx';
import type { Ceremony } from '../passkey.ts';
import { roleName } from '../role-name.ts';
import type { Role } from '../role.ts';
import type { Tenant } from '../tenant.ts';

export interface SignInData {
  authority: string;
  /** There are more authorities here: the way back to the choice is shown. */
  hasOthers: boolean;
  next: string;
  email: string;
  error: string | undefined;
  ceremony: Ceremony | undefined;
  demoAccounts: { id: string; name: string; role: Role }[];
}

export function signInView({ locale, frame }: OpenContext, data: SignInData) {
  const place = (
    <>
      <Hidden name="authority" value={data.authority} />
      <Hidden name="next" value={data.next} />
    </>
  );
  return (
    <PlainPage frame={frame} title={text(locale, 'sign-in.title')} islands={['passkey.js']} below={<Below locale={locale} data={data} />}>
      {data.error && <Alert kind="error">{data.error}</Alert>}
      {data.demoAccounts.length > 0 && <DemoAccounts locale={locale} data={data} />}
      {data.ceremony && <PasskeyForm locale={locale} action={`/sign-in/passkey?lang=${locale}`} use="use" ceremony={data.ceremony} label={text(locale, 'sign-in.passkey')} look="secondary" children={place} />}
      <Form action={`/sign-in?lang=${locale}`}>
        {place}
        <TextField locale={locale} name="email" type="email" label={text(locale, 'field.email')} value={data.email} autocomplete="username" autofocus={data.demoAccounts.length === 0} required />
        <TextField locale={locale} name="password" type="password" label={text(locale, 'field.password')} autocomplete="current-password" required />
        <TextField locale={locale} name="code" label={text(locale, 'field.code')} hint={text(locale, 'sign-in.code.hint')} autocomplete="one-time-code" size={20} required />
        <ButtonRow>
          <Button icon="log-in">{text(locale, 'sign-in.act')}</Button>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}

function DemoAccounts({ locale, data }: { locale: Locale; data: SignInData }) {
  return (
    <Form action="/sign-in/demo" label={text(locale, 'sign-in.demo.title')}>
      <Hidden name="authority" value={data.authority} />
      <Hidden name="next" value={data.next} />
      <h2 class="utrecht-heading-2">{text(locale, 'sign-in.demo.title')}</h2>
      <p>{text(locale, 'sign-in.demo.text')}</p>
      <div class="ww-button-row">
        {data.demoAccounts.map(({ id, role }) => (
          <Button look="secondary" name="account" value={id}>
            {text(locale, 'sign-in.demo.act', { role: roleName(locale, role) })}
          </Button>
        ))}
      </div>
      <h2 class="utrecht-heading-2">{text(locale, 'sign-in.demo.or')}</h2>
    </Form>
  );
}

function Below({ locale, data }: { locale: Locale; data: SignInData }) {
  const other = locale === 'nl' ? 'en' : 'nl';
  const language = new URLSearchParams({ authority: data.authority, lang: other, ...(data.next === '/' ? {} : { next: data.next }) });
  return (
    <>
      <p>
        <a href={`/forgot-password?${new URLSearchParams({ authority: data.authority, lang: locale })}`}>{text(locale, 'sign-in.forgot')}</a>
      </p>
      {data.hasOthers && (
        <p>
          <a href="/sign-in">{text(locale, 'sign-in.other-authority')}</a>
        </p>
      )}
      <p>
        <a href={`/sign-in?${language}`} lang={other} hreflang={other}>
          {text(other, 'sign-in.this-language')}
        </a>
      </p>
    </>
  );
}

export function chooseAuthorityView({ locale, frame }: OpenContext, tenants: Tenant[], next: string | undefined) {
  return (
    <PlainPage frame={frame} title={text(locale, 'sign-in.authority.title')} lead={<p>{text(locale, 'sign-in.authority.lead')}</p>}>
      <ul class="ww-plain-list">
        {tenants.map(({ id, name }) => (
          <li>
            <LinkButton href={`/sign-in?${new URLSearchParams({ authority: id, ...(next ? { next } : {}) })}`}>{name}</LinkButton>
          </li>
        ))}
      </ul>
    </PlainPage>
  );
}

/** Before the first run: whoever looks here must look in the terminal. */
export function notSetUpView({ locale, frame }: OpenContext) {
  return (
    <PlainPage frame={frame} title={text(locale, 'sign-in.not-set-up.title')}>
      <p>{text(locale, 'sign-in.not-set-up.text')}</p>
    </PlainPage>
  );
}
