import { getTenant } from '../../../kernel/access/tenant.store.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findServicesByIds } from '../../directory/index.ts';
import { mailLink, subjectsOf } from '../deliver.ts';
import { isWaiting, type Referral } from '../referral.ts';
import { countReminders, findTerms, findUnmoved, markStalled } from '../referral.store.ts';
import { reminderDue, stallsOn } from '../term.ts';

const atOnce = 500;

/**
 * Once a minute: reminds receivers who are due, and gives back to their senders what does not move. Found by the rows and
 * the clock alone, so that it does not matter how often it runs or how long it stood still.
 */
export async function remindReceivers(context: JobContext): Promise<void> {
  await context.write(async (tx) => {
    const today = dayOf(tx.now);
    const unmoved = await findUnmoved(tx, tx.now.subtract({ hours: 24 }), atOnce);
    if (unmoved.length === 0) return;
    const due = await sorted(tx, unmoved, today);
    await stall(tx, due.stalled);
    await remind(tx, due.reminded, context.services.publicUrl);
  });
}

async function sorted(tx: Transaction, referrals: Referral[], today: Temporal.PlainDate): Promise<{ stalled: Referral[]; reminded: Referral[] }> {
  const terms = new Map<string, Awaited<ReturnType<typeof findTerms>>>();
  // One look per day of sending, and there are at most as many days as a term is long.
  for (const day of new Set(referrals.map((referral) => dayOf(referral.sentAt!).toString()))) terms.set(day, await findTerms(tx, Temporal.PlainDate.from(day)));
  const isOver = (day: Temporal.PlainDate | undefined) => day !== undefined && Temporal.PlainDate.compare(day, today) <= 0;
  const termsOf = (referral: Referral) => terms.get(dayOf(referral.sentAt!).toString())!;
  const stalled = referrals.filter((referral) => isOver(stallsOn(referral, termsOf(referral))));
  const reminded = referrals.filter((referral) => !stalled.includes(referral) && isWaiting(referral.state) && isOver(reminderDue(referral, termsOf(referral))));
  return { stalled, reminded };
}

async function stall(tx: Transaction, referrals: Referral[]): Promise<void> {
  const ids = new Set(referrals.length > 0 ? await markStalled(tx, referrals) : []);
  for (const referral of referrals) if (ids.has(referral.id)) tx.record({ act: 'referral-stalled', subjects: subjectsOf(referral), detail: { service: referral.serviceId } });
}

async function remind(tx: Transaction, referrals: Referral[], publicUrl: string): Promise<void> {
  if (referrals.length === 0) return;
  const ids = new Set(await countReminders(tx, referrals));
  const services = new Map((await findServicesByIds(tx, [...new Set(referrals.map(({ serviceId }) => serviceId))])).map((service) => [service.id, service]));
  const tenant = await getTenant(tx);
  for (const referral of referrals) {
    const to = services.get(referral.serviceId)?.email;
    if (!ids.has(referral.id) || !to) continue;
    // Each receiver gets a link of their own: one mail, one secret.
    await mailLink(tx, referral, to, { tenant, publicUrl }, 'reminder');
    tx.record({ act: 'referral-reminded', subjects: subjectsOf(referral), detail: { service: referral.serviceId } });
  }
}
