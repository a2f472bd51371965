import { dayOf } from '../../../kernel/clock/clock.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { Booking, Room, RoomKind } from './room.ts';

export const renterKinds = ['authority', 'public', 'association', 'school', 'commercial'] as const;
export type RenterKind = (typeof renterKinds)[number];

export interface Renter {
  organisationId: string;
  name: string;
  kind: RenterKind;
  reference: string | null;
}

/** Amounts in euro cents; null is a unit that cannot be rented by. */
export interface Tariff {
  id: string;
  buildingId: string;
  roomId: string | null;
  roomKind: RoomKind | null;
  renter: RenterKind | null;
  hourCents: number | null;
  halfDayCents: number | null;
  dayCents: number | null;
  from: Temporal.PlainDate;
}

export interface RentalTerm {
  id: string;
  buildingId: string;
  /** Cancelled so many days before, or earlier, costs nothing. */
  cancelDays: number;
  /** What part of the price is asked for what was cancelled later. */
  latePercent: number;
  /** A half day has at most so many hours. */
  halfDayHours: number;
  from: Temporal.PlainDate;
}

/** Until an authority sets its own: nothing is asked for what was cancelled. */
const usualTerm = { cancelDays: 0, latePercent: 0, halfDayHours: 4 };

export function termOn(terms: readonly RentalTerm[], buildingId: string, day: Temporal.PlainDate): Pick<RentalTerm, 'cancelDays' | 'latePercent' | 'halfDayHours'> {
  const past = terms.filter((term) => term.buildingId === buildingId && Temporal.PlainDate.compare(term.from, day) <= 0);
  return past.toSorted((one, other) => Temporal.PlainDate.compare(other.from, one.from))[0] ?? usualTerm;
}

/** Whether a booking of that day is cancelled in time when it is cancelled today. */
export function isInTime(term: Pick<RentalTerm, 'cancelDays'>, bookedOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, bookedOn.subtract({ days: term.cancelDays })) <= 0;
}

/**
 * The tariff for a room, a renter and a day: of those in force the narrowest (of the room itself, then of its kind, then of the
 * building; each for that kind of renter before for all), and of those the latest. Undefined when none was set: it is free.
 */
export function tariffFor(tariffs: readonly Tariff[], room: Pick<Room, 'id' | 'buildingId' | 'kind'>, renter: RenterKind, day: Temporal.PlainDate): Tariff | undefined {
  const fitting = tariffs.filter(
    (tariff) => tariff.buildingId === room.buildingId && (tariff.roomId ?? room.id) === room.id && (tariff.roomKind ?? room.kind) === room.kind && (tariff.renter ?? renter) === renter && Temporal.PlainDate.compare(tariff.from, day) <= 0,
  );
  const narrowness = (tariff: Tariff) => (tariff.roomId ? 8 : 0) + (tariff.roomKind ? 4 : 0) + (tariff.renter ? 2 : 0);
  return fitting.toSorted((one, other) => narrowness(other) - narrowness(one) || Temporal.PlainDate.compare(other.from, one.from))[0];
}

export interface Price {
  cents: number;
  unit: 'hour' | 'half-day' | 'day' | 'free';
  count: number;
}

/**
 * What so many minutes cost: by started half hours, by half days, by the day, whichever costs the renter least. A unit of
 * which no price was set is left out.
 */
export function priceOf(tariff: Tariff | undefined, minutes: number, halfDayHours: number): Price {
  if (!tariff) return { cents: 0, unit: 'free', count: 0 };
  const hours = Math.ceil(minutes / 30) / 2;
  const halfDays = Math.ceil(minutes / 60 / halfDayHours);
  const ways: (Price | undefined)[] = [
    tariff.hourCents === null ? undefined : { cents: Math.round(tariff.hourCents * hours), unit: 'hour', count: hours },
    tariff.halfDayCents === null ? undefined : { cents: tariff.halfDayCents * halfDays, unit: 'half-day', count: halfDays },
    tariff.dayCents === null ? undefined : { cents: tariff.dayCents, unit: 'day', count: 1 },
  ];
  const cheapest = ways.filter((way) => way !== undefined).toSorted((one, other) => one.cents - other.cents)[0]!;
  return cheapest.cents === 0 ? { cents: 0, unit: 'free', count: 0 } : cheapest;
}

export interface InvoiceLine {
  booking: Booking;
  price: Price;
  /** What is asked: the price, a part of it for what was cancelled too late, nothing for what was cancelled in time. */
  cents: number;
  percent: number;
}

export interface Money {
  tariffs: readonly Tariff[];
  terms: readonly RentalTerm[];
  renters: readonly Renter[];
  rooms: readonly Pick<Room, 'id' | 'buildingId' | 'kind'>[];
}

/** The line of an invoice for one booking. */
export function invoiceLine(booking: Booking, { tariffs, terms, renters, rooms }: Money): InvoiceLine {
  const day = dayOf(booking.startsAt);
  const room = rooms.find(({ id }) => id === booking.room.id)!;
  const renter = renters.find(({ organisationId }) => organisationId === booking.organisation.id)?.kind ?? 'association';
  const term = termOn(terms, room.buildingId, day);
  const price = priceOf(tariffFor(tariffs, room, renter, day), booking.endsAt.since(booking.startsAt).total('minutes'), term.halfDayHours);
  const percent = !booking.cancelledAt ? 100 : booking.cancelledInTime ? 0 : term.latePercent;
  return { booking, price, percent, cents: Math.round((price.cents * percent) / 100) };
}
