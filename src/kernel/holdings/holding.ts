import type { Read, Transaction } from '../db/types.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Temporal } from '../time/temporal.ts';

/**
 * What one engine keeps about a subject that another engine owns, such as all that hangs on a person. The owner of the
 * subject shows it whole, merges it, splits it and erases it without knowing who keeps what: it goes through all holdings.
 */
export interface Holding {
  /** Of what: 'person' or 'household'. */
  subject: string;
  /** Under what name this stands in an export, in English, once in the whole house: 'help-questions'. */
  name: string;
  /** All of it, in plain values (texts, numbers, ISO 8601 days and moments), for whoever asks what is held about them. */
  gather(read: Read, id: string): Promise<Record<string, unknown>[]>;
  /** Who outside the authority was told what, and on what ground. */
  told?(read: Read, id: string, locale: Locale): Promise<Telling[]>;
  /** Makes all that hangs on `from` hang on `into`; gives what was moved, so that it can be moved back. */
  move(tx: Transaction, from: string, into: string): Promise<Moved[]>;
  /** Moves just these back to `to`; what was erased meanwhile is passed over. */
  moveBack(tx: Transaction, moved: readonly Moved[], to: string): Promise<void>;
  /** Erases all that names or describes the subject. What was counted may stay, as nobody's. */
  forget(tx: Transaction, id: string): Promise<void>;
}

/** One row that was moved: of which table, and its id within the authority. */
export interface Moved {
  table: string;
  id: string;
}

export interface Telling {
  on: Temporal.PlainDate;
  /** Who was told: an organisation, a service. */
  recipient: string;
  /** What, in words for the person: 'naam, telefoon en vraag'. */
  what: string;
  /** Why, or on what ground. */
  ground: string;
  /** Until when it may be used; null when no end was agreed. */
  until: Temporal.PlainDate | null;
}
