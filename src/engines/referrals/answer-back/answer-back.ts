import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Transaction } from '../../../kernel/db/types.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type NotFound, type Refusal } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { newId } from '../../../kernel/id.ts';
import { findService, isTheme } from '../../directory/index.ts';
import { findQuestion, recordQuestion } from '../../questions/index.ts';
import { heldConsent } from '../consent.ts';
import { deliver } from '../deliver.ts';
import { text } from '../messages.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { consentWays, isBack, type Referral } from '../referral.ts';
import { findReferral } from '../referral.store.ts';
import { prepareReferral } from '../register.ts';
import { settle } from '../settle.ts';

const oneReferral = { id: field.id(), version: field.version() };
const output = z.object({ id: z.uuid() });

/** What came back goes to another service with what was typed, in one click: only the consent for that organisation is new. */
export const referElsewhereAct = act({
  path: '/referrals/:id/elsewhere',
  permission: 'referrals:send',
  event: 'referral-prepared',
  input: z.strictObject({ ...oneReferral, service: field.id(), consentWay: field.optionalChoice(consentWays) }),
  act: async ({ tx, input, tenant, publicUrl, actor }) => {
    const service = await findService(tx, input.service);
    if (!service || service.endedOn) return (await findReferral(tx, input.id)) ? refuse('service-not-known') : notFound;
    const referral = await findBack(tx, input);
    if (!('state' in referral)) return referral;
    if (!referral.personId) return notFound;
    const next = {
      ...referral,
      id: newId(),
      personId: referral.personId,
      serviceId: service.id,
      organisationId: service.organisation.id,
      serviceName: service.name,
      organisationName: service.organisation.name,
      sentBy: actor.kind === 'account' ? actor.id : null,
    };
    const isHeld = (await heldConsent(tx, next)) !== undefined;
    if (!isHeld && !input.consentWay) return refuse('consent-needed', { field: 'consentWay' });
    await prepareReferral(tx, next, !isHeld && input.consentWay ? { way: input.consentWay, on: dayOf(tx.now), until: dayOf(tx.now).add({ years: 1 }) } : undefined);
    const refusal = (await deliver(tx, (await findReferral(tx, next.id))!, { tenant, publicUrl })) ?? (await settle(tx, referral, 'elsewhere', next.id));
    return refusal ?? { id: next.id, serviceName: service.name };
  },
  done: ({ id, serviceName }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'prepare.sent', { service: serviceName }) }),
  again: refusedOnPage,
  api: { summary: 'Refer what came back to another service', output, present: ({ id }) => ({ id }) },
});

/** Whoever referred steps in: a contact in which they go along, as a question of its own that stays open. */
export const goAlongAct = act({
  path: '/referrals/:id/along',
  permission: 'referrals:send',
  event: 'referral-settled',
  input: z.strictObject(oneReferral),
  act: async ({ tx, input }) => {
    const referral = await findBack(tx, input);
    if (!('state' in referral)) return referral;
    const question = await findQuestion(tx, referral.questionId);
    const theme = question?.theme ?? referral.theme;
    if (!isTheme(theme)) return notFound;
    const { id } = await recordQuestion(tx, {
      theme,
      channel: 'going-along',
      language: question?.language ?? 'nl',
      municipality: question?.municipality ?? null,
      personId: referral.personId,
      householdId: question?.householdId ?? null,
      caseId: question?.caseId ?? null,
      handling: ['went-along'],
      note: referral.request,
      open: true,
    });
    return (await settle(tx, referral, 'along')) ?? { id };
  },
  done: ({ id }, { locale }) => seeOther(`/questions/${id}`, { kind: 'done', text: text(locale, 'along.done') }),
  again: refusedOnPage,
  api: { summary: 'Go along oneself with what came back', output },
});

/** It rests here: nothing more is done with this referral. */
export const leaveReferralAct = act({
  path: '/referrals/:id/leave',
  permission: 'referrals:send',
  event: 'referral-settled',
  input: z.strictObject(oneReferral),
  act: async ({ tx, input }) => {
    const referral = await findBack(tx, input);
    if (!('state' in referral)) return referral;
    return (await settle(tx, referral, 'left')) ?? { id: referral.id };
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'leave.done') }),
  again: refusedOnPage,
  api: { summary: 'Let rest what came back', output },
});

async function findBack(tx: Transaction, { id, version }: { id: string; version: number }): Promise<Referral | Refusal | NotFound> {
  const referral = await findReferral(tx, id);
  if (!referral) return notFound;
  if (referral.version !== version) return changedMeanwhile();
  return isBack(referral) ? referral : refuse('not-now', { status: 409 });
}
