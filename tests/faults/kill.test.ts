import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../client.ts';
import { Platform } from './platform.ts';

/** Three times in the suite; `WEGWIJS_KILLS=20 npm test -- tests/faults/kill` is the whole of the promise. */
const kills = Number(process.env['WEGWIJS_KILLS'] ?? 3);

describe('kill -9 of the whole process group during writes', () => {
  let platform: Platform;
  let desk: Client;
  beforeAll(async () => {
    platform = await Platform.prepare();
    await platform.start();
    desk = await platform.signIn();
  });
  afterAll(() => platform.remove());

  it(`${kills} times loses no write that was acknowledged`, async () => {
    const acknowledged: string[] = [];
    for (let kill = 0; kill < kills; kill++) {
      let isRunning = true;
      const before = acknowledged.length;
      const writer = async () => {
        while (isRunning) {
          const reply = await desk.json('/api/v1/questions', { theme: 'housing', channel: 'desk', language: 'ar' }).catch(() => undefined);
          if (reply?.status === 201) acknowledged.push(reply.value.id);
          else if (reply) throw new Error(`The desk was refused: ${reply.status}`);
        }
      };
      const writers = Array.from({ length: 8 }, writer);
      await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(before + 20 + 7 * kill);
      await platform.killGroup();
      isRunning = false;
      await Promise.all(writers);
      await platform.start();
    }
    const found = await Promise.all(acknowledged.map(async (id) => (await desk.json(`/api/v1/questions/${id}`)).status));
    expect(acknowledged.length).toBeGreaterThan(20 * kills);
    expect(found.filter((status) => status !== 200)).toEqual([]);
    const { code, output } = await platform.run(['wegwijs', 'audit', 'verify']);
    expect(output).toContain('good  Proefstad');
    expect(code).toBe(0);
  }, 600_000);
});
