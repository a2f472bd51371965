import type { StaffLocale } from '../i18n/locale.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Grants, Permission, Role } from './role.ts';

export type Actor =
  | { kind: 'account'; id: string; name: string; email: string; roles: readonly Role[]; locale: StaffLocale; session?: CurrentSession }
  /** Another program, with the permissions that its token names. */
  | { kind: 'token'; id: string; name: string; scopes: readonly Permission[] }
  /** Someone without an account who holds a link. */
  | { kind: 'link'; id: string; purpose: string; subject: { type: string; id: string } };

/** The session by which an account is here now. */
export interface CurrentSession {
  id: string;
  madeAt: Temporal.Instant;
  /** In use, and not renewed for a while. */
  isDue: boolean;
}

/** As what the actor may do this: the role that grants it, 'token' or 'link'; undefined when not at all. */
export function grantedAs(actor: Actor, permission: Permission, grants: Grants): string | undefined {
  if (actor.kind === 'token') return actor.scopes.includes(permission) ? 'token' : undefined;
  if (actor.kind === 'link') return undefined;
  return actor.roles.find((role) => grants[permission]?.includes(role));
}
