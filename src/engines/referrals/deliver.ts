import { dayOf, instantOf } from '../../kernel/clock/clock.ts';
import { makeLink, withdrawLinks } from '../../kernel/access/identify.store.ts';
import type { Tenant } from '../../kernel/access/tenant.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { refuse, changedMeanwhile, type Refusal } from '../../kernel/http/refusal.ts';
import { formatDayLong } from '../../kernel/i18n/format.ts';
import { sendMail } from '../../kernel/messages/message.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { findService, themeLabel } from '../directory/index.ts';
import { markReferred } from '../questions/index.ts';
import { text } from './messages.ts';
import type { Referral } from './referral.ts';
import { findTerms, moveReferral } from './referral.store.ts';

export const answerPurpose = 'referral-answer';

export interface From {
  tenant: Pick<Tenant, 'name' | 'locale'>;
  publicUrl: string;
}

/** Sends a referral to its service: a mail without any name, and a link behind which the person stands. */
export async function deliver(tx: Transaction, referral: Referral, from: From): Promise<Refusal | undefined> {
  const service = await findService(tx, referral.serviceId);
  if (!service || service.endedOn) return refuse('service-not-known', { field: 'service' });
  if (!service.email) return refuse('service-has-no-mail', { field: 'service' });
  if (!(await moveReferral(tx, { id: referral.id, version: referral.version, state: 'sent' }))) return changedMeanwhile();
  // An older link is for an older sending.
  await withdrawLinks(tx, referral.id, answerPurpose);
  await mailLink(tx, referral, service.email, from, 'mail');
  await markReferred(tx, referral.questionId);
  tx.record({ act: 'referral-sent', subjects: subjectsOf(referral), detail: { service: referral.serviceId, shares: referral.shares } });
  return undefined;
}

/** Sends the receiver a link; the mail itself names nobody, since it lies open on its way. */
export async function mailLink(tx: Transaction, referral: Referral, to: string, { tenant, publicUrl }: From, kind: 'mail' | 'reminder'): Promise<void> {
  const sentOn = dayOf(referral.sentAt ?? tx.now);
  const until = (await findTerms(tx, sentOn)).link;
  const lastDay = sentOn.add({ days: until });
  const { secret } = await makeLink(tx, { purpose: answerPurpose, subject: { type: 'referral', id: referral.id }, expiresAt: endOf(lastDay) });
  const { locale, name } = tenant;
  await sendMail(tx, {
    to,
    subject: text(locale, `${kind}.subject`, { tenant: name }),
    text: text(locale, `${kind}.text`, {
      tenant: name,
      service: referral.serviceName,
      theme: themeLabel(locale, referral.theme).toLowerCase(),
      link: `${publicUrl}/referral/${secret}`,
      until: formatDayLong(locale, lastDay),
      ...(kind === 'reminder' ? { sent: formatDayLong(locale, sentOn) } : {}),
    }),
    purpose: kind === 'mail' ? 'referral-sent' : 'referral-reminded',
    subjectOf: { type: 'referral', id: referral.id },
  });
}

function endOf(day: Temporal.PlainDate): Temporal.Instant {
  return instantOf(day.add({ days: 1 }).toPlainDateTime({ hour: 0 }));
}

/** The referral itself, and what and whom it is for: their timelines show it too. */
export function subjectsOf({ id, questionId, personId }: Pick<Referral, 'id' | 'questionId' | 'personId'>) {
  return [
    { type: 'referral', id },
    { type: 'question', id: questionId },
    { type: 'person', id: personId },
  ];
}
