import { Alert, Button, ButtonRow, CheckboxGroup, ErrorSummary, FieldRow, Form, Hidden, LinkButton, Panel, RadioGroup, SelectField, TextField } from '../../../../kernel/html/index.ts';
import type { FormValues, ViewContext } from '../../../../kernel/http/context.ts';
import { consentShares, consentWays, legalBases, purposes } from '../consent.ts';
import { text } from '../messages.ts';
import { PersonPage } from '../person-page.tsx';
import type { ConsentForm } from './give-consent.ts';

export function giveConsentView({ person, renewed, recipients, values, errors }: ConsentForm, context: ViewContext) {
  const { locale, key } = context;
  const title = text(locale, renewed ? 'consent.renew.title' : 'consent.give');
  const back = `/people/${person.id}/consents`;
  const labels = Object.fromEntries((['recipient', 'purpose', 'basis', 'way', 'shares', 'from', 'until'] as const).map((name) => [name, text(locale, `consent.${name}`)]));
  return (
    <PersonPage person={person} part="consents" title={title} below={{ href: back, label: text(locale, 'consent.title') }} context={context}>
      <ErrorSummary locale={locale} errors={errors} labels={labels} />
      {renewed && <Alert>{text(locale, 'consent.renew.about')}</Alert>}
      <Form action={back} once={key} label={title}>
        {renewed && <Hidden name="renews" value={renewed.id} />}
        <Panel>
          {renewed ? (
            <Hidden name="recipient" value={renewed.recipientName} />
          ) : (
            <TextField locale={locale} name="recipient" label={labels['recipient']!} hint={text(locale, 'consent.recipient.hint')} value={valueOf(values, 'recipient')} error={errors['recipient']} list="recipients" size={32} autofocus />
          )}
          {renewed && (
            <p>
              {labels['recipient']}: <strong>{renewed.recipientName}</strong>
            </p>
          )}
          <SelectField locale={locale} name="purpose" label={labels['purpose']!} value={valueOf(values, 'purpose')} error={errors['purpose']} placeholder="" options={purposes.map((value) => ({ value, label: text(locale, `purpose.${value}`) }))} />
          <CheckboxGroup locale={locale} name="shares" label={labels['shares']!} values={[values['shares'] ?? []].flat()} error={errors['shares']} inline options={consentShares.map((value) => ({ value, label: text(locale, `share.${value}`) }))} />
          <RadioGroup locale={locale} name="basis" label={labels['basis']!} value={valueOf(values, 'basis')} error={errors['basis']} inline options={legalBases.map((value) => ({ value, label: text(locale, `basis.${value}`) }))} />
          <RadioGroup locale={locale} name="way" label={labels['way']!} hint={text(locale, 'consent.way.hint')} value={valueOf(values, 'way')} error={errors['way']} inline options={consentWays.map((value) => ({ value, label: text(locale, `way.${value}`) }))} />
          <FieldRow>
            <TextField locale={locale} name="from" type="date" label={labels['from']!} value={valueOf(values, 'from')} error={errors['from']} size={12} />
            <TextField locale={locale} name="until" type="date" label={labels['until']!} hint={text(locale, 'consent.until.hint')} value={valueOf(values, 'until')} error={errors['until']} size={12} optional />
          </FieldRow>
          <datalist id="recipients">
            {recipients.map(({ name }) => (
              <option value={name} />
            ))}
          </datalist>
        </Panel>
        <ButtonRow>
          <Button icon="check">{title}</Button>
          <LinkButton look="subtle" href={back}>
            {text(locale, 'cancel')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </PersonPage>
  );
}

function valueOf(values: FormValues, name: string): string {
  return [values[name] ?? ''].flat()[0] ?? '';
}
