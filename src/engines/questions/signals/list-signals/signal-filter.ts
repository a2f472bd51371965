import { z } from 'zod';
import { field } from '../../../../kernel/http/fields.ts';
import { themes } from '../../../directory/index.ts';
import { nisCode } from '../../list-questions/question-filter.ts';
import { barrierReasons } from '../../note-barriers/barrier.ts';
import { signalSorts, type SignalFilter, type SignalSort } from '../signal.store.ts';
import { signalStates } from '../signal.ts';

export const filterShape = {
  state: field.optionalChoice(signalStates),
  theme: field.optionalChoice(themes),
  reason: field.optionalChoice(barrierReasons),
  municipality: nisCode(),
  mine: field.flag(),
  back: field.flag(),
  sort: field.optionalChoice(signalSorts),
};

export type ListInput = z.output<z.ZodObject<typeof filterShape>>;

export function asFilter({ state, theme, reason, municipality, mine, back }: ListInput, inside: SignalFilter['inside']): SignalFilter {
  return { inside, mine, back, ...(state ? { states: [state] } : {}), ...(theme ? { theme } : {}), ...(reason ? { reason } : {}), ...(municipality ? { municipality } : {}) };
}

/** The address of the list with these filters; what is not set is left out. */
export function listAddress(input: Partial<ListInput>, path = '/signals'): string {
  const query = new URLSearchParams();
  const { state, theme, reason, municipality, mine, back, sort } = input;
  for (const [name, value] of Object.entries({ state, theme, reason, municipality, mine: mine ? 'yes' : undefined, back: back ? 'yes' : undefined, sort: sort === 'waiting' ? undefined : (sort satisfies SignalSort | undefined) })) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}

export function isFiltered({ state, theme, reason, municipality, mine, back }: ListInput): boolean {
  return [state, theme, reason, municipality].some((value) => value !== undefined) || mine || back;
}
