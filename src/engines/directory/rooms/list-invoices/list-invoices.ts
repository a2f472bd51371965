import { z } from 'zod';
import { dayOf, instantOf } from '../../../../kernel/clock/clock.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { download, type Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import type { Locale } from '../../../../kernel/i18n/locale.ts';
import { writeCsv } from '../../../../kernel/tables/write-csv.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findBookings } from '../booking.store.ts';
import { text } from '../messages.ts';
import { bookingName, hoursOf } from '../room-words.ts';
import type { Building } from '../room.ts';
import { findBuildings, findEveryRoom } from '../room.store.ts';
import { findRenters, findTariffs, findTerms } from '../tariff.store.ts';
import { invoiceLine, type InvoiceLine, type Renter } from '../tariff.ts';
import { listInvoicesView } from './list-invoices.view.tsx';

export interface Invoice {
  organisation: { id: string; name: string };
  renter: Renter | undefined;
  lines: InvoiceLine[];
  cents: number;
}

export interface InvoiceList {
  buildings: Building[];
  building: Building | undefined;
  /** First day of the month. */
  month: Temporal.PlainDate;
  invoices: Invoice[];
}

const input = z.strictObject({ building: field.optionalId(), month: field.optionalDay() });

/** What each organisation owes for one month, in a fixed number of queries. What was cancelled in time is left out. */
async function findInvoices(read: Read, { building: wanted, month: asked = dayOf(read.now) }: z.output<typeof input>): Promise<InvoiceList | undefined> {
  const buildings = await findBuildings(read);
  const building = wanted ? buildings.find(({ id }) => id === wanted) : buildings[0];
  const month = asked.with({ day: 1 });
  if (wanted && !building) return undefined;
  if (!building) return { buildings, building, month, invoices: [] };
  const of = { buildingId: building.id };
  const money = { tariffs: await findTariffs(read, of), terms: await findTerms(read, of), renters: await findRenters(read), rooms: await findEveryRoom(read, of) };
  const bookings = await findBookings(read, { from: instantOf(month.toPlainDateTime()), until: instantOf(month.add({ months: 1 }).toPlainDateTime()), cancelled: true, ...of });
  // A booking counts in the month in which it begins.
  const lines = bookings.filter(({ startsAt }) => dayOf(startsAt).month === month.month).map((booking) => invoiceLine(booking, money)).filter(({ percent }) => percent > 0);
  const organisations = new Map(lines.map(({ booking }) => [booking.organisation.id, booking.organisation]));
  const invoices = [...organisations.values()].map((organisation) => {
    const own = lines.filter(({ booking }) => booking.organisation.id === organisation.id);
    return { organisation, renter: money.renters.find(({ organisationId }) => organisationId === organisation.id), lines: own, cents: own.reduce((sum, { cents }) => sum + cents, 0) };
  });
  return { buildings, building, month, invoices: invoices.toSorted((one, other) => one.organisation.name.localeCompare(other.organisation.name, 'nl')) };
}

const lineJson = z.object({ organisationId: z.uuid(), organisation: z.string(), bookingId: z.uuid(), room: z.string(), startsAt: z.string(), endsAt: z.string(), unit: z.string(), count: z.number(), percent: z.number(), cents: z.number() });

export const listInvoicesPage = page({
  path: '/rooms/invoices',
  permission: 'rooms:manage',
  event: unrecorded('bookings of organisations and what they cost, no person'),
  input,
  load: async ({ read, input: asked }): Promise<Outcome<InvoiceList>> => (await findInvoices(read, asked)) ?? notFound,
  view: listInvoicesView,
  api: {
    summary: 'Invoice lines of a building for one month, in euro cents',
    output: z.object({ month: z.string(), lines: z.array(lineJson) }),
    present: ({ month, invoices }) => ({
      month: month.toPlainYearMonth().toString(),
      lines: invoices.flatMap(({ organisation, lines }) => lines.map(({ booking, price, percent, cents }) => ({ organisationId: organisation.id, organisation: organisation.name, bookingId: booking.id, room: booking.room.name, startsAt: booking.startsAt.toString(), endsAt: booking.endsAt.toString(), unit: price.unit, count: price.count, percent, cents }))),
    }),
  },
});

export const invoicesFilePage = page({
  path: '/rooms/invoices.csv',
  permission: 'rooms:manage',
  event: unrecorded('bookings of organisations and what they cost, no person'),
  input,
  load: async ({ read, input: asked }): Promise<Outcome<InvoiceList>> => (await findInvoices(read, asked)) ?? notFound,
  view: ({ month, invoices }, { locale }) => download(writeCsv([head(locale), ...invoices.flatMap((invoice) => rowsOf(invoice, locale))]), 'text/csv; charset=utf-8', `${text(locale, 'invoices.file')}-${month.toPlainYearMonth()}.csv`),
});

const head = (locale: Locale) => (['organisation', 'reference', 'kind', 'day', 'hours', 'room', 'what', 'unit', 'count', 'percent', 'amount'] as const).map((name) => text(locale, `invoice.${name}`));

function rowsOf({ organisation, renter, lines }: Invoice, locale: Locale) {
  return lines.map(({ booking, price, percent, cents }) => [
    organisation.name,
    renter?.reference ?? '',
    text(locale, `renter.${renter?.kind ?? 'association'}`),
    dayOf(booking.startsAt),
    hoursOf(locale, booking),
    booking.room.name,
    bookingName(booking),
    text(locale, `unit.${price.unit}`),
    price.count,
    percent,
    // A point before the cents, as numbers have in every file that leaves here.
    (cents / 100).toFixed(2),
  ]);
}
