import type { AgainContext } from '../../../kernel/http/context.ts';
import { notFound } from '../../../kernel/http/refusal.ts';
import { refusalSaid } from '../refusal-said.ts';
import { loadReferral } from './load-referral.ts';
import { openReferralView } from './open-referral.view.tsx';

/** The referral's own page once more, with what was typed and why the act was refused. */
export async function refusedOnPage(context: AgainContext) {
  const opened = await loadReferral(context.read, context.params['id']!);
  if (!opened) return notFound;
  return openReferralView(opened, context, { errors: { ...context.errors, ...refusalSaid(context, opened.referral.state) }, values: context.values });
}
