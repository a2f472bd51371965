import { instantOf } from '../../../kernel/clock/clock.ts';
import type { TodayPart } from '../../../kernel/engine.ts';
import { Panel } from '../../../kernel/html/index.ts';
import { formatTime } from '../../../kernel/i18n/format.ts';
import { findBookings } from './booking.store.ts';
import { text } from './messages.ts';
import { bookingName, hoursOf } from './room-words.ts';
import type { Booking } from './room.ts';
import { findSlots, type Slot } from './slot.store.ts';

interface Consultations {
  bookings: Booking[];
  slots: Slot[];
}

/** Which services hold consultation today, and the next free appointment of each: for when a question comes. */
export const consultationsToday: TodayPart = {
  permission: 'rooms:desk',
  order: 35,
  load: async ({ read, today, now }): Promise<Consultations | undefined> => {
    const bookings = (await findBookings(read, { from: now, until: instantOf(today.add({ days: 1 }).toPlainDateTime()) })).filter(({ service }) => service);
    return bookings.length === 0 ? undefined : { bookings, slots: await findSlots(read, { bookingIds: bookings.map(({ id }) => id) }) };
  },
  view: ({ bookings, slots }: Consultations, { locale, now }) => (
    <Panel title={text(locale, 'today.consultations')} act={<a href="/rooms">{text(locale, 'rooms.title')}</a>}>
      <ul>
        {bookings.map((booking) => {
          const free = slots.filter(({ bookingId, isTaken, endsAt }) => bookingId === booking.id && !isTaken && endsAt.epochMilliseconds > now.epochMilliseconds);
          return (
            <li>
              <a href={`/rooms/bookings/${booking.id}`}>{bookingName(booking)}</a>
              {`, ${hoursOf(locale, booking)}, ${booking.room.name}`}
              {free[0] && (
                <>
                  {' · '}
                  <a href={`/rooms/slots/${free[0].id}`}>{text(locale, 'slots.next', { count: free.length, time: formatTime(locale, free[0].startsAt) })}</a>
                </>
              )}
              {booking.slots > 0 && !free[0] && ` · ${text(locale, 'slots.full')}`}
            </li>
          );
        })}
      </ul>
    </Panel>
  ),
};
