import { Alert, Button, ButtonRow, Columns, ErrorSummary, FileField, Form, LinkButton, Pagination, Panel, Progress, RadioGroup, SelectField, StatusChip, SummaryList, Table, TextField, WorkPage, type Column, type Tone } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import type { FieldErrors } from '../../../../kernel/http/fields.ts';
import { formatMoment, formatNumber } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text as directoryText } from '../../messages.ts';
import { text } from '../messages.ts';
import type { ImportScreen, RowScreen } from './import-services.ts';
import { rowOutcomes, type ImportRow, type ImportState, type RowOutcome, type ServiceImport } from './service-import.store.ts';

const stateTones: Record<ImportState, Tone> = { checking: 'busy', ready: 'waiting', committing: 'busy', done: 'done', discarded: 'closed' };
const tones: Record<RowOutcome, Tone> = { bad: 'harm', alike: 'waiting', organisation: 'waiting', new: 'done', changed: 'busy', unchanged: 'closed' };
const crumbs = (locale: Locale) => [{ href: '/directory', label: directoryText(locale, 'directory.title') }, { href: '/directory/import', label: text(locale, 'upload.title') }];

export function uploadView(imports: readonly ServiceImport[], errors: FieldErrors, context: ViewContext) {
  const { locale, key } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'upload.title')} lead={text(locale, 'upload.what')} crumbs={crumbs(locale).slice(0, 1)}>
      <ErrorSummary locale={locale} errors={errors} />
      <Columns
        main={
          <>
            <Panel title={text(locale, 'upload.choose')}>
              <Form action="/directory/import" once={key} hasFiles label={text(locale, 'upload.choose')}>
                <FileField locale={locale} name="file" label={text(locale, 'upload.file')} hint={text(locale, 'upload.file.hint')} accept=".json" error={errors['file']} required />
                <ButtonRow>
                  <Button icon="file-up">{text(locale, 'upload.act')}</Button>
                </ButtonRow>
              </Form>
            </Panel>
            {imports.length > 0 && (
              <Panel title={text(locale, 'imports.title')} flush>
                <Table
                  locale={locale}
                  caption={text(locale, 'imports.title')}
                  rows={imports}
                  rowKey={({ id }) => id}
                  rowHref={({ id }) => `/directory/import/${id}`}
                  columns={[
                    { key: 'file', head: text(locale, 'upload.file'), cell: ({ filename }) => filename, grow: true },
                    { key: 'when', head: text(locale, 'imports.when'), cell: ({ uploadedAt }) => formatMoment(locale, uploadedAt) },
                    { key: 'state', head: text(locale, 'imports.state'), cell: ({ state }) => <StatusChip tone={stateTones[state]}>{text(locale, `state.${state}`)}</StatusChip> },
                  ]}
                />
              </Panel>
            )}
          </>
        }
        side={
          <Panel title={text(locale, 'export.title')}>
            <p>{text(locale, 'export.what')}</p>
            <LinkButton href="/directory/export" icon="file-down" download>
              {text(locale, 'export.act')}
            </LinkButton>
            <p>
              <a href="/directory/hsds.json">{text(locale, 'export.page')}</a>
            </p>
          </Panel>
        }
      />
    </WorkPage>
  );
}

export function importView({ found, counts, outcome, rows }: ImportScreen, refusal: string | undefined, context: ViewContext) {
  const { locale, key } = context;
  const at = `/directory/import/${found.id}`;
  if (found.state === 'checking' || found.state === 'committing') return workingView(found, context);
  const isReady = found.state === 'ready';
  return (
    <WorkPage frame={context.frame()} title={found.filename} lead={<StatusChip tone={stateTones[found.state]}>{text(locale, `state.${found.state}`)}</StatusChip>} crumbs={crumbs(locale)}>
      {refusal && <Alert kind="error">{refusal}</Alert>}
      <Panel title={text(locale, 'review.title')}>
        <SummaryList
          locale={locale}
          rows={[
            ...rowOutcomes.map((each) => ({ label: text(locale, `outcome.${each}`), value: counts.byOutcome[each] ? <a href={`${at}?outcome=${each}`}>{text(locale, 'review.services', { count: counts.byOutcome[each] })}</a> : formatNumber(locale, 0) })),
            ...(['added', 'changed', 'unchanged', 'left'] as const).filter((each) => counts.byBecame[each]).map((each) => ({ label: text(locale, `became.${each}`), value: formatNumber(locale, counts.byBecame[each]!) })),
          ]}
        />
        {counts.held > 0 && <p>{text(locale, 'review.held', { count: counts.held })}</p>}
        {isReady && (
          <ButtonRow>
            {counts.ready > 0 && (
              <Form action={`${at}/commit`} once={key} version={found.version} label={text(locale, 'commit.act', { count: counts.ready })}>
                <Button icon="check">{text(locale, 'commit.act', { count: counts.ready })}</Button>
              </Form>
            )}
            <Form action={`${at}/discard`} once={key} label={text(locale, 'discard.act')}>
              <Button look="subtle">{text(locale, 'discard.act')}</Button>
            </Form>
          </ButtonRow>
        )}
      </Panel>
      {rows.length > 0 && <Table locale={locale} caption={text(locale, `outcome.${outcome}`)} showCaption rows={rows} rowKey={({ line }) => String(line)} rowHref={(row) => hrefOf(row, at, isReady)} columns={columns(locale)} />}
      <Pagination locale={locale} nextHref={rows.length === 100 ? `${at}?outcome=${outcome}&after=${rows.at(-1)!.line}` : undefined} />
    </WorkPage>
  );
}

