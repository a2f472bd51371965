import { isHoliday } from '../../../kernel/clock/working-days.ts';
import { civilZone } from '../../../kernel/clock/clock.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import type { Break, Span } from './cut-slots.ts';

export const roomKinds = ['office', 'classroom', 'counter', 'meeting'] as const;
export type RoomKind = (typeof roomKinds)[number];

/** What a room may have; codes, with a message each. */
export const equipments = ['screen', 'whiteboard', 'hearing-loop', 'computers', 'video', 'kitchen', 'play-corner', 'phone'] as const;
export type Equipment = (typeof equipments)[number];

/** One span of a day of the week (1 is Monday) on which a building is open, by the clock on the wall. */
export interface OpenSpan {
  day: number;
  /** '08:30' */
  from: string;
  until: string;
}

export interface Building {
  id: string;
  name: string;
  address: string | null;
  wayIn: string | null;
  isAccessible: boolean;
  /** None: always open. */
  opening: OpenSpan[];
  closesOnHolidays: boolean;
  endedOn: Temporal.PlainDate | null;
  version: number;
}

export interface Room {
  id: string;
  buildingId: string;
  buildingName: string;
  name: string;
  kind: RoomKind;
  capacity: number;
  floor: string | null;
  isAccessible: boolean;
  equipment: Equipment[];
  note: string | null;
  endedOn: Temporal.PlainDate | null;
  version: number;
}

export interface Closure {
  id: string;
  buildingId: string;
  /** Null: the whole building. */
  roomId: string | null;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  why: string;
}

export interface Booking extends Span {
  id: string;
  seriesId: string | null;
  seriesOn: Temporal.PlainDate | null;
  room: { id: string; name: string; buildingId: string; buildingName: string };
  organisation: { id: string; name: string };
  /** Of a consultation. */
  service: { id: string; name: string } | null;
  account: { id: string; name: string } | null;
  title: string | null;
  slotMinutes: number | null;
  breaks: Break[];
  slots: number;
  slotsTaken: number;
  cancelledAt: Temporal.Instant | null;
  cancelledInTime: boolean | null;
  madeAt: Temporal.Instant;
  changedAt: Temporal.Instant;
  sequence: number;
  version: number;
}

export type ClosedReason = { name: 'holiday' } | { name: 'closure'; why: string } | { name: 'outside-hours' };

/** Why a room cannot be used in this span, booked or not; undefined when it is open. */
export function closedReason(building: Pick<Building, 'opening' | 'closesOnHolidays'>, closures: readonly Closure[], roomId: string, { startsAt, endsAt }: Span): ClosedReason | undefined {
  const from = startsAt.toZonedDateTimeISO(civilZone);
  const until = endsAt.toZonedDateTimeISO(civilZone);
  const day = from.toPlainDate();
  const closure = closures.find((each) => (each.roomId === null || each.roomId === roomId) && Temporal.PlainDate.compare(each.from, day) <= 0 && Temporal.PlainDate.compare(day, each.until) <= 0);
  if (closure) return { name: 'closure', why: closure.why };
  if (building.closesOnHolidays && isHoliday(day)) return { name: 'holiday' };
  if (building.opening.length === 0) return undefined;
  const fits = building.opening.some((open) => open.day === day.dayOfWeek && Temporal.PlainTime.compare(Temporal.PlainTime.from(open.from), from.toPlainTime()) <= 0 && Temporal.PlainTime.compare(until.toPlainTime(), Temporal.PlainTime.from(open.until)) <= 0);
  return fits && until.toPlainDate().equals(day) ? undefined : { name: 'outside-hours' };
}
