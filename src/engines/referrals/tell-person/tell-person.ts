import { makeLink } from '../../../kernel/access/identify.store.ts';
import { getTenant } from '../../../kernel/access/tenant.store.ts';
import type { Tenant } from '../../../kernel/access/tenant.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { formatDayLong, formatTime } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import type { JobContext } from '../../../kernel/jobs/job.ts';
import { sendMail, sendText } from '../../../kernel/messages/message.ts';
import { findContactPreference } from '../../people/index.ts';
import { subjectsOf } from '../deliver.ts';
import { text } from '../messages.ts';
import { appointmentPurpose, pageLives } from '../open-appointment/appointment-facts.ts';
import type { Referral } from '../referral.ts';
import { findReferral } from '../referral.store.ts';
import { readingLanguage } from './reading-language.ts';
import { stillHolds, type Telling, type TellingKind } from './telling.ts';
import { endTelling, takeTelling } from './telling.store.ts';

/**
 * The job 'tell-person': tells one thing at most once, since the telling ends in the transaction that puts the message in the
 * outbox. What no longer holds, or what the person no longer wants, is not told; where no message can reach them it waits for
 * whoever referred to say it.
 */
export async function tellPerson(context: JobContext, payload: { telling?: string }): Promise<void> {
  await context.write(async (tx) => {
    const telling = payload.telling ? await takeTelling(tx, payload.telling) : undefined;
    if (!telling) return;
    const referral = await findReferral(tx, telling.referralId);
    if (!referral?.personId || !referral.tells || !stillHolds(telling, referral)) return endTelling(tx, telling.id, { state: 'dropped' });
    const way = await findContactPreference(tx, referral.personId);
    if (!way || (way.channel !== 'sms' && way.channel !== 'mail')) return endTelling(tx, telling.id, { state: 'by-hand' });
    const language = readingLanguage(way.language);
    // Only in a mail: a text message is read over a shoulder, and the page says with whom.
    const link = way.channel === 'mail' && withPage.has(telling.kind) ? await pageOf(tx, referral, context.services.publicUrl, language) : undefined;
    const said = sayTo(await getTenant(tx), referral, telling.kind, { language, link });
    const about = { purpose: `referral-told-${telling.kind}`, subjectOf: { type: 'referral', id: referral.id } };
    if (way.channel === 'sms') await sendText(tx, { to: way.value, text: said.text, ...about });
    else await sendMail(tx, { to: way.value, subject: said.subject, text: said.text, ...about });
    await endTelling(tx, telling.id, { state: 'told', channel: way.channel, language });
    tx.record({ act: 'referral-told-person', subjects: subjectsOf(referral), detail: { what: telling.kind, channel: way.channel, language: language ?? 'nl' } });
  });
}

const withPage = new Set<TellingKind>(['appointment', 'appointment-moved', 'day-before']);

/** The person's own page of the appointment: the way there, and into a calendar. */
async function pageOf(tx: Transaction, { id, appointment }: Referral, publicUrl: string, language: Locale | undefined): Promise<string | undefined> {
  if (!appointment) return undefined;
  const { secret } = await makeLink(tx, { purpose: appointmentPurpose, subject: { type: 'referral', id }, expiresAt: appointment.at.add(pageLives) });
  return `${publicUrl}/appointment/${secret}?lang=${language ?? 'nl'}`;
}

/** Themes of which already the name of the organisation says too much on a telephone that others see. */
const discreetThemes = new Set(['health-wellbeing', 'money-administration', 'residence', 'civic-integration']);

/**
 * The words for the person: Dutch, and below it their language. A text message is read over a shoulder: it says who writes, when,
 * where and whom to call, and nothing of the question itself, of the service or of the person.
 */
export function sayTo(tenant: Pick<Tenant, 'name' | 'settings'>, referral: Pick<Referral, 'organisationName' | 'theme' | 'appointment'>, kind: TellingKind, { language, link }: { language: Locale | undefined; link?: string | undefined }): { subject: string; text: string } {
  const one = (locale: Locale) => [sentences(locale, { tenant, referral, kind }), link && text(locale, 'tell.page', { link })].filter(Boolean).join('\n\n');
  const subject = text('nl', 'tell.subject', { tenant: tenant.name });
  return { subject, text: language ? `${one('nl')}\n\n${one(language)}` : one('nl') };
}

interface Said {
  tenant: Pick<Tenant, 'name' | 'settings'>;
  referral: Pick<Referral, 'organisationName' | 'theme' | 'appointment'>;
  kind: Telling['kind'];
}

function sentences(locale: Locale, { tenant, referral, kind }: Said): string {
  const { appointment } = referral;
  const facts = { tenant: tenant.name, ...(appointment ? { day: formatDayLong(locale, dayOf(appointment.at)), time: formatTime(locale, appointment.at) } : {}) };
  const where = appointment && kind !== 'appointment-cancelled' ? [discreetThemes.has(referral.theme) ? undefined : referral.organisationName, appointment.place].filter(Boolean).join(', ') : '';
  return [
    text(locale, `tell.${kind}`, facts),
    where ? text(locale, 'tell.where', { where }) : undefined,
    tenant.settings.telephone ? text(locale, 'tell.call', { phone: tenant.settings.telephone }) : text(locale, 'tell.desk'),
  ]
    .filter(Boolean)
    .join(' ');
}
