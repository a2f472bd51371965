import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import { field } from '../../../kernel/http/fields.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { subjectsOf } from '../deliver.ts';
import { text } from '../messages.ts';
import { refusedOnPage } from '../open-referral/refused-on-page.ts';
import { findReferral } from '../referral.store.ts';
import { markSaid } from './telling.store.ts';

/** Whoever referred told the person what no message could. */
export const saidByHandAct = act({
  path: '/referrals/:id/said',
  permission: 'referrals:send',
  event: 'referral-told-person',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input: { id } }) => {
    const referral = await findReferral(tx, id);
    if (!referral) return notFound;
    for (const kind of await markSaid(tx, id)) tx.record({ act: 'referral-told-person', subjects: subjectsOf(referral), detail: { what: kind, channel: 'by-hand' } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/referrals/${id}`, { kind: 'done', text: text(locale, 'told.said-done') }),
  again: refusedOnPage,
  api: { summary: 'Note that the person was told in person', output: z.object({ id: z.uuid() }) },
});
