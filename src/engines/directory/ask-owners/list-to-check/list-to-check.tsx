import { z } from 'zod';
import { EmptyState, LinkButton, StatusChip, Table, WorkPage, type Tone } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { FreshnessChip } from '../../accepting-chip.tsx';
import { text as directoryText } from '../../messages.ts';
import { checkReasons, findToCheck, type CheckReason, type ToCheck } from '../inquiry.store.ts';
import { text } from '../messages.ts';
import { findOwnerTerms } from '../owner-term.store.ts';

const shownAtMost = 200;
const tones: Record<CheckReason, Tone> = { proposal: 'waiting', silent: 'harm', 'no-mail': 'harm', stale: 'busy' };

/** What waits for whoever keeps the map. */
export const toCheckPage = page({
  path: '/directory/to-check',
  permission: 'directory:change',
  event: unrecorded('services, no person'),
  load: async ({ read, today }) => {
    const { months } = await findOwnerTerms(read, today);
    return { waiting: await findToCheck(read, today.subtract({ months }), shownAtMost) };
  },
  view: ({ waiting }, context) => toCheckView(waiting, context),
  api: {
    summary: 'Services that someone should look at, and why',
    output: z.object({ waiting: z.array(z.object({ serviceId: z.uuid(), name: z.string(), organisation: z.string(), lastConfirmedOn: z.iso.date(), reason: z.enum(checkReasons), proposalId: z.uuid().nullable() })) }),
  },
});

function toCheckView(waiting: readonly ToCheck[], context: ViewContext) {
  const { locale, today } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'check.title')} lead={text(locale, 'check.lead')} crumbs={[{ href: '/directory', label: directoryText(locale, 'directory.title') }]}>
      <Table
        locale={locale}
        caption={text(locale, 'check.title')}
        rows={waiting}
        rowKey={({ serviceId, proposalId }) => proposalId ?? serviceId}
        rowHref={({ serviceId, proposalId }) => (proposalId ? `/directory/proposals/${proposalId}` : `/directory/services/${serviceId}`)}
        columns={[
          { key: 'name', head: directoryText(locale, 'service.name'), cell: ({ name }) => name, grow: true },
          { key: 'organisation', head: directoryText(locale, 'service.organisation'), cell: ({ organisation }) => organisation },
          { key: 'why', head: text(locale, 'check.why'), cell: ({ reason }) => <StatusChip tone={tones[reason]}>{text(locale, `check.${reason}`)}</StatusChip> },
          { key: 'fresh', head: directoryText(locale, 'service.last-confirmed'), cell: (service) => <FreshnessChip service={service} locale={locale} today={today} /> },
        ]}
        empty={
          <EmptyState icon="circle-check" title={text(locale, 'check.none')} act={<LinkButton href="/directory">{directoryText(locale, 'directory.title')}</LinkButton>}>
            {text(locale, 'check.none.what')}
          </EmptyState>
        }
      />
    </WorkPage>
  );
}
