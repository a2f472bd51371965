import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/access/actor.ts';
import { roles } from '../../kernel/access/role.ts';
import { findCasesByIds } from './case.store.ts';
import { findToWelcome } from './list-to-welcome/to-welcome.store.ts';
import { isWithinReach, reachOf } from './reach.store.ts';
import { aGuide, anArrival, welcomed } from './testing.ts';
import { Temporal } from '../../kernel/time/temporal.ts';

let world: World;
let guideIds: string[];
let caseIds: string[];
beforeAll(async () => {
  world = await createWorld();
  const guides = [await aGuide(world, 'Amal', ['ar']), await aGuide(world, 'Tigist', ['ti'])];
  guideIds = guides.map(({ accountId }) => accountId);
  caseIds = (await welcomed(world, anArrival('a'), anArrival('b'), anArrival('c'))).map(({ caseId }) => caseId);
  const coordinator = await world.signIn('coordinator');
  await coordinator.post('/cases/assign', { case: [caseIds[0]!], guide: guideIds[0]! });
  await coordinator.post('/cases/assign', { case: [caseIds[1]!], guide: guideIds[1]! });
});
afterAll(() => world.close());

test('the yes or no for a case and the list in SQL are one rule, for every actor', async () => {
  const account = fc.record({ id: fc.constantFrom(...guideIds), roles: fc.subarray([...roles], { minLength: 1 }) }).map(({ id, roles: held }): Actor => ({ kind: 'account', id, name: 'x', email: 'x@example.org', roles: held, locale: 'nl' }));
  const others: fc.Arbitrary<Actor> = fc.constantFrom<Actor>({ kind: 'token', id: guideIds[0]!, name: 'x', scopes: [] }, { kind: 'link', id: guideIds[0]!, purpose: 'invitation', subject: { type: 'case', id: caseIds[0]! } });
  await fc.assert(
    fc.asyncProperty(fc.oneof(account, others), async (actor) => {
      const reach = reachOf(actor);
      const [listed, all] = await world.read(async (read) => [await findToWelcome(read, {}, { reach, today: Temporal.PlainDate.from('2026-03-03'), limit: 50 }), await findCasesByIds(read, caseIds)] as const);
      expect(listed.rows.map(({ id }) => id).sort()).toEqual(all.filter((file) => isWithinReach(reach, file)).map(({ id }) => id).sort());
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['a guide', ['guide'], 1],
  ['a guide who also works at the desk', ['guide', 'front-desk'], 3],
  ['a coordinator', ['coordinator'], 3],
] as const)('%s reaches as many families as the role gives', async (_, held, count) => {
  const reach = reachOf({ kind: 'account', id: guideIds[0]!, name: 'x', email: 'x@example.org', roles: held, locale: 'nl' });
  const { rows } = await world.read((read) => findToWelcome(read, {}, { reach, today: Temporal.PlainDate.from('2026-03-03'), limit: 50 }));
  expect(rows).toHaveLength(count);
});
