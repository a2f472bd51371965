import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../kernel/access/actor.ts';
import type { Role } from '../../kernel/access/role.ts';
import type { CaseFile } from './case.ts';

/**
 * Whose cases someone may deal with. One rule in two readings: `isWithinReach` for a row, `withinReach` for a list.
 * A guide deals with the cases that were given to the guide; who also works at the desk or coordinates deals with all.
 */
export type Reach = { kind: 'all' } | { kind: 'guide'; id: string } | { kind: 'none' };

/** Who deals with all cases. */
export const wideRoles: readonly Role[] = ['front-desk', 'social-worker', 'coordinator'];

export function reachOf(actor: Actor): Reach {
  // A program has no cases of its own: its scopes say what it may do, for the whole authority.
  if (actor.kind === 'token') return { kind: 'all' };
  if (actor.kind === 'link') return { kind: 'none' };
  return actor.roles.some((role) => wideRoles.includes(role)) ? { kind: 'all' } : { kind: 'guide', id: actor.id };
}

export function isWithinReach(reach: Reach, file: Pick<CaseFile, 'guideId'>): boolean {
  return reach.kind === 'all' || (reach.kind === 'guide' && file.guideId === reach.id);
}

/** Over `file`, a row of cases.case_file. */
export function withinReach(reach: Reach): RawBuilder<SqlBool> {
  if (reach.kind === 'all') return sql<SqlBool>`true`;
  return reach.kind === 'guide' ? sql<SqlBool>`file.guide_id = ${reach.id}` : sql<SqlBool>`false`;
}
