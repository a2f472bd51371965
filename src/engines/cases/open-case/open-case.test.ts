import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { newId } from '../../../kernel/id.ts';
import { aGuide, anArrival, plan, welcomed, wordsOf, type Guide, type Welcomed } from '../testing.ts';

let world: World;
let coordinator: Guide, guide: Guide;
let family: Welcomed;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00' });
  coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
  guide = await aGuide(world, 'Amal Saïdi', ['ar']);
  [family] = (await welcomed(world, anArrival('Nour Haddad'))) as [Welcomed];
});
afterAll(() => world.close());
const acts = async (act: string) => (await world.read((read) => findTimeline(read, { type: 'case', id: family.caseId }))).filter((entry) => entry.act === act);

test('a case offers the one thing to do now: planning, then the talk, then nothing', async () => {
  const mainAct = async () => /data-key="n"[^>]*>(?:<svg[\s\S]*?<\/svg>)?<span>([^<]+)/.exec((await coordinator.get(`/cases/${family.caseId}`)).body)?.[1];
  expect(await mainAct()).toBe('Gesprek plannen');
  await plan(world, coordinator, family.caseId, { guide: guide.accountId, day: '2026-03-03', time: '10:00' });
  expect(await mainAct()).toBe('Gesprek beginnen');
  await guide.post(`/cases/${family.caseId}/talk`, { language: 'ar' });
  expect(await mainAct()).toBe('Ga verder met het gesprek');
  await guide.post(`/cases/${family.caseId}/finish`, { heldOn: '2026-03-03' });
  expect(await mainAct()).toBeUndefined();
  expect(wordsOf((await coordinator.get(`/cases/${family.caseId}`)).body)).toContain('Verwelkomd binnen de termijn');
});

test('each reading of a case, its forms and its talk is on record, with who read it', async () => {
  const before = (await acts('case-read')).length;
  await coordinator.get(`/cases/${family.caseId}`);
  expect((await acts('case-read')).length).toBe(before + 1);
  expect((await acts('case-read'))[0]).toMatchObject({ actorName: 'Bea Coördinator', actorRole: 'coordinator' });
  await guide.get(`/cases/${family.caseId}/talk/housing`);
  expect((await acts('talk-read'))[0]).toMatchObject({ actorName: 'Amal Saïdi', actorRole: 'guide' });
  expect(wordsOf((await coordinator.get(`/cases/${family.caseId}`)).body)).not.toContain('case-read');
});

test('another’s case, one of another authority and one that nobody has answer alike', async () => {
  const other = await aGuide(world, 'Andere Toeleider', ['ar']);
  const foreign = await world.signIn('coordinator', { tenantId: await world.anotherTenant() });
  const answers = [await other.get(`/cases/${family.caseId}`), await foreign.get(`/cases/${family.caseId}`), await foreign.get(`/cases/${newId()}`), await coordinator.get('/cases/no-id')];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test('a family welcomed late is said to be so', async () => {
  const [late] = await welcomed(world, anArrival('Te Laat').arrivedOn('2025-11-30'));
  await coordinator.post(`/cases/${late!.caseId}/talk`, { language: 'ar' });
  await coordinator.post(`/cases/${late!.caseId}/finish`, { heldOn: '2026-03-03' });
  expect(wordsOf((await coordinator.get(`/cases/${late!.caseId}`)).body)).toContain('3 dagen buiten de termijn');
});