/** Rows in doubt lead to where they are settled, others to the service that they are about. */
function hrefOf({ line, outcome, serviceId }: ImportRow, at: string, isReady: boolean): string | undefined {
  if (isReady && (outcome === 'bad' || outcome === 'alike' || outcome === 'organisation')) return `${at}/rows/${line}`;
  return serviceId ? `/directory/services/${serviceId}` : undefined;
}

function columns(locale: Locale): Column<ImportRow>[] {
  return [
    { key: 'name', head: directoryText(locale, 'service.name'), cell: ({ name, line }) => name || text(locale, 'row.number', { line }), grow: true },
    { key: 'organisation', head: directoryText(locale, 'service.organisation'), cell: ({ organisationName }) => organisationName },
    { key: 'what', head: text(locale, 'row.what'), cell: ({ problems, changes }) => (problems.length > 0 ? problems.map((problem) => problemWords(locale, problem)).join('; ') : changes.join(', ')) },
    { key: 'decision', head: text(locale, 'row.decision'), cell: ({ decision, outcome }) => (decision ? text(locale, `decision.${decision}`) : outcome && <StatusChip tone={tones[outcome]}>{text(locale, `outcome.${outcome}`)}</StatusChip>) },
  ];
}

const problems = ['not-a-service', 'id-missing', 'name-missing', 'organisation-missing', 'text-broken', 'id-twice'] as const;

function problemWords(locale: Locale, code: string): string {
  const known = problems.find((each) => each === code);
  return known ? text(locale, `problem.${known}`) : code;
}

function workingView(found: ServiceImport, context: ViewContext) {
  const { locale, key } = context;
  const { id, state, done, total, isStopping } = found;
  const label = text(locale, state === 'checking' ? 'working.checking' : 'working.committing');
  return (
    <WorkPage frame={context.frame()} title={label} lead={found.filename} crumbs={crumbs(locale)} islands={['refresh.js']}>
      <Progress
        locale={locale}
        label={label}
        done={done}
        total={total}
        detail={isStopping ? text(locale, 'working.stopping') : undefined}
        refreshHref={`/directory/import/${id}`}
        stop={state === 'committing' && !isStopping ? { action: `/directory/import/${id}/stop`, once: key } : undefined}
      />
    </WorkPage>
  );
}

export function importRowView({ found, row, organisations, values, errors }: RowScreen, context: ViewContext) {
  const { locale, key } = context;
  const at = `/directory/import/${found.id}`;
  const title = row.name || text(locale, 'row.number', { line: row.line });
  const choices = row.outcome === 'alike' ? (['update', 'add', 'leave'] as const) : row.outcome === 'organisation' ? (['use-organisation', 'leave'] as const) : (['leave'] as const);
  return (
    <WorkPage frame={context.frame()} title={title} crumbs={[...crumbs(locale), { href: at, label: found.filename }]}>
      <ErrorSummary locale={locale} errors={errors} />
      <Alert kind="warning">{row.outcome === 'bad' ? row.problems.map((problem) => problemWords(locale, problem)).join('; ') : text(locale, `row.why.${row.outcome === 'alike' ? 'alike' : 'organisation'}`)}</Alert>
      <Panel title={text(locale, 'row.settle')}>
        <Form action={`${at}/rows/${row.line}`} once={key} version={row.version} label={text(locale, 'row.settle')}>
          {row.outcome === 'bad' ? (
            <>
              <TextField locale={locale} name="name" label={directoryText(locale, 'service.name')} value={values.name} error={errors['name']} />
              <SelectField locale={locale} name="organisation" label={directoryText(locale, 'service.organisation')} placeholder={directoryText(locale, 'service.organisation.choose')} value={values.organisation} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
              <TextField locale={locale} name="newOrganisation" label={directoryText(locale, 'service.new-organisation')} value={values.newOrganisation} optional />
              <RadioGroup locale={locale} name="decision" label={text(locale, 'row.decision')} value={values.decision ?? ''} inline options={[{ value: '', label: text(locale, 'row.repair') }, { value: 'leave', label: text(locale, 'decision.leave') }]} />
            </>
          ) : (
            <RadioGroup locale={locale} name="decision" label={text(locale, 'row.decision')} value={values.decision} error={errors['decision']} options={choices.map((value) => ({ value, label: text(locale, `decision.${value}`) }))} />
          )}
          <ButtonRow>
            <Button icon="check">{directoryText(locale, 'change.save')}</Button>
            {row.serviceId && (
              <LinkButton look="subtle" href={`/directory/services/${row.serviceId}`}>
                {text(locale, 'row.see')}
              </LinkButton>
            )}
          </ButtonRow>
        </Form>
      </Panel>
      <Panel title={text(locale, 'row.document')}>
        <SummaryList locale={locale} rows={Object.entries(row.document).map(([property, value]) => ({ label: property, value: typeof value === 'string' ? value : JSON.stringify(value).slice(0, 300) }))} />
      </Panel>
    </WorkPage>
  );
}
