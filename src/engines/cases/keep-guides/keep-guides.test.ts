import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { putMunicipalities } from '../../directory/index.ts';
import { findWorker } from '../worker.store.ts';
import { anArrival, welcomed, wordsOf, type Guide } from '../testing.ts';

let world: World;
let coordinator: Guide, guide: Guide;
beforeAll(async () => {
  world = await createWorld({ kind: 'partnership', name: 'Voorbeeldregio' });
  await world.write((tx) => putMunicipalities(tx, [{ nis: '23027', name: 'Halle' }, { nis: '23077', name: 'Sint-Pieters-Leeuw' }]));
  coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
  guide = await world.signIn('guide', { name: 'Tigist Bekele' });
});
afterAll(() => world.close());
const profile = async () => (await world.read((read) => findWorker(read, guide.accountId)))!;

test('a guide is there from the moment of having the role, with no languages yet', async () => {
  const words = wordsOf((await coordinator.get('/guides')).body);
  expect(words).toContain('Tigist Bekele nog geen talen overal 0 0 beschikbaar');
  expect(words).toContain('Bea Coördinator nog geen talen overal 0 0 niet beschikbaar');
});

test('the languages that families wait for stand first', async () => {
  await welcomed(world, anArrival('Selam').speaking('ti').livingIn('Halle', '23027'));
  const { body } = await coordinator.get(`/guides/${guide.accountId}`);
  expect(/name="languages" value="(\w+)"/.exec(body)![1]).toBe('ti');
});

test('gets languages and municipalities, and is proposed by them', async () => {
  const reply = await coordinator.post(`/guides/${guide.accountId}`, { languages: ['ti', 'am'], municipalities: ['23027'], isActive: 'yes' });
  expect(reply).toMatchObject({ status: 303, location: '/guides', notice: 'Bewaard voor Tigist Bekele.' });
  expect(await profile()).toMatchObject({ languages: ['ti', 'am'], municipalities: ['23027'], isActive: true, version: 1 });
  expect(wordsOf((await coordinator.get('/guides')).body)).toContain('Samen spreken ze 2 talen.');
  expect(wordsOf((await coordinator.get('/welcome')).body)).toContain('kan: Tigist Bekele');
});

test('of two who save at once, the second sees what the first saved and loses nothing', async () => {
  await coordinator.post(`/guides/${guide.accountId}`, { version: 1, languages: ['ti', 'am', 'nl'], isActive: 'yes' });
  const second = await coordinator.post(`/guides/${guide.accountId}`, { version: 1, languages: ['ti', 'fr'], isActive: 'yes' });
  expect(second.status).toBe(409);
  expect(wordsOf(second.body)).toContain('Nederlands');
  expect(second.body).toMatch(/value="fr" checked/);
  expect(await profile()).toMatchObject({ languages: ['ti', 'am', 'nl'], version: 2 });
});

test('who stops taking talks is not proposed any more', async () => {
  await coordinator.post(`/guides/${guide.accountId}`, { version: 2, languages: ['ti'] });
  expect((await profile()).isActive).toBe(false);
  expect(wordsOf((await coordinator.get('/welcome')).body)).toContain('niemand spreekt dit');
});

test('is set by coordinator and administrator, and read by programs', async () => {
  expect((await (await world.signIn('administrator')).get('/guides')).status).toBe(200);
  expect((await guide.get('/guides')).status).toBe(403);
  expect((await coordinator.post(`/guides/${guide.accountId}`, { version: 3, languages: ['<script>'] })).status).toBe(422);
  const { value } = await (await world.token(['cases:settings'])).json('/api/v1/guides');
  expect(value.workers.find(({ id }: { id: string }) => id === guide.accountId)).toMatchObject({ languages: ['ti'], isActive: false });
});
