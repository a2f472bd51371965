import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Table } from '../../../kernel/tables/table.ts';
import type { MatchReason } from '../likeness.ts';
import type { Field, Mapping } from './fields.ts';
import type { Newcomer, RowProblem, RowWarning } from './newcomer.ts';

/** columns → checking → ready → committing → done; done may go back to committing for rows that were held back. */
export type ListState = 'columns' | 'checking' | 'ready' | 'committing' | 'done' | 'discarded';

/** What the file is and how it was read. */
export type ListSource = Pick<Table, 'kind' | 'encoding' | 'delimiter' | 'sheet' | 'otherSheets' | 'ragged' | 'damagedLines'> & { rows: number };

export interface NewcomerList {
  id: string;
  filename: string;
  source: ListSource;
  header: string[];
  mapping: Mapping;
  state: ListState;
  done: number;
  total: number;
  isStopping: boolean;
  uploadedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  version: number;
}

/** Duplicate: probably someone who is there already, or who stands in the list twice; someone must say. */
export const outcomes = ['bad', 'duplicate', 'changed', 'new', 'unchanged'] as const;
export type Outcome = (typeof outcomes)[number];

/** same: one person, nothing changes · same-update: one person, what the list says is taken over · leave: keep what the register says. */
export const decisions = ['same', 'same-update', 'different', 'later', 'leave'] as const;
export type Decision = (typeof decisions)[number];

export type Became = 'registered' | 'changed' | 'linked' | 'unchanged' | 'left' | 'merged';

/** Who a row may be: someone in the register, or another row of the list. */
export type RowCandidate = { personId: string; score: number; reasons: MatchReason[] } | { line: number; score: number; reasons: MatchReason[] };

/** What the list says otherwise than the register. Values are codes and ISO days, several split by a comma and a space; shown by the locale. */
export type Difference = { field: Field; before: string | null; after: string | null };

export interface ListRow {
  line: number;
  cells: string[];
  person: Newcomer | null;
  problems: RowProblem[];
  warnings: RowWarning[];
  outcome: Outcome | null;
  householdNo: number;
  identity: string[];
  fingerprint: string | null;
  personId: string | null;
  candidates: RowCandidate[];
  differences: Difference[];
  decision: Decision | null;
  sameAs: number | null;
  became: Became | null;
  version: number;
}

/** How many rows there are of each kind, of those that are still to be taken over. */
export interface RowCounts {
  byOutcome: Record<Outcome, number>;
  /** Will be taken over when someone says so now. */
  ready: number;
  /** Held back: bad, or a duplicate about which nobody decided. */
  held: number;
  byBecame: Record<Became, number>;
}

/** Rows may be repaired and decided on while no job runs over them. */
export function isOpen({ state }: Pick<NewcomerList, 'state'>): boolean {
  return state === 'ready' || state === 'done';
}
