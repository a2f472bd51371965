import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { allRoutes } from '../../src/app/assemble.ts';
import { registerHousehold } from '../../src/engines/people/index.ts';
import { insertReferrals } from '../../src/engines/referrals/referral.store.ts';
import { aQuestionOf, aService } from '../../src/engines/referrals/testing.ts';
import { roles } from '../../src/kernel/access/role.ts';
import { newId } from '../../src/kernel/id.ts';
import type { ActRoute, PageRoute } from '../../src/kernel/http/route.ts';
import { sendMail } from '../../src/kernel/messages/message.ts';
import { Temporal } from '../../src/kernel/time/temporal.ts';
import { createWorld, type Client, type World } from '../world.ts';

type Guarded = (PageRoute | ActRoute) & { permission: string };
const withIds = allRoutes().filter((route): route is Guarded => route.kind !== 'open' && typeof route.permission === 'string' && /:\w+/.test(route.path));

const fill = (path: string, id: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === 'line' ? '1' : id));

/** A page without what differs from one asking to the next: ids, keys and secrets. */
function plain(body: string): string {
  return body.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID').replace(/[\w-]{46,}/g, 'SECRET');
}

describe('another authority', () => {
  let world: World;
  let theirs: string;
  let insider: Client;
  let superuser: pg.Client;
  let tables: { name: string; hasId: boolean }[];
  /** One id of each of their tables. */
  const ids = new Map<string, string>();

  beforeAll(async () => {
    world = await createWorld();
    theirs = await world.anotherTenant();
    insider = await world.signIn([...roles]);
    await fillTheirs();
    superuser = new pg.Client({ ...inject('superuser'), database: world.connection.database });
    await superuser.connect();
    const found = await superuser.query<{ name: string; hasId: boolean }>(`
      select nspname || '.' || relname as name, exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'id' and not attisdropped) as "hasId"
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace where relkind = 'r' and relrowsecurity order by 1`);
    tables = found.rows;
    for (const { name } of tables.filter(({ hasId }) => hasId)) {
      const row = await superuser.query<{ id: string }>(`select id from ${name} where tenant_id = $1 limit 1`, [theirs]);
      if (row.rows[0]) ids.set(name, row.rows[0].id);
    }
  });
  afterAll(async () => {
    await superuser?.end();
    await world.close();
  });

  async function fillTheirs(): Promise<void> {
    await world.signIn('guide', { tenantId: theirs });
    await world.token(['people:list'], theirs);
    await world.write(async (tx) => {
      const household = await registerHousehold(tx, { arrivedOn: Temporal.PlainDate.from('2026-02-01'), address: null, members: [{ role: 'reference', person: { name: { given: null, family: null, full: 'Geheime Persoon' } } }] });
      const serviceId = await aService(tx, { name: 'Geheime Dienst' });
      const { questionId, personId } = await aQuestionOf(tx, { name: 'Geheime Vrager' });
      await insertReferrals(tx, [{
        id: newId(), questionId, personId, serviceId, serviceName: 'Geheime Dienst', organisationName: 'Geheim', theme: 'housing', request: 'Geheime vraag',
        consent: { on: Temporal.PlainDate.from('2026-03-01'), way: 'spoken' }, shares: [], sentBy: null,
      }]);
      await sendMail(tx, { to: 'geheim@example.org', subject: 'Geheim', text: 'Geheim', purpose: 'test', subjectOf: { type: 'household', id: household.id } });
    }, theirs);
    await world.sweep();
    await world.runJobs();
  }

  /** All that they have, as one text per table. */
  async function fingerprint(): Promise<Record<string, string>> {
    const prints: Record<string, string> = {};
    for (const { name } of tables) prints[name] = (await superuser.query<{ print: string }>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t where tenant_id = $1`, [theirs])).rows[0]!.print;
    return prints;
  }

  it('has something of every kind to be guessed at', () => {
    expect([...ids.keys()]).toEqual(expect.arrayContaining(['kernel.account', 'kernel.api_token', 'kernel.message', 'people.person', 'people.household', 'directory.organisation', 'directory.service', 'questions.question', 'referrals.referral', 'cases.case_file']));
    expect(withIds.length).toBeGreaterThan(30);
  });

  it('answers each of its ids exactly as an id that nobody has, on every page', async () => {
    const before = await fingerprint();
    const wrong: string[] = [];
    for (const route of withIds.filter(({ kind }) => kind === 'page')) {
      const unknown = await insider.get(fill(route.path, newId()));
      for (const [table, id] of ids) {
        const reply = await insider.get(fill(route.path, id));
        if (reply.status !== unknown.status || plain(reply.body) !== plain(unknown.body)) wrong.push(`GET ${route.path} with an id of ${table}: ${reply.status} instead of ${unknown.status}`);
        if (/[Gg]ehei?m/.test(reply.body)) wrong.push(`GET ${route.path} tells of ${table}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it('answers each of its ids exactly as an id that nobody has, on every act, and stays as it was', async () => {
    const before = await fingerprint();
    const wrong: string[] = [];
    for (const route of withIds.filter(({ kind }) => kind === 'act')) {
      const fields = { version: 1, answer: 'accept' };
      const unknown = await insider.post(fill(route.path, newId()), fields);
      for (const [table, id] of ids) {
        const reply = await insider.post(fill(route.path, id), fields);
        if (reply.status !== unknown.status) wrong.push(`POST ${route.path} with an id of ${table}: ${reply.status} instead of ${unknown.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it('answers programs alike', async () => {
    const before = await fingerprint();
    const wrong: string[] = [];
    for (const route of withIds.filter(({ api }) => api)) {
      const path = `/api/v1${route.api!.path ?? route.path}`;
      const body = route.kind === 'act' ? { version: 1 } : undefined;
      const unknown = await insider.json(fill(path, newId()), body, { origin: world.url });
      for (const [table, id] of ids) {
        const reply = await insider.json(fill(path, id), body, { origin: world.url });
        if (reply.status !== unknown.status || plain(JSON.stringify(reply.value)) !== plain(JSON.stringify(unknown.value))) wrong.push(`${route.method} ${path} with an id of ${table}: ${reply.status} instead of ${unknown.status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it('lends nothing to a form', async () => {
    const before = await fingerprint();
    const named = await insider.post('/questions', { theme: 'housing', channel: 'desk', language: 'ar', person: ids.get('people.person')! });
    expect(named.status).toBe(422);
    const { questionId } = await world.write((tx) => aQuestionOf(tx));
    const referral = { question: questionId, service: ids.get('directory.service')!, consentWay: 'spoken', consentOn: '2026-03-02', request: 'Hulp' };
    expect((await insider.post('/referrals', referral)).status).toBe(422);
    expect((await insider.post('/referrals', { ...referral, question: ids.get('questions.question')! })).status).toBe(404);
    expect(await fingerprint()).toEqual(before);
  });

  it('is found by no search and in no list', async () => {
    for (const path of ['/search?q=geheime', '/people?q=geheime', '/people', '/questions', '/referrals', '/welcome', '/directory', '/settings/accounts', '/settings/outbox', '/settings/log', '/']) {
      const reply = await insider.get(path);
      expect(reply.body, path).not.toMatch(/Geheime|Overstad/);
    }
  });
});
