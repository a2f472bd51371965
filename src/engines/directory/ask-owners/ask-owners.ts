import { makeLinks } from '../../../kernel/access/identify.store.ts';
import { getTenant } from '../../../kernel/access/tenant.store.ts';
import { dayOf, instantOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { formatDayLong } from '../../../kernel/i18n/format.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { sendMail } from '../../../kernel/messages/message.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { closeInquiries, findDueServices, insertInquiries, takeReminders, type ToAsk } from './inquiry.store.ts';
import { text } from './messages.ts';
import { findOwnerTerms, type OwnerTerms } from './owner-term.store.ts';

/** The purpose of an owner's link: look at one service and say whether it holds. */
export const ownerPurpose = 'check-service';
const atOnce = 100;
/** More links than this in one mail nobody goes through. */
const perMail = 20;

/**
 * Once a minute: asks the owners of services that nobody looked at for the term, reminds who does not answer, and gives up in the
 * end. Found by the rows and the clock alone, so that it does not matter how often it runs or how long it stood still.
 */
export async function askOwners(context: JobContext): Promise<void> {
  await context.write(async (tx) => {
    const today = dayOf(tx.now);
    const terms = await findOwnerTerms(tx, today);
    await closeInquiries(tx, today, today.subtract({ days: terms.link }));
    const due = await findDueServices(tx, today.subtract({ months: terms.months }), atOnce);
    if (due.length > 0) {
      await insertInquiries(tx, due.map(({ serviceId }) => serviceId), today);
      await mailOwners(tx, due, { terms, today, publicUrl: context.services.publicUrl, kind: 'ask' });
      for (const { serviceId } of due) tx.record({ act: 'owner-asked', subjects: [{ type: 'service', id: serviceId }] });
    }
    const reminded = [...(await takeReminders(tx, 1, today.subtract({ days: terms.secondReminder }), atOnce)), ...(await takeReminders(tx, 0, today.subtract({ days: terms.firstReminder }), atOnce))];
    await mailOwners(tx, reminded, { terms, today, publicUrl: context.services.publicUrl, kind: 'remind' });
    for (const { serviceId } of reminded) tx.record({ act: 'owner-reminded', subjects: [{ type: 'service', id: serviceId }] });
  });
}

interface Mailing {
  terms: OwnerTerms;
  today: Temporal.PlainDate;
  publicUrl: string;
  kind: 'ask' | 'remind';
}

/** One mail per address, with a link for each of its services; a mail names no person. */
async function mailOwners(tx: Transaction, services: readonly ToAsk[], { terms, today, publicUrl, kind }: Mailing): Promise<void> {
  if (services.length === 0) return;
  const lastDay = today.add({ days: terms.link });
  const links = await makeLinks(tx, services.map(({ serviceId }) => ({ purpose: ownerPurpose, subject: { type: 'service', id: serviceId }, expiresAt: instantOf(lastDay.add({ days: 1 }).toPlainDateTime()) })));
  const { name: tenant, locale } = await getTenant(tx);
  const byAddress = new Map<string, string[]>();
  services.forEach(({ email, name }, index) => byAddress.set(email, [...(byAddress.get(email) ?? []), `${name}\n${publicUrl}/service-check/${links[index]!.secret}`]));
  for (const [to, lines] of byAddress) {
    for (let from = 0; from < lines.length; from += perMail) {
      await sendMail(tx, {
        to,
        subject: text(locale, `mail.${kind}.subject`, { tenant }),
        text: text(locale, `mail.${kind}.text`, { tenant, links: lines.slice(from, from + perMail).join('\n\n'), day: formatDayLong(locale, lastDay) }),
        purpose: kind === 'ask' ? 'owner-asked' : 'owner-reminded',
      });
    }
  }
}
