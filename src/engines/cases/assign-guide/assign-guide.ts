import { z } from 'zod';
import { seeOther } from '../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { refuse } from '../../../kernel/http/refusal.ts';
import { act } from '../../../kernel/http/route.ts';
import { isId } from '../../../kernel/id.ts';
import { findHouseholdSummaries } from '../../people/index.ts';
import { findCasesByIds } from '../case.store.ts';
import { backField, backToList } from '../list-to-welcome/back-to-list.ts';
import { text } from '../messages.ts';
import { isWithinReach, reachOf } from '../reach.store.ts';
import { findWorkers } from '../worker.store.ts';
import { proposeWorkers } from '../worker.ts';
import { giveToGuide } from './assign-guide.store.ts';
import { assignGuideView } from './assign-guide.view.tsx';

/** As many as a list shows twice over. */
const mostAtOnce = 100;

export const assignGuideAct = act({
  path: '/cases/assign',
  permission: 'cases:plan',
  event: 'guide-assigned',
  input: z.strictObject({ case: field.list(field.id()), guide: field.id(), back: backField }),
  act: async ({ input, tx, actor }) => {
    if (input.case.length === 0) return refuse('nothing-chosen', { field: 'case' });
    if (input.case.length > mostAtOnce) return refuse('too-many-chosen', { field: 'case', detail: { most: mostAtOnce } });
    const worker = (await findWorkers(tx, { id: input.guide }))[0];
    if (!worker?.isActive) return refuse('guide-not-active', { field: 'guide' });
    const given = await giveToGuide(tx, { caseIds: input.case, guideId: input.guide, reach: reachOf(actor) });
    for (const { id, householdId } of given) {
      tx.record({ act: 'guide-assigned', subjects: [{ type: 'case', id }, { type: 'household', id: householdId }, { type: 'account', id: input.guide }] });
    }
    return { given: given.length, left: new Set(input.case).size - given.length, guide: worker.name, back: backToList(input.back) };
  },
  done: ({ given, left, guide, back }, { locale }) => {
    const done = text(locale, 'assign.done', { count: given, guide });
    return seeOther(back, { kind: left > 0 ? 'warning' : 'done', text: left > 0 ? `${done} ${text(locale, 'assign.left', { count: left })}` : done });
  },
  again: loadAgain,
  api: { summary: 'Give running cases to a guide', output: z.object({ given: z.int(), left: z.int() }) },
});

/** The families that were ticked, and who could be asked for them. */
async function loadAgain(context: AgainContext) {
  const { read, actor, values } = context;
  const typed = values['case'] ?? [];
  const ids = (Array.isArray(typed) ? typed : [typed]).filter(isId).slice(0, mostAtOnce);
  const cases = (await findCasesByIds(read, ids)).filter((file) => isWithinReach(reachOf(actor), file));
  const households = await findHouseholdSummaries(read, cases.map(({ householdId }) => householdId));
  const languages = [...new Set(cases.flatMap((file) => file.languages))];
  return assignGuideView({ cases, households, proposals: proposeWorkers(await findWorkers(read), { languages, municipality: null }) }, context);
}
