import { dayOf } from '../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { consentKey, findConsent, findConsents, giveConsent, type Consent } from '../people/index.ts';
import type { ConsentWay, Referral, Shareable } from './referral.ts';

/** For what the receiver may be told: one of the purposes that the people engine knows. */
const purpose = 'referral';

type Shared = Pick<Referral, 'personId' | 'organisationId'>;

/** The ground on which this referral may be shown to its receiver today; undefined where there is none, or no more. */
export async function heldConsent(read: Read, { personId, organisationId }: Shared): Promise<Consent | undefined> {
  if (!personId || !organisationId) return undefined;
  return findConsent(read, { personId, recipientId: organisationId, purpose, on: dayOf(read.now) });
}

/** The grounds that hold today for many referrals, under `consentKey`. */
export async function findHeld(read: Read, referrals: readonly Shared[]): Promise<Map<string, Consent>> {
  const of = referrals.flatMap(({ personId, organisationId }) => (personId && organisationId ? [{ personId, recipientId: organisationId }] : []));
  return findConsents(read, { of, purpose, on: dayOf(read.now) });
}

/** Of many referrals, the ids of those that may be shown to their receivers today. */
export async function withConsent(read: Read, referrals: readonly (Shared & { id: string })[]): Promise<Set<string>> {
  const held = await findHeld(read, referrals);
  return new Set(referrals.filter(({ personId, organisationId }) => personId && organisationId && held.has(consentKey({ personId, recipientId: organisationId }))).map(({ id }) => id));
}

/** What of the person the receiver may see now: what was chosen for this referral, as far as the consent goes today. */
export function sharedNow({ shares }: Pick<Referral, 'shares'>, consent: Pick<Consent, 'shares' | 'basis'>): Shareable[] {
  return consent.basis === 'consent' ? shares.filter((share) => consent.shares.includes(share)) : shares;
}

export interface GivenConsent {
  way: ConsentWay;
  on: Temporal.PlainDate;
  /** The last day on which it holds; null when no end was agreed. */
  until?: Temporal.PlainDate | null | undefined;
}

/** Writes down that the person agreed, with the person, for this organisation. */
export async function noteConsent(tx: Transaction, { personId, organisationId, organisationName, shares }: { personId: string; organisationId: string | null; organisationName: string; shares: readonly Shareable[] }, { way, on, until }: GivenConsent): Promise<void> {
  await giveConsent(tx, { personId, recipientId: organisationId, recipientName: organisationName, purpose, basis: 'consent', way, shares, from: on, until: until ?? null });
}
