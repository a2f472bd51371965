import type { AgainContext } from '../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../kernel/http/fields.ts';
import { text } from './messages.ts';

const said = ['names-likely', 'not-now', 'changed-meanwhile', 'day-past', 'review-too-soon', 'no-source', 'help-question-not-known', 'expert-not-known', 'urgent-longer', 'answer-needed', 'general-needed'] as const;

/** What is wrong, beside its field or above the form. */
export function helpdeskErrors({ locale, errors, refusal }: AgainContext): FieldErrors {
  const name = said.find((known) => known === refusal?.name);
  return name ? { ...errors, [refusal!.field ?? '']: text(locale, `refusal.${name}`) } : errors;
}
