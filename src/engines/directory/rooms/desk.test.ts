import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { registerPersons } from '../../people/index.ts';
import { findService } from '../index.ts';
import { aService } from '../testing.ts';
import { appointmentsHeld } from './holding.ts';
import { aBooking, aBuilding, aRoom } from './testing.ts';

describe('the desk of a building', () => {
  let world: World;
  let desk: Client;
  let building: string, room: string, serviceId: string, booking: string;
  let nour: string, other: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:10' });
    desk = await world.signIn('front-desk');
    await world.write(async (tx) => {
      building = await aBuilding(tx, { name: 'Welzijnscampus' });
      room = await aRoom(tx, building, { name: 'Lokaal 2', floor: 'eerste verdieping' });
      serviceId = await aService(tx, { name: 'Rechtswinkel' });
      const { organisation } = (await findService(tx, serviceId))!;
      [booking] = (await aBooking(tx, { roomId: room, organisationId: organisation.id, serviceId, day: '2026-03-03', from: '09:00', until: '11:00', slotMinutes: 30 })) as [string];
      [nour, other] = (await registerPersons(tx, ['Nour Haddad', 'Nur Hadad'].map((full) => ({ name: { given: null, family: null, full } })))) as [string, string];
    });
  });
  afterAll(() => world.close());
  const slotAt = async (time: string) => new RegExp(`/rooms/slots/([\\w-]{36})"[^>]*>${time}`).exec((await desk.get(`/rooms/bookings/${booking}`)).body)![1]!;

  it('sees who is in the building now, and the next free appointment', async () => {
    const page = (await desk.get('/rooms')).body;
    for (const words of ['Vandaag in Welzijnscampus', '09:00–11:00', 'Lokaal 2', 'Rechtswinkel', 'Nu bezig', '4 vrij, eerst 09:00']) expect(page).toContain(words);
    expect((await desk.get('/')).body).toContain('Vandaag zitdag');
  });

  it('books for someone with a file, who is found by name', async () => {
    const slot = await slotAt('09:30');
    const found = (await desk.get(`/rooms/slots/${slot}?q=nour`)).body;
    expect(found).toContain('Boek voor Nour Haddad');
    await desk.post(`/rooms/slots/${slot}/take`, { person: nour });
    expect((await desk.get(`/rooms/slots/${slot}`)).body).toContain('Nour Haddad');
    expect((await desk.get(`/rooms/bookings/${booking}`)).body).not.toContain('Haddad');
    const late = await desk.post(`/rooms/slots/${slot}/take`, { called: 'nummer 3' });
    expect([late.status, late.body.includes('Deze afspraak is net weg')]).toEqual([409, true]);
  });

  it('books for someone without a file, and forgets what they are called after the day', async () => {
    const slot = await slotAt('10:00');
    await desk.post(`/rooms/slots/${slot}/take`, { called: 'nummer 7' });
    await desk.post('/rooms/walk-ins', { building, called: 'blauwe jas', service: serviceId });
    expect((await desk.get('/rooms')).body).toMatch(/Aanloop: 1 wacht[\s\S]*blauwe jas/);
    await desk.post(`/rooms/slots/${slot}/outcome`, { outcome: 'came' });
    world.clock.set('2026-03-04T00:05');
    await world.sweep();
    world.clock.set('2026-03-03T09:10');
    const page = (await desk.get(`/rooms/bookings/${booking}`)).body;
    expect([page.includes('nummer 7'), page.includes('Gekomen')]).toEqual([false, true]);
    expect((await desk.get('/rooms')).body).not.toContain('blauwe jas');
  });

  it('says how a visit without an appointment ended', async () => {
    const [, id] = /\/rooms\/walk-ins\/([\w-]{36})\/end/.exec((await desk.get('/rooms')).body)!;
    expect((await desk.post(`/rooms/walk-ins/${id}/end`, { outcome: 'elsewhere' })).status).toBe(303);
    expect((await desk.get('/rooms')).body).toContain('Vandaag al 1 geholpen of vertrokken');
    expect((await desk.post(`/rooms/walk-ins/${id}/end`, { outcome: 'helped' })).status).toBe(404);
  });

  it('prints a sign for the door that says who is there and never who comes', async () => {
    const sign = (await desk.get(`/rooms/${room}/sign?day=2026-03-03`)).body;
    for (const words of ['09:00 – 11:00', 'Rechtswinkel', 'op afspraak', 'eerste verdieping']) expect(sign).toContain(words);
    expect(sign).not.toMatch(/Nour|Haddad|nummer/);
  });

  it('gives a person what is held of them, moves it at a merge and back at a split, and forgets it', async () => {
    expect(await world.read((read) => appointmentsHeld.gather(read, nour))).toMatchObject([{ kind: 'appointment', service: 'Rechtswinkel', startsAt: '2026-03-03T08:30:00Z' }]);
    const moved = await world.write((tx) => appointmentsHeld.move(tx, nour, other));
    expect(await world.read((read) => appointmentsHeld.gather(read, other))).toHaveLength(1);
    await world.write((tx) => appointmentsHeld.moveBack(tx, moved, nour));
    expect([(await world.read((read) => appointmentsHeld.gather(read, nour))).length, (await world.read((read) => appointmentsHeld.gather(read, other))).length]).toEqual([1, 0]);
    await world.write((tx) => appointmentsHeld.forget(tx, nour));
    expect(await world.read((read) => appointmentsHeld.gather(read, nour))).toEqual([]);
  });

  it('lets only those see who comes who may see names', async () => {
    const slot = await slotAt('09:00');
    expect((await (await world.signIn('volunteer')).get(`/rooms/slots/${slot}`)).status).toBe(403);
    expect((await (await world.signIn('policy')).get('/rooms')).body).not.toContain('Aanloop');
  });
});
