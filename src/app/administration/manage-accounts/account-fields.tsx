import { CheckboxGroup, TextField } from '../../../kernel/html/index.ts';
import { roleName } from '../../../kernel/access/role-name.ts';
import { roles } from '../../../kernel/access/role.ts';
import type { FormValues } from '../../../kernel/http/context.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';

export interface AccountFieldsProps {
  locale: Locale;
  values: FormValues;
  errors: Record<string, string>;
}

/** What an error summary calls each field. */
export function accountLabels(locale: Locale): Record<string, string> {
  return { name: text(locale, 'accounts.name'), email: text(locale, 'accounts.email'), roles: text(locale, 'accounts.roles') };
}

/** Name, address and roles: the same for a new account and for one that is changed. */
export function AccountFields({ locale, values, errors }: AccountFieldsProps) {
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const chosen = values['roles'];
  return (
    <>
      <TextField locale={locale} name="name" label={text(locale, 'accounts.name')} value={one('name')} error={errors['name']} maxLength={120} required />
      <TextField locale={locale} name="email" type="email" label={text(locale, 'accounts.email')} hint={text(locale, 'accounts.email.hint')} value={one('email')} error={errors['email']} required />
      <CheckboxGroup locale={locale} name="roles" label={text(locale, 'accounts.roles')} hint={text(locale, 'accounts.roles.hint')} values={Array.isArray(chosen) ? chosen : chosen ? [chosen] : []} error={errors['roles']} options={roles.map((role) => ({ value: role, label: roleName(locale, role), hint: text(locale, `role-about.${role}`) }))} />
    </>
  );
}
