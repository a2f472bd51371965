import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { blueprint as kitchenSink } from '../../practices/_kitchen-sink/blueprint.ts';
import { registerHousehold } from '../people/index.ts';
import { findQuestionsOf } from '../questions/index.ts';
import { adopt } from './adoption.ts';
import { findTalkAhead } from './appointment.store.ts';
import { findCase, findCasesOf, findPlan } from './case.store.ts';
import { openCases } from './open-cases/open-cases.ts';
import { readBlueprint } from './part.ts';
import { aGuide, anArrival, plan, wordsOf, type Guide } from './testing.ts';

/** The engine runs a practice that it has never heard of. */
let world: World;
let coordinator: Guide, guide: Guide;
let caseId: string, householdId: string;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00' });
  coordinator = await world.signIn('coordinator');
  guide = await aGuide(world, 'Kok', ['ar']);
  await world.write((tx) => adopt(tx, readBlueprint(kitchenSink)));
  householdId = (await world.write((tx) => registerHousehold(tx, anArrival('Nour Haddad').asHousehold))).id;
  [caseId] = (await world.write((tx) => openCases(tx, { blueprint: 'kitchen-sink', householdIds: [householdId] }))) as [string];
});
afterAll(() => world.close());
const standing = () => world.read((read) => findPlan(read, caseId));

test('a practice that opens by hand opens no case by itself', async () => {
  await world.sweep();
  const practices = (await world.read((read) => findCasesOf(read, householdId))).map(({ blueprint }) => blueprint);
  expect(practices.sort()).toEqual(['kitchen-sink', 'welcome-talks']);
  const { id } = await world.write((tx) => registerHousehold(tx, anArrival('Ander Gezin').asHousehold));
  await world.sweep();
  expect((await world.read((read) => findCasesOf(read, id))).map(({ blueprint }) => blueprint)).toEqual(['welcome-talks']);
});

test('its appointment takes as long as it says, and its letter says what it says', async () => {
  expect((await coordinator.get(`/cases/${caseId}/plan`)).body).toContain('value="30"');
  await plan(world, coordinator, caseId, { guide: guide.accountId });
  expect(wordsOf((await coordinator.post(`/cases/${caseId}/invitation`, { language: 'en' })).body)).toContain('Dag Nour Haddad Op dinsdag 10 maart 2026 om 14:00.');
});

test('a page is asked when its condition holds, as soon as it does', async () => {
  await guide.post(`/cases/${caseId}/talk`, { language: 'nl' });
  const without = await guide.post(`/cases/${caseId}/talk/kitchen`, { needs: 'pan' });
  expect(without.location).toBe(`/cases/${caseId}/talk/summary`);
  const with_ = await guide.post(`/cases/${caseId}/talk/kitchen`, { version: 1, needs: ['spoon', 'pan'] });
  expect(with_.location).toBe(`/cases/${caseId}/talk/spoons`);
  expect((await guide.post(`/cases/${caseId}/talk/spoons`, { number: 13 })).status).toBe(422);
  await guide.post(`/cases/${caseId}/talk/spoons`, { number: 8 });
  expect(wordsOf((await guide.get(`/cases/${caseId}/talk/end`)).body)).toContain('Voorstel: Terugkomen Er ontbreken veel lepels.');
  await guide.post(`/cases/${caseId}/talk/end`, { verdict: 'come-back' });
});

test('its plan goes the way that the answers point: another appointment before the case ends', async () => {
  await guide.post(`/cases/${caseId}/finish`, { heldOn: '2026-03-03' });
  expect(await standing()).toMatchObject({ visit: 'completed', seen: 'completed', served: 'available', after: 'active', again: 'active' });
  expect(await world.read((read) => findCase(read, caseId))).toMatchObject({ reachedOn: null, closedOn: null });
  expect((await world.read((read) => findQuestionsOf(read, { caseId }))).map(({ theme, note }) => [theme, note])).toEqual(expect.arrayContaining([['housing', 'Een lepel'], ['housing', 'Een pan']]));
  await plan(world, coordinator, caseId, { guide: guide.accountId, day: '2026-03-20' });
  expect(await standing()).toMatchObject({ again: 'completed', served: 'completed' });
  expect(await world.read((read) => findCase(read, caseId))).toMatchObject({ outcome: 'served' });
  expect(await world.read((read) => findTalkAhead(read, caseId))).toBeDefined();
});
