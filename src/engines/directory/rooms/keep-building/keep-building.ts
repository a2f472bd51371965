import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse, type Refusal } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/id.ts';
import { text } from '../messages.ts';
import { readHours, weekdays, writeHours } from '../opening.ts';
import type { Building, Closure, Room } from '../room.ts';
import { deleteClosure, findBuilding, findBuildings, findClosures, findRooms, insertBuilding, insertClosure, updateBuilding, type BuildingFacts } from '../room.store.ts';
import { buildingFormView, buildingsView, openBuildingView } from './keep-building.view.tsx';

export interface BuildingScreen {
  building: Building | undefined;
  values: FormValues;
  errors: FieldErrors;
  isChangedMeanwhile: boolean;
}

const hours = Object.fromEntries(weekdays.map((day) => [`day${day}`, field.optionalText(60)])) as Record<`day${(typeof weekdays)[number]}`, ReturnType<typeof field.optionalText>>;
const buildingFields = { name: field.text(120), address: field.optionalText(200), wayIn: field.optionalText(500), isAccessible: field.flag(), closesOnHolidays: field.flag(), ...hours };
type BuildingInput = z.output<z.ZodObject<typeof buildingFields>>;

function factsOf(input: BuildingInput): BuildingFacts | Refusal {
  const { name, address, wayIn, isAccessible, closesOnHolidays } = input;
  const opening = weekdays.map((day) => readHours(day, input[`day${day}`]));
  const wrong = opening.findIndex((each) => each === undefined);
  if (wrong >= 0) return refuse('not-hours', { field: `day${wrong + 1}` });
  return { name, address: address ?? null, wayIn: wayIn ?? null, isAccessible, closesOnHolidays, opening: opening.flatMap((each) => each ?? []) };
}

export const listBuildingsPage = page({
  path: '/rooms/buildings',
  permission: 'rooms:read',
  event: unrecorded('buildings and rooms, no person'),
  load: async ({ read }) => ({ buildings: await findBuildings(read), rooms: await findRooms(read) }),
  view: buildingsView,
  api: {
    summary: 'Buildings with their rooms',
    output: z.object({ buildings: z.array(z.object({ id: z.uuid(), name: z.string(), address: z.string().nullable(), rooms: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string(), capacity: z.number(), isAccessible: z.boolean(), equipment: z.array(z.string()) })) })) }),
    present: ({ buildings, rooms }) => ({
      buildings: buildings.map(({ id, name, address }) => ({ id, name, address, rooms: rooms.filter((room) => room.buildingId === id).map((room) => ({ id: room.id, name: room.name, kind: room.kind, capacity: room.capacity, isAccessible: room.isAccessible, equipment: room.equipment })) })),
    }),
  },
});

/** A new building is open on working days, from eight to six, until someone says otherwise. */
const usual: FormValues = { closesOnHolidays: 'yes', ...Object.fromEntries(weekdays.slice(0, 5).map((day) => [`day${day}`, '08:00-18:00'])) };

export const addBuildingPage = page({
  path: '/rooms/buildings/new',
  permission: 'rooms:manage',
  event: unrecorded('an empty form'),
  load: async () => ({}),
  view: (_, context) => buildingFormView({ building: undefined, values: usual, errors: {}, isChangedMeanwhile: false }, context),
});

