import type { AgainContext } from '../../kernel/http/context.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import { text } from './messages.ts';

const fields = {
  'organisation-missing': 'organisation',
  'organisation-not-known': 'organisation',
  'organisation-exists': 'name',
  'not-a-phone-number': 'phone',
  'not-a-web-address': 'website',
  'nis-code-not-known': 'nis',
  'outside-the-area': 'municipalities',
} as const;

/** What is wrong, beside the field that it is about. */
export function refusalErrors({ locale, errors, refusal }: AgainContext): FieldErrors {
  const name = refusal?.name as keyof typeof fields | undefined;
  return name && name in fields ? { ...errors, [fields[name]]: text(locale, `refusal.${name}`) } : errors;
}
