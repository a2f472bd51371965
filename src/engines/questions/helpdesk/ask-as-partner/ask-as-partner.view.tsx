import { Alert, Button, ButtonRow, ErrorSummary, Form, Hidden, PlainPage, RadioGroup, SelectField, TextArea, TextField } from '../../../../kernel/html/index.ts';
import type { OpenContext } from '../../../../kernel/access/open-page.ts';
import type { FormValues } from '../../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../../kernel/http/fields.ts';
import { NamesWarning } from '../../signals/names-warning.tsx';
import { expertThemes, urgencies, type ExpertTerm } from '../expert.ts';
import { themeName, typed } from '../helpdesk-parts.tsx';
import { text } from '../messages.ts';

interface PartnerForm {
  authority: string;
  values: FormValues;
  errors: FieldErrors;
  names: readonly string[];
  term: ExpertTerm;
}

export function askAsPartnerView({ locale, frame }: OpenContext, { authority, values, errors, names, term }: PartnerForm) {
  return (
    <PlainPage frame={frame} title={text(locale, 'partner.title')} lead={<p>{text(locale, 'partner.lead')}</p>}>
      <ErrorSummary locale={locale} errors={errors} />
      <Form action={`/ask-legal?lang=${locale}`}>
        <Hidden name="authority" value={authority} />
        <Alert kind="warning">{text(locale, 'ask.no-names')}</Alert>
        <TextArea locale={locale} name="ask" label={text(locale, 'field.ask')} value={typed(values, 'ask')} error={errors['ask']} rows={6} maxLength={4000} required />
        {errors['ask'] !== undefined && names.length > 0 && <NamesWarning names={names} locale={locale} />}
        <SelectField locale={locale} name="theme" label={text(locale, 'field.theme')} value={typed(values, 'theme')} error={errors['theme']} placeholder={text(locale, 'field.choose')} options={expertThemes.map((value) => ({ value, label: themeName(locale, value) }))} required />
        <RadioGroup
          locale={locale}
          name="urgency"
          label={text(locale, 'field.urgency')}
          value={typed(values, 'urgency') ?? 'normal'}
          error={errors['urgency']}
          options={urgencies.map((value) => ({ value, label: text(locale, `urgency.${value}`, { count: value === 'urgent' ? term.urgentDays : term.normalDays }) }))}
        />
        <TextField locale={locale} name="partnerName" label={text(locale, 'partner.organisation')} hint={text(locale, 'partner.organisation.hint')} value={typed(values, 'partnerName')} error={errors['partnerName']} maxLength={120} autocomplete="organization" required />
        <TextField locale={locale} name="email" type="email" label={text(locale, 'partner.email')} hint={text(locale, 'partner.email.hint')} value={typed(values, 'email')} error={errors['email']} autocomplete="email" required />
        <ButtonRow>
          <Button icon="mail">{text(locale, 'partner.send')}</Button>
        </ButtonRow>
      </Form>
    </PlainPage>
  );
}

export function askedAsPartnerView({ locale, frame }: OpenContext) {
  return (
    <PlainPage frame={frame} title={text(locale, 'partner.asked.title')}>
      <p>{text(locale, 'partner.asked.what')}</p>
      <p>{text(locale, 'partner.asked.nothing')}</p>
    </PlainPage>
  );
}
