import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { assemble, type Application } from '../src/app/assemble.ts';
import type { Role } from '../src/kernel/access/role.ts';
import { makeSecret } from '../src/kernel/access/secret.ts';
import { insertTenant } from '../src/kernel/access/tenant.store.ts';
import type { TenantKind } from '../src/kernel/access/tenant.ts';
import { Checkpoints } from '../src/kernel/audit/checkpoints.ts';
import { settableClock, type SettableClock } from '../src/kernel/clock/clock.ts';
import { Database, type Read, type Scope, type Transaction } from '../src/kernel/db/database.ts';
import { createDatabase, dropDatabase, embeddedNames } from '../src/kernel/db/embedded/embedded.ts';
import type { Services } from '../src/kernel/http/context.ts';
import { newId } from '../src/kernel/id.ts';
import { createMailer } from '../src/kernel/messages/mailer.ts';
import { builtAssets } from './built-assets.ts';
import { Client } from './client.ts';

export { Client, type Reply } from './client.ts';

export interface WorldOptions {
  /** Brussels time at which the world begins. */
  at?: string;
  name?: string;
  kind?: TenantKind;
  nisCode?: string;
  demo?: boolean;
  /** As on a fresh machine: no authority yet. */
  withoutAuthority?: boolean;
  /** Where mail goes; without it, it stays in the outbox. */
  smtpUrl?: string;
  /** 'built' for a browser: pages come with the theme and the islands of the present sources. */
  assets?: 'named' | 'built';
}

export interface SignedIn {
  accountId: string;
  client: Client;
}

/** A platform of its own: a cloned database, a real HTTP server, a clock that stands still, one authority. */
export class World {
  readonly database: Database;
  readonly clock: SettableClock;
  readonly tenantId: string;
  readonly url: string;
  readonly application: Application;
  readonly services: Services;
  /** What the platform logged. */
  readonly logged: unknown[] = [];
  /** Connection of the application's role, for looking at the database from outside. */
  readonly connection: { host: string; port: number; user: string; database: string };
  readonly #close: () => Promise<void>;

  constructor(parts: Pick<World, 'database' | 'clock' | 'tenantId' | 'url' | 'application' | 'services' | 'logged' | 'connection'>, close: () => Promise<void>) {
    this.database = parts.database;
    this.clock = parts.clock;
    this.tenantId = parts.tenantId;
    this.url = parts.url;
    this.application = parts.application;
    this.services = parts.services;
    this.logged = parts.logged;
    this.connection = parts.connection;
    this.#close = close;
  }

  scope(tenantId = this.tenantId): Scope {
    return { tenantId, actorId: null, actorRole: 'platform' };
  }

  read<T>(work: (read: Read) => Promise<T>, tenantId?: string): Promise<T> {
    return this.database.read(this.scope(tenantId), work);
  }

  write<T>(work: (tx: Transaction) => Promise<T>, tenantId?: string): Promise<T> {
    return this.database.write(this.scope(tenantId), work);
  }

  /** Makes an account with these roles and a session for it. */
  async signIn(roles: Role | Role[], options: { name?: string; tenantId?: string; locale?: 'nl' | 'en' } = {}): Promise<Client & SignedIn> {
    const tenantId = options.tenantId ?? this.tenantId;
    const accountId = newId();
    const list = Array.isArray(roles) ? roles : [roles];
    const secret = makeSecret(tenantId);
    await this.write(async (tx) => {
      const db = tx.on<never>();
      await sql`insert into kernel.account (tenant_id, id, name, email, locale, roles, made_at)
        values (${tenantId}, ${accountId}, ${options.name ?? `Noor ${list.join(' ')}`}, ${`${accountId}@example.org`}, ${options.locale ?? 'nl'}, ${list}::text[], ${tx.now})`.execute(db);
      await sql`insert into kernel.session (tenant_id, secret_hash, account_id, made_at, seen_at, expires_at)
        values (${tenantId}, ${secret.hash}, ${accountId}, ${tx.now}, ${tx.now}, ${tx.now.add({ hours: 24 * 365 * 5 })})`.execute(db);
    }, tenantId);
    return Object.assign(new Client(this.url, { cookie: `ww_session=${secret.text}` }), { accountId, client: new Client(this.url, { cookie: `ww_session=${secret.text}` }) });
  }

  /** Someone without an account. */
  visitor(): Client {
    return new Client(this.url, {});
  }

  /** A program with a token for these scopes. */
  async token(scopes: string[], tenantId = this.tenantId): Promise<Client> {
    const secret = makeSecret(tenantId);
    await this.write(async (tx) => {
      await sql`insert into kernel.api_token (tenant_id, id, secret_hash, name, organisation, scopes, made_at, expires_at)
        values (${tenantId}, ${newId()}, ${secret.hash}, 'Koppeling', 'Voorbeeldorganisatie', ${scopes}::text[], ${tx.now}, ${tx.now.add({ hours: 24 * 365 })})`.execute(tx.on<never>());
    }, tenantId);
    return new Client(this.url, { authorization: `Bearer ${secret.text}` });
  }

  /** A second authority on the same platform. */
  async anotherTenant(name = 'Overstad'): Promise<string> {
    const tenantId = newId();
    await this.write((tx) => insertTenant(tx, { name, nisCode: '71072', kind: 'municipality', locale: 'nl', settings: {} }), tenantId);
    return tenantId;
  }

  /** The same platform as another authority on it sees it. */
  inside(tenantId: string): World {
    return new World({ ...this, tenantId }, async () => {});
  }

  runJobs(): Promise<number> {
    return this.application.worker.runDueJobs();
  }

  sweep(): Promise<void> {
    return this.application.worker.sweep();
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** A fresh world; close it in afterAll. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const superuser = inject('superuser');
  const name = `world_${newId().replaceAll('-', '')}`;
  await createDatabase(superuser, name, { template: inject('template') });
  const connection = { ...superuser, user: embeddedNames.appRole, database: name };
  const clock = settableClock(options.at ?? '2026-03-03T09:00');
  const database = new Database(connection, clock);
  const filesFolder = await mkdtemp(join(tmpdir(), 'wegwijs-files-'));
  const tenantId = newId();
  if (!options.withoutAuthority) await database.write({ tenantId, actorId: null, actorRole: 'platform' }, (tx) =>
    insertTenant(tx, { name: options.name ?? 'Voorbeeldgem', nisCode: options.nisCode ?? '34022', kind: options.kind ?? 'municipality', locale: 'nl', settings: {} }),
  );
  const server = createHttpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const services: Omit<Services, 'holdings'> = {
    database,
    filesFolder,
    dataFolder: filesFolder,
    publicUrl: url,
    demo: options.demo ?? false,
    assets: options.assets === 'built' ? await builtAssets() : (logicalName) => `/assets/${logicalName}`,
    mailer: createMailer(options.smtpUrl ?? null, { publicUrl: url }),
  };
  const logged: unknown[] = [];
  const application = assemble({ services, clock, log: (entry) => logged.push(entry), checkpoints: await Checkpoints.open(join(filesFolder, 'audit')) });
  server.on('request', getRequestListener(application.fetch));
  return new World({ database, clock, tenantId, url, application, services: application.services, logged, connection }, async () => {
    await stop(server);
    await application.worker.stop();
    await database.close();
    await dropDatabase(superuser, name);
    await rm(filesFolder, { recursive: true, force: true });
  });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
