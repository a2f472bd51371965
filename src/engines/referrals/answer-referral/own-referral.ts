import { createHash } from 'node:crypto';
import { countAttempt } from '../../../kernel/access/attempt.store.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { isId } from '../../../kernel/id.ts';
import { findServicesByIds } from '../../directory/index.ts';
import { heldConsent } from '../consent.ts';
import { findInbox, type Inbox } from '../inbox.store.ts';
import type { Referral } from '../referral.ts';
import { findReferral } from '../referral.store.ts';
import { answerPurpose, isLinkLive } from '../receiver-link.store.ts';

type Consent = NonNullable<Awaited<ReturnType<typeof heldConsent>>>;

/** What a link opens: the referral, or why nothing of it is shown (any more). */
export type Opened =
  | { kind: 'open'; referral: Referral; consent: Consent }
  /** The link's time is over: it can ask for a new one. */
  | { kind: 'expired'; referral: Referral }
  /** The person does not agree (any more): nothing personal is shown. */
  | { kind: 'no-consent'; referral: Referral };

type Holder = Pick<ViewContext, 'actor' | 'today'>;

/** The referral that the reader's link is for, or the one of the list behind it; undefined for any other. */
export async function ownReferral(read: Read, { actor, today }: Holder, id?: string): Promise<Opened | undefined> {
  if (actor.kind !== 'link') return undefined;
  const referral = actor.purpose === answerPurpose ? await findReferral(read, actor.subject.id) : id && isId(id) ? await inInbox(read, actor.subject.id, id) : undefined;
  if (!referral || referral.state === 'prepared' || referral.state === 'withdrawn') return undefined;
  if (!(await isLinkLive(read, actor.id, today))) return { kind: 'expired', referral };
  const consent = await heldConsent(read, referral);
  return consent && referral.personId ? { kind: 'open', referral, consent } : { kind: 'no-consent', referral };
}

/** A referral to a service whose referrals go to this mailbox today. */
async function inInbox(read: Read, inboxId: string, id: string): Promise<Referral | undefined> {
  const [inbox, referral] = [await findInbox(read, inboxId), await findReferral(read, id)];
  if (!inbox || inbox.withdrawnAt || !referral || referral.organisationId !== inbox.organisationId) return undefined;
  if (referral.settled && referral.settled.how !== 'along') return undefined;
  const [service] = await findServicesByIds(read, [referral.serviceId]);
  return service && goesTo(service, inbox) ? referral : undefined;
}

export function goesTo(service: { email: string | null; organisation: { id: string } }, { email, organisationId }: Pick<Inbox, 'email' | 'organisationId'>): boolean {
  return service.organisation.id === organisationId && service.email?.toLowerCase() === email.toLowerCase();
}

/** Counts one use of a link; true when it was used too often in this hour. */
export async function isTooOften(tx: Transaction, what: string, id: string, most: number): Promise<boolean> {
  const key = createHash('sha256').update(`${what} ${id}`).digest();
  return (await countAttempt(tx, [{ key, most, minutes: 60 }])).isStopped;
}
