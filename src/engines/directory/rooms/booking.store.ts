import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { Break, Span } from './cut-slots.ts';
import type { Booking } from './room.ts';

interface Row {
  id: string;
  series_id: string | null;
  series_on: Temporal.PlainDate | null;
  room_id: string;
  room_name: string;
  building_id: string;
  building_name: string;
  organisation_id: string;
  organisation_name: string;
  service_id: string | null;
  service_name: string | null;
  account_id: string | null;
  account_name: string | null;
  title: string | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  slot_minutes: number | null;
  breaks: { from: string; until: string }[];
  slots: number;
  slots_taken: number;
  cancelled_at: Temporal.Instant | null;
  cancelled_in_time: boolean | null;
  made_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  sequence: number;
  version: number;
}

const columns = sql`booking.id, booking.series_id, booking.series_on, booking.room_id, room.name as room_name, room.building_id, building.name as building_name,
  booking.organisation_id, organisation.name as organisation_name, booking.service_id, service.name as service_name, booking.account_id, account.name as account_name, booking.title,
  booking.starts_at, booking.ends_at, booking.slot_minutes, booking.breaks, coalesce(cut.slots, 0) as slots, coalesce(cut.taken, 0) as slots_taken,
  booking.cancelled_at, booking.cancelled_in_time, booking.made_at, booking.changed_at, booking.sequence, booking.version`;

const joined = sql`directory.booking
  join directory.room on room.tenant_id = booking.tenant_id and room.id = booking.room_id
  join directory.building on building.tenant_id = room.tenant_id and building.id = room.building_id
  join directory.organisation on organisation.tenant_id = booking.tenant_id and organisation.id = booking.organisation_id
  left join directory.service on service.tenant_id = booking.tenant_id and service.id = booking.service_id
  left join kernel.account on account.tenant_id = booking.tenant_id and account.id = booking.account_id
  left join lateral (select count(*)::int as slots, count(slot.taken_at)::int as taken from directory.slot where slot.tenant_id = booking.tenant_id and slot.booking_id = booking.id) as cut on booking.slot_minutes is not null`;

const asBooking = (row: Row): Booking => ({
  id: row.id,
  seriesId: row.series_id,
  seriesOn: row.series_on,
  room: { id: row.room_id, name: row.room_name, buildingId: row.building_id, buildingName: row.building_name },
  organisation: { id: row.organisation_id, name: row.organisation_name },
  service: row.service_id && row.service_name ? { id: row.service_id, name: row.service_name } : null,
  account: row.account_id && row.account_name ? { id: row.account_id, name: row.account_name } : null,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  slotMinutes: row.slot_minutes,
  breaks: row.breaks.map(({ from, until }) => ({ from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) })),
  slots: row.slots,
  slotsTaken: row.slots_taken,
  cancelledAt: row.cancelled_at,
  cancelledInTime: row.cancelled_in_time,
  madeAt: row.made_at,
  changedAt: row.changed_at,
  sequence: row.sequence,
  version: row.version,
});

export interface BookingFilter {
  from: Temporal.Instant;
  until: Temporal.Instant;
  buildingId?: string;
  roomIds?: readonly string[];
  organisationId?: string;
  accountIds?: readonly string[];
  /** Cancelled ones too. */
  cancelled?: boolean;
}

/** Bookings that touch this span, in order. At most 2,000. */
export async function findBookings(read: Read, { from, until, buildingId, roomIds, organisationId, accountIds, cancelled = false }: BookingFilter): Promise<Booking[]> {
  const found = await sql<Row>`
    select ${columns} from ${joined}
    where booking.tenant_id = ${read.scope.tenantId} and booking.starts_at < ${until} and booking.starts_at > ${from}::timestamptz - interval '1 day' and booking.ends_at > ${from}
      and (${cancelled} or booking.cancelled_at is null)
      and (${buildingId ?? null}::uuid is null or room.building_id = ${buildingId ?? null}::uuid)
      and (${organisationId ?? null}::uuid is null or booking.organisation_id = ${organisationId ?? null}::uuid)
      and (${roomIds ? [...roomIds] : null}::uuid[] is null or booking.room_id = any (${roomIds ? [...roomIds] : null}::uuid[]))
      and (${accountIds ? [...accountIds] : null}::uuid[] is null or booking.account_id = any (${accountIds ? [...accountIds] : null}::uuid[]))
    order by booking.starts_at, lower(room.name), booking.id limit 2000`.execute(read.on<never>());
  return found.rows.map(asBooking);
}

