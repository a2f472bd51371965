import { z } from 'zod';
import { withdrawLinks } from '../../../kernel/access/identify.store.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, Refusal } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { answerPurpose, deliver, subjectsOf } from '../deliver.ts';
import { giveAnswer } from '../answer-referral/give-answer.ts';
import { text } from '../messages.ts';
import { loadReferral } from '../open-referral/open-referral.ts';
import { openReferralView, stateRefusal } from '../open-referral/open-referral.view.tsx';
import { findReferral, moveReferral } from '../referral.store.ts';
import { answers, declineReasons, isEnded } from '../referral.ts';

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
    if (!['prepared', 'sent', 'seen', 'accepted', 'stalled'].includes(referral.state)) return refuse('not-now');
    if (referral.version !== input.version) return changedMeanwhile();
    const refusal = await deliver(tx, referral, { tenant, publicUrl });
    return refusal ?? referral;
  },
  done: ({ id, serviceName }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'send.done', { service: serviceName }) }),
  again: refusedOnPage,
  api: { summary: 'Send a referral, or send it once more', output },
});

/** Takes the referral back: the receiver's link dies at once. */
export const withdrawReferralAct = act({
  path: '/referrals/:id/withdraw',
  permission: 'referrals:send',
  event: 'referral-withdrawn',
  input: z.strictObject(oneReferral),
  act: async ({ tx, input }) => {
    const referral = await findReferral(tx, input.id);
    if (!referral) return notFound;
    if (isEnded(referral.state)) return refuse('not-now');
    if (!(await moveReferral(tx, { ...input, state: 'withdrawn' }))) return changedMeanwhile();
    await withdrawLinks(tx, referral.id, answerPurpose);
    tx.record({ act: 'referral-withdrawn', subjects: subjectsOf(referral), detail: { service: referral.serviceId } });
    return referral;
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'withdraw.done') }),
  again: refusedOnPage,
  api: { summary: 'Withdraw a referral', output },
});

/** What the service said by telephone, noted by staff. */
export const noteAnswerAct = act({
  path: '/referrals/:id/note-answer',
  permission: 'referrals:send',
  event: 'referral-accepted',
  input: z.strictObject({ ...oneReferral, answer: field.choice(answers), reason: field.optionalChoice(declineReasons), note: field.optionalText(1000) }),
  act: async ({ tx, input }) => {
    const referral = await findReferral(tx, input.id);
    if (!referral) return notFound;
    const refusal = await giveAnswer(tx, referral, input);
    return refusal instanceof Refusal ? refusal : referral;
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'by-phone.done') }),
  again: refusedOnPage,
  api: { summary: "Note a service's answer", output },
});

async function refusedOnPage(context: AgainContext) {
  const opened = await loadReferral(context.read, context.params['id']!);
  if (!opened) return notFound;
  return openReferralView(opened, context, { errors: { ...context.errors, ...refusalErrors(context, opened.referral.state) }, values: context.values });
}

function refusalErrors({ refusal, locale }: AgainContext, state: Parameters<typeof stateRefusal>[2]): Record<string, string> {
  if (!refusal) return {};
  const name = refusal.name;
  if (name === 'reason-needed') return { reason: text(locale, 'refusal.reason-needed') };
  if (name === 'service-has-no-mail') return { '': text(locale, 'refusal.service-has-no-mail') };
  if (name === 'service-not-known') return { '': text(locale, 'refusal.service-not-known') };
  return { '': stateRefusal(locale, name, state) ?? name };
}
