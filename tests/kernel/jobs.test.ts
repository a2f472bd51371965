import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { claimJobs } from '../../src/kernel/jobs/job.store.ts';
import { sendText } from '../../src/kernel/messages/message.ts';
import { createWorker } from '../../src/kernel/jobs/worker.ts';
import { createWorld } from '../world.ts';

it('a job that a killed process held is done at the next start, and not when its claim lapses', async () => {
  const world = await createWorld();
  await world.write((tx) => sendText(tx, { to: '0470 00 00 01', text: 'Dag', purpose: 'test' }));
  await world.write((tx) => claimJobs(tx, 20, { names: [], isOnly: false }));
  expect(await world.runJobs()).toBe(0);
  world.application.worker.start();
  const waiting = () => world.read(async (read) => (await sql<{ n: number }>`select count(*) as n from kernel.job where ended_at is null`.execute(read.on<never>())).rows[0]!.n);
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  await world.close();
});

it('a job that takes long does not hold up the others', async () => {
  const world = await createWorld();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const done: string[] = [];
  const worker = createWorker({
    database: world.database,
    clock: world.clock,
    services: world.services,
    handlers: { slow: async () => held.then(() => void done.push('slow')), quick: async () => void done.push('quick') },
    longJobs: ['slow'],
    sweeps: {},
    log: () => {},
  });
  await world.write(async (tx) => {
    tx.plan({ job: 'slow', payload: {} });
    tx.plan({ job: 'quick', payload: {} });
  });
  worker.start();
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['quick']);
  release();
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['quick', 'slow']);
  await worker.stop();
  await world.close();
});
