import type { HouseholdRole } from '../household.ts';

/** Of those who come, to the reference person of those who are there. */
export const incomingRoles = ['partner', 'child', 'parent', 'sibling', 'other'] as const satisfies readonly HouseholdRole[];
