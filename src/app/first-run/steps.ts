import { z } from 'zod';
import { tenantKinds } from '../../kernel/access/tenant.ts';
import type { FormValues } from '../../kernel/http/context.ts';
import { field, fieldErrors, type FieldErrors } from '../../kernel/http/fields.ts';
import { staffLocales, type StaffLocale } from '../../kernel/i18n/locale.ts';
import { isNisCode } from '../../kernel/access/nis-code.ts';
import { text } from './messages.ts';

export const steps = ['authority', 'administrator', 'way'] as const;
export type Step = (typeof steps)[number];

const authority = z.object({
  name: field.text(120),
  kind: field.choice(tenantKinds),
  nisCode: field.optionalText(5),
  locale: field.choice(staffLocales),
});

const administrator = z.object({
  adminName: field.text(120),
  email: field.email(),
  coordinates: field.flag(),
  way: field.choice(['passkey', 'password']),
});

export type Authority = z.output<typeof authority>;
export type Administrator = z.output<typeof administrator>;

/** What was filled in at each step so far; the first step that is not right is where the form goes back to. */
export type Filled = { step: Step; errors: FieldErrors } | { authority: Authority; administrator: Administrator };

export function readSteps(values: FormValues, locale: StaffLocale, upTo: Step): Filled | { authority: Authority } {
  const first = authority.safeParse(values);
  const errors = first.success ? nisErrors(first.data, locale) : fieldErrors(locale, first.error.issues);
  if (!first.success || Object.keys(errors).length > 0) return { step: 'authority', errors };
  if (upTo === 'authority') return { authority: first.data };
  const second = administrator.safeParse(values);
  if (!second.success) return { step: 'administrator', errors: fieldErrors(locale, second.error.issues) };
  return { authority: first.data, administrator: second.data };
}

/** A municipality and its welfare centre share a NIS code; a partnership has none, or that of its seat. */
function nisErrors({ kind, nisCode: code }: Authority, locale: StaffLocale): FieldErrors {
  if (code === undefined) return kind === 'partnership' ? {} : { nisCode: text(locale, 'nis.required') };
  return isNisCode(code) ? {} : { nisCode: text(locale, 'nis.not-valid') };
}
