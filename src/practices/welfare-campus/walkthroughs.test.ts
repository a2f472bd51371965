import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { addOrganisations, addServices, findRooms } from '../../engines/directory/index.ts';
import { newId } from '../../kernel/id.ts';

/** A week at a welfare campus: rooms rented, a consultation day in slots, one desk that routes everyone, and what it costs. */
let world: World;
let desk: Client;
let coordinator: Client;
const [school, legal, service] = [newId(), newId(), newId()];
const rooms = new Map<string, { id: string; buildingId: string }>();

beforeAll(async () => {
  world = await createWorld({ at: '2026-03-02T09:00', name: 'Leiestad' });
  coordinator = await world.signIn('coordinator');
  desk = await world.signIn('front-desk');
  expect((await coordinator.post('/settings/practices/welfare-campus/adopt')).status).toBe(303);
  await world.write(async (tx) => {
    await addOrganisations(tx, [{ id: school, name: 'Avondschool' }, { id: legal, name: 'Rechtspunt' }]);
    await addServices(tx, [{ id: service, organisationId: legal, name: 'Verblijf en gezin', does: 'Eerste advies over verblijf.', themes: ['residence'] }]);
  });
  for (const room of await world.read((read) => findRooms(read))) rooms.set(room.name, room);
});
afterAll(() => world.close());

const book = (fields: Record<string, string>) => desk.post('/rooms/bookings', { from: '13:30', until: '16:00', ...fields });

test('an organisation rents a classroom every week, over the change of the clock, and nobody else gets that hour', async () => {
  const classroom = rooms.get('Leslokaal A')!.id;
  const rented = await book({ room: classroom, organisation: school, title: 'Nederlands 1.1', day: '2026-03-03', repeat: 'weekly', lastOn: '2026-04-28' });
  expect(rented.notice).toContain('9 keer geboekt');
  const refused = await book({ room: classroom, organisation: legal, day: '2026-03-31', from: '15:00', until: '17:00' });
  expect(refused.status).toBe(409);
  expect(refused.body).toContain('Leslokaal B');
});

test('the desk shows everyone the way: who holds a consultation today, and the next free hour', async () => {
  const held = await book({ room: rooms.get('Spreekkamer 1')!.id, organisation: legal, service, day: '2026-03-02', from: '09:00', until: '12:00', slotMinutes: '20' });
  expect(held.status).toBe(303);
  const today = (await desk.get('/rooms')).body;
  for (const words of ['Verblijf en gezin', 'Spreekkamer 1', '9 vrij']) expect(today).toContain(words);
  const slot = /\/rooms\/slots\/([\w-]{36})/.exec((await desk.get(held.location!)).body)![1]!;
  expect((await desk.post(`/rooms/slots/${slot}/take`, { called: 'nummer 4' })).status).toBe(303);
  expect((await desk.get('/rooms')).body).toContain('8 vrij');
  const routed = await desk.json('/api/v1/questions', { theme: 'residence', channel: 'desk', language: 'ar', handling: ['referred'], service, minutes: 3 });
  expect(routed.status).toBe(201);
});

test('what is rented in a month is invoiced, and the authority itself pays nothing', async () => {
  const { buildingId } = rooms.get('Leslokaal A')!;
  const { value } = await coordinator.json(`/api/v1/rooms/invoices?building=${buildingId}&month=2026-03-01`);
  const lines = value.lines.filter(({ organisation }: { organisation: string }) => organisation === 'Avondschool');
  // Five Tuesdays of two and a half hours: 20 euros by the hour, and 25 for the half day.
  expect(lines.map(({ cents }: { cents: number }) => cents)).toEqual([2000, 2000, 2000, 2000, 2000]);
  expect((await coordinator.get(`/rooms/invoices.csv?building=${buildingId}&month=2026-03-01`)).body).toContain('Avondschool');
});
