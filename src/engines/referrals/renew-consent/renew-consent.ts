import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { noteConsent } from '../consent.ts';
import { subjectsOf } from '../deliver.ts';
import { text } from '../messages.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { consentWays, isEnded } from '../referral.ts';
import { findReferral } from '../referral.store.ts';

/** The person agrees again, or after all: from that moment the service sees once more what was chosen for it. */
export const renewConsentAct = act({
  path: '/referrals/:id/consent',
  permission: 'referrals:send',
  event: 'referral-consent-renewed',
  input: z.strictObject({ id: field.id(), consentWay: field.choice(consentWays), consentUntil: field.optionalDay() }),
  act: async ({ tx, input: { id, consentWay, consentUntil } }) => {
    const referral = await findReferral(tx, id);
    if (!referral?.personId || !referral.organisationId) return notFound;
    if (isEnded(referral.state)) return refuse('not-now', { status: 409 });
    const today = dayOf(tx.now);
    if (consentUntil && Temporal.PlainDate.compare(consentUntil, today) < 0) return refuse('consent-ends-before', { field: 'consentUntil' });
    await noteConsent(tx, { ...referral, personId: referral.personId }, { way: consentWay, on: today, until: consentUntil ?? null });
    tx.record({ act: 'referral-consent-renewed', subjects: subjectsOf(referral), detail: { consent: consentWay } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'renew-consent.done') }),
  again: refusedOnPage,
  api: { summary: 'Note that the person agrees again', output: z.object({ id: z.uuid() }) },
});
