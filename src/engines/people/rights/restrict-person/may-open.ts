import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { Restriction } from '../restriction.store.ts';

/** For so long a restricted file stands open, at most. */
export const openMinutes = 60;

/** Named accounts, and those whose role lets them. */
export function mayOpen({ accountIds }: Restriction, { actor, may }: Pick<ViewContext, 'actor' | 'may'>): boolean {
  return may('people:restricted') || (actor.kind === 'account' && accountIds.includes(actor.id));
}
