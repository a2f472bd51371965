import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../src/kernel/audit/verify-chain.ts';
import { findLog } from '../../src/kernel/audit/timeline.ts';
import { newId } from '../../src/kernel/id.ts';
import { createWorld, type World } from '../world.ts';

describe('the database', () => {
  let world: World;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());

  it('finds nothing without a tenant', async () => {
    await world.signIn('guide');
    const client = await world.database.pool.connect();
    try {
      const without = await client.query('select * from kernel.account');
      await client.query(`select set_config('wegwijs.tenant', '', false)`);
      const withEmpty = await client.query('select * from kernel.account');
      expect([without.rowCount, withEmpty.rowCount]).toEqual([0, 0]);
    } finally {
      client.release();
    }
  });

  it('keeps each tenant to its own rows', async () => {
    const other = await world.anotherTenant();
    await world.signIn('guide');
    const count = await world.read(async (read) => (await sql<{ n: number }>`select count(*) as n from kernel.account`.execute(read.on<never>())).rows[0]!.n, other);
    expect(count).toBe(0);
  });

  it('refuses a row of another tenant', async () => {
    const other = await world.anotherTenant();
    await expect(
      world.write((tx) => sql`insert into kernel.link (tenant_id, id, secret_hash, purpose, subject_type, subject_id, made_at)
        values (${other}, ${newId()}, ${Buffer.alloc(32)}, 'x', 'x', ${newId()}, ${tx.now})`.execute(tx.on<never>())),
    ).rejects.toThrow(/row-level security/);
  });

  it('chains the events of eight writers at once without a fork', async () => {
    const subject = { type: 'person', id: newId() };
    await Promise.all(Array.from({ length: 40 }, () => world.write(async (tx) => tx.record({ act: 'person-read', subjects: [subject] }))));
    const log = await world.read((read) => findLog(read, { act: 'person-read' }));
    const sequences = log.map((event) => event.sequence);
    expect(new Set(sequences).size).toBe(40);
    expect(Math.max(...sequences) - Math.min(...sequences)).toBe(39);
  });

  it('keeps no event of a change that failed', async () => {
    const before = await world.read((read) => findLog(read));
    await expect(world.write(async (tx) => {
      tx.record({ act: 'person-read', subjects: [] });
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await world.read((read) => findLog(read))).toHaveLength(before.length);
  });

  it('keeps no change whose event cannot be written', async () => {
    const id = newId();
    const change = world.write(async (tx) => {
      await sql`insert into kernel.link (tenant_id, id, secret_hash, purpose, subject_type, subject_id, made_at) values (${world.tenantId}, ${id}, ${Buffer.alloc(32, 7)}, 'x', 'x', ${id}, ${tx.now})`.execute(tx.on<never>());
      tx.record({ act: null as never, subjects: [] });
    });
    await expect(change).rejects.toThrow();
    const found = await world.read((read) => sql`select 1 from kernel.link where id = ${id}`.execute(read.on<never>()));
    expect(found.rows).toEqual([]);
  });

  it('chains a thousand events of one change', async () => {
    const before = await world.read((read) => findLog(read, { limit: 1 }));
    await world.write(async (tx) => {
      for (let index = 0; index < 1200; index++) tx.record({ act: 'person-registered', subjects: [{ type: 'person', id: newId() }], detail: { index } });
    });
    const after = await world.read((read) => findLog(read, { limit: 1 }));
    expect(after[0]!.sequence - (before[0]?.sequence ?? 0)).toBe(1200);
    expect(await world.read((read) => verifyChain(read, []))).toEqual({ entries: after[0]!.sequence });
  });

  it('lets nobody change the log', async () => {
    await world.write(async (tx) => tx.record({ act: 'person-read', subjects: [] }));
    await expect(world.write((tx) => sql`update kernel.event set act = 'x'`.execute(tx.on<never>()))).rejects.toThrow(/permission denied/);
    await expect(world.write((tx) => sql`delete from kernel.event`.execute(tx.on<never>()))).rejects.toThrow(/permission denied/);
  });
});
