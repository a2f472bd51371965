import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findClashes, findTakenSpans, insertBookings, insertSeries, moveBookings, type BookingFacts } from './booking.store.ts';
import { cutSlots, overlaps, spanOn, type Span } from './cut-slots.ts';
import { closedReason, type Booking, type ClosedReason } from './room.ts';
import { findBuilding, findClosures, findRoom, lockRooms } from './room.store.ts';
import { daysOf, writeRule, type Rule } from './rule.ts';
import { insertSlots } from './slot.store.ts';

/** One day, or a rule from a first day to a last. Hours are those of the clock on the wall. */
export interface Timing {
  day: Temporal.PlainDate;
  from: Temporal.PlainTime;
  until: Temporal.PlainTime;
  repeat: { rule: Rule; lastOn: Temporal.PlainDate; overHolidays: boolean } | null;
}

/** What stands in the way of one occurrence. */
export interface Clash extends Span {
  day: Temporal.PlainDate;
  by: { booking: Booking } | { closed: ClosedReason };
}

/** A series ends; it is made anew when it goes on. */
export const longestSeries = { months: 24 };

/** The days that a booking would take up. */
export function daysOfTiming({ day, repeat }: Timing): Temporal.PlainDate[] {
  return repeat ? daysOf(repeat.rule, day, repeat.lastOn, { overHolidays: repeat.overHolidays }) : [day];
}

/** Everything that stands in the way of these spans in a room: other bookings, closing hours and closed days. */
export async function findObstacles(read: Read, roomId: string, spans: readonly Span[], but: readonly string[] = []): Promise<Clash[]> {
  const room = await findRoom(read, roomId);
  const building = room && (await findBuilding(read, room.buildingId));
  if (!building) throw new Error(`There is no room ${roomId}.`);
  const first = spans[0] ? dayOf(spans[0].startsAt) : dayOf(read.now);
  const closures = await findClosures(read, building.id, first);
  const booked = await findClashes(read, roomId, spans, but);
  return spans.flatMap((span, at) => {
    const closed = closedReason(building, closures, roomId, span);
    const booking = booked.get(at);
    if (!closed && !booking) return [];
    return [{ ...span, day: dayOf(span.startsAt), by: closed ? { closed } : { booking: booking! } }];
  });
}

/**
 * Books a room, once or again and again: all of it or nothing. With `skipClashes`, the days that something stands in the way
 * of are left out. Whoever books the same room at the same time waits, and then sees this booking.
 */
export async function bookRoom(tx: Transaction, facts: BookingFacts, timing: Timing, { skipClashes = false }: { skipClashes?: boolean } = {}): Promise<{ bookingIds: string[]; skipped: Clash[] } | { clashes: Clash[] }> {
  await lockRooms(tx, [facts.roomId]);
  const days = daysOfTiming(timing);
  const spans = days.map((day) => spanOn(day, timing.from, timing.until));
  const clashes = await findObstacles(tx, facts.roomId, spans);
  const free = days.map((day, at) => ({ day, ...spans[at]! })).filter((each) => !clashes.some((clash) => clash.startsAt.equals(each.startsAt)));
  if (clashes.length > 0 && (!skipClashes || free.length === 0)) return { clashes };
  const seriesId = timing.repeat ? newId() : null;
  if (timing.repeat && seriesId) {
    const { rule, lastOn, overHolidays } = timing.repeat;
    await insertSeries(tx, { id: seriesId, rule: writeRule(rule), firstOn: timing.day, lastOn, from: timing.from, until: timing.until, overHolidays });
  }
  const occurrences = free.map(({ day, startsAt, endsAt }) => ({ id: newId(), startsAt, endsAt, seriesId, seriesOn: seriesId ? day : null }));
  await insertBookings(tx, facts, occurrences);
  await insertSlots(tx, occurrences.flatMap((each) => slotsOf(each.id, each, facts, [])));
  tx.record({ act: 'room-booked', subjects: [{ type: 'booking', id: occurrences[0]!.id }, { type: 'room', id: facts.roomId }, { type: 'organisation', id: facts.organisationId }], detail: { times: occurrences.length } });
  return { bookingIds: occurrences.map(({ id }) => id), skipped: clashes };
}

function slotsOf(bookingId: string, span: Span, { serviceId, slotMinutes, breaks }: Pick<BookingFacts, 'serviceId' | 'slotMinutes' | 'breaks'>, taken: readonly Span[]) {
  if (!serviceId || !slotMinutes) return [];
  return cutSlots(span, slotMinutes, breaks).filter((slot) => !taken.some((each) => overlaps(each, slot))).map((slot) => ({ ...slot, bookingId, serviceId }));
}

/**
 * Moves bookings of one kind (one, or the rest of a series) to another room, hour or day: all of them or none. Appointments in
 * them move along with as much time; free slots are cut anew.
 */
export async function rebook(tx: Transaction, bookings: readonly Booking[], to: { roomId: string; spanOf: (booking: Booking) => Span }): Promise<'moved' | { clashes: Clash[] }> {
  await lockRooms(tx, [to.roomId, ...bookings.map(({ room }) => room.id)]);
  const moves = bookings.map((booking) => ({ id: booking.id, ...to.spanOf(booking) }));
  const clashes = await findObstacles(tx, to.roomId, moves, bookings.map(({ id }) => id));
  if (clashes.length > 0) return { clashes };
  await moveBookings(tx, to.roomId, moves);
  const taken = await findTakenSpans(tx, bookings.map(({ id }) => id));
  await insertSlots(tx, bookings.flatMap((booking, at) => slotsOf(booking.id, moves[at]!, { serviceId: booking.service?.id ?? null, slotMinutes: booking.slotMinutes, breaks: booking.breaks }, taken.filter(({ bookingId }) => bookingId === booking.id))));
  for (const { id } of bookings.slice(0, 1)) tx.record({ act: 'booking-moved', subjects: [{ type: 'booking', id }, { type: 'room', id: to.roomId }], detail: { times: bookings.length } });
  return 'moved';
}
