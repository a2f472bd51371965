import { Button, ButtonRow, Columns, ErrorSummary, Form, Panel, RadioGroup, SummaryList, TextArea, TextField } from '../../../kernel/html/index.ts';
import { tenantKinds } from '../../../kernel/access/tenant.ts';
import type { FormValues, ViewContext } from '../../../kernel/http/context.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';
import { valuesOf } from './authority-values.ts';

export interface AuthorityData {
  values: FormValues;
  errors: Record<string, string>;
  isConflict?: boolean;
}

export function changeAuthorityView(context: ViewContext, data: AuthorityData) {
  const { locale } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'authority.title')} lead={<p>{text(locale, 'authority.about')}</p>}>
      {data.isConflict ? <Columns main={<AuthorityForm context={context} data={data} />} side={<Now context={context} />} /> : <AuthorityForm context={context} data={data} />}
    </SettingsPage>
  );
}

function AuthorityForm({ context: { locale, key, tenant }, data: { values, errors } }: { context: ViewContext; data: AuthorityData }) {
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  return (
    <>
      <ErrorSummary locale={locale} errors={errors} labels={labelsOf(locale)} />
      <Form action="/settings/authority" once={key} version={tenant.version}>
        <TextField locale={locale} name="name" label={text(locale, 'authority.name')} value={one('name')} error={errors['name']} maxLength={120} required />
        <RadioGroup locale={locale} name="kind" label={text(locale, 'authority.kind')} value={one('kind')} error={errors['kind']} options={tenantKinds.map((kind) => ({ value: kind, label: text(locale, `kind.${kind}`) }))} />
        <TextField locale={locale} name="nisCode" label={text(locale, 'authority.nis')} hint={text(locale, 'authority.nis.hint')} value={one('nisCode')} error={errors['nisCode']} inputMode="numeric" maxLength={5} size={8} />
        <RadioGroup locale={locale} name="locale" label={text(locale, 'authority.locale')} value={one('locale')} error={errors['locale']} inline options={[{ value: 'nl', label: text(locale, 'language.nl') }, { value: 'en', label: text(locale, 'language.en') }]} />
        <TextArea locale={locale} name="address" label={text(locale, 'authority.address')} hint={text(locale, 'authority.address.hint')} value={one('address')} error={errors['address']} rows={3} optional />
        <TextField locale={locale} name="telephone" type="tel" label={text(locale, 'authority.telephone')} value={one('telephone')} error={errors['telephone']} size={20} optional />
        <TextField locale={locale} name="email" type="email" label={text(locale, 'authority.email')} hint={text(locale, 'authority.email.hint')} value={one('email')} error={errors['email']} optional />
        <TextField locale={locale} name="accent" label={text(locale, 'authority.accent')} hint={text(locale, 'authority.accent.hint')} value={one('accent')} error={errors['accent']} maxLength={7} size={8} optional />
        <ButtonRow>
          <Button icon="save">{text(locale, 'authority.save')}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

function Now({ context: { locale, tenant } }: { context: ViewContext }) {
  const now = valuesOf(tenant);
  return (
    <Panel title={text(locale, 'accounts.now')} tone="waiting">
      <SummaryList locale={locale} rows={Object.entries(labelsOf(locale)).map(([name, label]) => ({ label, value: now[name] || undefined }))} />
    </Panel>
  );
}

function labelsOf(locale: Locale): Record<string, string> {
  return {
    name: text(locale, 'authority.name'),
    nisCode: text(locale, 'authority.nis'),
    address: text(locale, 'authority.address'),
    telephone: text(locale, 'authority.telephone'),
    email: text(locale, 'authority.email'),
    accent: text(locale, 'authority.accent'),
  };
}
