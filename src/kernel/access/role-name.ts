import type { Locale } from '../i18n/locale.ts';
import { text } from './messages.ts';
import type { Role } from './role.ts';

/** What a role is called in the interface. */
export function roleName(locale: Locale, role: string): string {
  return text(locale, `role.${role as Role}`);
}
