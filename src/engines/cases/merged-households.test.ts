import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { findTimeline } from '../../kernel/audit/timeline.ts';
import { findPerson } from '../people/index.ts';
import { findCasesOf } from './index.ts';
import { aGuide, anArrival, plan, welcomed, type Guide, type Welcomed } from './testing.ts';

describe('a family that was registered twice', () => {
  let world: World;
  let coordinator: Guide;
  let guide: Guide;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator');
    guide = await aGuide(world, 'Amal Saïdi', ['ar']);
  });
  afterAll(() => world.close());

  const personOf = async ({ householdId }: Welcomed) => (await coordinator.json(`/api/v1/households/${householdId}`)).value.members[0].personId as string;
  const merge = async (one: Welcomed, other: Welcomed) => {
    const [a, b] = [await personOf(one), await personOf(other)].sort() as [string, string];
    const [first, second] = await world.read(async (read) => [await findPerson(read, a), await findPerson(read, b)]);
    const answer = await coordinator.post(`/people/duplicates/${a}/${b}/merge`, { oneVersion: first!.version, otherVersion: second!.version });
    return { answer, kept: a, stays: first!.householdId!, goes: second!.householdId! };
  };
  const casesOf = async (householdId: string) => (await world.read((read) => findCasesOf(read, householdId))).map(({ id, closedOn, outcome }) => [id, closedOn === null ? 'runs' : outcome]);

  it('is welcomed once: the case in which something was done goes on', async () => {
    const [one, other] = (await welcomed(world, anArrival('Nour Haddad'), anArrival('Noor Haddad'))) as [Welcomed, Welcomed];
    await plan(world, coordinator, other.caseId, { guide: guide.accountId, day: '2026-03-10', time: '14:00', placeKind: 'home' });
    const { answer, kept, stays, goes } = await merge(one, other);
    expect(answer.status).toBe(303);
    expect((await casesOf(stays)).sort()).toEqual([[one.caseId, 'merged'], [other.caseId, 'runs']].sort());
    expect(await casesOf(goes)).toEqual([]);
    expect((await coordinator.get(`/cases/${other.caseId}`)).body).toContain('10 mrt 2026');
    const timeline = await world.read((read) => findTimeline(read, { type: 'person', id: kept }));
    const merger = String(timeline.find(({ act }) => act === 'persons-merged')!.detail['merger']);
    expect((await coordinator.post(`/people/mergers/${merger}/split`, { version: 1 })).status).toBe(303);
    expect(await casesOf(one.householdId)).toEqual([[one.caseId, 'runs']]);
    expect(await casesOf(other.householdId)).toEqual([[other.caseId, 'runs']]);
  });

  it('is not merged while both are in the midst of their welcome', async () => {
    const [one, other] = (await welcomed(world, anArrival('Rami Saleh'), anArrival('Ramy Saleh'))) as [Welcomed, Welcomed];
    await plan(world, coordinator, one.caseId, { guide: guide.accountId, day: '2026-03-11', time: '09:00', placeKind: 'home' });
    await plan(world, coordinator, other.caseId, { guide: guide.accountId, day: '2026-03-12', time: '09:00', placeKind: 'home' });
    const { answer, stays, goes } = await merge(one, other);
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('Beide huishoudens hebben een lopend onthaal');
    expect([await casesOf(stays), await casesOf(goes)].map((cases) => cases.map(([, state]) => state))).toEqual([['runs'], ['runs']]);
  });
});
