import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type pg from 'pg';
import { assemble } from '../src/app/assemble.ts';
import { Checkpoints } from '../src/kernel/audit/checkpoints.ts';
import { systemClock } from '../src/kernel/clock/clock.ts';
import { Database } from '../src/kernel/db/database.ts';
import { createMailer } from '../src/kernel/messages/mailer.ts';

/** The platform as it runs for people, without its worker. */
export async function serveApp(connection: pg.PoolConfig): Promise<void> {
  const database = new Database(connection, systemClock);
  const folder = await mkdtemp(join(tmpdir(), 'wegwijs-bench-app-'));
  const server = createServer();
  // Whoever measures pauses now and then: a connection must outlive that.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const mailer = createMailer(null, { publicUrl: url });
    const services = { database, filesFolder: folder, dataFolder: folder, publicUrl: url, demo: false, assets: (name: string) => `/assets/${name}`, mailer };
    const { fetch } = assemble({ services, clock: systemClock, log: (entry) => console.error(JSON.stringify(entry)), checkpoints: await Checkpoints.open(join(folder, 'audit')) });
    server.on('request', getRequestListener(fetch));
    process.send!({ url });
  });
  process.on('SIGTERM', () => process.exit(0));
}
