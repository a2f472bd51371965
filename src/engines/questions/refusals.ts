import type { AgainContext } from '../../kernel/http/context.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import { text } from './messages.ts';

const fields = {
  'place-not-known': 'place',
  'person-not-known': 'personName',
  'outside-the-area': 'municipality',
  'asked-in-the-future': 'askedOn',
  'theme-not-used': 'theme',
  'sub-theme-elsewhere': 'subTheme',
  'service-not-known': 'serviceName',
  'service-to-choose': 'serviceName',
  'code-beside-name': 'code',
  'two-codes': 'code',
  'not-a-code': 'code',
  'code-not-known': 'code',
  'code-to-make-again': 'code',
  'contact-not-known': '',
  'nothing-recorded': '',
  'visitor-not-known': '',
  'too-many-questions': 'moreTheme',
  'visit-without-going': 'handling',
  'visited-in-the-future': 'visitedOn',
  'barrier-to-choose': 'barriers',
  'barrier-service-not-known': 'barrierServiceName',
  'barrier-service-to-choose': 'barrierServiceName',
} as const;

/** What is wrong beside which field. A name that is still to be chosen is no error: the form goes on with the names found. */
export function refusalErrors({ locale, errors, refusal }: AgainContext): { errors: FieldErrors; isChoosing: boolean } {
  if (!refusal) return { errors, isChoosing: false };
  if (refusal.name === 'person-to-choose') return { errors, isChoosing: true };
  const name = refusal.name as keyof typeof fields;
  return { errors: name in fields ? { ...errors, [fields[name]]: text(locale, `refusal.${name}`) } : errors, isChoosing: false };
}
