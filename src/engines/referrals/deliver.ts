import { dayOf } from '../../kernel/clock/clock.ts';
import type { Tenant } from '../../kernel/access/tenant.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { refuse, changedMeanwhile, type Refusal } from '../../kernel/http/refusal.ts';
import { formatDayLong, formatTime } from '../../kernel/i18n/format.ts';
import { sendMail } from '../../kernel/messages/message.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { findService, themeLabel } from '../directory/index.ts';
import { markReferred } from '../questions/index.ts';
import { heldConsent } from './consent.ts';
import { text } from './messages.ts';
import { moveReferral } from './move.store.ts';
import type { Referral } from './referral.ts';
import { answerPurpose, endReceiverLinks, makeReceiverLink } from './receiver-link.store.ts';
import { findTerms } from './term.store.ts';

export interface From {
  tenant: Pick<Tenant, 'name' | 'locale'>;
  publicUrl: string;
}

/** A moment of a consultation day that is taken while referring. */
export interface Booking {
  at: Temporal.Instant;
  place: string | null;
  slotId: string;
}

/** Sends a referral to its service, with an appointment where one was booked: a mail without any name, and a link behind which the person stands. */
export async function deliver(tx: Transaction, referral: Referral, from: From, booking?: Booking): Promise<Refusal | undefined> {
  const service = await findService(tx, referral.serviceId);
  if (!service || service.endedOn) return refuse('service-not-known', { field: 'service' });
  if (!service.email) return refuse('service-has-no-mail', { field: 'service' });
  // The person agreed to an organisation: when the service went to another, nobody has been asked.
  if (service.organisation.id !== referral.organisationId || !(await heldConsent(tx, referral))) return refuse('no-consent');
  const move = booking ? { state: 'appointment' as const, isSending: true, appointment: { ...booking, with: null } } : { state: 'sent' as const };
  if (!(await moveReferral(tx, { id: referral.id, version: referral.version, ...move }))) return changedMeanwhile();
  // An older link is for an older sending.
  await endReceiverLinks(tx, referral.id, answerPurpose);
  await mailLink(tx, { ...referral, sentAt: tx.now }, service.email, from, booking ? 'booked' : 'mail', booking?.at);
  await markReferred(tx, referral.questionId);
  tx.record({ act: 'referral-sent', subjects: subjectsOf(referral), detail: { service: referral.serviceId, shares: referral.shares } });
  return undefined;
}

export type MailKind = 'mail' | 'booked' | 'reminder' | 'renewed' | 'moved' | 'called-off' | 'withdrawn' | 'note';

/** Sends the receiver a link; the mail itself names nobody, since it lies open on its way. */
export async function mailLink(tx: Transaction, referral: Referral, to: string, { tenant, publicUrl }: From, kind: MailKind, appointmentAt?: Temporal.Instant): Promise<void> {
  const sentOn = dayOf(referral.sentAt ?? tx.now);
  const { link } = await findTerms(tx, sentOn);
  // A link that was asked for anew counts from that day.
  const lastDay = (kind === 'renewed' ? dayOf(tx.now) : sentOn).add({ days: link });
  // What was withdrawn has nothing to open any more.
  const secret = kind === 'withdrawn' ? undefined : await makeReceiverLink(tx, { purpose: answerPurpose, subjectId: referral.id, until: lastDay });
  const { locale, name } = tenant;
  await sendMail(tx, {
    to,
    subject: text(locale, `mail.${kind}.subject`, { tenant: name }),
    text: text(locale, `mail.${kind}.text`, {
      tenant: name,
      service: referral.serviceName,
      theme: themeLabel(locale, referral.theme).toLowerCase(),
      link: secret ? `${publicUrl}/referral/${secret}` : '',
      until: formatDayLong(locale, lastDay),
      sent: formatDayLong(locale, sentOn),
      ...(appointmentAt ? { day: formatDayLong(locale, dayOf(appointmentAt)), time: formatTime(locale, appointmentAt) } : {}),
    }),
    purpose: kind === 'mail' ? 'referral-sent' : kind === 'reminder' ? 'referral-reminded' : `referral-${kind}`,
    subjectOf: { type: 'referral', id: referral.id },
  });
}

/** The referral itself, and what and whom it is for: their timelines show it too. */
export function subjectsOf({ id, questionId, personId }: Pick<Referral, 'id' | 'questionId' | 'personId'>) {
  return [
    { type: 'referral', id },
    { type: 'question', id: questionId },
    ...(personId ? [{ type: 'person', id: personId }] : []),
  ];
}
