import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { text } from '../messages.ts';
import { signalErrors } from '../refusals.ts';
import { findSignalRule, findSignalRules, putSignalRule } from '../signal-rule.store.ts';
import type { SignalRule } from '../signal.ts';
import { setSignalRuleView } from './set-signal-rule.view.tsx';

export interface RuleScreen {
  now: SignalRule;
  rules: SignalRule[];
  values: FormValues;
  errors: FieldErrors;
}

export const setSignalRulePage = page({
  path: '/settings/signals',
  permission: 'questions:signals-rule',
  event: unrecorded('settings, no one is read'),
  load: async ({ read, today }): Promise<RuleScreen> => {
    const { now, rules } = await loadRules(read, today);
    return { now, rules, errors: {}, values: { from: today.toString(), times: String(now.times), voices: String(now.voices), days: String(now.days) } };
  },
  view: setSignalRuleView,
});

/** From how often on a barrier is put before policy, from a day on; what was told before stays told. */
export const setSignalRuleAct = act({
  path: '/settings/signals',
  permission: 'questions:signals-rule',
  event: 'signal-rule-set',
  input: z.strictObject({ from: field.day(), times: field.integer(5, 500), voices: field.integer(3, 100), days: field.integer(28, 730), source: field.text(300) }),
  act: async ({ tx, input: { from, times, voices, days, source }, today }) => {
    if (Temporal.PlainDate.compare(from, today) < 0) return refuse('day-past', { field: 'from' });
    await putSignalRule(tx, { validFrom: from, times, voices, days, source });
    tx.record({ act: 'signal-rule-set', subjects: [], detail: { from: from.toString(), times, voices, days } });
    return {};
  },
  done: (_, { locale }) => seeOther('/settings/signals', { kind: 'done', text: text(locale, 'rule.done') }),
  again: async (context: AgainContext) => setSignalRuleView({ ...(await loadRules(context.read, context.today)), values: context.values, errors: signalErrors(context) }, context),
});

async function loadRules(read: Read, today: Temporal.PlainDate) {
  return { now: await findSignalRule(read, today), rules: await findSignalRules(read) };
}
