import { z } from 'zod';
import { instantOf } from '../../../../kernel/clock/clock.ts';
import { isHoliday } from '../../../../kernel/clock/working-days.ts';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findBookings } from '../booking.store.ts';
import { mondayOf } from '../room-words.ts';
import type { Booking, Building, Closure, Room } from '../room.ts';
import { findBuildings, findClosures, findRooms } from '../room.store.ts';
import { showCalendarView } from './show-calendar.view.tsx';

export interface RoomCalendar {
  view: 'week' | 'month';
  buildings: Building[];
  building: Building | undefined;
  /** Of the building; only the one that was chosen in a month. */
  rooms: Room[];
  room: Room | undefined;
  /** Every day that is shown, whole weeks. */
  days: Temporal.PlainDate[];
  /** The day by which the week or month was found. */
  at: Temporal.PlainDate;
  bookings: Booking[];
  closures: Closure[];
  holidays: Temporal.PlainDate[];
}

const bookingJson = z.object({ id: z.uuid(), roomId: z.uuid(), room: z.string(), organisation: z.string(), service: z.string().nullable(), title: z.string().nullable(), startsAt: z.string(), endsAt: z.string(), slots: z.number(), slotsTaken: z.number() });

export const showCalendarPage = page({
  path: '/rooms/calendar',
  permission: 'rooms:read',
  event: unrecorded('bookings of organisations, no person'),
  input: z.strictObject({ building: field.optionalId(), room: field.optionalId(), day: field.optionalDay(), view: field.optionalChoice(['week', 'month']) }),
  load: async ({ read, today, input }): Promise<Outcome<RoomCalendar>> => {
    const [buildings, allRooms] = [await findBuildings(read), await findRooms(read)];
    const room = input.room ? allRooms.find(({ id }) => id === input.room) : undefined;
    if (input.room && !room) return notFound;
    const wanted = room?.buildingId ?? input.building ?? buildings[0]?.id;
    const building = buildings.find(({ id }) => id === wanted);
    if (input.building && !building) return notFound;
    const at = input.day ?? today;
    const view = room && input.view === 'month' ? 'month' : 'week';
    const days = view === 'month' ? daysOfMonth(at) : weekFrom(mondayOf(at));
    const [first, last] = [days[0]!, days.at(-1)!];
    const rooms = room ? [room] : allRooms.filter(({ buildingId }) => buildingId === building?.id);
    const bookings = building ? await findBookings(read, { from: instantOf(first.toPlainDateTime()), until: instantOf(last.add({ days: 1 }).toPlainDateTime()), buildingId: building.id, ...(room ? { roomIds: [room.id] } : {}) }) : [];
    return { view, buildings, building, rooms, room, days, at, bookings, closures: building ? await findClosures(read, building.id, first) : [], holidays: building?.closesOnHolidays ? days.filter(isHoliday) : [] };
  },
  view: showCalendarView,
  api: {
    summary: 'Bookings of a building or a room in a week, or of a room in a month',
    output: z.object({ from: z.string(), until: z.string(), bookings: z.array(bookingJson) }),
    present: ({ days, bookings }) => ({
      from: days[0]!.toString(),
      until: days.at(-1)!.toString(),
      bookings: bookings.map(({ id, room, organisation, service, title, startsAt, endsAt, slots, slotsTaken }) => ({ id, roomId: room.id, room: room.name, organisation: organisation.name, service: service?.name ?? null, title, startsAt: startsAt.toString(), endsAt: endsAt.toString(), slots, slotsTaken })),
    }),
  },
});

const weekFrom = (monday: Temporal.PlainDate) => Array.from({ length: 7 }, (_, days) => monday.add({ days }));

/** The weeks that touch the month, whole. */
function daysOfMonth(day: Temporal.PlainDate): Temporal.PlainDate[] {
  const first = mondayOf(day.with({ day: 1 }));
  const last = day.with({ day: day.daysInMonth });
  const weeks = Math.ceil((first.until(last).days + 1) / 7);
  return Array.from({ length: weeks }, (_, week) => weekFrom(first.add({ weeks: week }))).flat();
}
