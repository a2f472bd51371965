import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { AgainContext, ViewContext } from '../../../kernel/http/context.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { formatDayLong } from '../../../kernel/i18n/format.ts';
import { sendMail } from '../../../kernel/messages/message.ts';
import { findService } from '../../directory/index.ts';
import { shutView } from '../answer-referral/answer-referral.view.tsx';
import { isTooOften, ownReferral } from '../answer-referral/own-referral.ts';
import { mailLink, subjectsOf } from '../deliver.ts';
import { findInbox, keepInbox, type Inbox } from '../inbox.store.ts';
import { text } from '../messages.ts';
import { answerPurpose, inboxPurpose, makeReceiverLink } from '../receiver-link.store.ts';
import { refusalSaid } from '../refusal-said.ts';
import { askedView } from './renew-link.view.tsx';

/** The standing list of a mailbox opens for so many days; then it is asked for anew. */
export const inboxDays = 30;
const perHour = 3;

/** A new link for one whose time is over: it goes to the address that the social map knows, and to no other. */
export const renewLinkAct = act({
  path: '/referral/:secret/renew',
  permission: { link: answerPurpose },
  event: 'referral-link-renewed',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx, tenant, publicUrl } = context;
    const opened = await ownReferral(tx, context);
    if (!opened) return notFound;
    if (opened.kind !== 'expired') return {};
    const service = await findService(tx, opened.referral.serviceId);
    if (!service?.email) return refuse('service-has-no-mail');
    if (await isTooOften(tx, 'referral link renewed', opened.referral.id, perHour)) return refuse('too-often');
    await mailLink(tx, opened.referral, service.email, { tenant, publicUrl }, 'renewed');
    tx.record({ act: 'referral-link-renewed', subjects: subjectsOf(opened.referral), detail: { service: opened.referral.serviceId } });
    return {};
  },
  done: (_, { linkSecret, locale }) => seeOther(`/referral/${linkSecret}`, { kind: 'done', text: text(locale, 'renew.done') }),
  again: async (context) => {
    const opened = await ownReferral(context.read, context);
    if (!opened || opened.kind === 'open') return notFound;
    const [said] = Object.values(refusalSaid(context));
    return said ? askedView(said, context) : shutView({ ...opened, base: `/referral/${context.linkSecret}` }, context);
  },
});

/** The list of all that waits for this mailbox, mailed to it: whoever reads the mailbox may see what was sent there. */
export const askInboxAct = act({
  path: '/referral/:secret/inbox',
  permission: { link: answerPurpose },
  event: 'referral-inbox-sent',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx } = context;
    const opened = await ownReferral(tx, context);
    if (!opened) return notFound;
    const service = await findService(tx, opened.referral.serviceId);
    if (!service?.email) return refuse('service-has-no-mail');
    const inbox = await keepInbox(tx, { organisationId: service.organisation.id, email: service.email });
    return (await mailInbox(tx, inbox, context)) ?? {};
  },
  done: (_, { linkSecret, locale }) => seeOther(`/referral/${linkSecret}/file`, { kind: 'done', text: text(locale, 'inbox.asked') }),
  again: saidAlone,
});

export const renewInboxAct = act({
  path: '/referral-inbox/:secret/renew',
  permission: { link: inboxPurpose },
  event: 'referral-inbox-sent',
  input: z.strictObject({}),
  act: async (context) => {
    const { tx, actor } = context;
    const inbox = actor.kind === 'link' ? await findInbox(tx, actor.subject.id) : undefined;
    if (!inbox) return notFound;
    return (await mailInbox(tx, inbox, context)) ?? {};
  },
  done: (_, { linkSecret, locale }) => seeOther(`/referral-inbox/${linkSecret}`, { kind: 'done', text: text(locale, 'renew.done') }),
  again: saidAlone,
});

/** Mails a link to the list of this mailbox, to that mailbox. */
export async function mailInbox(tx: Transaction, inbox: Inbox, { tenant, publicUrl }: Pick<ViewContext, 'tenant' | 'publicUrl'>) {
  if (inbox.withdrawnAt) return refuse('inbox-closed');
  if (await isTooOften(tx, 'referral inbox sent', inbox.id, perHour)) return refuse('too-often');
  const until = dayOf(tx.now).add({ days: inboxDays });
  const secret = await makeReceiverLink(tx, { purpose: inboxPurpose, subjectId: inbox.id, until });
  const { locale, name } = tenant;
  await sendMail(tx, {
    to: inbox.email,
    subject: text(locale, 'mail.inbox.subject', { tenant: name }),
    text: text(locale, 'mail.inbox.text', { tenant: name, link: `${publicUrl}/referral-inbox/${secret}`, until: formatDayLong(locale, until) }),
    purpose: 'referral-inbox',
    subjectOf: { type: 'referral-inbox', id: inbox.id },
  });
  tx.record({ act: 'referral-inbox-sent', subjects: [{ type: 'referral-inbox', id: inbox.id }], detail: { organisation: inbox.organisationId } });
  return undefined;
}

async function saidAlone(context: AgainContext) {
  const [said] = Object.values(refusalSaid(context));
  return said ? askedView(said, context) : notFound;
}
