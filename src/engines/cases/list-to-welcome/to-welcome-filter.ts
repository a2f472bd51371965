import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { isId } from '../../../kernel/id.ts';

/** The lists that a coordinator works from. 'running' is all that is not closed. */
export const standings = ['running', 'overdue', 'soon', 'to-plan', 'other-moment', 'planned', 'welcomed', 'withdrawn'] as const;
export type StandingFilter = (typeof standings)[number];

export const filterShape = {
  state: field.optionalChoice(standings),
  /** A contact language, BCP 47. */
  language: field.optionalText(35),
  /** The id of a guide's account, or 'none'. */
  guide: z.preprocess((value) => (value === '' ? undefined : value), z.string().refine((value) => value === 'none' || isId(value), 'not-known').optional()),
  /** NIS code. */
  municipality: field.optionalText(5),
  /** Due on this day or before. */
  before: field.optionalDay(),
};

export interface ToWelcomeFilter {
  state?: StandingFilter;
  language?: string;
  guide?: string;
  municipality?: string;
  before?: Temporal.PlainDate;
}

export const isClosedList = (state: StandingFilter | undefined) => state === 'welcomed' || state === 'withdrawn';

/** The last row of a page: where the next one begins. */
export interface Cursor {
  /** The last day of the term, or for a closed case the day of closing; null stands after all days. */
  day: Temporal.PlainDate | null;
  id: string;
}

export function writeCursor({ day, id }: Cursor): string {
  return `${day?.toString() ?? ''}_${id}`;
}

export function readCursor(text: string | undefined): Cursor | undefined {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})?_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (!id || !isId(id)) return undefined;
  try {
    return { day: day ? Temporal.PlainDate.from(day) : null, id };
  } catch {
    return undefined;
  }
}

/** The list's address with these filters; a null takes a filter away. */
export function listAddress(filter: ToWelcomeFilter, change: { [K in keyof ToWelcomeFilter]?: ToWelcomeFilter[K] | null } & { after?: string } = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...change })) if (value) query.set(name, String(value));
  return query.size > 0 ? `/welcome?${query}` : '/welcome';
}
