import type { Role } from '../kernel/access/role.ts';
import type { Locale } from '../kernel/i18n/locale.ts';
import { text } from './messages.ts';

/** What a role is called in the interface. */
export function roleName(locale: Locale, role: string): string {
  return text(locale, `role.${role as Role}`);
}
