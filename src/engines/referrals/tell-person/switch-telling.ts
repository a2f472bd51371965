import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { subjectsOf } from '../deliver.ts';
import { text } from '../messages.ts';
import { setTells } from '../move.store.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { findReferral } from '../referral.store.ts';
import { planTellings } from './plan-telling.ts';
import { dropTellings } from './telling.store.ts';

/** A message is no longer safe, or is after all: what waited to be told is dropped, or an appointment ahead is told. */
export const switchTellingAct = act({
  path: '/referrals/:id/telling',
  permission: 'referrals:send',
  event: 'referral-telling-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), tells: field.choice(['yes', 'no']) }),
  act: async ({ tx, input: { id, version, tells: said } }) => {
    const referral = await findReferral(tx, id);
    if (!referral) return notFound;
    const tells = said === 'yes';
    if (!(await setTells(tx, { id, version, tells }))) return changedMeanwhile();
    if (!tells) await dropTellings(tx, id);
    else if (referral.state === 'appointment') await planTellings(tx, { id, tells, state: 'accepted' }, 'appoint', referral.appointment?.at);
    tx.record({ act: 'referral-telling-changed', subjects: subjectsOf(referral), detail: { tells } });
    return { id, tells };
  },
  done: ({ id, tells }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, tells ? 'telling.now-on' : 'telling.now-off') }),
  again: refusedOnPage,
  api: { summary: 'Say whether the person is told by message', output: z.object({ id: z.uuid(), tells: z.boolean() }) },
});
