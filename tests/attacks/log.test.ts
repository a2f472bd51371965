import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Checkpoints } from '../../src/kernel/audit/checkpoints.ts';
import { verifyChain } from '../../src/kernel/audit/verify-chain.ts';
import { selectHead } from '../../src/kernel/audit/verify.store.ts';
import { newId } from '../../src/kernel/id.ts';
import { createWorld, type World } from '../world.ts';

describe('the log, against the owner of the database', () => {
  let world: World;
  let owner: pg.Client;
  let folder: string;
  let checkpoints: Checkpoints;
  const person = newId();
  const write = async (count: number) => {
    for (let index = 0; index < count; index++) await world.write(async (tx) => tx.record({ act: 'person-read', subjects: [{ type: 'person', id: person }], detail: { index } }));
  };
  const verify = async () => {
    const marks = await checkpoints.of(world.tenantId);
    return world.read((read) => verifyChain(read, marks));
  };
  const mark = async (at = Date.now()) => checkpoints.mark(world.tenantId, (await world.read(selectHead))!, at);
  /** As someone who owns the tables and may switch the policies off. */
  const tamper = async (statements: string) => {
    await owner.query('alter table kernel.event no force row level security; alter table kernel.event_subject no force row level security; alter table kernel.chain_head no force row level security');
    await owner.query(statements);
  };

  beforeEach(async () => {
    world = await createWorld();
    owner = new pg.Client({ ...world.connection, user: 'wegwijs_owner' });
    await owner.connect();
    folder = await mkdtemp(join(tmpdir(), 'wegwijs-audit-'));
    checkpoints = await Checkpoints.open(folder);
    await write(6);
    await mark();
    await write(4);
  });
  afterEach(async () => {
    await owner.end();
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is good as it was written', async () => {
    expect(await verify()).toEqual({ entries: 10 });
  });
  it('finds an entry that was altered', async () => {
    await tamper(`update kernel.event set act = 'person-listed' where sequence = 4`);
    expect(await verify()).toEqual({ entries: 3, bad: { sequence: 4, fault: 'altered' } });
  });
  it('finds an entry that was backdated', async () => {
    await tamper(`update kernel.event set at = at - interval '1 day' where sequence = 5`);
    expect((await verify()).bad).toEqual({ sequence: 5, fault: 'altered' });
  });
  it('finds an entry that was removed', async () => {
    await tamper(`delete from kernel.event where sequence = 4`);
    expect((await verify()).bad).toEqual({ sequence: 4, fault: 'missing' });
  });
  it('finds two entries that were swapped', async () => {
    await tamper(`update kernel.event set sequence = -3 where sequence = 3; update kernel.event set sequence = 3 where sequence = 4; update kernel.event set sequence = 4 where sequence = -3`);
    expect((await verify()).bad).toEqual({ sequence: 3, fault: 'altered' });
  });
  it('finds an end that was cut off', async () => {
    await tamper(`delete from kernel.event where sequence > 8`);
    expect((await verify()).bad).toEqual({ sequence: 9, fault: 'cut off' });
  });
  it('finds an end that was cut off together with its head, by the signed checkpoint', async () => {
    await tamper(`delete from kernel.event where sequence > 3; update kernel.chain_head set sequence = 3, hash = (select hash from kernel.event where sequence = 3)`);
    expect((await verify()).bad).toEqual({ sequence: 4, fault: 'before the signed checkpoint' });
  });
  it('finds an entry that was taken out of the timelines', async () => {
    await tamper(`delete from kernel.event_subject where sequence = 2`);
    expect((await verify()).bad).toEqual({ sequence: 2, fault: 'not in the index' });
  });
  it('finds a checkpoint that was changed', async () => {
    const file = join(folder, 'checkpoints.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"sequence":6', '"sequence":2'));
    await expect(verify()).rejects.toThrow(/changed after it was signed/);
  });
  it('passes over a last checkpoint that a power cut left half written', async () => {
    await appendFile(join(folder, 'checkpoints.jsonl'), '{"tenantId":"x","seq');
    expect(await verify()).toEqual({ entries: 10 });
  });
});
