import type { Read, Transaction } from '../db/types.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Temporal } from '../time/temporal.ts';

/** The other authority of an agreement that holds. */
export interface Partner {
  agreementId: string;
  /** Its tenant id. */
  id: string;
  name: string;
  since: Temporal.Instant;
  /** 32 bytes that these two authorities know and nobody else. */
  secret: Uint8Array;
}

/**
 * Something that authorities may agree to share, as an engine offers it. What is made is made under the policy of the authority that
 * gives, what is received is written under that of the one that receives; there is no other road between two authorities.
 */
export interface Exchange {
  /** Once in the whole house: 'figures'. */
  purpose: string;
  label(locale: Locale): string;
  /** What goes to the other and what never does, in a sentence that an administrator can decide on. */
  about(locale: Locale): string;
  /** What can be sent, by name. Doing it twice must have the same effect as once. */
  kinds: Record<string, ExchangeKind>;
  /** The agreement has begun: sends what there is already. */
  begun(tx: Transaction, partner: Partner): Promise<void>;
  /** The agreement has ended: forgets all that came from the partner. */
  ended(tx: Transaction, partner: Partner): Promise<void>;
}

export type ExchangeKind = Giving | Meeting;

/** One gives, the other receives. */
export interface Giving {
  /** Plain JSON. Read when it goes, so that it is as things then are. */
  make(read: Read, partner: Partner, detail: Record<string, unknown>): Promise<unknown>;
  receive(tx: Transaction, partner: Partner, payload: any): Promise<void>;
}

/** Reads, in transactions of its own, what one authority has. */
export type Reading = <T>(work: (read: Read) => Promise<T>) => Promise<T>;

/**
 * The platform lays what both have beside each other, in memory, and each receives its own part of what comes out: nothing of the one is
 * ever kept with the other.
 */
export interface Meeting {
  meet(own: Reading, partner: Reading, agreement: Partner): Promise<{ own: unknown; partner: unknown }>;
  receive(tx: Transaction, partner: Partner, payload: any): Promise<void>;
}
