import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { bookRoom, type Timing } from './bookings.ts';
import type { BookingFacts } from './booking.store.ts';
import type { Building, Room } from './room.ts';
import { insertBuilding, insertRoom } from './room.store.ts';
import type { Rule } from './rule.ts';

/** A building that is always open, but for what is given. Answers its id. */
export async function aBuilding(tx: Transaction, traits: Partial<Building> = {}): Promise<string> {
  const id = newId();
  await insertBuilding(tx, id, { name: `Welzijnscampus ${id.slice(-5)}`, address: 'Campuslaan 1', wayIn: null, isAccessible: true, opening: [], closesOnHolidays: true, ...traits });
  return id;
}

export async function aRoom(tx: Transaction, buildingId: string, traits: Partial<Room> = {}): Promise<string> {
  const id = newId();
  await insertRoom(tx, id, buildingId, { name: `Lokaal ${id.slice(-5)}`, kind: 'office', capacity: 4, floor: null, isAccessible: true, equipment: [], note: null, ...traits });
  return id;
}

export interface BookingTraits extends Partial<BookingFacts> {
  roomId: string;
  organisationId: string;
  day: string;
  from?: string;
  until?: string;
  rule?: Rule;
  lastOn?: string;
  overHolidays?: boolean;
}

/** Books as the desk would; throws when something stands in the way. Answers the ids of the bookings. */
export async function aBooking(tx: Transaction, { day, from = '09:00', until = '12:00', rule, lastOn, overHolidays = false, ...facts }: BookingTraits): Promise<string[]> {
  const timing: Timing = {
    day: Temporal.PlainDate.from(day),
    from: Temporal.PlainTime.from(from),
    until: Temporal.PlainTime.from(until),
    repeat: rule ? { rule, lastOn: Temporal.PlainDate.from(lastOn!), overHolidays } : null,
  };
  const booked = await bookRoom(tx, { serviceId: null, accountId: null, title: null, slotMinutes: null, breaks: [], ...facts }, timing);
  if ('clashes' in booked) throw new Error('The room is taken.');
  return booked.bookingIds;
}
