import { CheckboxGroup, DescriptionDetails, RadioGroup, SelectField, TextArea, TextField } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { spokenLanguageOptions } from '../../kernel/i18n/spoken-languages.ts';
import { text } from './messages.ts';
import { notAcceptingReasons, type Municipality, type Organisation } from './service.ts';
import type { FilledService } from './service-fields.ts';
import { themeIcon, themeLabel, themes } from './themes.ts';

interface ServiceFormProps {
  locale: Locale;
  filled: FilledService;
  errors: FieldErrors;
  organisations: readonly Organisation[];
  area: readonly Municipality[];
  /** A new one also says where it is and when it is open. */
  isNew?: boolean;
}

/** The fields of a service, from what people look for to what they need once there. */
export function ServiceFormFields({ locale, filled, errors, organisations, area, isNew }: ServiceFormProps) {
  return (
    <>
      <OrganisationFields locale={locale} filled={filled} errors={errors} organisations={organisations} />
      <TextField locale={locale} name="name" label={text(locale, 'service.name')} hint={text(locale, 'service.name.hint')} value={filled.name} error={errors['name']} maxLength={200} required />
      <TextArea locale={locale} name="does" label={text(locale, 'service.does')} hint={text(locale, 'service.does.hint')} value={filled.does} error={errors['does']} rows={3} maxLength={1500} required />
      <CheckboxGroup locale={locale} name="themes" label={text(locale, 'service.themes')} values={filled.themes} error={errors['themes']} tiles options={themes.map((code) => ({ value: code, label: themeLabel(locale, code), icon: themeIcon(code) }))} />
      <RadioGroup
        locale={locale}
        name="notAccepting"
        label={text(locale, 'service.accepting')}
        value={filled.notAccepting ?? ''}
        error={errors['notAccepting']}
        options={[{ value: '', label: text(locale, 'accepting.yes') }, ...notAcceptingReasons.map((code) => ({ value: code, label: text(locale, `not-accepting.${code}`) }))]}
      />
      <TextField locale={locale} name="email" type="email" label={text(locale, 'service.email')} hint={text(locale, 'service.email.hint')} value={filled.email} error={errors['email']} optional />
      <TextField locale={locale} name="phone" type="tel" label={text(locale, 'service.phone')} value={filled.phone} error={errors['phone']} size={20} optional />
      <TextField locale={locale} name="website" inputMode="url" label={text(locale, 'service.website')} value={filled.website} error={errors['website']} optional />
      {isNew && <TextArea locale={locale} name="address" label={text(locale, 'service.address')} value={filled.address} error={errors['address']} rows={2} maxLength={300} optional />}
      {isNew && <TextArea locale={locale} name="openingHours" label={text(locale, 'service.opening-hours')} hint={text(locale, 'service.opening-hours.hint')} value={filled.openingHours} error={errors['openingHours']} rows={3} maxLength={500} optional />}
      <DescriptionDetails summary={text(locale, 'service.languages')} open={filled.languages.length > 0 || Boolean(errors['languages'])}>
        <CheckboxGroup locale={locale} name="languages" label={text(locale, 'service.languages')} hint={text(locale, 'service.languages.hint')} values={filled.languages} error={errors['languages']} tiles options={spokenLanguageOptions(locale, filled.languages)} />
      </DescriptionDetails>
      {area.length > 1 && (
        <CheckboxGroup
          locale={locale}
          name="municipalities"
          label={text(locale, 'service.municipalities')}
          hint={text(locale, 'service.municipalities.hint')}
          values={filled.municipalities}
          error={errors['municipalities']}
          inline
          options={area.map(({ nis, name }) => ({ value: nis, label: name }))}
        />
      )}
    </>
  );
}

function OrganisationFields({ locale, filled, errors, organisations }: Omit<ServiceFormProps, 'area'>) {
  if (organisations.length === 0) {
    return <TextField locale={locale} name="newOrganisation" id="organisation" label={text(locale, 'service.organisation')} value={filled.newOrganisation} error={errors['organisation'] ?? errors['newOrganisation']} required />;
  }
  return (
    <>
      <SelectField
        locale={locale}
        name="organisation"
        label={text(locale, 'service.organisation')}
        placeholder={text(locale, 'service.organisation.choose')}
        value={filled.organisation}
        error={errors['organisation']}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField locale={locale} name="newOrganisation" label={text(locale, 'service.new-organisation')} value={filled.newOrganisation} error={errors['newOrganisation']} optional />
    </>
  );
}