export async function findBooking(read: Read, id: string): Promise<Booking | undefined> {
  const found = await sql<Row>`select ${columns} from ${joined} where booking.tenant_id = ${read.scope.tenantId} and booking.id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asBooking(found.rows[0]);
}

/** What is left of a series from this one on, this one included, in order. */
export async function findFollowing(read: Read, { seriesId, from }: { seriesId: string; from: Temporal.Instant }): Promise<Booking[]> {
  const found = await sql<Row>`
    select ${columns} from ${joined}
    where booking.tenant_id = ${read.scope.tenantId} and booking.series_id = ${seriesId} and booking.starts_at >= ${from} and booking.cancelled_at is null
    order by booking.starts_at limit 1000`.execute(read.on<never>());
  return found.rows.map(asBooking);
}

/** For each span in which the room is taken, by which booking; `but` are left out of account. */
export async function findClashes(read: Read, roomId: string, spans: readonly Span[], but: readonly string[] = []): Promise<Map<number, Booking>> {
  const rows = spans.map(({ startsAt, endsAt }, at) => ({ at, starts_at: startsAt.toString(), ends_at: endsAt.toString() }));
  const found = await sql<Row & { at: number }>`
    select distinct on (asked.at) asked.at, ${columns}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked (at int, starts_at timestamptz, ends_at timestamptz)
    cross join ${joined}
    where booking.tenant_id = ${read.scope.tenantId} and booking.room_id = ${roomId} and booking.cancelled_at is null
      and booking.starts_at < asked.ends_at and booking.ends_at > asked.starts_at and booking.id <> all (${[...but]}::uuid[])
    order by asked.at, booking.starts_at`.execute(read.on<never>());
  return new Map(found.rows.map((row) => [row.at, asBooking(row)]));
}

export interface Series {
  id: string;
  rule: string;
  firstOn: Temporal.PlainDate;
  lastOn: Temporal.PlainDate;
  from: Temporal.PlainTime;
  until: Temporal.PlainTime;
  overHolidays: boolean;
}

export async function insertSeries(tx: Transaction, { id, rule, firstOn, lastOn, from, until, overHolidays }: Series): Promise<void> {
  await sql`
    insert into directory.booking_series (tenant_id, id, rule, first_on, last_on, from_time, until_time, over_holidays, made_at)
    values (${tx.scope.tenantId}, ${id}, ${rule}, ${firstOn}, ${lastOn}, ${from}::time, ${until}::time, ${overHolidays}, ${tx.now})`.execute(tx.on<never>());
}

export async function findSeries(read: Read, id: string): Promise<Series | undefined> {
  const found = await sql<{ id: string; rule: string; first_on: Temporal.PlainDate; last_on: Temporal.PlainDate; from_time: string; until_time: string; over_holidays: boolean }>`
    select id, rule, first_on, last_on, from_time, until_time, over_holidays from directory.booking_series where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  const row = found.rows[0];
  return row && { id: row.id, rule: row.rule, firstOn: row.first_on, lastOn: row.last_on, from: Temporal.PlainTime.from(row.from_time), until: Temporal.PlainTime.from(row.until_time), overHolidays: row.over_holidays };
}

export interface BookingFacts {
  roomId: string;
  organisationId: string;
  serviceId: string | null;
  accountId: string | null;
  title: string | null;
  slotMinutes: number | null;
  breaks: readonly Break[];
}

export async function insertBookings(tx: Transaction, facts: BookingFacts, occurrences: readonly (Span & { id: string; seriesId: string | null; seriesOn: Temporal.PlainDate | null })[]): Promise<void> {
  const rows = occurrences.map(({ id, seriesId, seriesOn, startsAt, endsAt }) => ({ id, series_id: seriesId, series_on: seriesOn?.toString() ?? null, starts_at: startsAt.toString(), ends_at: endsAt.toString() }));
  await sql`
    insert into directory.booking (tenant_id, id, series_id, series_on, room_id, organisation_id, service_id, account_id, title, starts_at, ends_at, slot_minutes, breaks, made_by, made_at, changed_at)
    select ${tx.scope.tenantId}::uuid, id, series_id, series_on, ${facts.roomId}::uuid, ${facts.organisationId}::uuid, ${facts.serviceId}::uuid, ${facts.accountId}::uuid, ${facts.title}::text,
      starts_at, ends_at, ${facts.slotMinutes}::int, ${writtenBreaks(facts.breaks)}::jsonb, ${tx.scope.actorId}::uuid, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, series_id uuid, series_on date, starts_at timestamptz, ends_at timestamptz)`.execute(tx.on<never>());
}

