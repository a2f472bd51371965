import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { rootFolder } from '../../src/app/places.ts';
import { makeSecret } from '../../src/kernel/access/secret.ts';
import { insertTenant } from '../../src/kernel/access/tenant.store.ts';
import { systemClock } from '../../src/kernel/clock/clock.ts';
import { Database } from '../../src/kernel/db/database.ts';
import { connectionsOfRunning } from '../../src/kernel/db/embedded/running.ts';
import { newId } from '../../src/kernel/id.ts';
import { Client } from '../client.ts';

/** The platform as `npm start` runs it: a process group of its own, on a data folder of its own. */
export class Platform {
  readonly folder: string;
  readonly port: number;
  output = '';
  #process: ChildProcess | undefined;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  static async prepare(): Promise<Platform> {
    return new Platform(await mkdtemp(join(tmpdir(), 'wegwijs-platform-')), await freePort());
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts and waits until it answers; throws what it said when it ends before. */
  async start(): Promise<void> {
    this.#process = this.launch(['start']);
    const ended = once(this.#process, 'exit').then(() => {
      throw new Error(`The platform ended: ${this.output}`);
    });
    ended.catch(() => {});
    await Promise.race([this.#answers(), ended]);
  }

  /** Runs the launcher with these words, in a process group of its own. */
  launch(words: string[]): ChildProcess {
    const child = spawn(process.execPath, [join(rootFolder, 'bin', 'launch.mjs'), ...words], {
      cwd: rootFolder,
      detached: true,
      env: { ...process.env, PORT: String(this.port), WEGWIJS_DATA: this.folder, WEGWIJS_URL: '', DATABASE_URL: '', SMTP_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (bytes: Buffer) => (this.output += bytes.toString()));
    return child;
  }

  /** Runs a command to its end. */
  async run(words: string[]): Promise<{ code: number | null; output: string }> {
    const before = this.output.length;
    const child = this.launch(words);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output: this.output.slice(before) };
  }

  /** Asks the launcher to stop, as a terminal or a service manager does. */
  async stop(): Promise<number | null> {
    if (!this.#process || this.#process.exitCode !== null) return null;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** As a power cut: every process of the group at once. */
  async killGroup(): Promise<void> {
    const ended = once(this.#process!, 'exit');
    process.kill(-this.#process!.pid!, 'SIGKILL');
    await ended;
  }

  /** Makes an authority with a signed-in coordinator, behind the platform's back. */
  async signIn(): Promise<Client> {
    const { app } = await connectionsOfRunning(join(this.folder, 'postgres'));
    const database = new Database(app, systemClock);
    const tenantId = newId();
    const secret = makeSecret(tenantId);
    const accountId = newId();
    try {
      await database.write({ tenantId, actorId: null, actorRole: 'platform' }, async (tx) => {
        const db = tx.on<never>();
        await insertTenant(tx, { name: 'Proefstad', nisCode: '34022', kind: 'municipality', locale: 'nl', settings: {} });
        await sql`insert into kernel.account (tenant_id, id, name, email, locale, roles, made_at)
          values (${tenantId}, ${accountId}, 'Noor Proef', 'proef@example.org', 'nl', ${['coordinator']}::text[], ${tx.now})`.execute(db);
        await sql`insert into kernel.session (tenant_id, secret_hash, account_id, made_at, seen_at, expires_at)
          values (${tenantId}, ${secret.hash}, ${accountId}, ${tx.now}, ${tx.now}, ${tx.now.add({ hours: 24 })})`.execute(db);
      });
    } finally {
      await database.close();
    }
    return new Client(this.url, { cookie: `ww_session=${secret.text}` });
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    for (;;) {
      const isUp = await fetch(`${this.url}/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
