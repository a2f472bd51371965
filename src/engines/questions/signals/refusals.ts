import type { AgainContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { text as questionText } from '../messages.ts';
import { text } from './messages.ts';

const own = ['names-likely', 'own-signal', 'not-now', 'day-past'] as const;
const ofQuestions = ['outside-the-area', 'barrier-service-not-known', 'barrier-service-to-choose'] as const;

/** What is wrong, beside its field or above the form. */
export function signalErrors({ locale, errors, refusal }: AgainContext): FieldErrors {
  if (!refusal) return errors;
  const { name, field = '' } = refusal;
  if (name === 'changed-meanwhile') return { ...errors, '': text(locale, 'refusal.changed-meanwhile') };
  const mine = own.find((known) => known === name);
  if (mine) return { ...errors, [field]: text(locale, `refusal.${mine}`) };
  const theirs = ofQuestions.find((known) => known === name);
  return theirs ? { ...errors, [field]: questionText(locale, `refusal.${theirs}`) } : errors;
}
