import type { HouseholdRole } from '../household.ts';

export interface Placed {
  personId: string;
  role: HouseholdRole;
}

/** Who stands first in a household of its own: the reference person of before, or else whoever stood nearest. */
const nearness: readonly HouseholdRole[] = ['reference', 'partner', 'parent', 'sibling', 'other', 'child'];

/**
 * The roles of those who leave together, the new reference person first. A child of the old reference person or of the partner stays a
 * child of whichever of the two goes along; among children who leave alone the others are brothers and sisters; of anything else it is
 * not known what they are to each other.
 */
export function rolesApart(leaving: readonly Placed[]): Placed[] {
  const [first, ...others] = leaving.toSorted((a, b) => nearness.indexOf(a.role) - nearness.indexOf(b.role));
  if (!first) return [];
  return [{ ...first, role: 'reference' }, ...others.map(({ personId, role }) => ({ personId, role: towards(first.role, role) }))];
}

function towards(first: HouseholdRole, role: HouseholdRole): HouseholdRole {
  if (first === 'reference') return role;
  if (role === 'child') return first === 'child' ? 'sibling' : first === 'partner' ? 'child' : 'other';
  return 'other';
}
