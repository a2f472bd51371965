import { TextField } from '../../kernel/html/index.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import type { Locale } from '../../kernel/i18n/locale.ts';
import { text } from './messages.ts';
import type { FilledOrganisation } from './organisation-fields.ts';

export function OrganisationFormFields({ locale, filled, errors }: { locale: Locale; filled: FilledOrganisation; errors: FieldErrors }) {
  return (
    <>
      <TextField locale={locale} name="name" label={text(locale, 'organisation.name')} value={filled.name} error={errors['name']} maxLength={200} required />
      <TextField locale={locale} name="phone" type="tel" label={text(locale, 'service.phone')} value={filled.phone} error={errors['phone']} size={20} optional />
      <TextField locale={locale} name="email" type="email" label={text(locale, 'organisation.email')} value={filled.email} error={errors['email']} optional />
      <TextField locale={locale} name="website" inputMode="url" label={text(locale, 'service.website')} value={filled.website} error={errors['website']} optional />
    </>
  );
}
