import { z } from 'zod';
import { seeOther } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import type { ExpertTerm } from '../expert.ts';
import { findExpertTerm, putExpertTerm } from '../expert-term.store.ts';
import { text } from '../messages.ts';
import { helpdeskErrors } from '../refusals.ts';
import { setExpertTermsView } from './set-expert-terms.view.tsx';

export interface ExpertTermsScreen {
  now: ExpertTerm;
  values: FormValues;
  errors: FieldErrors;
}

export const setExpertTermsPage = page({
  path: '/settings/legal-terms',
  permission: 'questions:expert-terms',
  event: unrecorded('settings, no one is read'),
  load: async ({ read, today }): Promise<ExpertTermsScreen> => {
    const now = await findExpertTerm(read, today);
    return { now, errors: {}, values: { from: today.toString(), normal: String(now.normalDays), urgent: String(now.urgentDays) } };
  },
  view: setExpertTermsView,
});

/** From a day on; a question that was asked keeps the term that held then. */
export const setExpertTermsAct = act({
  path: '/settings/legal-terms',
  permission: 'questions:expert-terms',
  event: 'expert-terms-set',
  input: z.strictObject({ from: field.day(), normal: field.integer(1, 60), urgent: field.integer(1, 60), source: field.text(300) }),
  act: async ({ tx, input: { from, normal, urgent, source }, today }) => {
    if (Temporal.PlainDate.compare(from, today) < 0) return refuse('day-past', { field: 'from' });
    if (urgent > normal) return refuse('urgent-longer', { field: 'urgent' });
    await putExpertTerm(tx, { validFrom: from, normalDays: normal, urgentDays: urgent, source });
    tx.record({ act: 'expert-terms-set', subjects: [], detail: { from: from.toString(), normal, urgent } });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/legal-terms', { kind: 'done', text: text(locale, 'terms.done') }),
  again: async (context: AgainContext) => setExpertTermsView({ now: await findExpertTerm(context.read, context.today), values: context.values, errors: helpdeskErrors(context) }, context),
});
