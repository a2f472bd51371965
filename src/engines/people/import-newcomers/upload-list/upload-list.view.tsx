import { Button, Columns, DescriptionDetails, ErrorSummary, FileField, Form, LinkButton, ButtonRow, Panel, StatusChip, Table, WorkPage, type Tone } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatMoment, formatNumber } from '../../../../kernel/i18n/format.ts';
import { fields } from '../fields.ts';
import { text } from '../messages.ts';
import type { ListState } from '../newcomer-list.ts';
import type { ListSummary } from '../newcomer-list.store.ts';

interface UploadScreen {
  lists: ListSummary[];
  error: string | undefined;
}

export function uploadListView({ lists, error }: UploadScreen, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'upload.title')} lead={text(locale, 'upload.what')} crumbs={[{ href: '/people', label: text(locale, 'people') }]}>
      <ErrorSummary locale={locale} errors={error ? { file: error } : {}} />
      <Columns
        main={
          <>
            <Panel title={text(locale, 'upload.choose')}>
              <Form action="/people/import" once={key} hasFiles label={text(locale, 'upload.choose')}>
                <FileField locale={locale} name="file" label={text(locale, 'upload.file')} hint={text(locale, 'upload.file.hint')} accept=".csv,.txt,.tsv,.xlsx" error={error} required />
                <ButtonRow>
                  <Button icon="file-up">{text(locale, 'upload.act')}</Button>
                </ButtonRow>
              </Form>
            </Panel>
            {lists.length > 0 && <EarlierLists lists={lists} context={context} />}
          </>
        }
        side={<Help context={context} />}
      />
    </WorkPage>
  );
}

function Help({ context: { locale } }: { context: ViewContext }) {
  return (
    <Panel title={text(locale, 'upload.help')}>
      <p>{text(locale, 'upload.help.names')}</p>
      <p>{text(locale, 'upload.help.safe')}</p>
      <ButtonRow>
        <LinkButton href="/people/import/template.xlsx" icon="file-down" small download>
          {text(locale, 'upload.template')}
        </LinkButton>
        <LinkButton href="/people/import/example.csv" icon="file-down" look="subtle" small download>
          {text(locale, 'upload.example')}
        </LinkButton>
      </ButtonRow>
      <DescriptionDetails summary={text(locale, 'upload.columns')}>
        <ul>
          {fields.map((field) => (
            <li>{text(locale, `field.${field}`)}</li>
          ))}
        </ul>
      </DescriptionDetails>
    </Panel>
  );
}

const tones: Record<ListState, Tone> = { columns: 'waiting', checking: 'busy', ready: 'waiting', committing: 'busy', done: 'done', discarded: 'closed' };

function EarlierLists({ lists, context: { locale } }: { lists: ListSummary[]; context: ViewContext }) {
  return (
    <Panel title={text(locale, 'lists.title')} flush>
      <Table
        locale={locale}
        caption={text(locale, 'lists.title')}
        rows={lists}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/people/import/${id}`}
        columns={[
          { key: 'file', head: text(locale, 'lists.file'), cell: ({ filename }) => filename, grow: true },
          { key: 'when', head: text(locale, 'lists.when'), cell: ({ uploadedAt, uploadedBy }) => [formatMoment(locale, uploadedAt), uploadedBy].filter(Boolean).join(' · ') },
          { key: 'rows', head: text(locale, 'lists.rows'), numeric: true, cell: ({ rows }) => formatNumber(locale, rows) },
          { key: 'waiting', head: text(locale, 'lists.waiting'), numeric: true, cell: ({ waiting }) => formatNumber(locale, waiting) },
          { key: 'state', head: text(locale, 'lists.state'), cell: ({ state }) => <StatusChip tone={tones[state]}>{text(locale, `state.${state}`)}</StatusChip> },
        ]}
      />
    </Panel>
  );
}
