import type { AgainContext } from '../../../kernel/http/context.ts';
import { text } from '../messages.ts';

/** What is wrong with each field of the form, or with what was asked. */
export function accountFaults({ errors, refusal, locale }: Pick<AgainContext, 'errors' | 'refusal' | 'locale'>): Record<string, string> {
  if (!refusal) return errors;
  switch (refusal.name) {
    case 'no-role':
      return { roles: text(locale, 'fault.no-role') };
    case 'address-in-use':
      return { email: text(locale, 'fault.address-in-use') };
    case 'last-administrator':
      return { roles: text(locale, 'fault.last-administrator') };
    default:
      return { '': text(locale, 'fault.changed-meanwhile') };
  }
}
