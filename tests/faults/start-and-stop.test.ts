import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Platform } from './platform.ts';

describe('npm start', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await Platform.prepare();
    await platform.start();
  });
  afterAll(() => platform.remove());

  it('answers its health', async () => {
    const response = await fetch(`${platform.url}/health`);
    expect(await response.json()).toEqual({ status: 'ok', version: expect.stringMatching(/^\d+\.\d+\.\d+$/), database: 'ok' });
  });

  it('prints a one-time set-up link, since there is no authority yet', async () => {
    await expect.poll(() => platform.output).toMatch(/http:\/\/localhost:\d+\/first-run\/[\w-]+/);
  });

  it('refuses a second start on the same data folder, and says so', async () => {
    const { code, output } = await platform.run(['start']);
    expect(code).toBe(1);
    expect(output).toContain('already runs on the data folder');
    expect(output).not.toMatch(/\bat .*\.(js|ts):\d+/);
  });

  it('verifies the log, and makes a backup, while it runs', async () => {
    const backup = join(platform.folder, 'all.backup');
    expect((await platform.run(['wegwijs', 'backup', backup])).code).toBe(0);
    expect(await readdir(platform.folder)).toContain('all.backup');
    const verified = await platform.run(['wegwijs', 'audit', 'verify']);
    expect(verified.code).toBe(0);
  });

  it('stops cleanly when asked, its database too, and starts again', async () => {
    expect(await platform.stop()).toBe(0);
    expect(await readdir(join(platform.folder, 'postgres', 'cluster'))).not.toContain('postmaster.pid');
    await platform.start();
    expect((await fetch(`${platform.url}/health`)).status).toBe(200);
  });

  it('refuses a setting that cannot be, in one plain line', async () => {
    const { code, output } = await platform.run(['start', '--port', 'tachtig']);
    expect(code).toBe(1);
    expect(output).toContain('--port is "tachtig"');
  });
});
