import { getTenant } from '../../../kernel/access/tenant.store.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findServicesByIds } from '../../directory/index.ts';
import { withConsent } from '../consent.ts';
import { mailLink, subjectsOf } from '../deliver.ts';
import { makeMove } from '../make-move.ts';
import { countReminders, findDue } from '../move.store.ts';
import { isWaiting, type Referral } from '../referral.ts';
import { reminderDue, stallsOn } from '../term.ts';
import { findAllTerms, termsOn } from '../term.store.ts';

const atOnce = 500;

/**
 * Once a minute: reminds receivers who are due, and gives back to their senders what does not move. Found by the rows and
 * the clock alone, so that it does not matter how often it runs or how long it stood still.
 */
export async function remindReceivers(context: JobContext): Promise<void> {
  await context.write(async (tx) => {
    const unmoved = await findDue(tx, dayOf(tx.now), atOnce);
    if (unmoved.length === 0) return;
    const { stalled, reminded } = await sorted(tx, unmoved);
    // Each goes back by its own move, since each has a person to think of; on a day there are but a few.
    for (const referral of stalled) await makeMove(tx, referral, 'stall', 'platform', { version: referral.version });
    await remind(tx, reminded, context.services.publicUrl);
  });
}

async function sorted(tx: Transaction, referrals: Referral[]): Promise<{ stalled: Referral[]; reminded: Referral[] }> {
  const today = dayOf(tx.now);
  const terms = await findAllTerms(tx);
  const isOver = (day: Temporal.PlainDate | undefined) => day !== undefined && Temporal.PlainDate.compare(day, today) <= 0;
  const termsOf = (referral: Referral) => termsOn(terms, dayOf(referral.sentAt!));
  const stalled = referrals.filter((referral) => isOver(stallsOn(referral, termsOf(referral))));
  const reminded = referrals.filter((referral) => !stalled.includes(referral) && isWaiting(referral.state) && isOver(reminderDue(referral, termsOf(referral))));
  return { stalled, reminded };
}

async function remind(tx: Transaction, due: Referral[], publicUrl: string): Promise<void> {
  // Without consent there is nothing that the receiver could open: the sender sees that on the referral itself.
  const held = await withConsent(tx, due);
  const referrals = due.filter(({ id }) => held.has(id));
  if (referrals.length === 0) return;
  const ids = new Set(await countReminders(tx, referrals));
  const services = new Map((await findServicesByIds(tx, [...new Set(referrals.map(({ serviceId }) => serviceId))])).map((service) => [service.id, service]));
  const tenant = await getTenant(tx);
  for (const referral of referrals) {
    const service = services.get(referral.serviceId);
    // A service that went to another organisation is not the one that the person agreed to.
    if (!ids.has(referral.id) || !service?.email || service.organisation.id !== referral.organisationId) continue;
    // Each receiver gets a link of their own: one mail, one secret.
    await mailLink(tx, referral, service.email, { tenant, publicUrl }, 'reminder');
    tx.record({ act: 'referral-reminded', subjects: subjectsOf(referral), detail: { service: referral.serviceId } });
  }
}
