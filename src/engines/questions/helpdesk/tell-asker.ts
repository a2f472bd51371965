import { makeLink, withdrawLinks } from '../../../kernel/access/identify.store.ts';
import type { Tenant } from '../../../kernel/access/tenant.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { sendMail } from '../../../kernel/messages/message.ts';
import { findAskerMail } from './expert-question.store.ts';
import type { ExpertQuestion } from './expert.ts';
import { text } from './messages.ts';

/** The purpose of the link by which a partner follows their own question. */
export const partnerPurpose = 'expert-question';
export const partnerLinkDays = 180;

/** Mails whoever asked that something waits for them; what was asked or answered stands behind the link, not in the mail. */
export async function tellAsker(tx: Transaction, question: ExpertQuestion, what: 'asked-back' | 'answered', { tenant, publicUrl }: { tenant: Pick<Tenant, 'name' | 'locale'>; publicUrl: string }): Promise<void> {
  const { id, partner, askedBy } = question;
  const asker = askedBy ? await findAskerMail(tx, askedBy.id) : undefined;
  const to = partner?.email ?? asker?.email;
  if (!to) return;
  const locale = asker?.locale ?? tenant.locale;
  const link = partner ? `${publicUrl}/ask-legal/${await makePartnerLink(tx, id)}` : `${publicUrl}/legal/questions/${id}`;
  await sendMail(tx, { to, subject: text(locale, `mail.${what}.subject`, { tenant: tenant.name }), text: text(locale, `mail.${what}`, { tenant: tenant.name, link }), purpose: `expert-${what}`, subjectOf: { type: 'expert-question', id } });
}

/** A new way in; the ones mailed before end. */
export async function makePartnerLink(tx: Transaction, questionId: string): Promise<string> {
  await withdrawLinks(tx, questionId, partnerPurpose);
  return (await makeLink(tx, { purpose: partnerPurpose, subject: { type: 'expert-question', id: questionId }, expiresAt: tx.now.add({ hours: 24 * partnerLinkDays }) })).secret;
}
