import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { findCountDifferences } from '../../engines/questions/index.ts';
import { findAccountPerRole } from '../../kernel/access/account.store.ts';
import { roles } from '../../kernel/access/role.ts';
import { findTenants, insertTenant } from '../../kernel/access/tenant.store.ts';
import { findLog } from '../../kernel/audit/timeline.ts';
import { verifyChain } from '../../kernel/audit/verify-chain.ts';
import type { Read } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { OpenDatabase } from '../open-database.ts';
import { prepareDemo } from './prepare-demo.ts';
import { authority as leiedam } from './set-up.ts';

const size = { months: 10, persons: 90, questions: 120, referrals: 40 };

describe('the demonstration', () => {
  let world: World;
  let open: OpenDatabase;
  const said: string[] = [];
  const prepare = () => prepareDemo(open, { clock: world.clock, publicUrl: world.url, dataFolder: 'data-demo', size, log: (line) => said.push(line) });
  const authority = async () => (await findTenants(world.database))[0]!;
  const read = async <T>(work: (handle: Read) => Promise<T>): Promise<T> => world.read(work, (await authority()).id);

  beforeAll(async () => {
    world = await createWorld({ withoutAuthority: true, demo: true });
    open = { database: world.database, owner: { ...inject('superuser'), database: world.connection.database }, serving: world.connection, close: async () => {} };
  });
  afterAll(() => world.close());

  it('that was left half made is thrown away and made anew', async () => {
    const halfMade = newId();
    await world.write((tx) => insertTenant(tx, { ...leiedam, name: 'Half' }), halfMade);
    await prepare();
    expect((await findTenants(world.database)).map(({ name }) => name)).toEqual(['Leiedam']);
    expect(said[0]).toContain('half made');
  });

  it('is made once', async () => {
    said.length = 0;
    const before = await authority();
    await prepare();
    expect(said).toEqual([]);
    expect(await authority()).toEqual(before);
  });

  it('has a log that holds, in the order of time', async () => {
    expect((await read((handle) => verifyChain(handle, []))).bad).toBeUndefined();
    const log = await read((handle) => findLog(handle, { limit: 5000 }));
    const moments = log.map(({ at }) => at.epochMilliseconds).toReversed();
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(moments.at(-1)).toBeLessThanOrEqual(world.clock.now().epochMilliseconds);
    expect(moments[0]).toBeLessThan(world.clock.now().subtract({ hours: 24 * 300 }).epochMilliseconds);
  });

  it('counts its questions as the register would', async () => {
    expect(await read(findCountDifferences)).toEqual([]);
  });

  it('lets anyone in as each role, to a page that tells what waits', async () => {
    const { id } = await authority();
    const offered = await read(findAccountPerRole);
    expect(offered.map(({ role }) => role).toSorted()).toEqual([...roles].toSorted());
    for (const { id: account } of offered) {
      const client = world.visitor();
      const reply = await client.post('/sign-in/demo', { authority: id, account });
      expect(reply.status).toBe(303);
      expect((await client.get('/')).status).toBe(200);
    }
  });

  it('has families welcomed in time, late and not yet, and referrals that wait, came back and are done', async () => {
    const { cases, states } = await read(async (handle) => ({
      cases: await sql<{ in_time: number; late: number; waiting: number; planned: number }>`
        select count(*) filter (where welcomed_on <= due_on) as in_time, count(*) filter (where welcomed_on > due_on) as late, count(*) filter (where closed_on is null) as waiting
        from cases.published_case`.execute(handle.on<never>()),
      states: await sql<{ state: string }>`select distinct state from referrals.referral`.execute(handle.on<never>()),
    }));
    expect(cases.rows[0]!.in_time).toBeGreaterThan(20);
    expect(cases.rows[0]!.late).toBeGreaterThan(0);
    expect(cases.rows[0]!.waiting).toBeGreaterThan(5);
    expect(states.rows.map(({ state }) => state)).toEqual(expect.arrayContaining(['done', 'started', 'withdrawn']));
  });

  it('says when it has become old', async () => {
    said.length = 0;
    world.clock.advance({ days: 22 });
    await prepare();
    expect(said).toEqual([expect.stringContaining('remove data-demo and start again')]);
    world.clock.advance({ days: -22 });
  });

  it('runs on from there: what is due each minute finds nothing it cannot do', async () => {
    await world.sweep();
    await world.runJobs();
    expect(world.logged).toEqual([]);
  });
});
