import { Panel, Table } from '../../kernel/html/index.ts';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { TodayPart } from '../../kernel/engine.ts';
import type { ViewContext } from '../../kernel/http/context.ts';
import { formatDayRelative } from '../../kernel/i18n/format.ts';
import { themeLabel } from '../directory/index.ts';
import { findPersonSummaries, type PersonSummary } from '../people/index.ts';
import { text } from './messages.ts';
import { nameSaid, StateChip } from './referral-parts.tsx';
import type { Referral } from './referral.ts';
import { countByState, listReferrals } from './referral.store.ts';

interface Back {
  referrals: Referral[];
  persons: Map<string, PersonSummary>;
  backCount: number;
  waiting: number;
}

/** What came back to whoever sent it; a coordinator sees everyone's. */
export const todayPart: TodayPart = {
  permission: 'referrals:send',
  order: 20,
  load: async ({ read, actor, may }): Promise<Back | undefined> => {
    const sentBy = may('referrals:settings') ? undefined : actor.id;
    const counts = await countByState(read, sentBy);
    const count = (...states: Referral['state'][]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
    const [backCount, waiting] = [count('declined', 'stalled'), count('sent', 'seen')];
    if (backCount + waiting === 0) return undefined;
    const referrals = backCount === 0 ? [] : await listReferrals(read, { state: 'back', sentBy }, { limit: 5 });
    return { referrals, persons: await findPersonSummaries(read, referrals.map(({ personId }) => personId)), backCount, waiting };
  },
  view: backView,
};

function backView({ referrals, persons, backCount, waiting }: Back, { locale, today, may }: ViewContext) {
  const mine = may('referrals:settings') ? '' : '&mine=on';
  return (
    <Panel title={text(locale, 'today.back.title')} tone={backCount > 0 ? 'waiting' : undefined} act={<a href={`/referrals?state=back${mine}`}>{text(locale, 'today.all')}</a>}>
      {backCount > 0 && <p>{text(locale, 'today.back.what', { count: backCount })}</p>}
      {referrals.length > 0 && (
        <Table
          locale={locale}
          caption={text(locale, 'today.back.title')}
          columns={[
            { key: 'who', head: text(locale, 'list.who'), cell: ({ personId }) => <span dir="auto">{nameSaid(persons.get(personId))}</span>, grow: true },
            { key: 'service', head: text(locale, 'field.service'), cell: ({ serviceName }) => serviceName },
            { key: 'theme', head: text(locale, 'field.theme'), cell: ({ theme }) => themeLabel(locale, theme) },
            { key: 'state', head: text(locale, 'field.state'), cell: ({ state }) => <StateChip state={state} locale={locale} /> },
            { key: 'since', head: text(locale, 'list.since'), cell: ({ stateSince }) => formatDayRelative(locale, dayOf(stateSince), today) },
          ]}
          rows={referrals}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/referrals/${id}`}
        />
      )}
      {waiting > 0 && (
        <p>
          <a href={`/referrals?state=waiting${mine}`}>{text(locale, 'today.waiting.what', { count: waiting })}</a>
        </p>
      )}
    </Panel>
  );
}
