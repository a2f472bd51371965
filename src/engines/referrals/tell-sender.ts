import { findAccount } from '../../kernel/access/account.store.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { sendMail } from '../../kernel/messages/message.ts';
import type { From } from './deliver.ts';
import { text } from './messages.ts';
import type { Referral } from './referral.ts';

/** A mail to the colleague who referred: what the service did, without a name, and where to look. Nobody gets one who works here no more. */
export async function tellSender(tx: Transaction, referral: Pick<Referral, 'id' | 'sentBy' | 'serviceName'>, { tenant, publicUrl }: From, what: 'note' | 'moved' | 'called-off'): Promise<void> {
  const account = referral.sentBy ? await findAccount(tx, referral.sentBy) : undefined;
  if (!account || account.endedAt) return;
  const { locale } = account;
  await sendMail(tx, {
    to: account.email,
    subject: text(locale, 'mail.sender.subject', { service: referral.serviceName }),
    text: text(locale, 'mail.sender.text', { what: text(locale, `sender.${what}`, { service: referral.serviceName }), link: `${publicUrl}/referrals/${referral.id}`, tenant: tenant.name }),
    purpose: `referral-sender-${what}`,
    subjectOf: { type: 'referral', id: referral.id },
  });
}
