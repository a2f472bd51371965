import type { Engine } from '../kernel/engine.ts';

/** The engines' declarations, in the order of the list in /engines.ts. */
export const engineParts: Engine[] = [];
