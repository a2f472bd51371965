import { isId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

/** Where a page of the list ends or begins: the place of one row in the order of the list. */
export interface Cursor {
  /** The code that the list is sorted by; absent when it is sorted by moment alone. */
  group?: string;
  askedAt: Temporal.Instant;
  id: string;
}

/** As it stands in an address; the moment in ISO 8601, UTC. */
export function writeCursor({ group, askedAt, id }: Omit<Cursor, 'askedAt'> & { askedAt: string }): string {
  return [askedAt, id, ...(group === undefined ? [] : [group])].join('_');
}

/** Undefined for anything that cannot be one. */
export function readCursor(written: string | undefined): Cursor | undefined {
  const [moment = '', id, ...group] = written?.split('_') ?? [];
  if (!isId(id) || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(moment) || group.length > 1) return undefined;
  try {
    return { askedAt: Temporal.Instant.from(moment), id, ...(group.length === 1 ? { group: group[0]! } : {}) };
  } catch {
    return undefined;
  }
}
