import type { ComponentChildren } from 'preact';
import type { OpenContext } from '../../kernel/access/open-page.ts';
import type { Ceremony } from '../../kernel/access/passkey.ts';
import { PasskeyForm } from '../../kernel/access/passkey-form.tsx';
import { AuthenticatorFields, PasswordFields } from '../../kernel/access/set-up/password-set-up.tsx';
import { Alert, Button, ButtonRow, CheckboxField, ErrorSummary, Form, Hidden, LinkButton, PlainPage, RadioGroup, TextField } from '../../kernel/html/index.ts';
import type { FormValues } from '../../kernel/http/context.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import { steps, type Step } from './steps.ts';

export interface StepData {
  action: string;
  values: FormValues;
  errors: FieldErrors;
  /** Passkeys work on this platform's public address. */
  passkeys: boolean;
}

const fieldsOf: Record<Step, readonly string[]> = {
  authority: ['name', 'kind', 'nisCode', 'locale'],
  administrator: ['adminName', 'email', 'coordinates', 'way'],
  way: ['secret'],
};

export function authorityView(context: OpenContext, data: StepData) {
  const { locale } = context;
  const { values, errors } = data;
  return (
    <StepPage context={context} step="authority" data={data} lead={text(locale, 'authority.lead')}>
      <StepForm locale={locale} step="authority" data={data}>
        <RadioGroup locale={locale} name="locale" label={text(locale, 'authority.locale')} value={one(values, 'locale') || locale} error={errors['locale']} inline options={[{ value: 'nl', label: text(locale, 'language.nl') }, { value: 'en', label: text(locale, 'language.en') }]} />
        <RadioGroup locale={locale} name="kind" label={text(locale, 'authority.kind')} value={one(values, 'kind')} error={errors['kind']} options={(['municipality', 'welfare-centre', 'partnership'] as const).map((kind) => ({ value: kind, label: text(locale, `kind.${kind}`) }))} required />
        <TextField locale={locale} name="name" label={text(locale, 'authority.name')} hint={text(locale, 'authority.name.hint')} value={one(values, 'name')} error={errors['name']} autocomplete="organization" required />
        <TextField locale={locale} name="nisCode" label={text(locale, 'authority.nis')} hint={text(locale, 'authority.nis.hint')} value={one(values, 'nisCode')} error={errors['nisCode']} inputMode="numeric" maxLength={5} size={8} />
        <Go locale={locale} isFirst />
      </StepForm>
    </StepPage>
  );
}

export function administratorView(context: OpenContext, data: StepData) {
  const { locale } = context;
  const { values, errors } = data;
  const isBack = values['way'] !== undefined;
  return (
    <StepPage context={context} step="administrator" data={data} lead={text(locale, 'administrator.lead')}>
      <StepForm locale={locale} step="administrator" data={data}>
        <TextField locale={locale} name="adminName" label={text(locale, 'administrator.name')} value={one(values, 'adminName')} error={errors['adminName']} autocomplete="name" required />
        <TextField locale={locale} name="email" type="email" label={text(locale, 'administrator.email')} hint={text(locale, 'administrator.email.hint')} value={one(values, 'email')} error={errors['email']} autocomplete="email" required />
        <CheckboxField locale={locale} name="coordinates" label={text(locale, 'administrator.coordinates')} hint={text(locale, 'administrator.coordinates.hint')} checked={isBack ? values['coordinates'] !== undefined : true} />
        <RadioGroup locale={locale} name="way" label={text(locale, 'administrator.way')} value={one(values, 'way') || (data.passkeys ? 'passkey' : 'password')} error={errors['way']} options={ways(locale, data.passkeys)} required />
        <Go locale={locale} />
      </StepForm>
    </StepPage>
  );
}

function ways(locale: Locale, passkeys: boolean) {
  const password = { value: 'password', label: text(locale, 'way.password'), hint: text(locale, 'way.password.hint') };
  return [{ value: 'passkey', label: text(locale, 'way.passkey'), hint: text(locale, passkeys ? 'way.passkey.hint' : 'way.passkey.not-here'), disabled: !passkeys }, password];
}

