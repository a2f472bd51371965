import type { Transaction } from '../db/types.ts';
import { sendMail } from '../messages/message.ts';
import type { Account } from './account.store.ts';
import { makeLink, withdrawLinks } from './identify.store.ts';
import { text } from './messages.ts';

/** How long the links to an account work. */
export const linkRules = { invitationDays: 7, recoveryHours: 1 };

interface From {
  publicUrl: string;
  authority: string;
}

/** Mails a link with which an account's holder sets up how to sign in; the one before it stops working. */
export async function inviteAccount(tx: Transaction, { id, email, locale }: Pick<Account, 'id' | 'email' | 'locale'>, { publicUrl, authority }: From): Promise<void> {
  const subject = { type: 'account', id };
  await withdrawLinks(tx, id, 'account-invitation');
  const { secret } = await makeLink(tx, { purpose: 'account-invitation', subject, expiresAt: tx.now.add({ hours: 24 * linkRules.invitationDays }) });
  await sendMail(tx, {
    to: email,
    subject: text(locale, 'mail.invitation.subject', { authority }),
    text: text(locale, 'mail.invitation.text', { authority, link: `${publicUrl}/invitation/${secret}`, days: linkRules.invitationDays }),
    purpose: 'account-invitation',
    subjectOf: subject,
  });
}

/** Mails a link with which a new password can be set, together with a code. */
export async function mailRecovery(tx: Transaction, { id, email, locale }: Pick<Account, 'id' | 'email' | 'locale'>, { publicUrl, authority }: From): Promise<void> {
  const subject = { type: 'account', id };
  await withdrawLinks(tx, id, 'account-recovery');
  const { secret } = await makeLink(tx, { purpose: 'account-recovery', subject, expiresAt: tx.now.add({ hours: linkRules.recoveryHours }) });
  await sendMail(tx, {
    to: email,
    subject: text(locale, 'mail.recovery.subject'),
    text: text(locale, 'mail.recovery.text', { authority, link: `${publicUrl}/recover/${secret}` }),
    purpose: 'account-recovery',
    subjectOf: subject,
  });
}

export type AccountChange = 'password' | 'authenticator' | 'passkey' | 'recovery-codes' | 'reset';

/** Tells an account's holder that how to sign in has changed, so that it is noticed when it was someone else. */
export async function tellOwner(tx: Transaction, { id, email, locale }: Pick<Account, 'id' | 'email' | 'locale'>, change: AccountChange, authority: string): Promise<void> {
  await sendMail(tx, {
    to: email,
    subject: text(locale, 'mail.changed.subject'),
    text: text(locale, 'mail.changed.text', { change: text(locale, `mail.changed.${change}`), authority }),
    purpose: 'account-changed',
    subjectOf: { type: 'account', id },
  });
}
