import { z } from 'zod';
import { EmptyState, Panel, Table, WorkPage } from '../../../../kernel/html/index.ts';
import type { TodayPart } from '../../../../kernel/engine.ts';
import type { LoadContext, ViewContext } from '../../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { formatDay, formatMoment } from '../../../../kernel/i18n/format.ts';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import { text } from '../messages.ts';
import { findOpenings, findRestrictions, maskOf, type RestrictedOpening, type Restriction } from '../restriction.store.ts';
import { mayOpen } from './may-open.ts';

interface RestrictedList {
  restrictions: Restriction[];
  openings: RestrictedOpening[];
}

async function loadRestricted({ read, actor, may }: Pick<LoadContext<unknown>, 'read' | 'actor' | 'may'>): Promise<RestrictedList> {
  const restrictions = (await findRestrictions(read)).filter((restriction) => mayOpen(restriction, { actor, may }));
  const openings = await findOpenings(read, { since: read.now.subtract({ hours: 24 * 7 }), accountId: may('people:restricted') ? null : actor.id });
  return { restrictions, openings };
}

/** Those whom the reader may open: by their masks. */
export const listRestrictedPage = page({
  path: '/people/restricted',
  permission: 'people:read',
  event: unrecorded('a list of masks opens nobody’s file'),
  input: z.strictObject({}),
  load: loadRestricted,
  view: ({ restrictions, openings }, context) => {
    const { locale } = context;
    return (
      <WorkPage frame={context.frame()} title={text(locale, 'restrict.list.title')} lead={text(locale, 'restrict.list.lead')} crumbs={[{ href: '/people', label: text(locale, 'people') }]}>
        {restrictions.length === 0 ? (
          <EmptyState icon="eye-off" title={text(locale, 'restrict.list.none')}>
            {text(locale, 'restrict.about')}
          </EmptyState>
        ) : (
          <Table
            locale={locale}
            caption={text(locale, 'restrict.list.title')}
            rows={restrictions}
            rowKey={({ personId }) => personId}
            rowHref={({ personId }) => `/people/${personId}/rights`}
            columns={[
              { key: 'person', head: text(locale, 'restrict.list.person'), cell: ({ personId }) => maskOf(personId) },
              { key: 'reason', head: text(locale, 'restrict.reason'), grow: true, cell: ({ reason }) => text(locale, `restrict.reason.${reason}`) },
              { key: 'until', head: text(locale, 'restrict.until'), nowrap: true, cell: ({ until }) => (until ? formatDay(locale, until) : '') },
            ]}
          />
        )}
        {openings.length > 0 && (
          <Panel title={text(locale, 'restrict.list.openings')}>
            <Openings openings={openings} context={context} />
          </Panel>
        )}
      </WorkPage>
    );
  },
  api: {
    summary: 'Restricted persons that you may open, by their masks',
    output: z.array(z.object({ personId: z.uuid(), mask: z.string(), since: z.iso.date(), until: z.iso.date().nullable() })),
    present: ({ restrictions }) => restrictions.map(({ personId, restrictedAt, until }) => ({ personId, mask: maskOf(personId), since: dayOf(restrictedAt).toString(), until: until?.toString() ?? null })),
  },
});

function Openings({ openings, context: { locale } }: { openings: readonly RestrictedOpening[]; context: ViewContext }) {
  return (
    <ul>
      {openings.map(({ personId, accountName, openedAt, reason }) => (
        <li>{text(locale, 'restrict.today.entry', { who: accountName ?? text(locale, 'restrict.nobody'), mask: maskOf(personId), when: formatMoment(locale, openedAt), reason })}</li>
      ))}
    </ul>
  );
}

/** The team is told who opened a restricted file and why. */
export const openingsToday: TodayPart = {
  permission: 'people:read',
  order: 45,
  load: async (context) => {
    const { openings } = await loadRestricted(context);
    return openings.length > 0 ? openings : undefined;
  },
  view: (openings: RestrictedOpening[], context: ViewContext) => (
    <Panel title={text(context.locale, 'restrict.today')} act={<a href="/people/restricted">{text(context.locale, 'restrict.list.title')}</a>}>
      <p>{text(context.locale, 'restrict.today.opened', { count: openings.length })}</p>
      <Openings openings={openings.slice(0, 3)} context={context} />
    </Panel>
  ),
};
