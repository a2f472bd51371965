import { Button, EmptyState, ErrorSummary, FieldRow, FilterBar, Form, LinkButton, Panel, SelectField, Table, TextField, WorkPage, type Column } from '../../../kernel/html/index.ts';
import { roleName } from '../../../kernel/access/role-name.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay } from '../../../kernel/i18n/format.ts';
import type { Locale } from '../../../kernel/i18n/locale.ts';
import { isRunning } from '../employment/employment.ts';
import type { Colleague, Employment } from '../employment/employment.store.ts';
import { text } from '../messages.ts';
import type { ColleagueList, EmployerScreen } from './set-employer.ts';

const crumb = (locale: Locale) => ({ href: '/directory', label: text(locale, 'directory.title') });

/** Who works for whom today. */
export function listColleaguesView({ colleagues, organisations, organisationId }: ColleagueList, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'employ.title')} lead={text(locale, 'employ.what')} crumbs={[crumb(locale)]}>
      <FilterBar locale={locale} action="/directory/colleagues" result={text(locale, 'employ.count', { count: colleagues.length })} clearHref={organisationId ? '/directory/colleagues' : undefined}>
        <SelectField locale={locale} name="organisation" label={text(locale, 'employ.organisation')} placeholder={text(locale, 'filter.all')} value={organisationId} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
      </FilterBar>
      <Table
        locale={locale}
        caption={text(locale, 'employ.title')}
        columns={colleagueColumns(locale)}
        rows={colleagues}
        rowKey={({ accountId }) => accountId}
        rowHref={({ accountId }) => `/directory/colleagues/${accountId}`}
        tone={({ employer }) => (employer ? undefined : 'waiting')}
        empty={
          <EmptyState icon="users" title={text(locale, 'employ.none.title')} act={<LinkButton href="/directory/colleagues">{text(locale, 'employ.none.act')}</LinkButton>}>
            {text(locale, 'employ.none.what')}
          </EmptyState>
        }
      />
    </WorkPage>
  );
}

function colleagueColumns(locale: Locale): Column<Colleague>[] {
  return [
    { key: 'name', head: text(locale, 'employ.name'), cell: ({ name }) => name, nowrap: true },
    { key: 'employer', head: text(locale, 'employ.organisation'), cell: ({ employer }) => (employer ? <a href={`/directory/organisations/${employer.organisationId}`}>{employer.name}</a> : text(locale, 'employ.nobody')), grow: true },
    { key: 'since', head: text(locale, 'employ.since'), cell: ({ employer }) => employer && formatDay(locale, employer.since), nowrap: true },
    { key: 'roles', head: text(locale, 'employ.roles'), cell: ({ roles }) => roles.map((role) => roleName(locale, role)).join(', ') },
  ];
}

/** One colleague: for whom now, before, and from a day on. */
export function setEmployerView({ account, employments, organisations, values, errors }: EmployerScreen, context: ViewContext) {
  const { locale, key, today } = context;
  const at = `/directory/colleagues/${account.id}`;
  const now = employments.find((employment) => isRunning(employment, today));
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  return (
    <WorkPage
      frame={context.frame()}
      title={account.name}
      lead={now ? text(locale, 'employ.now', { organisation: now.name, day: formatDay(locale, now.from) }) : text(locale, 'employ.now.none')}
      crumbs={[crumb(locale), { href: '/directory/colleagues', label: text(locale, 'employ.title') }]}
    >
      <ErrorSummary locale={locale} errors={errors} labels={{ organisation: text(locale, 'employ.organisation'), from: text(locale, 'employ.from'), lastDay: text(locale, 'employ.last-day') }} />
      {organisations.length === 0 ? (
        <EmptyState icon="building" title={text(locale, 'employ.no-organisations')} act={<LinkButton href="/directory/organisations/new">{text(locale, 'organisation.add')}</LinkButton>}>
          {text(locale, 'employ.no-organisations.what')}
        </EmptyState>
      ) : (
        <Panel title={text(locale, 'employ.set')}>
          <Form action={`${at}/employer`} once={key} label={text(locale, 'employ.set')}>
            <FieldRow>
              <SelectField locale={locale} name="organisation" label={text(locale, 'employ.organisation')} placeholder={text(locale, 'service.organisation.choose')} value={one('organisation')} error={errors['organisation']} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
              <TextField locale={locale} name="from" type="date" label={text(locale, 'employ.from')} value={one('from') ?? today.toString()} error={errors['from']} />
            </FieldRow>
            <div>
              <Button icon="save">{text(locale, 'employ.set.act')}</Button>
            </div>
          </Form>
        </Panel>
      )}
      {now && now.until === null && (
        <Panel title={text(locale, 'employ.end')}>
          <Form action={`${at}/no-employer`} once={key} label={text(locale, 'employ.end')}>
            <TextField locale={locale} name="lastDay" type="date" label={text(locale, 'employ.last-day')} hint={text(locale, 'employ.end.hint')} value={one('lastDay') ?? today.toString()} error={errors['lastDay']} />
            <div>
              <Button look="secondary">{text(locale, 'employ.end.act')}</Button>
            </div>
          </Form>
        </Panel>
      )}
      {employments.length > 0 && <Table locale={locale} caption={text(locale, 'employ.history')} showCaption columns={historyColumns(locale)} rows={employments} rowKey={({ id }) => id} />}
    </WorkPage>
  );
}

function historyColumns(locale: Locale): Column<Employment>[] {
  return [
    { key: 'organisation', head: text(locale, 'employ.organisation'), cell: ({ organisationId, name }) => <a href={`/directory/organisations/${organisationId}`}>{name}</a>, grow: true },
    { key: 'from', head: text(locale, 'employ.from'), cell: ({ from }) => formatDay(locale, from), nowrap: true },
    { key: 'until', head: text(locale, 'employ.last-day'), cell: ({ until }) => (until ? formatDay(locale, until) : text(locale, 'employ.goes-on')), nowrap: true },
  ];
}
