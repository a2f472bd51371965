import { Alert, Button, ButtonRow, ErrorSummary, Form, Hidden, Panel, Table, WorkPage } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatMoment } from '../../../../kernel/i18n/format.ts';
import { text as directoryText } from '../../messages.ts';
import { text } from '../messages.ts';
import { proposable } from '../proposal.store.ts';
import type { ProposalScreen } from './decide-proposal.ts';

/** What stands there beside what the owner proposes; what is ticked is taken over. */
export function decideProposalView({ proposal, service, errors }: ProposalScreen, context: ViewContext) {
  const { locale, key } = context;
  const { proposed } = proposal;
  const labels = {
    name: directoryText(locale, 'service.name'),
    does: directoryText(locale, 'service.does'),
    phone: directoryText(locale, 'service.phone'),
    email: directoryText(locale, 'service.email'),
    website: directoryText(locale, 'service.website'),
    enrolment: text(locale, 'owner.enrolment'),
  };
  const rows = proposed.ended ? [{ name: 'ended', label: text(locale, 'proposal.ended'), now: directoryText(locale, 'accepting.yes'), wanted: text(locale, 'proposal.ended') }] : proposable.filter((name) => proposed[name] !== undefined).map((name) => ({ name, label: labels[name], now: service[name] ?? '', wanted: proposed[name]! }));
  const crumbs = [
    { href: '/directory', label: directoryText(locale, 'directory.title') },
    { href: '/directory/to-check', label: text(locale, 'check.title') },
  ];
  return (
    <WorkPage frame={context.frame()} title={service.name} lead={text(locale, 'proposal.made', { moment: formatMoment(locale, proposal.madeAt) })} crumbs={crumbs}>
      <ErrorSummary locale={locale} errors={errors} />
      {proposal.decision ? (
        <Alert>{text(locale, proposal.decision === 'accepted' ? 'proposal.accepted' : 'proposal.declined')}</Alert>
      ) : (
        <Panel title={text(locale, 'proposal.title')}>
          <Form action={`/directory/proposals/${proposal.id}`} once={key} version={proposal.version} label={text(locale, 'proposal.title')}>
            <Hidden name="serviceVersion" value={service.version} />
            <Table
              locale={locale}
              caption={text(locale, 'proposal.title')}
              rows={rows}
              rowKey={({ name }) => name}
              select={{ name: 'accept', label: ({ label }) => text(locale, 'proposal.take', { what: label }), isSelected: () => true }}
              columns={[
                { key: 'what', head: text(locale, 'proposal.what'), cell: ({ label }) => label, nowrap: true },
                { key: 'now', head: text(locale, 'proposal.now'), cell: ({ now }) => now || '–', grow: true },
                { key: 'then', head: text(locale, 'proposal.then'), cell: ({ wanted }) => <strong>{wanted || '–'}</strong>, grow: true },
              ]}
            />
            <p>{text(locale, 'proposal.how')}</p>
            <ButtonRow>
              <Button icon="check">{text(locale, 'proposal.act')}</Button>
            </ButtonRow>
          </Form>
        </Panel>
      )}
      <p>
        <a href={`/directory/services/${service.id}`}>{text(locale, 'proposal.service')}</a>
      </p>
    </WorkPage>
  );
}
