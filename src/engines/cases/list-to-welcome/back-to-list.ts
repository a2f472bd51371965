import { field } from '../../../kernel/http/fields.ts';

/** The list's address with its filters, as a form on it sends it along. */
export const backField = field.optionalText(400);

/** Where to go back to: the list as it was, and nowhere else. */
export function backToList(back: string | string[] | undefined): string {
  return typeof back === 'string' && /^\/welcome(\?|$)/.test(back) ? back : '/welcome';
}
