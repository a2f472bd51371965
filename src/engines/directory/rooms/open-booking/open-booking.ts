import { z } from 'zod';
import { dayOf } from '../../../../kernel/clock/clock.ts';
import { findTimeline, type TimelineEntry } from '../../../../kernel/audit/timeline.ts';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { cancelBookings, findBooking, findFollowing, findSeries, type Series } from '../booking.store.ts';
import { rebook, type Clash } from '../bookings.ts';
import { spanOn } from '../cut-slots.ts';
import { text } from '../messages.ts';
import { findObstacles } from '../bookings.ts';
import type { Booking, Room } from '../room.ts';
import { findRoom, findRooms } from '../room.store.ts';
import { findSlots, type Slot } from '../slot.store.ts';
import { findTerms } from '../tariff.store.ts';
import { isInTime, termOn } from '../tariff.ts';
import { openBookingView } from './open-booking.view.tsx';

export interface OpenedBooking {
  booking: Booking;
  series: Series | undefined;
  following: number;
  slots: Slot[];
  rooms: Room[];
  timeline: TimelineEntry[];
  values: FormValues;
  errors: FieldErrors;
  clashes: Clash[];
  isChangedMeanwhile: boolean;
}

async function findOpened(read: Read, id: string, rest: Partial<Pick<OpenedBooking, 'values' | 'errors' | 'clashes' | 'isChangedMeanwhile'>> = {}): Promise<OpenedBooking | undefined> {
  const booking = await findBooking(read, id);
  if (!booking) return undefined;
  return {
    booking,
    series: booking.seriesId ? await findSeries(read, booking.seriesId) : undefined,
    following: booking.seriesId ? (await findFollowing(read, { seriesId: booking.seriesId, from: booking.startsAt })).length : 0,
    slots: booking.slotMinutes ? await findSlots(read, { bookingIds: [id] }) : [],
    rooms: await findRooms(read),
    timeline: await findTimeline(read, { type: 'booking', id }, { limit: 20 }),
    values: {},
    errors: {},
    clashes: [],
    isChangedMeanwhile: false,
    ...rest,
  };
}

export const openBookingPage = page({
  path: '/rooms/bookings/:id',
  permission: 'rooms:read',
  event: unrecorded('a booking of an organisation; who comes is shown to the desk without a name of the register'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<OpenedBooking>> => (await findOpened(read, id)) ?? notFound,
  view: openBookingView,
});

const scopes = ['this', 'following'] as const;
/** This one, or this one and all that follow in its series. */
const scopeOf = async (tx: Transaction, booking: Booking, scope: (typeof scopes)[number]): Promise<Booking[]> => (scope === 'following' && booking.seriesId ? findFollowing(tx, { seriesId: booking.seriesId, from: booking.startsAt }) : [booking]);

export const cancelBookingAct = act({
  path: '/rooms/bookings/:id/cancel',
  permission: 'rooms:book',
  event: 'booking-cancelled',
  input: z.strictObject({ id: field.id(), version: field.version(), scope: field.choice(scopes) }),
  act: async ({ tx, today, input: { id, version, scope } }): Promise<Outcome<{ id: string; cancelled: number }>> => {
    const booking = await findBooking(tx, id);
    if (!booking) return notFound;
    if (booking.cancelledAt) return refuse('cancelled-already', { status: 409 });
    if (booking.endsAt.epochMilliseconds <= tx.now.epochMilliseconds) return refuse('past-already', { status: 409 });
    if (booking.version !== version) return changedMeanwhile();
    const which = await scopeOf(tx, booking, scope);
    const terms = await findTerms(tx, { buildingId: booking.room.buildingId });
    const cancelled = await cancelBookings(tx, which.map((each) => ({ id: each.id, inTime: isInTime(termOn(terms, each.room.buildingId, dayOf(each.startsAt)), dayOf(each.startsAt), today) })));
    tx.record({ act: 'booking-cancelled', subjects: [{ type: 'booking', id }, { type: 'room', id: booking.room.id }, { type: 'organisation', id: booking.organisation.id }], detail: { times: cancelled } });
    return { id, cancelled };
  },
  done: ({ id, cancelled }, { locale }) => seeOther(`/rooms/bookings/${id}`, { kind: 'done', text: text(locale, 'cancelled', { count: cancelled }) }),
  again,
  api: { summary: 'Cancel a booking, or it and all that follow in its series', output: z.object({ id: z.uuid(), cancelled: z.number() }) },
});

const moveInput = z.strictObject({ id: field.id(), version: field.version(), scope: field.choice(scopes), room: field.id(), day: field.day(), from: field.time(), until: field.time() });

export const moveBookingAct = act({
  path: '/rooms/bookings/:id/move',
  permission: 'rooms:book',
  event: 'booking-moved',
  input: moveInput,
  act: async ({ tx, input: { id, version, scope, room, day, from, until } }): Promise<Outcome<{ id: string; moved: number }>> => {
    const booking = await findBooking(tx, id);
    if (!booking) return notFound;
    if (booking.cancelledAt) return refuse('cancelled-already', { status: 409 });
    if (booking.version !== version) return changedMeanwhile();
    if (Temporal.PlainTime.compare(from, until) >= 0) return refuse('until-before-from', { field: 'until' });
    const target = await findRoom(tx, room);
    if (!target || target.endedOn) return refuse('room-not-known', { field: 'room' });
    const which = await scopeOf(tx, booking, scope);
    const outcome = await rebook(tx, which, { roomId: room, spanOf: spanAfter(booking, day, from, until) });
    if (outcome !== 'moved') return refuse('room-not-free', { field: 'room', status: 409 });
    return { id, moved: which.length };
  },
  done: ({ id, moved }, { locale }) => seeOther(`/rooms/bookings/${id}`, { kind: 'done', text: text(locale, 'moved', { count: moved }) }),
  again,
  api: { summary: 'Move a booking, or it and all that follow in its series, to another room, day or hour', output: z.object({ id: z.uuid(), moved: z.number() }) },
});

/** Each one as many days further as the first one moves, at the same hours by the clock on the wall. */
function spanAfter(booking: Booking, day: Temporal.PlainDate, from: Temporal.PlainTime, until: Temporal.PlainTime) {
  const shift = dayOf(booking.startsAt).until(day);
  return (each: Booking) => spanOn(dayOf(each.startsAt).add(shift), from, until);
}

const refusals = ['cancelled-already', 'past-already', 'until-before-from', 'room-not-known', 'room-not-free'] as const;

async function again(context: AgainContext) {
  const { read, values, locale } = context;
  const name = refusals.find((each) => each === context.refusal?.name);
  const errors: FieldErrors = name ? { ...context.errors, [context.refusal?.field ?? '']: text(locale, `refusal.${name}`) } : context.errors;
  const id = context.params['id']!;
  const opened = await findOpened(read, id, { values, errors, isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile' });
  if (!opened) return notFound;
  if (name !== 'room-not-free') return openBookingView(opened, context);
  const { _key: _, ...typed } = values;
  const parsed = moveInput.safeParse({ ...typed, id });
  if (!parsed.success) return openBookingView(opened, context);
  const { booking } = opened;
  const which = parsed.data.scope === 'following' && booking.seriesId ? await findFollowing(read, { seriesId: booking.seriesId, from: booking.startsAt }) : [booking];
  const spanOf = spanAfter(booking, parsed.data.day, parsed.data.from, parsed.data.until);
  return openBookingView({ ...opened, clashes: await findObstacles(read, parsed.data.room, which.map(spanOf), which.map((each) => each.id)) }, context);
}
