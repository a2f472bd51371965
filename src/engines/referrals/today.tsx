import { Panel, TaskList } from '../../kernel/html/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { TodayPart } from '../../kernel/engine.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDayRelative } from '../../kernel/i18n/format.ts';
import { themeLabel } from '../directory/index.ts';
import type { PersonSummary } from '../people/index.ts';
import { personsOf } from './list-referrals/list-referrals.ts';
import { countBackAndWaiting, listReferrals, type BackAndWaiting } from './list-referrals/referral-list.store.ts';
import { text } from './messages.ts';
import { nameSaid } from './referral-parts.tsx';
import type { Referral } from './referral.ts';
import { countToSay } from './tell-person/telling.store.ts';

interface Back {
  referrals: Referral[];
  persons: Map<string, PersonSummary>;
  counts: BackAndWaiting;
  /** Of how many referrals the person must still hear something from us, and the first of them. */
  toSay: { count: number; first: string | null };
}

/** What came back to whoever sent it; a coordinator sees everyone's. */
export const todayPart: TodayPart = {
  permission: 'referrals:send',
  order: 20,
  load: async ({ read, actor, may }): Promise<Back | undefined> => {
    const sentBy = may('referrals:settings') ? undefined : actor.id;
    const counts = await countBackAndWaiting(read, sentBy);
    const toSay = await countToSay(read, sentBy);
    if (counts.back + counts.waiting + toSay.count === 0) return undefined;
    const referrals = counts.back === 0 ? [] : await listReferrals(read, { state: 'back', sentBy }, { order: { by: 'since', descending: false }, limit: 5 });
    return { referrals, persons: await personsOf(read, referrals), counts, toSay };
  },
  view: backView,
};

function backView({ referrals, persons, counts: { back, waiting }, toSay }: Back, { locale, today, may }: ViewContext) {
  const mine = may('referrals:settings') ? '' : '&mine=on';
  return (
    <Panel title={text(locale, 'today.back.title')} tone={back > 0 ? 'waiting' : undefined} act={<a href={`/referrals?state=back${mine}`}>{text(locale, 'today.all')}</a>}>
      {back > 0 && <p>{text(locale, 'today.back.what', { count: back })}</p>}
      {referrals.length > 0 && (
        // A list and not a table: a service's name may be as long as it is, the state stays beside it.
        <TaskList
          label={text(locale, 'today.back.title')}
          items={referrals.map((referral) => ({
            label: nameSaid(referral.personId ? persons.get(referral.personId) : undefined),
            href: `/referrals/${referral.id}`,
            hint: text(locale, 'today.back.row', { theme: themeLabel(locale, referral.theme), service: referral.serviceName, since: formatDayRelative(locale, dayOf(referral.stateSince), today) }),
            status: { label: text(locale, `state.${referral.state}`), tone: 'harm' as const },
          }))}
        />
      )}
      {toSay.first && (
        <p>
          <a href={`/referrals/${toSay.first}`}>{text(locale, 'today.to-say', { count: toSay.count })}</a>
        </p>
      )}
      {waiting > 0 && (
        <p>
          <a href={`/referrals?state=waiting${mine}`}>{text(locale, 'today.waiting.what', { count: waiting })}</a>
        </p>
      )}
    </Panel>
  );
}