export const addBuildingAct = act({
  path: '/rooms/buildings',
  permission: 'rooms:manage',
  event: 'building-added',
  input: z.strictObject(buildingFields),
  act: async ({ tx, input }): Promise<Outcome<{ id: string }>> => {
    const facts = factsOf(input);
    if (!('opening' in facts)) return facts;
    const id = newId();
    if (!(await insertBuilding(tx, id, facts))) return refuse('building-exists', { field: 'name', status: 409 });
    tx.record({ act: 'building-added', subjects: [{ type: 'building', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/buildings/${id}`, { kind: 'done', text: text(locale, 'building.added') }),
  again: async (context: AgainContext) => buildingFormView({ building: undefined, values: context.values, errors: faults(context), isChangedMeanwhile: false }, context),
  api: { summary: 'Add a building', output: z.object({ id: z.uuid() }), status: 201 },
});

export interface OpenedBuilding {
  building: Building;
  rooms: Room[];
  closures: Closure[];
  values: FormValues;
  errors: FieldErrors;
}

export const openBuildingPage = page({
  path: '/rooms/buildings/:id',
  permission: 'rooms:read',
  event: unrecorded('a building, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, today, input: { id } }): Promise<Outcome<OpenedBuilding>> => {
    const building = await findBuilding(read, id);
    return building ? { building, rooms: await findRooms(read, { buildingId: id }), closures: await findClosures(read, id, today), values: {}, errors: {} } : notFound;
  },
  view: openBuildingView,
});

async function openAgain(context: AgainContext) {
  const id = context.params['id']!;
  const building = await findBuilding(context.read, id);
  if (!building) return notFound;
  return openBuildingView({ building, rooms: await findRooms(context.read, { buildingId: id }), closures: await findClosures(context.read, id, context.today), values: context.values, errors: faults(context) }, context);
}

export const changeBuildingPage = page({
  path: '/rooms/buildings/:id/change',
  permission: 'rooms:manage',
  event: unrecorded('a building, no person'),
  input: z.strictObject({ id: field.id() }),
  load: async ({ read, input: { id } }): Promise<Outcome<BuildingScreen>> => {
    const building = await findBuilding(read, id);
    return building ? { building, values: valuesOf(building), errors: {}, isChangedMeanwhile: false } : notFound;
  },
  view: buildingFormView,
});

function valuesOf({ name, address, wayIn, isAccessible, closesOnHolidays, opening }: Building): FormValues {
  return { name, address: address ?? '', wayIn: wayIn ?? '', ...(isAccessible ? { isAccessible: 'yes' } : {}), ...(closesOnHolidays ? { closesOnHolidays: 'yes' } : {}), ...Object.fromEntries(weekdays.map((day) => [`day${day}`, writeHours(opening, day)])) };
}

export const changeBuildingAct = act({
  path: '/rooms/buildings/:id/change',
  permission: 'rooms:manage',
  event: 'building-changed',
  input: z.strictObject({ id: field.id(), version: field.version(), ...buildingFields }),
  act: async ({ tx, input: { id, version, ...input } }): Promise<Outcome<{ id: string }>> => {
    if (!(await findBuilding(tx, id))) return notFound;
    const facts = factsOf(input);
    if (!('opening' in facts)) return facts;
    if ((await findBuildings(tx)).some((other) => other.id !== id && other.name.toLowerCase() === facts.name.toLowerCase())) return refuse('building-exists', { field: 'name', status: 409 });
    if (!(await updateBuilding(tx, id, version, facts))) return changedMeanwhile();
    tx.record({ act: 'building-changed', subjects: [{ type: 'building', id }] });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/buildings/${id}`, { kind: 'done', text: text(locale, 'saved') }),
  again: async (context: AgainContext) => {
    const building = await findBuilding(context.read, context.params['id']!);
    return building ? buildingFormView({ building, values: context.values, errors: faults(context), isChangedMeanwhile: context.refusal?.name === 'changed-meanwhile' }, context) : notFound;
  },
  api: { summary: 'Change a building', output: z.object({ id: z.uuid() }) },
});

export const addClosureAct = act({
  path: '/rooms/buildings/:id/closures',
  permission: 'rooms:manage',
  event: 'closure-added',
  input: z.strictObject({ id: field.id(), closedRoom: field.optionalId(), from: field.day(), until: field.optionalDay(), why: field.text(100) }),
  act: async ({ tx, input: { id, closedRoom, from, until = from, why } }): Promise<Outcome<{ id: string }>> => {
    if (!(await findBuilding(tx, id))) return notFound;
    if (closedRoom && !(await findRooms(tx, { buildingId: id })).some((room) => room.id === closedRoom)) return refuse('room-not-known', { field: 'closedRoom' });
    if (from.until(until).sign < 0) return refuse('until-before-from', { field: 'until' });
    await insertClosure(tx, { id: newId(), buildingId: id, roomId: closedRoom ?? null, from, until, why });
    tx.record({ act: 'closure-added', subjects: [{ type: 'building', id }], detail: { from: from.toString(), until: until.toString() } });
    return { id };
  },
  done: ({ id }, { locale }) => seeOther(`/rooms/buildings/${id}`, { kind: 'done', text: text(locale, 'closure.added') }),
  again: openAgain,
  api: { summary: 'Close a building, or one of its rooms, for some days', output: z.object({ id: z.uuid() }), status: 201 },
});

export const removeClosureAct = act({
  path: '/rooms/closures/:id/remove',
  permission: 'rooms:manage',
  event: 'closure-removed',
  input: z.strictObject({ id: field.id() }),
  act: async ({ tx, input: { id } }): Promise<Outcome<{ buildingId: string }>> => {
    const buildingId = await deleteClosure(tx, id);
    if (!buildingId) return notFound;
    tx.record({ act: 'closure-removed', subjects: [{ type: 'building', id: buildingId }] });
    return { buildingId };
  },
  done: ({ buildingId }, { locale }) => seeOther(`/rooms/buildings/${buildingId}`, { kind: 'done', text: text(locale, 'closure.removed') }),
  again: async () => notFound,
  api: { summary: 'Open again what would be closed', output: z.object({ buildingId: z.uuid() }) },
});

const refusals = ['not-hours', 'building-exists', 'room-exists', 'room-not-known', 'until-before-from'] as const;

/** What is wrong, beside its field. */
export function faults({ locale, errors, refusal }: Pick<AgainContext, 'locale' | 'errors' | 'refusal'>): FieldErrors {
  const name = refusals.find((each) => each === refusal?.name);
  return name && refusal?.field ? { ...errors, [refusal.field]: text(locale, `refusal.${name}`) } : errors;
}
