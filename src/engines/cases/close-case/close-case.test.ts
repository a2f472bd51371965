import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findAppointmentsOf } from '../appointment.store.ts';
import { findCase } from '../case.store.ts';
import { aGuide, anArrival, plan, welcomed, wordsOf, type Guide } from '../testing.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

let world: World;
let coordinator: Guide;
let caseId: string;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00' });
  coordinator = await world.signIn('coordinator');
  caseId = (await welcomed(world, anArrival('Nour Haddad')))[0]!.caseId;
});
afterAll(() => world.close());
const file = async () => (await world.read((read) => findCase(read, caseId)))!;

test('a family that moved away is withdrawn with a reason: the clock stops and the talk is off', async () => {
  const guide = await aGuide(world, 'Amal Saïdi', ['ar']);
  await plan(world, coordinator, caseId, { guide: guide.accountId });
  const reply = await coordinator.post(`/cases/${caseId}/close`, { version: (await file()).version, outcome: 'moved-away' });
  expect(reply.notice).toBe('Het dossier is stopgezet.');
  expect(await file()).toMatchObject({ outcome: 'moved-away', closedOn: Temporal.PlainDate.from('2026-03-03'), reachedOn: null });
  expect((await world.read((read) => findAppointmentsOf(read, caseId)))[0]).toMatchObject({ state: 'called-off' });
  expect(wordsOf((await coordinator.get(`/cases/${caseId}`)).body)).toContain('Verhuisd naar een andere gemeente');
  expect(wordsOf((await coordinator.get('/welcome?state=withdrawn')).body)).toContain('Nour Haddad');
});

test('is not withdrawn twice, nor welcomed nor planned while it is', async () => {
  const again = await coordinator.post(`/cases/${caseId}/close`, { version: (await file()).version, outcome: 'refused' });
  expect(again.status).toBe(409);
  expect((await coordinator.get(`/cases/${caseId}/plan`)).status).toBe(404);
  expect((await coordinator.post(`/cases/${caseId}/talk`, { language: 'ar' })).status).toBe(409);
});

test('is taken up again when the family comes back; its clock goes on from the day of arrival', async () => {
  expect((await coordinator.post(`/cases/${caseId}/reopen`, { version: (await file()).version })).notice).toBe('Het dossier loopt weer.');
  expect(await file()).toMatchObject({ outcome: null, closedOn: null, dueOn: Temporal.PlainDate.from('2026-05-01') });
});

test.each([
  ['an ending that the practice does not have', { outcome: 'eaten' }, 422],
  ['a version that someone else changed', { version: 1, outcome: 'refused' }, 409],
])('refuses %s', async (_, fields, status) => {
  expect((await coordinator.post(`/cases/${caseId}/close`, { version: (await file()).version, ...fields })).status).toBe(status);
  expect((await file()).closedOn).toBeNull();
});
