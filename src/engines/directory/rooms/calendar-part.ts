import type { CalendarEntry, CalendarPart, CalendarQuery } from '../../../kernel/engine.ts';
import { findBookings } from './booking.store.ts';
import { text } from './messages.ts';
import type { Booking } from './room.ts';
import { bookingName } from './room-words.ts';

/** Consultations and bookings, for whoever sits there and for the room; who comes is left out. */
export const roomCalendar: CalendarPart = {
  find: async (read, asked) => {
    const { accountIds, roomIds, from, until } = asked;
    const ofColleagues = accountIds.length > 0 ? await findBookings(read, { from, until, accountIds, cancelled: true }) : [];
    const ofRooms = roomIds.length > 0 ? await findBookings(read, { from, until, roomIds, cancelled: true }) : [];
    return [
      ...ofColleagues.map((booking) => entryOf(booking, { type: 'account', id: booking.account!.id }, asked)),
      ...ofRooms.map((booking) => entryOf(booking, { type: 'room', id: booking.room.id }, asked)),
    ];
  },
};

function entryOf(booking: Booking, of: CalendarEntry['of'], { locale, publicUrl }: Pick<CalendarQuery, 'locale' | 'publicUrl'>): CalendarEntry {
  const { id, sequence, startsAt, endsAt, room, slots, slotsTaken, cancelledAt, changedAt } = booking;
  return {
    of,
    uid: `${id}@wegwijs`,
    sequence,
    start: startsAt,
    end: endsAt,
    changedAt,
    state: cancelledAt ? 'cancelled' : 'confirmed',
    summary: booking.service ? text(locale, 'ics.consultation', { name: bookingName(booking) }) : bookingName(booking),
    location: `${room.name}, ${room.buildingName}`,
    ...(slots > 0 ? { description: text(locale, 'booking.slots.taken', { taken: slotsTaken, count: slots }) } : {}),
    url: `${publicUrl}/rooms/bookings/${id}`,
  };
}
