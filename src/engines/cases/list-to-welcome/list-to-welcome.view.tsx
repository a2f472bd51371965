import { BulkBar, Button, EmptyState, Form, Hidden, LinkButton, Pagination, SelectField, StatusChip, Table, WorkPage, type Column } from '../../../kernel/html/index.ts';
import type { ViewContext } from '../../../kernel/http/context.ts';
import { formatDay, formatMoment, languageName } from '../../../kernel/i18n/format.ts';
import { CaseClock } from '../case-clock.tsx';
import { standingOf } from '../case.ts';
import { text } from '../messages.ts';
import { isSameLanguage } from '../worker.ts';
import { ToWelcomeFilters } from './list-filters.tsx';
import type { ToWelcomeList } from './list-to-welcome.ts';
import { isClosedList, listAddress } from './to-welcome-filter.ts';
import type { ToWelcomeRow } from './to-welcome.store.ts';

export function listToWelcomeView(list: ToWelcomeList, context: ViewContext) {
  const { locale, may } = context;
  const { filter, rows, counts, next } = list;
  const isEmpty = rows.length === 0 && Object.values(filter).every((value) => value === undefined) && counts.welcomedSince === 0;
  const canPlan = may('cases:plan') && !isClosedList(filter.state);
  const table = (
    <Table
      locale={locale}
      caption={text(locale, 'list.title')}
      columns={columns(list, context)}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/cases/${id}`}
      tone={(row) => toneOf(row, context)}
      select={canPlan ? { name: 'case', label: (row) => text(locale, 'list.select', { name: nameOf(list, row) }) } : undefined}
      empty={<NothingFound context={context} isEmpty={isEmpty} />}
    />
  );
  return (
    <WorkPage frame={context.frame()} title={text(locale, 'list.title')} wide act={may('cases:settings') && <LinkButton icon="users" href="/guides">{text(locale, 'guides.title')}</LinkButton>}>
      {!isEmpty && <ToWelcomeFilters list={list} context={context} />}
      {canPlan && rows.length > 0 ? (
        <Form action="/cases/assign" once={context.key} label={text(locale, 'assign.act')}>
          <Hidden name="back" value={context.path} />
          {table}
          <AssignBar list={list} context={context} />
        </Form>
      ) : (
        table
      )}
      <Pagination locale={locale} nextHref={next && listAddress(filter, { after: next })} />
    </WorkPage>
  );
}

function AssignBar({ list, context: { locale } }: { list: ToWelcomeList; context: ViewContext }) {
  const active = list.workers.filter(({ isActive }) => isActive);
  const label = ({ name, languages }: (typeof active)[number]) => (languages.length > 0 ? `${name} (${languages.map((code) => languageName(locale, code)).join(', ')})` : name);
  return (
    <BulkBar locale={locale}>
      <SelectField locale={locale} name="guide" id="assign-guide" label={text(locale, 'assign.guide')} placeholder={text(locale, 'assign.choose')} options={active.map((worker) => ({ value: worker.id, label: label(worker) }))} />
      <Button icon="user-check">{text(locale, 'assign.act')}</Button>
      <Button look="secondary" icon="printer" formAction="/cases/invitations">
        {text(locale, 'letters.act')}
      </Button>
    </BulkBar>
  );
}

function columns(list: ToWelcomeList, context: ViewContext): Column<ToWelcomeRow>[] {
  const { locale } = context;
  const isClosed = isClosedList(list.filter.state);
  return [
    { key: 'household', head: text(locale, 'list.household'), cell: (row) => nameOf(list, row), grow: true },
    { key: 'size', head: text(locale, 'list.size'), cell: (row) => list.households.get(row.householdId)?.size ?? '', numeric: true, wideOnly: true },
    { key: 'clock', head: text(locale, 'list.clock'), cell: (row) => <CaseClock file={row} facts={list.clocks} context={context} /> },
    { key: 'languages', head: text(locale, 'list.languages'), cell: ({ languages }) => languages.map((code) => languageName(locale, code)).join(', ') },
    { key: 'municipality', head: text(locale, 'list.municipality'), cell: (row) => list.households.get(row.householdId)?.municipality.name ?? '', wideOnly: true },
    { key: 'guide', head: text(locale, 'list.guide'), cell: (row) => row.guideName ?? <Speakers list={list} row={row} context={context} /> },
    isClosed
      ? { key: 'closed', head: text(locale, 'list.closed-on'), cell: ({ reachedOn, closedOn }) => formatDay(locale, (reachedOn ?? closedOn)!) }
      : { key: 'moment', head: text(locale, 'list.moment'), nowrap: true, cell: ({ talkAt }) => talkAt && formatMoment(locale, talkAt) },
    { key: 'state', head: text(locale, 'list.state'), cell: (row) => <StandingChip row={row} context={context} /> },
  ];
}

/** Who could be asked, as long as nobody is. */
function Speakers({ list, row, context: { locale } }: { list: ToWelcomeList; row: ToWelcomeRow; context: ViewContext }) {
  const speaking = list.workers.filter(({ isActive, languages }) => isActive && languages.some((one) => row.languages.some((other) => isSameLanguage(one, other))));
  if (speaking.length === 0) return <span class="ww-quiet">{text(locale, 'list.no-speaker')}</span>;
  return <span class="ww-quiet">{text(locale, 'list.speakers', { count: speaking.length, name: speaking[0]!.name, others: speaking.length - 1 })}</span>;
}

function StandingChip({ row, context: { locale } }: { row: ToWelcomeRow; context: ViewContext }) {
  if (row.asksOtherMoment && !row.closedOn) return <StatusChip tone="waiting">{text(locale, 'standing.other-moment')}</StatusChip>;
  const standing = standingOf(row, row.talkAt !== null);
  if (standing === 'planned') return <StatusChip tone={row.isConfirmed ? 'done' : 'busy'}>{text(locale, row.isConfirmed ? 'standing.confirmed' : 'standing.planned')}</StatusChip>;
  if (standing === 'to-plan') return <StatusChip tone="neutral">{text(locale, 'standing.to-plan')}</StatusChip>;
  return <StatusChip tone={standing === 'reached' ? 'done' : 'closed'}>{text(locale, standing === 'reached' ? 'standing.welcomed' : 'standing.withdrawn')}</StatusChip>;
}

function toneOf(row: ToWelcomeRow, { today }: ViewContext): 'waiting' | 'harm' | undefined {
  if (row.closedOn || row.reachedOn) return undefined;
  if (row.dueOn && row.dueOn.until(today, { largestUnit: 'day' }).days > 0) return 'harm';
  return row.asksOtherMoment ? 'waiting' : undefined;
}

function nameOf({ households }: ToWelcomeList, row: ToWelcomeRow): string {
  return households.get(row.householdId)?.name ?? '';
}

function NothingFound({ context: { locale, may }, isEmpty }: { context: ViewContext; isEmpty: boolean }) {
  if (!isEmpty) {
    return (
      <EmptyState icon="search" title={text(locale, 'list.nothing.title')} act={<LinkButton href="/welcome">{text(locale, 'list.nothing.act')}</LinkButton>}>
        {text(locale, 'list.nothing.what')}
      </EmptyState>
    );
  }
  const act = may('people:import') && (
    <LinkButton look="primary" icon="upload" href="/people/import">
      {text(locale, 'list.empty.act')}
    </LinkButton>
  );
  return (
    <EmptyState icon="messages-square" title={text(locale, 'list.empty.title')} act={act || undefined}>
      {text(locale, 'list.empty.what')}
    </EmptyState>
  );
}
