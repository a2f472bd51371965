import { z } from 'zod';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { download } from '../../../kernel/http/answer.ts';
import type { LoadContext } from '../../../kernel/http/context.ts';
import { field } from '../../../kernel/http/fields.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { writeCsv } from '../../../kernel/tables/write-csv.ts';
import { themeLabel, themes } from '../../directory/index.ts';
import { findPersonSummaries, type PersonSummary } from '../../people/index.ts';
import { text } from '../messages.ts';
import { referralJson, referralOutput } from '../referral-json.ts';
import { referralStates, waitsFor, type Referral } from '../referral.ts';
import { findAllTerms, type TermsFrom } from '../term.store.ts';
import { listReferralsView } from './list-referrals.view.tsx';
import { countReferrals, findReferredServices, listReferrals, referralGroups, referralSorts, sortValue, type Order, type ReferralFilter, type ReferralSort } from './referral-list.store.ts';

const pageSize = 50;
const exportedAtMost = 20_000;
export const listStates = [...referralStates, ...referralGroups] as const;

/** What the address of the list says. */
const filterShape = {
  state: field.optionalChoice(listStates),
  theme: field.optionalChoice(themes),
  service: field.optionalId(),
  waits: field.optionalChoice(['sender', 'receiver']),
  mine: field.flag(),
  sort: field.optionalChoice(referralSorts),
  order: field.optionalChoice(['asc', 'desc']),
};

export interface ReferralFilterShown {
  /** What is under way, unless another state, group or all is asked for. */
  state: (typeof listStates)[number];
  theme?: string | undefined;
  service?: string | undefined;
  waits?: 'sender' | 'receiver' | undefined;
  mine: boolean;
  sort: ReferralSort;
  order: 'asc' | 'desc';
}

export interface ReferralList {
  filter: ReferralFilterShown;
  referrals: Referral[];
  persons: Map<string, PersonSummary>;
  services: { id: string; name: string }[];
  count: number;
  terms: TermsFrom[];
  next: string | undefined;
}

type Input = z.output<z.ZodObject<typeof filterShape>>;

export const listReferralsPage = page({
  path: '/referrals',
  permission: 'referrals:list',
  event: unrecorded('a list; a file is opened on its own page'),
  input: z.strictObject({ ...filterShape, after: field.optionalText(220) }),
  load: async ({ read, input, actor }): Promise<ReferralList> => {
    const filter = shownFilter(input);
    const wanted = filterOf(filter, actor);
    const found = await listReferrals(read, wanted, { order: orderOf(filter), after: readCursor(input.after), limit: pageSize + 1 });
    const referrals = found.slice(0, pageSize);
    const last = referrals.at(-1);
    return {
      filter,
      referrals,
      persons: await personsOf(read, referrals),
      services: await findReferredServices(read),
      count: await countReferrals(read, wanted),
      terms: await findAllTerms(read),
      next: found.length > pageSize && last ? `${sortValue(last, filter.sort)}_${last.id}` : undefined,
    };
  },
  view: listReferralsView,
  api: {
    summary: 'Referrals: those that wait longest first, unless sorted otherwise',
    output: z.object({ referrals: z.array(referralOutput), next: z.string().nullable() }),
    present: ({ referrals, next }) => ({ referrals: referrals.map(referralJson), next: next ?? null }),
  },
});

/** The list as a file, without names and without what was written, since it leaves the house. */
export const exportReferralsPage = page({
  path: '/referrals/export',
  permission: 'referrals:export',
  event: unrecorded('days, services and states: neither who it is for nor what was asked'),
  input: z.strictObject(filterShape),
  load: async ({ read, input, actor }) => {
    const filter = shownFilter(input);
    return listReferrals(read, filterOf(filter, actor), { order: orderOf(filter), limit: exportedAtMost });
  },
  view: (referrals, { locale, today }) => {
    const columns = ['prepared', 'sent', 'service', 'organisation', 'theme', 'state', 'since', 'waits', 'answered', 'days', 'reason', 'settled'] as const;
    const rows = referrals.map((referral) => [
      dayOf(referral.preparedAt),
      referral.sentAt && dayOf(referral.sentAt),
      referral.serviceName,
      referral.organisationName,
      themeLabel(locale, referral.theme),
      text(locale, `state.${referral.state}`),
      dayOf(referral.stateSince),
      text(locale, `waits.${waitsFor(referral)}`),
      referral.answeredAt && dayOf(referral.answeredAt),
      referral.answeredAt && referral.sentAt && dayOf(referral.sentAt).until(dayOf(referral.answeredAt)).days,
      referral.declineReason && text(locale, `reason.${referral.declineReason}`),
      referral.settled && text(locale, `settled.${referral.settled.how}`),
    ]);
    return download(writeCsv([columns.map((column) => text(locale, `export.${column}`)), ...rows]), 'text/csv; charset=utf-8', `${text(locale, 'export.file')}-${today}.csv`);
  },
});

function shownFilter({ state = 'open', theme, service, waits, mine, sort = 'since', order }: Input): ReferralFilterShown {
  // Among all, or those that ended, what moved last is looked for; among the rest what waits longest.
  const isHistory = state === 'all' || state === 'done' || state === 'withdrawn';
  return { state, theme, service, waits, mine, sort, order: order ?? (isHistory && sort !== 'service' ? 'desc' : 'asc') };
}

function filterOf({ state, theme, service, waits, mine }: ReferralFilterShown, actor: LoadContext<unknown>['actor']): ReferralFilter {
  return { state, theme, serviceId: service, waits, sentBy: mine ? actor.id : undefined };
}

function orderOf({ sort, order }: ReferralFilterShown): Order {
  return { by: sort, descending: order === 'desc' };
}

export function personsOf(read: Read, referrals: readonly Referral[]): Promise<Map<string, PersonSummary>> {
  return findPersonSummaries(read, [...new Set(referrals.flatMap(({ personId }) => personId ?? []))]);
}

/** Where the next page begins: the sort value and id of the last one shown. Anything else is the first page. */
function readCursor(cursor: string | undefined): { value: string; id: string } | undefined {
  const [, value, id] = /^(.*)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/s.exec(cursor ?? '') ?? [];
  return value && id ? { value, id } : undefined;
}
