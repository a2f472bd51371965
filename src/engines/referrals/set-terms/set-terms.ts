import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../kernel/http/route.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { findTerms, putTerms } from '../term.store.ts';
import { setTermsView } from './set-terms.view.tsx';

export interface TermsScreen {
  now: Awaited<ReturnType<typeof findTerms>>;
  values: FormValues;
  errors: FieldErrors;
}

export const setTermsPage = page({
  path: '/settings/referral-terms',
  permission: 'referrals:settings',
  event: unrecorded('settings, no one is read'),
  load: async ({ read, today }): Promise<TermsScreen> => {
    const now = await findTerms(read, today);
    const values = { from: today.toString(), first: String(now.firstReminder), second: String(now.secondReminder), stalled: String(now.stalled), link: String(now.link), source: '' };
    return { now, values, errors: {} };
  },
  view: setTermsView,
});

/** Terms from a day on; what was sent before keeps its own. */
export const setTermsAct = act({
  path: '/settings/referral-terms',
  permission: 'referrals:settings',
  event: 'referral-terms-set',
  input: z.strictObject({ from: field.day(), first: field.integer(1, 60), second: field.integer(1, 120), stalled: field.integer(7, 365), link: field.integer(7, 730), source: field.text(300) }),
  act: async ({ tx, input, today }) => {
    if (Temporal.PlainDate.compare(input.from, today) < 0) return refuse('past', { field: 'from' });
    if (input.second <= input.first || input.link < input.stalled) return refuse('order', { field: 'second' });
    await putTerms(tx, input.from, { firstReminder: input.first, secondReminder: input.second, stalled: input.stalled, link: input.link }, input.source);
    tx.record({ act: 'referral-terms-set', subjects: [], detail: { from: input.from.toString(), first: input.first, second: input.second, stalled: input.stalled, link: input.link } });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/referral-terms', { kind: 'done', text: text(locale, 'terms.done') }),
  again: async (context: AgainContext) => {
    const { refusal, locale, errors, values, read, today } = context;
    const said: FieldErrors = refusal?.name === 'past' ? { from: text(locale, 'terms.past') } : refusal ? { second: text(locale, 'terms.order') } : {};
    return setTermsView({ now: await findTerms(read, today), values, errors: { ...errors, ...said } }, context);
  },
});
