import { z } from 'zod';
import { instantOf } from '../../../../kernel/clock/clock.ts';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import type { ViewContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { formatDayLong, formatTime } from '../../../../kernel/i18n/format.ts';
import { EmptyState, LinkButton, WorkPage } from '../../../../kernel/html/index.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { findBookings } from '../booking.store.ts';
import { text } from '../messages.ts';
import type { Booking, Room } from '../room.ts';
import { findRoom } from '../room.store.ts';

interface Sign {
  room: Room;
  day: Temporal.PlainDate;
  bookings: Booking[];
}

/** What hangs on the door: who is in this room today, in large letters; never who comes. */
export const printSignPage = page({
  path: '/rooms/:id/sign',
  permission: 'rooms:read',
  event: unrecorded('bookings of organisations, no person'),
  input: z.strictObject({ id: field.id(), day: field.optionalDay() }),
  load: async ({ read, today, input: { id, day = today } }): Promise<Outcome<Sign>> => {
    const room = await findRoom(read, id);
    if (!room) return notFound;
    return { room, day, bookings: await findBookings(read, { from: instantOf(day.toPlainDateTime()), until: instantOf(day.add({ days: 1 }).toPlainDateTime()), roomIds: [id] }) };
  },
  view: printSignView,
});

function printSignView({ room, day, bookings }: Sign, context: ViewContext) {
  const { locale } = context;
  return (
    <WorkPage frame={context.frame()} title={room.name} lead={formatDayLong(locale, day)} crumbs={[{ href: '/rooms', label: text(locale, 'rooms.title') }, { href: `/rooms/${room.id}`, label: room.name }]} act={<LinkButton href={`/rooms/${room.id}/sign?day=${day.add({ days: 1 })}`}>{text(locale, 'sign.next-day')}</LinkButton>}>
      <p class="ww-no-print">{text(locale, 'sign.how')}</p>
      <div class="ww-sign">
        <p class="ww-sign__place">{[room.buildingName, room.floor].filter(Boolean).join(' · ')}</p>
        {bookings.map((booking) => (
          <div class="ww-sign__entry">
            <p class="ww-sign__hours">{`${formatTime(locale, booking.startsAt)} – ${formatTime(locale, booking.endsAt)}`}</p>
            <p class="ww-sign__who">{booking.service?.name ?? booking.organisation.name}</p>
            <p class="ww-sign__more">{[booking.service ? booking.organisation.name : booking.title, booking.slotMinutes ? text(locale, 'sign.by-appointment') : undefined].filter(Boolean).join(' · ')}</p>
          </div>
        ))}
        {bookings.length === 0 && <EmptyState icon="door-open" title={text(locale, 'sign.free')}>{text(locale, 'sign.free.what')}</EmptyState>}
      </div>
    </WorkPage>
  );
}
