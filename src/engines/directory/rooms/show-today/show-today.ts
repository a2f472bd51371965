import { z } from 'zod';
import { instantOf } from '../../../../kernel/clock/clock.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import type { Outcome } from '../../../../kernel/http/answer.ts';
import type { FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound } from '../../../../kernel/http/refusal.ts';
import { page, unrecorded } from '../../../../kernel/http/route.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import { findServices } from '../../find-services/find-services.store.ts';
import type { Service } from '../../service.ts';
import { findBookings } from '../booking.store.ts';
import type { Booking, Building, Room } from '../room.ts';
import { findBuildings, findRooms } from '../room.store.ts';
import { findSlots, type Slot } from '../slot.store.ts';
import { findWalkIns, type WalkIn } from '../walk-in.store.ts';
import { showTodayView } from './show-today.view.tsx';

export interface BuildingToday {
  buildings: Building[];
  building: Building | undefined;
  rooms: Room[];
  /** Of today, in order. */
  bookings: Booking[];
  slots: Slot[];
  walkIns: WalkIn[];
  services: Service[];
  values: FormValues;
  errors: FieldErrors;
}

/** All that the desk of a building wants to know of today, in a fixed number of queries. */
export async function findToday(read: Read, today: Temporal.PlainDate, buildingId: string | undefined, rest: { values?: FormValues; errors?: FieldErrors } = {}): Promise<BuildingToday | undefined> {
  const buildings = await findBuildings(read);
  const building = buildingId ? buildings.find(({ id }) => id === buildingId) : buildings[0];
  if (buildingId && !building) return undefined;
  const filled = { values: rest.values ?? {}, errors: rest.errors ?? {} };
  if (!building) return { buildings, building, rooms: [], bookings: [], slots: [], walkIns: [], services: [], ...filled };
  const [from, until] = [instantOf(today.toPlainDateTime()), instantOf(today.add({ days: 1 }).toPlainDateTime())];
  const bookings = await findBookings(read, { from, until, buildingId: building.id });
  return {
    buildings,
    building,
    rooms: await findRooms(read, { buildingId: building.id }),
    bookings,
    slots: await findSlots(read, { bookingIds: bookings.filter(({ slotMinutes }) => slotMinutes).map(({ id }) => id) }),
    walkIns: await findWalkIns(read, building.id, from),
    services: await findServices(read, {}, 500),
    ...filled,
  };
}

export const showTodayPage = page({
  path: '/rooms',
  permission: 'rooms:read',
  event: unrecorded('who is in the building; no file opened'),
  input: z.strictObject({ building: field.optionalId() }),
  load: async ({ read, today, input }): Promise<Outcome<BuildingToday>> => (await findToday(read, today, input.building)) ?? notFound,
  view: showTodayView,
});