const writtenBreaks = (breaks: readonly Break[]) => JSON.stringify(breaks.map(({ from, until }) => ({ from: from.toString().slice(0, 5), until: until.toString().slice(0, 5) })));

/** Puts bookings at other moments or in another room. Those who come to their slots move along; free slots are cut anew by the caller. */
export async function moveBookings(tx: Transaction, roomId: string, moves: readonly (Span & { id: string })[]): Promise<void> {
  const rows = JSON.stringify(moves.map(({ id, startsAt, endsAt }) => ({ id, starts_at: startsAt.toString(), ends_at: endsAt.toString() })));
  const asked = sql`jsonb_to_recordset(${rows}::jsonb) as asked (id uuid, starts_at timestamptz, ends_at timestamptz)`;
  await sql`
    delete from directory.slot using ${asked}
    where slot.tenant_id = ${tx.scope.tenantId} and slot.booking_id = asked.id and slot.taken_at is null`.execute(tx.on<never>());
  await sql`
    update directory.slot
    set starts_at = slot.starts_at + (asked.starts_at - booking.starts_at), ends_at = slot.ends_at + (asked.starts_at - booking.starts_at), changed_at = ${tx.now}, sequence = slot.sequence + 1
    from directory.booking, ${asked}
    where slot.tenant_id = ${tx.scope.tenantId} and booking.tenant_id = slot.tenant_id and booking.id = slot.booking_id and asked.id = booking.id`.execute(tx.on<never>());
  await sql`
    update directory.booking
    set room_id = ${roomId}, starts_at = asked.starts_at, ends_at = asked.ends_at, changed_at = ${tx.now}, sequence = sequence + 1, version = version + 1
    from ${asked} where booking.tenant_id = ${tx.scope.tenantId} and booking.id = asked.id`.execute(tx.on<never>());
}

/** The slots of these bookings that are someone's. */
export async function findTakenSpans(read: Read, bookingIds: readonly string[]): Promise<(Span & { bookingId: string })[]> {
  const found = await sql<{ booking_id: string; starts_at: Temporal.Instant; ends_at: Temporal.Instant }>`
    select booking_id, starts_at, ends_at from directory.slot
    where tenant_id = ${read.scope.tenantId} and booking_id = any (${[...bookingIds]}::uuid[]) and taken_at is not null`.execute(read.on<never>());
  return found.rows.map((row) => ({ bookingId: row.booking_id, startsAt: row.starts_at, endsAt: row.ends_at }));
}

/** Calls bookings off; gives how many were still on. */
export async function cancelBookings(tx: Transaction, cancellations: readonly { id: string; inTime: boolean }[]): Promise<number> {
  const rows = JSON.stringify(cancellations.map(({ id, inTime }) => ({ id, in_time: inTime })));
  const cancelled = await sql`
    update directory.booking
    set cancelled_at = ${tx.now}, cancelled_in_time = asked.in_time, changed_at = ${tx.now}, sequence = sequence + 1, version = version + 1
    from jsonb_to_recordset(${rows}::jsonb) as asked (id uuid, in_time boolean)
    where booking.tenant_id = ${tx.scope.tenantId} and booking.id = asked.id and booking.cancelled_at is null`.execute(tx.on<never>());
  return Number(cancelled.numAffectedRows ?? 0n);
}

/** Which of these rooms are booked by nobody in any of these spans. */
export async function findFreeRoomIds(read: Read, roomIds: readonly string[], spans: readonly Span[]): Promise<string[]> {
  const rows = spans.map(({ startsAt, endsAt }) => ({ starts_at: startsAt.toString(), ends_at: endsAt.toString() }));
  const found = await sql<{ id: string }>`
    select asked_room.id from unnest(${[...roomIds]}::uuid[]) as asked_room (id)
    where not exists (
      select from directory.booking, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as asked (starts_at timestamptz, ends_at timestamptz)
      where booking.tenant_id = ${read.scope.tenantId} and booking.room_id = asked_room.id and booking.cancelled_at is null
        and booking.starts_at < asked.ends_at and booking.ends_at > asked.starts_at)`.execute(read.on<never>());
  return found.rows.map(({ id }) => id);
}
