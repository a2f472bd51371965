import { z } from 'zod';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { themes } from '../../directory/index.ts';
import { findPersonSummaries, type PersonSummary } from '../../people/index.ts';
import { referralJson, referralOutput } from '../referral-json.ts';
import { referralStates, type Referral, type ReferralState } from '../referral.ts';
import { countByState, listReferrals } from '../referral.store.ts';
import { listReferralsView } from './list-referrals.view.tsx';

const pageSize = 50;
const listStates = [...referralStates, 'open', 'waiting', 'back', 'all'] as const;

export interface ReferralFilterShown {
  /** What is under way, unless another state, group or all is asked for. */
  state: (typeof listStates)[number];
  theme?: string | undefined;
  mine: boolean;
}

export interface ReferralList {
  filter: ReferralFilterShown;
  referrals: Referral[];
  persons: Map<string, PersonSummary>;
  counts: Map<ReferralState, number>;
  next: string | undefined;
}

export const listReferralsPage = page({
  path: '/referrals',
  permission: 'referrals:list',
  event: unrecorded('a list; a file is opened on its own page'),
  input: z.strictObject({ state: field.optionalChoice(listStates), theme: field.optionalChoice(themes), mine: field.flag(), after: field.optionalText(120) }),
  load: async ({ read, input, actor }): Promise<ReferralList> => {
    const { state = 'open', theme, mine } = input;
    const sentBy = mine ? actor.id : undefined;
    const found = await listReferrals(read, { state: state === 'all' ? undefined : state, theme, sentBy }, { after: readCursor(input.after), limit: pageSize + 1 });
    const referrals = found.slice(0, pageSize);
    const persons = await findPersonSummaries(read, [...new Set(referrals.map(({ personId }) => personId))]);
    const last = referrals.at(-1);
    return { filter: { state, theme, mine }, referrals, persons, counts: await countByState(read, sentBy), next: found.length > pageSize && last ? `${last.stateSince.toString()}_${last.id}` : undefined };
  },
  view: listReferralsView,
  api: {
    summary: 'Referrals: in one state those that wait longest first, otherwise what moved last first',
    output: z.object({ referrals: z.array(referralOutput), next: z.string().nullable() }),
    present: ({ referrals, next }) => ({ referrals: referrals.map(referralJson), next: next ?? null }),
  },
});

/** Where the next page begins: the moment and id of the last one shown. Anything else is the first page. */
function readCursor(text: string | undefined): { since: string; id: string } | undefined {
  const [, since, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return since && id ? { since, id } : undefined;
}
