import { z } from 'zod';
import type { TodayPart } from '../../../kernel/engine.ts';
import { EmptyState, Panel, Table, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../kernel/http/route.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import { text } from './messages.ts';
import { openingReasons } from './note.ts';
import { countOpenings, findOpenings, type Opening } from './sealed.store.ts';

/** Who opened what is under seal, and why: for the team that answers for it. */
export const listOpeningsPage = page({
  path: '/people/seal-openings',
  permission: 'people:seal-openings',
  event: unrecorded('says who opened a file, and nothing of what stands in it'),
  input: z.strictObject({}),
  load: async ({ read }): Promise<{ openings: Opening[] }> => ({ openings: await findOpenings(read, { since: read.now.subtract({ hours: 24 * 90 }) }) }),
  view: ({ openings }, context) => {
    const { locale, may } = context;
    return (
      <WorkPage frame={context.frame()} title={text(locale, 'openings.title')} lead={text(locale, 'openings.lead')} crumbs={[{ href: '/people', label: text(locale, 'people') }]}>
        <Panel flush={openings.length > 0}>
          <Table
            locale={locale}
            caption={text(locale, 'openings.title')}
            rows={openings}
            rowKey={({ id }) => id}
            rowHref={({ personId }) => (may('people:read') ? `/people/${personId}` : undefined)}
            columns={[
              { key: 'person', head: text(locale, 'openings.person'), cell: ({ personName }) => <bdi>{personName}</bdi> },
              { key: 'who', head: text(locale, 'openings.who'), cell: ({ accountName }) => accountName ?? text(locale, 'openings.nobody') },
              { key: 'when', head: text(locale, 'openings.when'), nowrap: true, cell: ({ openedAt }) => formatMoment(locale, openedAt) },
              { key: 'reason', head: text(locale, 'open.reason'), grow: true, cell: ({ reason, reasonText }) => `${text(locale, `reason.${reason}`)}: ${reasonText}` },
            ]}
            empty={
              <EmptyState icon="lock" title={text(locale, 'openings.none')}>
                {text(locale, 'openings.none.what')}
              </EmptyState>
            }
          />
        </Panel>
      </WorkPage>
    );
  },
  api: {
    summary: 'List who opened what is under seal in the past 90 days, and why',
    output: z.object({ openings: z.array(z.object({ personId: z.uuid(), accountName: z.string().nullable(), reason: z.enum(openingReasons), reasonText: z.string(), openedAt: z.iso.datetime() })) }),
    present: ({ openings }) => ({ openings: openings.map(({ personId, accountName, reason, reasonText, openedAt }) => ({ personId, accountName, reason, reasonText, openedAt })) }),
  },
});

/** The team is told of what colleagues opened in the past seven days. */
export const sealOpeningsPart: TodayPart = {
  permission: 'people:seal-openings',
  order: 46,
  load: async ({ read, actor }): Promise<{ count: number } | undefined> => {
    const count = await countOpenings(read, { since: read.now.subtract({ hours: 24 * 7 }), exceptBy: actor.id });
    return count > 0 ? { count } : undefined;
  },
  view: ({ count }: { count: number }, { locale }: ViewContext) => (
    <Panel title={text(locale, 'openings.title')} act={<a href="/people/seal-openings">{text(locale, 'openings.see')}</a>}>
      <p>{text(locale, 'openings.today', { count })}</p>
    </Panel>
  ),
};
