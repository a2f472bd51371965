import { sql } from 'kysely';
import { makeLink, withdrawLinks } from '../../kernel/access/identify.store.ts';
import { instantOf } from '../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';

/** The link of one referral, and the standing one of a mailbox. */
export const answerPurpose = 'referral-answer';
export const inboxPurpose = 'referral-inbox';
type Purpose = typeof answerPurpose | typeof inboxPurpose;

/** After its last day a link can still ask for a new one, at the address that is known, for so many days. */
const asksFor = { days: 90 };

/** Makes a link that shows what it is for up to and including a day. Gives its secret, which is kept nowhere. */
export async function makeReceiverLink(tx: Transaction, { purpose, subjectId, until }: { purpose: Purpose; subjectId: string; until: Temporal.PlainDate }): Promise<string> {
  const type = purpose === answerPurpose ? 'referral' : 'referral-inbox';
  const { id, secret } = await makeLink(tx, { purpose, subject: { type, id: subjectId }, expiresAt: endOf(until.add(asksFor)) });
  await sql`insert into referrals.receiver_link (tenant_id, id, subject_id, until) values (${tx.scope.tenantId}, ${id}, ${subjectId}, ${until})`.execute(tx.on<never>());
  return secret;
}

/** Whether a link still shows what it is for. One from before this was kept has only its own end. */
export async function isLinkLive(read: Read, linkId: string, today: Temporal.PlainDate): Promise<boolean> {
  const found = await sql<{ is_live: boolean }>`
    select until >= ${today}::date as is_live from referrals.receiver_link where tenant_id = ${read.scope.tenantId} and id = ${linkId}`.execute(read.on<never>());
  return found.rows[0]?.is_live ?? true;
}

/** Ends every link of a referral or of a mailbox at once. */
export async function endReceiverLinks(tx: Transaction, subjectId: string, purpose: Purpose): Promise<void> {
  await withdrawLinks(tx, subjectId, purpose);
}

function endOf(day: Temporal.PlainDate): Temporal.Instant {
  return instantOf(day.add({ days: 1 }).toPlainDateTime({ hour: 0 }));
}