export function passwordView(context: OpenContext, data: StepData, secret: string) {
  const { locale } = context;
  const { values, errors } = data;
  return (
    <StepPage context={context} step="way" data={data} lead={text(locale, 'way.password.lead')}>
      <StepForm locale={locale} step="way" data={data}>
        <PasswordFields locale={locale} errors={errors} email={one(values, 'email')} />
        <AuthenticatorFields locale={locale} errors={errors} secret={secret} authority={one(values, 'name')} email={one(values, 'email')} />
        <Go locale={locale} isLast />
      </StepForm>
    </StepPage>
  );
}

export function passkeyView(context: OpenContext, data: StepData, ceremony: Ceremony) {
  const { locale } = context;
  return (
    <StepPage context={context} step="way" data={data} lead={text(locale, 'way.passkey.lead')}>
      <PasskeyForm locale={locale} action={data.action} use="make" ceremony={ceremony} label={text(locale, 'way.passkey.act')}>
        <Carried step="way" values={data.values} />
      </PasskeyForm>
      <noscript>
        <Alert kind="warning">{text(locale, 'way.passkey.no-script')}</Alert>
      </noscript>
      <StepForm locale={locale} step="way" data={data}>
        <ButtonRow>
          <Button look="subtle" name="back" value="yes">
            {text(locale, 'go.back')}
          </Button>
        </ButtonRow>
      </StepForm>
    </StepPage>
  );
}

interface StepPageProps {
  context: OpenContext;
  step: Step;
  data: StepData;
  lead: string;
  children: ComponentChildren;
}

function StepPage({ context: { locale, frame }, step, data, lead, children }: StepPageProps) {
  const other = locale === 'nl' ? 'en' : 'nl';
  const below = step === 'authority' && (
    <p>
      <a href={`${data.action}?lang=${other}`} lang={other} hreflang={other}>
        {text(other, 'go.this-language')}
      </a>
    </p>
  );
  return (
    <PlainPage frame={frame} title={text(locale, `step.${step}.title`)} lead={<Lead locale={locale} step={step} lead={lead} />} islands={step === 'way' ? ['passkey.js'] : []} below={below}>
      <ErrorSummary locale={locale} errors={data.errors} labels={labelsOf(locale)} />
      {children}
    </PlainPage>
  );
}

function labelsOf(locale: Locale): Record<string, string> {
  return {
    name: text(locale, 'authority.name'),
    kind: text(locale, 'authority.kind'),
    nisCode: text(locale, 'authority.nis'),
    adminName: text(locale, 'administrator.name'),
    email: text(locale, 'administrator.email'),
  };
}

function Lead({ locale, step, lead }: { locale: Locale; step: Step; lead: string }) {
  return (
    <>
      <p class="ww-steps__words">{text(locale, 'step.words', { step: steps.indexOf(step) + 1, of: steps.length })}</p>
      <p>{lead}</p>
    </>
  );
}

function StepForm({ locale, step, data, children }: { locale: Locale; step: Step; data: StepData; children: ComponentChildren }) {
  return (
    <Form action={`${data.action}?lang=${locale}`}>
      <Carried step={step} values={data.values} />
      {children}
    </Form>
  );
}

/** What was filled in at the other steps goes along, since nothing is kept before the last one. */
function Carried({ step, values }: { step: Step; values: FormValues }) {
  const others = steps.filter((each) => each !== step).flatMap((each) => fieldsOf[each]);
  return (
    <>
      <Hidden name="step" value={step} />
      {others.map((name) => values[name] !== undefined && <Hidden name={name} value={one(values, name)} />)}
    </>
  );
}

function Go({ locale, isFirst, isLast }: { locale: Locale; isFirst?: boolean; isLast?: boolean }) {
  return (
    <ButtonRow>
      <Button>{text(locale, isLast ? 'go.finish' : 'go.on')}</Button>
      {!isFirst && (
        <Button look="subtle" name="back" value="yes" formNoValidate>
          {text(locale, 'go.back')}
        </Button>
      )}
    </ButtonRow>
  );
}

function one(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function usedView({ locale, frame }: OpenContext) {
  return (
    <PlainPage frame={frame} title={text(locale, 'used.title')}>
      <p>{text(locale, 'used.text')}</p>
      <p>
        <LinkButton href="/sign-in" look="primary">
          {text(locale, 'used.sign-in')}
        </LinkButton>
      </p>
    </PlainPage>
  );
}

export function notValidView({ locale, frame }: OpenContext) {
  return (
    <PlainPage frame={frame} title={text(locale, 'not-valid.title')}>
      <p>{text(locale, 'not-valid.text')}</p>
    </PlainPage>
  );
}
