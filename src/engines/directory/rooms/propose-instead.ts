import { civilZone, instantOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findBookings, findFreeRoomIds } from './booking.store.ts';
import { overlaps, spanOn, type Span } from './cut-slots.ts';
import { closedReason, type Room } from './room.ts';
import { findBuilding, findClosures, findRoom, findRooms } from './room.store.ts';

export interface Proposals {
  /** Rooms of the same building that are free at all these moments. */
  rooms: Room[];
  /** For one moment: hours of the same day, as long, at which the room is free. */
  hours: Span[];
}

const atMost = 6;

/** What could be booked instead of a room that is taken. */
export async function proposeInstead(read: Read, roomId: string, spans: readonly Span[]): Promise<Proposals> {
  const room = await findRoom(read, roomId);
  const building = room && (await findBuilding(read, room.buildingId));
  if (!room || !building || !spans[0]) return { rooms: [], hours: [] };
  const day = spans[0].startsAt.toZonedDateTimeISO(civilZone).toPlainDate();
  const closures = await findClosures(read, building.id, day);
  const others = (await findRooms(read, { buildingId: building.id })).filter(({ id }) => id !== roomId);
  const free = new Set(await findFreeRoomIds(read, others.map(({ id }) => id), spans));
  const rooms = others
    .filter((other) => free.has(other.id) && !spans.some((span) => closedReason(building, closures, other.id, span)))
    // Of the same kind first, then the ones that hold as many people and few more.
    .toSorted((one, other) => Number(other.kind === room.kind) - Number(one.kind === room.kind) || Math.abs(one.capacity - room.capacity) - Math.abs(other.capacity - room.capacity));
  const hours = spans.length === 1 ? await freeHours(read, roomId, spans[0], (span) => closedReason(building, closures, roomId, span) === undefined) : [];
  return { rooms: rooms.slice(0, atMost), hours };
}

/** Every half hour of that day from seven to ten in the evening is tried; those nearest to what was asked come first. */
async function freeHours(read: Read, roomId: string, asked: Span, isOpen: (span: Span) => boolean): Promise<Span[]> {
  const day = asked.startsAt.toZonedDateTimeISO(civilZone).toPlainDate();
  const length = asked.endsAt.since(asked.startsAt);
  const booked = await findBookings(read, { from: instantOf(day.toPlainDateTime()), until: instantOf(day.add({ days: 1 }).toPlainDateTime()), roomIds: [roomId] });
  const found: Span[] = [];
  for (let at = Temporal.PlainTime.from('07:00'); Temporal.PlainTime.compare(at, Temporal.PlainTime.from('22:00')) < 0; at = at.add({ minutes: 30 })) {
    const { startsAt } = spanOn(day, at, at);
    const span = { startsAt, endsAt: startsAt.add(length) };
    if (isOpen(span) && startsAt.epochMilliseconds > read.now.epochMilliseconds && !booked.some((booking) => overlaps(booking, span))) found.push(span);
  }
  const distance = (span: Span) => Math.abs(span.startsAt.epochMilliseconds - asked.startsAt.epochMilliseconds);
  return found.toSorted((one, other) => distance(one) - distance(other)).slice(0, atMost).toSorted((one, other) => one.startsAt.epochMilliseconds - other.startsAt.epochMilliseconds);
}
