import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { refuse, type Refusal } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findColleagues, type Colleague } from '../../employment/employment.store.ts';
import { findOrganisation, findOrganisations } from '../../organisation.store.ts';
import { findServices } from '../../find-services/find-services.store.ts';
import { findService } from '../../service.store.ts';
import type { Organisation, Service } from '../../service.ts';
import { bookRoom, daysOfTiming, findObstacles, longestSeries, type Clash, type Timing } from '../bookings.ts';
import type { BookingFacts } from '../booking.store.ts';
import { spanOn } from '../cut-slots.ts';
import { text } from '../messages.ts';
import { readHours } from '../opening.ts';
import { proposeInstead, type Proposals } from '../propose-instead.ts';
import type { Room } from '../room.ts';
import { findRoom, findRooms } from '../room.store.ts';
import { bookRoomView } from './book-room.view.tsx';
import { nths, repeats } from './repeats.ts';

const bookFields = {
  room: field.id(),
  organisation: field.id(),
  service: field.optionalId(),
  colleague: field.optionalId(),
  title: field.optionalText(100),
  day: field.day(),
  from: field.time(),
  until: field.time(),
  slotMinutes: field.optionalInteger(5, 240),
  breaks: field.optionalText(60),
  repeat: field.optionalChoice(repeats),
  every: field.optionalInteger(1, 26),
  days: field.list(field.choice(['1', '2', '3', '4', '5', '6', '7'])),
  nth: field.optionalChoice(nths),
  lastOn: field.optionalDay(),
  overHolidays: field.flag(),
  skipClashes: field.flag(),
};
const input = z.strictObject(bookFields);
type Input = z.output<typeof input>;

export interface BookScreen {
  rooms: Room[];
  organisations: Organisation[];
  services: Service[];
  colleagues: Colleague[];
  values: FormValues;
  errors: FieldErrors;
  /** What stands in the way, with what could be booked instead. */
  obstacles: { clashes: Clash[]; occurrences: number; proposals: Proposals } | undefined;
}

async function findScreen(read: Read, today: Temporal.PlainDate, rest: Pick<BookScreen, 'values' | 'errors' | 'obstacles'>): Promise<BookScreen> {
  return { rooms: await findRooms(read), organisations: await findOrganisations(read), services: await findServices(read, {}, 500), colleagues: await findColleagues(read, { on: today }), ...rest };
}

/** What a link may fill in already: a room and an hour that was proposed, or a cell of the calendar. */
const filled = Object.fromEntries(Object.keys(bookFields).filter((name) => name !== 'days').map((name) => [name, field.optionalText(100)])) as Record<string, ReturnType<typeof field.optionalText>>;

export const bookRoomPage = page({
  path: '/rooms/book',
  permission: 'rooms:book',
  event: unrecorded('an empty form'),
  input: z.strictObject({ ...filled, days: field.list(field.text(1)) }),
  load: async ({ read, today, input: values }) => findScreen(read, today, { values: withoutBlanks(values), errors: {}, obstacles: undefined }),
  view: bookRoomView,
});

const withoutBlanks = (values: Record<string, string | string[] | undefined>): FormValues => Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined));

/** The hours and days that are asked, or what is wrong with them. */
function timingOf({ day, from, until, repeat = 'once', every = 1, days, nth, lastOn }: Input, overHolidays: boolean): Timing | Refusal {
  if (Temporal.PlainTime.compare(from, until) >= 0) return refuse('until-before-from', { field: 'until' });
  if (repeat === 'once') return { day, from, until, repeat: null };
  if (!lastOn) return refuse('say-until-when', { field: 'lastOn' });
  if (day.until(lastOn).sign < 0) return refuse('until-before-from', { field: 'lastOn' });
  if (Temporal.PlainDate.compare(lastOn, day.add(longestSeries)) > 0) return refuse('series-too-long', { field: 'lastOn' });
  const rule =
    repeat === 'weekly'
      ? { frequency: 'weekly' as const, every, days: days.length > 0 ? days.map(Number) : [day.dayOfWeek] }
      : { frequency: 'monthly' as const, every, day: day.dayOfWeek, nth: nth ? Number(nth) : Math.min(Math.ceil(day.day / 7), 4) };
  const timing: Timing = { day, from, until, repeat: { rule, lastOn, overHolidays } };
  return daysOfTiming(timing).length === 0 ? refuse('no-day-in-series', { field: 'lastOn' }) : timing;
}

