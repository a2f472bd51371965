import { z } from 'zod';
import { instantOf } from '../../../../kernel/clock/clock.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/id.ts';
import { findBookings } from '../booking.store.ts';
import { faults } from '../keep-building/keep-building.ts';
import { text } from '../messages.ts';
import { equipments, roomKinds, type Booking, type Building, type Room } from '../room.ts';
import { endRoom, findBuilding, findRoom, findRooms, insertRoom, updateRoom, type RoomFacts } from '../room.store.ts';
import { openRoomView, roomFormView } from './keep-room.view.tsx';

export interface RoomScreen {
  building: Pick<Building, 'id' | 'name'>;
  room: Room | undefined;
  values: FormValues;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

const roomFields = {
  name: field.text(80),
  kind: field.choice(roomKinds),
  capacity: field.integer(1, 2000),
  floor: field.optionalText(40),
  isAccessible: field.flag(),
  equipment: field.list(field.choice(equipments)),
  note: field.optionalText(500),
};
const factsOf = ({ floor, note, ...facts }: z.output<z.ZodObject<typeof roomFields>>): RoomFacts => ({ ...facts, floor: floor ?? null, note: note ?? null });

export const addRoomPage = page({
  path: '/rooms/buildings/:id/new-room',
  permission: 'rooms:manage',
  event: unrecorded('an empty form'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<RoomScreen>> => {
    const building = await findBuilding(read, id);
    return building ? { building, room: undefined, values: {}, errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: roomFormView,
});

export const addRoomAct = act({
  path: '/rooms/buildings/:id/rooms',
  permission: 'rooms:manage',
  event: 'room-added',
  input: z.strictObject({ id: field.id(), ...roomFields }),
  act: async ({ tx, input: { id: buildingId, ...input } }): Promise<Outcome<{ id: string; buildingId: string }>> => {
    if (!(await findBuilding(tx, buildingId))) return notFound;
    const id = newId();
    if (!(await insertRoom(tx, id, buildingId, factsOf(input)))) return refuse('room-exists', { field: 'name', status: 409 });
    tx.record({ act: 'room-added', subjects: [{ type: 'room', id }, { type: 'building', id: buildingId }] });
    return { id, buildingId };
  },
  done: ({ buildingId }, { locale }) => seeOther(`/rooms/buildings/${buildingId}`, { kind: 'done', text: text(locale, 'room.added') }),
  again: async (context: AgainContext) => {
    const building = await findBuilding(context.read, context.params['id']!);
    return building ? roomFormView({ building, room: undefined, values: context.values, errors: faults(context), isChangedMeanwhile: false }, context) : notFound;
  },
  api: { summary: 'Add a room to a building', output: z.object({ id: z.uuid(), buildingId: z.uuid() }), status: 201 },
});

export interface OpenedRoom {
  room: Room;
  bookings: Booking[];
}

/** So far ahead a room's own page looks. */
const weeksAhead = 4;

export const openRoomPage = page({
  path: '/rooms/:id',
  permission: 'rooms:read',
  event: unrecorded('a room, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, today, input: { id } }): Promise<Outcome<OpenedRoom>> => {
    const room = await findRoom(read, id);
    if (!room) return notFound;
    const from = instantOf(today.toPlainDateTime());
    return { room, bookings: await findBookings(read, { from, until: from.add({ hours: 24 * 7 * weeksAhead }), roomIds: [id] }) };
  },
  view: openRoomView,
});

export const changeRoomPage = page({
  path: '/rooms/:id/change',
  permission: 'rooms:manage',
  event: unrecorded('a room, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<RoomScreen>> => {
    const room = await findRoom(read, id);
    return room ? { building: { id: room.buildingId, name: room.buildingName }, room, values: valuesOf(room), errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: roomFormView,
});

function valuesOf({ name, kind, capacity, floor, isAccessible, equipment, note }: Room): FormValues {
  return { name, kind, capacity: String(capacity), floor: floor ?? '', ...(isAccessible ? { isAccessible: 'yes' } : {}), equipment, note: note ?? '' };
}

export const changeRoomAct = act({
  path: '/rooms/:id/change',
  permission: 'rooms:manage',
  event: 'room-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), ...roomFields }),
  act: async ({ tx, input: { id, version, ...input } }): Promise<Outcome<{ id: string }>> => {
    const room = await findRoom(tx, id);
    if (!room) return notFound;
    const facts = factsOf(input);
    if ((await findRooms(tx, { buildingId: room.buildingId })).some((other) => other.id !== id && other.name.toLowerCase() === facts.name.toLowerCase())) return refuse('room-exists', { field: 'name', status: 409 });
    if (!(await updateRoom(tx, id, version, facts))) return changedMeanwhile();
    tx.record({ act: 'room-changed', subjects: [{ type: 'room', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/${id}`, { kind: 'done', text: text(locale, 'saved') }),
  again: async (context: AgainContext) => {
    const room = await findRoom(context.read, context.params['id']!);
    return room ? roomFormView({ building: { id: room.buildingId, name: room.buildingName }, room, values: context.values, errors: faults(context), isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile' }, context) : notFound;
  },
  api: { summary: 'Change a room', output: z.object({ id: z.uuid() }) },
});

export const endRoomAct = act({
  path: '/rooms/:id/end',
  permission: 'rooms:manage',
  event: 'room-ended',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, today, now, input: { id } }): Promise<Outcome<{ buildingId: string }>> => {
    const room = await findRoom(tx, id);
    if (!room || room.endedOn) return notFound;
    const ahead = await findBookings(tx, { from: now, until: now.add({ hours: 24 * 365 * 3 }), roomIds: [id] });
    if (ahead.length > 0) return refuse('room-is-booked', { status: 409 });
    await endRoom(tx, id, today);
    tx.record({ act: 'room-ended', subjects: [{ type: 'room', id }] });
    return { buildingId: room.buildingId };
  },
  done: ({ buildingId }, { locale }) => seeOther(`/rooms/buildings/${buildingId}`, { kind: 'done', text: text(locale, 'room.ended') }),
  again: async (context: AgainContext) => {
    const room = await findRoom(context.read, context.params['id']!);
    if (!room) return notFound;
    const bookings = await findBookings(context.read, { from: context.now, until: context.now.add({ hours: 24 * 7 * weeksAhead }), roomIds: [room.id] });
    return openRoomView({ room, bookings }, context, context.refusal?.name);
  },
  api: { summary: 'Take a room out of use', output: z.object({ buildingId: z.uuid() }) },
});
