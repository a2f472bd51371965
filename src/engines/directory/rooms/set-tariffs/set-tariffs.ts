import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext, FormValues } from '../../../../kernel/http/context.ts';
import { field, type FieldErrors } from '../../../../kernel/http/fields.ts';
import { notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { newId } from '../../../../kernel/id.ts';
import { findOrganisation, findOrganisations } from '../../organisation.store.ts';
import type { Organisation } from '../../service.ts';
import { text } from '../messages.ts';
import { readEuros } from '../read-euros.ts';
import { roomKinds, type Building, type Room } from '../room.ts';
import { findBuilding, findBuildings, findRooms } from '../room.store.ts';
import { findRenters, findTariffs, findTerms, putRenter, putTariff, putTerm } from '../tariff.store.ts';
import { renterKinds, type Renter, type RentalTerm, type Tariff } from '../tariff.ts';
import { setTariffsView } from './set-tariffs.view.tsx';

export interface TariffScreen {
  buildings: Building[];
  building: Building | undefined;
  rooms: Room[];
  tariffs: Tariff[];
  terms: RentalTerm[];
  renters: Renter[];
  organisations: Organisation[];
  values: FormValues;
  errors: FieldErrors;
}

async function findScreen(read: Read, buildingId: string | undefined, { values, errors }: Pick<TariffScreen, 'values' | 'errors'>): Promise<TariffScreen | undefined> {
  const buildings = await findBuildings(read);
  const building = buildingId ? buildings.find(({ id }) => id === buildingId) : buildings[0];
  if (buildingId && !building) return undefined;
  const of = { buildingId: building?.id ?? newId() };
  return { buildings, building, rooms: await findRooms(read, of), tariffs: await findTariffs(read, of), terms: await findTerms(read, of), renters: await findRenters(read), organisations: await findOrganisations(read), values, errors };
}

export const setTariffsPage = page({
  path: '/rooms/tariffs',
  permission: 'rooms:manage',
  event: unrecorded('prices, no person'),
  input: z.strictObject({ building: field.optionalId() }),
  load: async ({ read, input }): Promise<Outcome<TariffScreen>> => (await findScreen(read, input.building, { values: {}, errors: {} })) ?? notFound,
  view: setTariffsView,
});

const refusals = ['not-an-amount', 'no-price', 'room-not-known', 'building-not-known', 'organisation-not-known'] as const;

async function again(context: AgainContext) {
  const { refusal, values, locale } = context;
  const name = refusals.find((each) => each === refusal?.name);
  const errors: FieldErrors = name ? { [refusal?.field ?? '']: text(locale, `refusal.${name}`) } : context.errors;
  const building = typeof values['building'] === 'string' && !errors['building'] ? values['building'] : undefined;
  const screen = await findScreen(context.read, building, { values, errors });
  return screen ? setTariffsView(screen, context) : notFound;
}

const done = (building: string, message: string) => seeOther(`/rooms/tariffs?building=${building}`, { kind: 'done', text: message });

export const setTariffAct = act({
  path: '/rooms/tariffs',
  permission: 'rooms:manage',
  event: 'tariff-set',
  input: z.strictObject({ building: field.id(), room: field.optionalId(), roomKind: field.optionalChoice(roomKinds), renter: field.optionalChoice(renterKinds), hour: field.optionalText(12), halfDay: field.optionalText(12), wholeDay: field.optionalText(12), from: field.day() }),
  act: async ({ tx, input: { building, room, roomKind, renter, from, ...amounts } }): Promise<Outcome<{ building: string }>> => {
    if (!(await findBuilding(tx, building))) return refuse('building-not-known', { field: 'building' });
    if (room && !(await findRooms(tx, { buildingId: building })).some(({ id }) => id === room)) return refuse('room-not-known', { field: 'room' });
    const cents = { hour: readEuros(amounts.hour), halfDay: readEuros(amounts.halfDay), wholeDay: readEuros(amounts.wholeDay) };
    const wrong = (['hour', 'halfDay', 'wholeDay'] as const).find((name) => amounts[name] && cents[name] === undefined);
    if (wrong) return refuse('not-an-amount', { field: wrong });
    if (cents.hour === undefined && cents.halfDay === undefined && cents.wholeDay === undefined) return refuse('no-price', { field: 'hour' });
    await putTariff(tx, { id: newId(), buildingId: building, roomId: room ?? null, roomKind: room ? null : (roomKind ?? null), renter: renter ?? null, hourCents: cents.hour ?? null, halfDayCents: cents.halfDay ?? null, dayCents: cents.wholeDay ?? null, from });
    tx.record({ act: 'tariff-set', subjects: [{ type: 'building', id: building }], detail: { from: from.toString() } });
    return { building };
  },
  done: ({ building }, { locale }) => done(building, text(locale, 'tariff.set')),
  again,
  api: { summary: 'Set what a room costs from a day on, in euros', output: z.object({ building: z.uuid() }), status: 201 },
});

export const setTermAct = act({
  path: '/rooms/terms',
  permission: 'rooms:manage',
  event: 'rental-term-set',
  input: z.strictObject({ building: field.id(), cancelDays: field.integer(0, 365), latePercent: field.integer(0, 100), halfDayHours: field.integer(1, 12), from: field.day() }),
  act: async ({ tx, input: { building, from, ...term } }): Promise<Outcome<{ building: string }>> => {
    if (!(await findBuilding(tx, building))) return refuse('building-not-known', { field: 'building' });
    await putTerm(tx, { id: newId(), buildingId: building, from, ...term });
    tx.record({ act: 'rental-term-set', subjects: [{ type: 'building', id: building }], detail: { from: from.toString() } });
    return { building };
  },
  done: ({ building }, { locale }) => done(building, text(locale, 'term.set')),
  again,
  api: { summary: 'Set until when a booking is cancelled for nothing, from a day on', output: z.object({ building: z.uuid() }), status: 201 },
});

export const setRenterAct = act({
  path: '/rooms/renters',
  permission: 'rooms:manage',
  event: 'renter-set',
  input: z.strictObject({ building: field.id(), organisation: field.id(), kind: field.choice(renterKinds), reference: field.optionalText(60) }),
  act: async ({ tx, input: { building, organisation, kind, reference } }): Promise<Outcome<{ building: string }>> => {
    if (!(await findBuilding(tx, building))) return refuse('building-not-known', { field: 'building' });
    if (!(await findOrganisation(tx, organisation))) return refuse('organisation-not-known', { field: 'organisation' });
    await putRenter(tx, { organisationId: organisation, kind, reference: reference ?? null });
    tx.record({ act: 'renter-set', subjects: [{ type: 'organisation', id: organisation }], detail: { kind } });
    return { building };
  },
  done: ({ building }, { locale }) => done(building, text(locale, 'renter.set')),
  again,
  api: { summary: 'Say what kind of renter an organisation is', output: z.object({ building: z.uuid() }) },
});
