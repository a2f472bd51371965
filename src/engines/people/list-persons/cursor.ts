import { isId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { PersonSummary } from '../person.ts';

/** The place of one row in the order of the list. */
export interface Cursor {
  sortName: string;
  id: string;
  /** Null when the day of arrival is not known: such rows come last in the order by arrival. */
  arrivedOn: Temporal.PlainDate | null;
}

export type Listed = PersonSummary & { sortName: string };

/** As it stands in an address: opaque, since it holds a name. */
export function writeCursor({ sortName, id, arrivedOn }: Cursor): string {
  return Buffer.from(JSON.stringify([id, arrivedOn?.toString() ?? null, sortName])).toString('base64url');
}

/** Undefined for anything that cannot be one. */
export function readCursor(written: string | undefined): Cursor | undefined {
  if (!written) return undefined;
  try {
    const [id, day, sortName] = JSON.parse(Buffer.from(written, 'base64url').toString('utf8')) as unknown[];
    if (!isId(id) || typeof sortName !== 'string' || (day !== null && typeof day !== 'string')) return undefined;
    return { id, sortName, arrivedOn: day === null ? null : Temporal.PlainDate.from(day) };
  } catch {
    return undefined;
  }
}
