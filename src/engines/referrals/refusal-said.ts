import type { AgainContext } from '../../kernel/http/context.ts';
import type { FieldErrors } from '../../kernel/http/fields.ts';
import { text } from './messages.ts';
import type { ReferralState } from './referral.ts';

const said = [
  'service-has-no-mail',
  'consent-needed',
  'service-not-known',
  'consent-in-future',
  'consent-ends-before',
  'question-is-anonymous',
  'no-consent',
  'expired',
  'too-often',
  'reason-needed',
  'appointment-needs-day',
  'appointment-needs-time',
  'appointment-needs-place',
  'appointment-in-past',
  'slot-gone',
  'inbox-closed',
] as const;

/** A refusal as one plain sentence, beside its field or above the form; what depends on where the referral stands says where that is. */
export function refusalSaid({ refusal, locale }: Pick<AgainContext, 'refusal' | 'locale'>, state?: ReferralState): FieldErrors {
  if (!refusal) return {};
  const { name, field = '' } = refusal;
  if ((name === 'not-now' || name === 'changed-meanwhile') && state) return { '': text(locale, `refusal.${name}`, { state: text(locale, `state.${state}`) }) };
  const known = said.find((one) => one === name);
  return known ? { [field]: text(locale, `refusal.${known}`) } : {};
}
