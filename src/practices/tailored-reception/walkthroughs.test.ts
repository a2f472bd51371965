import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { aGuide, anArrival, plan, welcomed, type Guide, type Welcomed } from '../../engines/cases/testing.ts';
import { findQuestionsOf } from '../../engines/questions/index.ts';
import { answer, aService, outbox, referralNow } from '../../engines/referrals/testing.ts';

/** Three families, three approaches: who finds their own way, who needs clear information, and who needs guidance. */
let world: World;
let coordinator: Guide;
let guide: Guide;
const families: Welcomed[] = [];

beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00', name: 'Leiestad' });
  coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
  expect((await coordinator.post('/settings/practices/tailored-reception/adopt')).status).toBe(303);
  guide = await aGuide(world, 'Amal Saïdi', ['ar']);
  families.push(...(await welcomed(world, anArrival('Nour Haddad'), anArrival('Rima Haddad'), anArrival('Samir Haddad'))));
});
afterAll(() => world.close());

/** Goes through the talk as a guide does, with needs on some of its pages. */
async function holdTalk({ caseId }: Welcomed, needs: Record<string, string[]>, approach: string): Promise<void> {
  await plan(world, coordinator, caseId, { guide: guide.accountId, time: `${9 + families.findIndex((one) => one.caseId === caseId) * 2}:00` });
  world.clock.set('2026-03-10T18:00');
  let next = (await guide.post(`/cases/${caseId}/talk`, { language: 'ar' })).location!;
  while (next.includes('/talk/')) {
    const page = next.split('/').at(-1)!;
    if (page === 'summary') next = `/cases/${caseId}/talk/approach`;
    else next = (await guide.post(next, page === 'approach' ? { approach } : { explained: 'yes', understood: 'yes', ...(needs[page] ? { needs: needs[page] } : {}) })).location!;
  }
  expect((await guide.post(`/cases/${caseId}/finish`, { heldOn: '2026-03-10' })).status).toBe(303);
  world.clock.set('2026-03-03T09:00');
}

test('each talk ends in an approach, and each need becomes a question of its domain', async () => {
  await holdTalk(families[0]!, {}, 'own-way');
  await holdTalk(families[1]!, { dutch: ['course'] }, 'information');
  await holdTalk(families[2]!, { housing: ['deposit', 'find-home'], 'school-childcare': ['enrol-school'] }, 'guidance');
  world.clock.set('2026-03-11T09:00');
  const themes = await Promise.all(families.map(async ({ caseId }) => (await world.read((read) => findQuestionsOf(read, { caseId }))).map(({ theme }) => theme).toSorted()));
  expect(themes.map((of) => [...new Set(of)])).toEqual([[], ['dutch'], ['housing', 'school-childcare']]);
});

test('who needs guidance is referred with consent, is told what comes next, and the guide hears of it', async () => {
  const service = await world.write((tx) => aService(tx));
  const question = (await world.read((read) => findQuestionsOf(read, { caseId: families[2]!.caseId }))).find(({ theme }) => theme === 'housing')!;
  expect((await guide.get(`/cases/${families[2]!.caseId}`)).body).toContain(`/referrals/new?question=${question.id}`);
  const sent = await guide.post('/referrals', { question: question.id, service, consentWay: 'spoken-with-interpreter', consentOn: '2026-03-10', shares: ['languages', 'household'], request: 'Gezin zoekt een woning en weet niet hoe de waarborg werkt.' });
  expect(sent.status).toBe(303);
  const id = sent.location!.split('/').at(-1)!;
  const link = /\/referral\/[\w-]{46}/.exec((await outbox(world)).map(({ body }) => body).join('\n'))![0];
  expect((await answer(world, { id, link }, { answer: 'accept' })).status).toBe(303);
  expect((await referralNow(world, id)).state).toBe('accepted');
  expect((await guide.get('/referrals')).body).toContain('Woonwinkel');
});

test('what policy reads of it has no name', async () => {
  world.clock.set('2026-04-07T09:00');
  await coordinator.post('/figures/release');
  const policy = await world.signIn('policy');
  for (const path of ['/figures', '/figures/questions', '/figures/referrals', '/figures/welcomed']) expect((await policy.get(path)).body).not.toContain('Haddad');
});
