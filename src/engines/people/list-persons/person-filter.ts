import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export const sorts = ['name', 'arrival'] as const;
/** By name from A to Z, or by arrival with the newest first. */
export type Sort = (typeof sorts)[number];

const code = (shape: RegExp) => field.optionalText(40).pipe(z.string().regex(shape, 'not-known').optional());

/** The filters of the list as they stand in its address; the same for the page, the API and the export. */
export const filterShape = {
  q: field.optionalText(100),
  language: code(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  nationality: code(/^[A-Z]{2}$/),
  municipality: field.optionalText(100),
  arrivedFrom: field.optionalDay(),
  arrivedTo: field.optionalDay(),
  registeredFrom: field.optionalDay(),
  interpreter: field.flag(),
  level: code(/^[a-z]{2,3}-(?:listening|speaking|reading|writing)-(?:A1|A2|B1|B2|C1|C2|mother)$/),
};

export interface PersonFilter {
  /** A name, in any script, spelling or order of words. */
  q?: string | undefined;
  /** Contact language. */
  language?: string | undefined;
  nationality?: string | undefined;
  /** NIS code, or the name where no code is known. */
  municipality?: string | undefined;
  arrivedFrom?: Temporal.PlainDate | undefined;
  arrivedTo?: Temporal.PlainDate | undefined;
  registeredFrom?: Temporal.PlainDate | undefined;
  /** Only who needs an interpreter. */
  interpreter?: boolean;
  /** At least that level of that skill in that language: 'nl-speaking-A2'. */
  level?: string | undefined;
}

/** The filter as it stands in an address; what is off is left out. */
export function filterParameters(filter: PersonFilter): Record<string, string> {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(set.map(([name, value]) => [name, value === true ? 'yes' : String(value)]));
}

/** The address of the list, or of its export, with this filter and order. */
export function listAddress(filter: PersonFilter, sort: Sort, more: Record<string, string> = {}, path = '/people'): string {
  const query = new URLSearchParams({ ...filterParameters(filter), ...(sort === 'name' ? {} : { sort }), ...more }).toString();
  return query ? `${path}?${query}` : path;
}

export function hasFilter(filter: PersonFilter): boolean {
  return Object.keys(filterParameters(filter)).length > 0;
}
