import { EmptyState, FilterBar, LinkButton, Panel, SelectField, StatusChip, Table, TextField, WorkPage, type Column } from '../../../../kernel/html/index.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { formatMonth, formatNumber } from '../../../../kernel/i18n/format.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { text } from '../messages.ts';
import { bookingName, euros, spanWords } from '../room-words.ts';
import { RoomTabs } from '../room-tabs.tsx';
import type { InvoiceLine } from '../tariff.ts';
import type { InvoiceList } from './list-invoices.ts';

/** What each organisation owes for a month: on the screen, on paper, and as a file for whoever writes the invoices. */
export function listInvoicesView({ buildings, building, month, invoices }: InvoiceList, context: ViewContext) {
  const { locale } = context;
  const of = building ? `building=${building.id}&` : '';
  const total = invoices.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <WorkPage
      frame={context.frame()}
      title={text(locale, 'invoices.of', { month: formatMonth(locale, month) })}
      lead={building?.name}
      crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }]}
      act={invoices.length > 0 && <LinkButton icon="file-down" href={`/rooms/invoices.csv?${of}month=${month}`} download>{text(locale, 'invoices.save')}</LinkButton>}
    >
      <RoomTabs context={context} current="invoices" {...(building ? { building: building.id } : {})} />
      <FilterBar locale={locale} action="/rooms/invoices" result={text(locale, 'invoices.total', { count: invoices.length, amount: euros(locale, total) })}>
        {buildings.length > 1 && <SelectField locale={locale} name="building" label={text(locale, 'building.name')} value={building?.id} options={buildings.map(({ id, name }) => ({ value: id, label: name }))} />}
        <TextField locale={locale} name="month" type="date" label={text(locale, 'invoices.month')} value={month.toString()} />
      </FilterBar>
      <p class="ww-no-print">
        <a href={`/rooms/invoices?${of}month=${month.subtract({ months: 1 })}`}>{text(locale, 'calendar.month-before')}</a>
        {' · '}
        <a href={`/rooms/invoices?${of}month=${month.add({ months: 1 })}`}>{text(locale, 'calendar.month-after')}</a>
      </p>
      {invoices.length === 0 && (
        <EmptyState icon="euro" title={text(locale, 'invoices.none.title')}>
          {text(locale, 'invoices.none.what')}
        </EmptyState>
      )}
      {invoices.map(({ organisation, renter, lines, cents }) => (
        <Panel title={`${organisation.name}: ${cents === 0 ? text(locale, 'free') : euros(locale, cents)}`} act={<span>{[text(locale, `renter.${renter?.kind ?? 'association'}`), renter?.reference].filter(Boolean).join(' · ')}</span>} flush>
          <Table locale={locale} caption={organisation.name} columns={columns(locale)} rows={lines} rowKey={({ booking }) => booking.id} rowHref={({ booking }) => `/rooms/bookings/${booking.id}`} />
        </Panel>
      ))}
    </WorkPage>
  );
}

function columns(locale: Locale): Column<InvoiceLine>[] {
  return [
    { key: 'when', head: text(locale, 'booking.when'), cell: ({ booking }) => spanWords(locale, booking), nowrap: true },
    { key: 'room', head: text(locale, 'room.name'), cell: ({ booking }) => booking.room.name },
    { key: 'what', head: text(locale, 'invoice.what'), cell: ({ booking }) => bookingName(booking), grow: true },
    { key: 'unit', head: text(locale, 'invoice.unit'), cell: ({ price }) => (price.unit === 'free' ? text(locale, 'free') : `${formatNumber(locale, price.count)} × ${text(locale, `unit.${price.unit}`)}`), nowrap: true },
    { key: 'late', head: text(locale, 'invoice.percent'), cell: ({ percent }) => (percent < 100 ? <StatusChip tone="closed">{text(locale, 'invoice.late', { percent })}</StatusChip> : null) },
    { key: 'amount', head: text(locale, 'invoice.amount'), cell: ({ cents }) => euros(locale, cents), numeric: true, nowrap: true },
  ];
}
