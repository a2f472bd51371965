import { Button, EmptyState, Form, StatusChip, Table, WorkPage } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment, formatNumber } from '../../../kernel/i18n/format.ts';
import type { KeptInbox } from '../inbox.store.ts';
import { text } from '../messages.ts';

export function keepInboxesView(inboxes: readonly KeptInbox[], context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'inboxes.title')} lead={text(locale, 'inboxes.lead')} wide>
      <Table
        locale={locale}
        caption={text(locale, 'inboxes.title')}
        columns={[
          { key: 'organisation', head: text(locale, 'inboxes.organisation'), cell: ({ organisationName }) => organisationName, grow: true },
          { key: 'email', head: text(locale, 'inboxes.email'), cell: ({ email }) => email },
          { key: 'running', head: text(locale, 'inboxes.running'), cell: ({ running }) => formatNumber(locale, running), numeric: true },
          { key: 'opened', head: text(locale, 'inboxes.opened'), cell: ({ openedAt }) => (openedAt ? formatMoment(locale, openedAt) : text(locale, 'inboxes.never')), nowrap: true },
          { key: 'state', head: text(locale, 'field.state'), cell: ({ withdrawnAt }) => <StatusChip tone={withdrawnAt ? 'closed' : 'done'}>{text(locale, withdrawnAt ? 'inboxes.closed' : 'inboxes.open')}</StatusChip> },
          {
            key: 'act',
            head: text(locale, 'inboxes.act'),
            cell: ({ id, withdrawnAt, email }) => (
              <Form action={`/settings/referral-inboxes/${id}/${withdrawnAt ? 'open' : 'close'}`} once={key} label={`${text(locale, withdrawnAt ? 'inboxes.open.act' : 'inboxes.close.act')} ${email}`}>
                <Button look="subtle" small>
                  {text(locale, withdrawnAt ? 'inboxes.open.act' : 'inboxes.close.act')}
                </Button>
              </Form>
            ),
          },
        ]}
        rows={inboxes}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon="inbox" title={text(locale, 'inboxes.none.title')}>
            {text(locale, 'inboxes.none.what')}
          </EmptyState>
        }
      />
    </WorkPage>
  );
}
