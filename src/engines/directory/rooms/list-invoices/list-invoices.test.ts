import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../../tests/world.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { addOrganisations } from '../../index.ts';
import { readEuros } from '../read-euros.ts';
import { priceOf, tariffFor, type Tariff } from '../tariff.ts';
import { aBooking, aBuilding, aRoom } from '../testing.ts';

describe('what rooms cost', () => {
  let world: World;
  let coordinator: Client;
  let building: string, office: string, classroom: string;
  let association: string, company: string;
  beforeAll(async () => {
    world = await createWorld();
    coordinator = await world.signIn('coordinator');
    await world.write(async (tx) => {
      building = await aBuilding(tx, { name: 'Welzijnscampus' });
      office = await aRoom(tx, building, { name: 'Kantoor 1' });
      classroom = await aRoom(tx, building, { name: 'Leslokaal', kind: 'classroom' });
      [association, company] = (await addOrganisations(tx, [{ name: '=HYPERLINK("x")' }, { name: 'Bedrijf bv' }])) as [string, string];
    });
  });
  afterAll(() => world.close());
  const month = async (iso: string) => (await coordinator.json(`/api/v1/rooms/invoices?building=${building}&month=${iso}`)).value.lines as { organisation: string; room: string; unit: string; count: number; cents: number; percent: number }[];

  it('is nothing until a tariff is set, and then what is cheapest for the renter', async () => {
    await world.write((tx) => aBooking(tx, { roomId: office, organisationId: company, day: '2026-04-06', from: '09:00', until: '10:30' }).catch(() => aBooking(tx, { roomId: office, organisationId: company, day: '2026-04-07', from: '09:00', until: '10:30' })));
    expect(await month('2026-04-01')).toMatchObject([{ cents: 0, unit: 'free' }]);
    const set = await coordinator.post('/rooms/tariffs', { building, hour: '10', halfDay: '25,00', wholeDay: '€ 40', from: '2026-04-01' });
    expect(set.status).toBe(303);
    expect(await month('2026-04-01')).toMatchObject([{ cents: 1500, unit: 'hour', count: 1.5 }]);
    await world.write((tx) => aBooking(tx, { roomId: office, organisationId: company, day: '2026-04-08', from: '09:00', until: '13:00' }));
    await world.write((tx) => aBooking(tx, { roomId: office, organisationId: company, day: '2026-04-09', from: '09:00', until: '18:00' }));
    expect((await month('2026-04-01')).map(({ cents, unit }) => [cents, unit])).toEqual([[1500, 'hour'], [2500, 'half-day'], [4000, 'day']]);
  });

  it('changes from a day on, and leaves what came before', async () => {
    await coordinator.post('/rooms/tariffs', { building, hour: '20', from: '2026-05-01' });
    await world.write((tx) => aBooking(tx, { roomId: office, organisationId: company, day: '2026-05-05', from: '09:00', until: '10:00' }));
    expect((await month('2026-05-15')).map(({ cents }) => cents)).toEqual([2000]);
    expect((await month('2026-04-01')).map(({ cents }) => cents)).toEqual([1500, 2500, 4000]);
  });

  it('is less or nothing for some kinds of renter and rooms', async () => {
    await coordinator.post('/rooms/tariffs', { building, roomKind: 'classroom', renter: 'association', hour: '0', from: '2026-04-01' });
    await coordinator.post('/rooms/renters', { building, organisation: company, kind: 'commercial', reference: 'BE-12' });
    for (const organisationId of [association, company]) await world.write((tx) => aBooking(tx, { roomId: classroom, organisationId, day: '2026-06-02', from: organisationId === company ? '09:00' : '13:00', until: organisationId === company ? '10:00' : '14:00' }));
    expect((await month('2026-06-01')).map(({ organisation, cents }) => [organisation, cents]).toSorted()).toEqual([['=HYPERLINK("x")', 0], ['Bedrijf bv', 2000]]);
  });

  it('is asked for a part when it is cancelled after the term, and not at all before it', async () => {
    await coordinator.post('/rooms/terms', { building, cancelDays: 2, latePercent: 50, halfDayHours: 4, from: '2026-01-01' });
    const [inTime] = await world.write((tx) => aBooking(tx, { roomId: office, organisationId: company, day: '2026-03-05', from: '09:00', until: '10:00' }));
    const [late] = await world.write((tx) => aBooking(tx, { roomId: office, organisationId: company, day: '2026-03-04', from: '09:00', until: '10:00' }));
    await coordinator.post('/rooms/tariffs', { building, hour: '10', from: '2026-01-01' });
    for (const id of [inTime, late]) expect((await coordinator.post(`/rooms/bookings/${id}/cancel`, { version: 1, scope: 'this' })).status).toBe(303);
    expect(await month('2026-03-01')).toMatchObject([{ cents: 500, percent: 50 }]);
    expect((await coordinator.get(`/rooms/bookings/${inTime}`)).body).toContain('op tijd: kost niets');
  });

  it('leaves as a file in which no name is a formula', async () => {
    const file = await coordinator.get(`/rooms/invoices.csv?building=${building}&month=2026-06-01`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.body).toContain('"\'=HYPERLINK(""x"")"');
    expect(file.body).toContain('Bedrijf bv;BE-12;Bedrijf;2026-06-02;09:00–10:00;Leslokaal;Bedrijf bv;uur;1;100;20.00');
  });

  it('is shown per organisation, to print', async () => {
    const page = (await coordinator.get(`/rooms/invoices?building=${building}&month=2026-04-01`)).body;
    expect(page.replace(/\s/g, ' ')).toContain('Bedrijf bv: € 80,00');
    expect((await (await world.signIn('front-desk')).get('/rooms/invoices')).status).toBe(403);
  });

  it.each([['12,50', 1250], ['12.5', 1250], ['€ 7', 700], ['0', 0], ['-5', undefined], ['1.000,00', undefined], ['tien', undefined]])('reads %j as %j cents', (typed, cents) => {
    expect(readEuros(typed)).toBe(cents);
  });

  it('never costs more for less time', () => {
    const price = fc.option(fc.integer({ min: 0, max: 100_000 }));
    const tariff = fc.record({ hourCents: price, halfDayCents: price, dayCents: price }).filter((each) => Object.values(each).some((cents) => cents !== null));
    fc.assert(
      fc.property(tariff, fc.integer({ min: 15, max: 720 }), fc.integer({ min: 15, max: 720 }), (prices, one, other) => {
        const asked = { id: '', buildingId: '', roomId: null, roomKind: null, renter: null, from: Temporal.PlainDate.from('2026-01-01'), ...prices };
        const [short, long] = [Math.min(one, other), Math.max(one, other)].map((minutes) => priceOf(asked, minutes, 4).cents) as [number, number];
        expect(short).toBeLessThanOrEqual(long);
        expect(Number.isInteger(short)).toBe(true);
      }),
    );
  });

  it('follows the narrowest tariff that fits, and of those the latest', () => {
    const from = (iso: string) => Temporal.PlainDate.from(iso);
    const usual: Tariff = { id: 'all', buildingId: 'b', roomId: null, roomKind: null, renter: null, hourCents: 1000, halfDayCents: null, dayCents: null, from: from('2026-01-01') };
    const all = [usual, { ...usual, id: 'later', from: from('2026-06-01') }, { ...usual, id: 'kind', roomKind: 'office' as const }, { ...usual, id: 'room', roomId: 'r' }, { ...usual, id: 'renter', renter: 'school' as const }];
    const room = { id: 'r', buildingId: 'b', kind: 'office' as const };
    expect(tariffFor(all, room, 'school', from('2026-07-01'))?.id).toBe('room');
    expect(tariffFor(all, { ...room, id: 'other' }, 'school', from('2026-07-01'))?.id).toBe('kind');
    expect(tariffFor(all, { ...room, id: 'other', kind: 'meeting' }, 'school', from('2026-07-01'))?.id).toBe('renter');
    expect(tariffFor(all, { ...room, id: 'other', kind: 'meeting' }, 'public', from('2026-07-01'))?.id).toBe('later');
    expect(tariffFor(all, room, 'public', from('2025-07-01'))).toBeUndefined();
  });
});
