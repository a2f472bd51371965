import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { aGuide, anArrival, plan, welcomed, wordsOf, type Guide } from '../testing.ts';

let world: World;
let coordinator: Guide, guide: Guide;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00' });
  coordinator = await world.signIn('coordinator');
});
afterAll(() => world.close());
const today = async (client: Guide) => wordsOf((await client.get('/')).body);

test('an administrator sees what must be set up before the first talk, until it is', async () => {
  const administrator = await world.signIn('administrator');
  const words = await today(administrator);
  expect(words).toContain('Klaar voor het eerste gesprek');
  expect(words).toContain('Zet welke talen toeleiders spreken');
  guide = await aGuide(world, 'Amal Saïdi', ['ar']);
  await welcomed(world, anArrival('Nour Haddad').arrivedOn('2025-11-30'), anArrival('Samir Aziz').arrivedOn('2025-12-20'), anArrival('Later'));
  expect(await today(administrator)).not.toContain('Klaar voor het eerste gesprek');
});

test('a coordinator sees who is late and who is due soon without anyone to hold the talk', async () => {
  const words = await today(coordinator);
  expect(words).toContain('1 gezin is te laat');
  expect(words).toContain('1 gezin heeft binnenkort zijn laatste dag en nog geen toeleider');
  expect(words).toContain('3 gesprekken nog te plannen');
});

test('a guide sees the talks of today and of the coming week, and no one else’s', async () => {
  expect(await today(guide)).toContain('Vandaag heb je geen gesprekken.');
  const families = await welcomed(world, anArrival('Vandaag Gezin'), anArrival('Morgen Gezin'), anArrival('Volgende Maand'));
  for (const [index, day] of ['2026-03-03', '2026-03-04', '2026-04-03'].entries()) await plan(world, coordinator, families[index]!.caseId, { guide: guide.accountId, day, time: '15:00', placeKind: 'home' });
  const words = await today(guide);
  expect(words).toContain('15:00 · Vandaag Gezin Thuis, Kerkstraat 12, 1500 Voorbeeldgem Arabisch');
  expect(words).toContain('4 mrt 2026, 15:00 · Morgen Gezin');
  expect(words).not.toContain('Volgende Maand');
  expect(await today(await aGuide(world, 'Tigist', ['ti']))).not.toContain('Vandaag Gezin');
  expect(wordsOf((await guide.get('/talks')).body)).toContain('vrijdag 3 april 2026, over 31 dagen');
});

test('who has nothing to do with families sees none of it', async () => {
  expect(await today(await world.signIn('policy'))).not.toMatch(/Te verwelkomen|gesprek/i);
});
