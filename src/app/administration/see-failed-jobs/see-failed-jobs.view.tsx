import { Button, EmptyState, Form, StatusChip, Table } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatMoment } from '../../../kernel/i18n/format.ts';
import type { FailedJob } from '../../../kernel/jobs/failed-job.store.ts';
import { text } from '../messages.ts';
import { SettingsPage } from '../settings-page.tsx';

export function failedJobsView(jobs: FailedJob[], context: ViewContext) {
  const { locale, key } = context;
  return (
    <SettingsPage context={context} title={text(locale, 'jobs.title')} lead={<p>{text(locale, 'jobs.about')}</p>} wide>
      <Table
        locale={locale}
        caption={text(locale, 'jobs.title')}
        rows={jobs}
        rowKey={({ id }) => id}
        tone={({ endedAt }) => (endedAt ? 'harm' : 'waiting')}
        empty={
          <EmptyState icon="circle-check" title={text(locale, 'jobs.none.title')}>
            {text(locale, 'jobs.none.text')}
          </EmptyState>
        }
        columns={[
          { key: 'job', head: text(locale, 'jobs.job'), cell: ({ job }) => job },
          { key: 'attempts', head: text(locale, 'jobs.attempts'), numeric: true, cell: ({ attempts }) => attempts },
          { key: 'error', head: text(locale, 'jobs.error'), grow: true, cell: ({ error }) => error ?? '' },
          { key: 'state', head: text(locale, 'jobs.state'), cell: (job) => <State job={job} context={context} /> },
          {
            key: 'act',
            head: text(locale, 'table.act'),
            cell: ({ id, job, endedAt }) =>
              endedAt && (
                <Form action={`/settings/jobs/${id}/retry`} once={key} label={text(locale, 'jobs.retry-one', { job })}>
                  <Button look="secondary" small>
                    {text(locale, 'jobs.retry')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </SettingsPage>
  );
}

function State({ job: { endedAt, nextAt }, context: { locale } }: { job: FailedJob; context: ViewContext }) {
  if (nextAt) return <StatusChip tone="waiting">{text(locale, 'jobs.again-at', { moment: formatMoment(locale, nextAt) })}</StatusChip>;
  return <StatusChip tone="harm">{text(locale, 'jobs.failed-at', { moment: endedAt ? formatMoment(locale, endedAt) : '' })}</StatusChip>;
}
