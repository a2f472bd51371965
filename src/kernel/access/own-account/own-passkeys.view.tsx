import { Alert, ErrorSummary, LinkButton, TextField, WorkPage } from '../../html/index.ts';
import type { ViewContext } from '../../http/context.ts';
import { text } from '../messages.ts';
import { PasskeyForm } from '../passkey-form.tsx';
import type { Ceremony } from '../passkey.ts';

export interface AddPasskeyData {
  ceremony: Ceremony;
  name: string;
  errors: Record<string, string>;
}

export function addPasskeyView({ locale, frame }: ViewContext, { ceremony, name, errors }: AddPasskeyData) {
  return (
    <WorkPage frame={frame()} title={text(locale, 'own.passkey.add')} crumbs={[{ href: '/account', label: text(locale, 'own.title') }]} lead={<p>{text(locale, 'passkey.about')}</p>} islands={['passkey.js']}>
      <ErrorSummary locale={locale} errors={errors} />
      <PasskeyForm locale={locale} action="/account/passkeys/new" use="make" ceremony={ceremony} label={text(locale, 'passkey.make')}>
        <TextField locale={locale} name="name" label={text(locale, 'own.passkey.name')} hint={text(locale, 'own.passkey.name.hint')} value={name} error={errors['name']} maxLength={60} size={32} required />
      </PasskeyForm>
      <noscript>
        <Alert kind="warning">{text(locale, 'passkey.no-script')}</Alert>
      </noscript>
      <p>
        <LinkButton look="subtle" href="/account">
          {text(locale, 'go.back')}
        </LinkButton>
      </p>
    </WorkPage>
  );
}
