import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type NotFound, type Refusal } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { findService } from '../../directory/index.ts';
import { answerShape, giveAnswer } from '../answer-referral/give-answer.ts';
import { bookSlot } from '../book-slot.ts';
import { deliver, mailLink, type From } from '../deliver.ts';
import { makeMove } from '../make-move.ts';
import { text } from '../messages.ts';
import { stateAfter } from '../move.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { findReferral } from '../referral.store.ts';
import type { Referral } from '../referral.ts';
import { answerPurpose, endReceiverLinks } from '../receiver-link.store.ts';

const oneReferral = { id: field.id(), version: field.version() };
const output = z.object({ id: z.uuid() });

/** Sends what was prepared, or sends once more what stays silent. */
export const sendReferralAct = act({
  path: '/referrals/:id/send',
  permission: 'referrals:send',
  event: 'referral-sent',
  input: z.strictObject(oneReferral),
  act: async ({ tx, input, tenant, publicUrl }) => {
    const referral = await findReferral(tx, input.id);
    if (!referral) return notFound;
    if (!stateAfter('send', referral, 'sender')) return refuse('not-now', { status: 409 });
    if (referral.version !== input.version) return changedMeanwhile();
    const refusal = await deliver(tx, referral, { tenant, publicUrl });
    return refusal ?? referral;
  },
  done: ({ id, serviceName }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'send.done', { service: serviceName }) }),
  again: refusedOnPage,
  api: { summary: 'Send a referral, or send it once more', output, present: ({ id }) => ({ id }) },
});

/** Takes the referral back: the receiver's link dies at once, and a moment that it took is free again. */
export const withdrawReferralAct = act({
  path: '/referrals/:id/withdraw',
  permission: 'referrals:send',
  event: 'referral-withdrawn',
  input: z.strictObject(oneReferral),
  act: async ({ tx, input, tenant, publicUrl }) => {
    const referral = await moved(tx, input, (found) => makeMove(tx, found, 'withdraw', 'sender', input));
    if (!('state' in referral)) return referral;
    await endReceiverLinks(tx, referral.id, answerPurpose);
    if (referral.state === 'appointment') await sayToService(tx, referral, { tenant, publicUrl }, 'withdrawn');
    return referral;
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'withdraw.done') }),
  again: refusedOnPage,
  api: { summary: 'Withdraw a referral', output, present: ({ id }) => ({ id }) },
});

/** What the service said by telephone, noted by staff. */
export const noteAnswerAct = act({
  path: '/referrals/:id/note-answer',
  permission: 'referrals:send',
  event: 'referral-accepted',
  input: z.strictObject({ id: field.id(), ...answerShape }),
  act: ({ tx, input }) => moved(tx, input, (referral) => giveAnswer(tx, referral, input, 'sender')),
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'by-phone.done') }),
  again: refusedOnPage,
  api: { summary: "Note a service's answer", output, present: ({ id }) => ({ id }) },
});

/** What was noted by mistake goes back one step. */
export const takeBackAct = act({
  path: '/referrals/:id/take-back',
  permission: 'referrals:send',
  event: 'referral-answer-taken-back',
  input: z.strictObject(oneReferral),
  act: ({ tx, input }) => moved(tx, input, (referral) => makeMove(tx, referral, 'take-back', 'sender', input)),
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'take-back.done') }),
  again: refusedOnPage,
  api: { summary: "Take back a service's last answer", output, present: ({ id }) => ({ id }) },
});

/** Books a free moment of the service's consultation, or moves the appointment to it. */
export const bookSlotAct = act({
  path: '/referrals/:id/book',
  permission: 'referrals:send',
  event: 'referral-appointment-made',
  input: z.strictObject({ ...oneReferral, slot: field.id() }),
  act: ({ tx, input, tenant, publicUrl, actor }) =>
    moved(tx, input, async (referral) => {
      if (referral.version !== input.version) return changedMeanwhile();
      if (!stateAfter('book', referral, 'sender')) return refuse('not-now', { status: 409 });
      return bookSlot(tx, referral, { slotId: input.slot, accountId: actor.kind === 'account' ? actor.id : null, from: { tenant, publicUrl } });
    }),
  done: ({ id, serviceName }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'prepare.booked', { service: serviceName }) }),
  again: refusedOnPage,
  api: { summary: 'Book a free moment of a consultation', output, present: ({ id }) => ({ id }) },
});

/** The appointment is off; the service hears of it, and so does the person. */
export const callOffAct = act({
  path: '/referrals/:id/call-off',
  permission: 'referrals:send',
  event: 'referral-appointment-called-off',
  input: z.strictObject(oneReferral),
  act: async ({ tx, input, tenant, publicUrl }) => {
    const referral = await moved(tx, input, (found) => makeMove(tx, found, 'call-off', 'sender', input));
    if ('state' in referral) await sayToService(tx, referral, { tenant, publicUrl }, 'called-off');
    return referral;
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'call-off.done') }),
  again: refusedOnPage,
  api: { summary: 'Call off an appointment', output, present: ({ id }) => ({ id }) },
});

/** The referral as it was before the move, or why there was none. */
async function moved(tx: Transaction, { id }: { id: string }, move: (referral: Referral) => Promise<Refusal | undefined>): Promise<Referral | Refusal | NotFound> {
  const referral = await findReferral(tx, id);
  if (!referral) return notFound;
  return (await move(referral)) ?? referral;
}

async function sayToService(tx: Transaction, referral: Referral, from: From, kind: 'called-off' | 'withdrawn'): Promise<void> {
  const service = await findService(tx, referral.serviceId);
  if (service?.email && referral.appointment) await mailLink(tx, referral, service.email, from, kind, referral.appointment.at);
}
