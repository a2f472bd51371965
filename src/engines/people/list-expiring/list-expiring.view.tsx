import { EmptyState, Panel, Table, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { text } from '../life/messages.ts';
import { Expiry } from '../list-statuses/list-statuses.view.tsx';
import { termText } from '../terms/term.ts';
import type { ExpiringList } from './list-expiring.ts';

export function listExpiringView({ expiring, terms }: ExpiringList, context: ViewContext) {
  const { locale, today } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'expiring.title')} lead={text(locale, 'expiring.lead')} crumbs={[{ href: '/people', label: text(locale, 'life.people') }]}>
      <Panel flush={expiring.length > 0}>
        <Table
          locale={locale}
          caption={text(locale, 'expiring.title')}
          rows={expiring}
          rowKey={({ personId, type }) => `${personId}-${type}`}
          rowHref={({ personId }) => `/people/${personId}/status`}
          columns={[
            { key: 'person', head: text(locale, 'expiring.person'), grow: true, cell: ({ name }) => <bdi>{name.full}</bdi> },
            { key: 'type', head: text(locale, 'status.type'), cell: ({ type }) => termText(locale, terms, type) },
            { key: 'document', head: text(locale, 'status.document'), cell: ({ document }) => document ?? '' },
            { key: 'expires', head: text(locale, 'status.expires-on'), nowrap: true, cell: ({ expiresOn }) => <Expiry expiresOn={expiresOn} isOver={false} locale={locale} today={today} /> },
          ]}
          empty={
            <EmptyState icon="calendar-check" title={text(locale, 'expiring.none')}>
              {text(locale, 'expiring.none.what')}
            </EmptyState>
          }
        />
      </Panel>
    </WorkPage>
  );
}