/** All that is asked, or what is wrong with it. */
async function readAsked(read: Read, asked: Input): Promise<{ facts: BookingFacts; timing: Timing } | Refusal> {
  const timing = timingOf(asked, asked.overHolidays);
  if (!('day' in timing)) return timing;
  const room = await findRoom(read, asked.room);
  if (!room || room.endedOn) return refuse('room-not-known', { field: 'room' });
  if (!(await findOrganisation(read, asked.organisation))) return refuse('organisation-not-known', { field: 'organisation' });
  const service = asked.service ? await findService(read, asked.service) : undefined;
  if (asked.service && (!service || service.organisation.id !== asked.organisation)) return refuse('service-of-another', { field: 'service' });
  if (asked.slotMinutes && !service) return refuse('slots-need-a-service', { field: 'service' });
  if (asked.colleague && !(await findColleagues(read, { on: timing.day })).some(({ accountId }) => accountId === asked.colleague)) return refuse('colleague-not-known', { field: 'colleague' });
  const breaks = readHours(1, asked.breaks);
  if (!breaks) return refuse('not-hours', { field: 'breaks' });
  const pauses = breaks.map(({ from, until }) => ({ from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) }));
  return { timing, facts: { roomId: room.id, organisationId: asked.organisation, serviceId: asked.service ?? null, accountId: asked.colleague ?? null, title: asked.title ?? null, slotMinutes: asked.slotMinutes ?? null, breaks: pauses } };
}

export const bookRoomAct = act({
  path: '/rooms/bookings',
  permission: 'rooms:book',
  event: 'room-booked',
  input,
  act: async ({ tx, input: asked }): Promise<Outcome<{ id: string; booked: number; skipped: number }>> => {
    const read = await readAsked(tx, asked);
    if (!('facts' in read)) return read;
    const booked = await bookRoom(tx, read.facts, read.timing, { skipClashes: asked.skipClashes });
    if ('clashes' in booked) return refuse('room-not-free', { field: 'room', status: 409, detail: { clashes: booked.clashes.length } });
    return { id: booked.bookingIds[0]!, booked: booked.bookingIds.length, skipped: booked.skipped.length };
  },
  done: ({ id, booked, skipped }, { locale }) => seeOther(`/rooms/bookings/${id}`, { kind: 'done', text: [text(locale, 'booked', { count: booked }), skipped > 0 ? text(locale, 'booked.skipped', { count: skipped }) : ''].filter(Boolean).join(' ') }),
  again: async (context: AgainContext) => {
    const { read, today, values, locale } = context;
    const name = refusals.find((each) => each === context.refusal?.name);
    const errors: FieldErrors = name ? { ...context.errors, [context.refusal?.field ?? '']: text(locale, `refusal.${name}`) } : context.errors;
    return bookRoomView(await findScreen(read, today, { values, errors, obstacles: name === 'room-not-free' ? await findWhy(read, values) : undefined }), context);
  },
  api: { summary: 'Book a room, once or as a series; all of it or nothing', output: z.object({ id: z.uuid(), booked: z.number(), skipped: z.number() }), status: 201 },
});

const refusals = ['room-not-free', 'until-before-from', 'say-until-when', 'series-too-long', 'no-day-in-series', 'room-not-known', 'organisation-not-known', 'service-of-another', 'slots-need-a-service', 'colleague-not-known', 'not-hours'] as const;

async function findWhy(read: Read, values: FormValues): Promise<BookScreen['obstacles']> {
  const { _key: _, ...typed } = values;
  const parsed = input.safeParse(typed);
  const asked = parsed.success ? await readAsked(read, parsed.data) : undefined;
  if (!asked || !('facts' in asked)) return undefined;
  const { timing, facts } = asked;
  const spans = daysOfTiming(timing).map((day) => spanOn(day, timing.from, timing.until));
  return { clashes: await findObstacles(read, facts.roomId, spans), occurrences: spans.length, proposals: await proposeInstead(read, facts.roomId, spans) };
}
