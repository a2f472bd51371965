import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../world.ts';

describe('a request', () => {
  let world: World;
  let desk: Client & SignedIn;
  const question = { theme: 'housing', channel: 'desk', language: 'ar' };
  const count = async () => ((await desk.json('/api/v1/questions')).value as { questions: unknown[] }).questions.length;

  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());

  it('from another site is refused, whatever its cookie', async () => {
    const before = await count();
    expect((await desk.post('/questions', question, { origin: 'https://elders.example' })).status).toBe(403);
    expect((await desk.post('/questions', question, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await desk.json('/api/v1/questions', question, { origin: 'https://elders.example' })).status).toBe(403);
    expect(await count()).toBe(before);
  });

  it('is answered with headers that let no stranger’s script run', async () => {
    const reply = await desk.get('/');
    const policy = reply.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=|\sstyle=|<style/);
  });

  it('that is sent thirty times at once has one effect', async () => {
    const before = await count();
    const form = { ...question, _key: 'dertig-keer-dezelfde' };
    const replies = await Promise.all(Array.from({ length: 30 }, () => desk.post('/questions', form)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]));
    expect(await count()).toBe(before + 1);
  });

  it('with the same key and another form is another act', async () => {
    const before = await count();
    await desk.post('/questions', { ...question, _key: 'terug-en-anders' });
    await desk.post('/questions', { ...question, theme: 'work', _key: 'terug-en-anders' });
    expect(await count()).toBe(before + 2);
  });

  it('of a program with a key used for something else is refused', async () => {
    const program = await world.token(['questions:record']);
    const key = { 'idempotency-key': 'sleutel-1' };
    const first = await program.json('/api/v1/questions', question, key);
    const again = await program.json('/api/v1/questions', question, key);
    const other = await program.json('/api/v1/questions', { ...question, theme: 'work' }, key);
    expect([first.status, again.status, other.status]).toEqual([201, 201, 422]);
    expect(again.value).toEqual(first.value);
    expect(other.value.type).toContain('key-reused');
    expect(other.headers.get('content-type')).toContain('application/problem+json');
  });

  it('with fields that do not exist is refused, and says which', async () => {
    const reply = await desk.json('/api/v1/questions', { ...question, tenant_id: 'x' });
    expect(reply.status).toBe(422);
    expect(reply.value.errors).toEqual([expect.objectContaining({ field: 'tenant_id' })]);
  });

  it('that is no form or no JSON gets a plain answer', async () => {
    const wrong = await desk.send('/questions', { method: 'POST', body: '{', headers: { 'content-type': 'multipart/form-data; boundary=x', origin: world.url } });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('We konden dit verzoek niet lezen');
    const json = await desk.send('/api/v1/questions', { method: 'POST', body: '[1]', headers: { 'content-type': 'application/json', origin: world.url } });
    expect(json.status).toBe(400);
  });

  it('of 200 MB is answered with what to do, and fills no memory', async () => {
    const before = process.memoryUsage().rss;
    const status = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(`${world.url}/questions`, { method: 'POST', headers: { cookie: `ww_session=${desk.cookie('ww_session')}`, origin: world.url, 'content-type': 'application/x-www-form-urlencoded', 'content-length': 200 * 1024 * 1024 } }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode!));
      });
      sending.on('error', reject);
      const piece = Buffer.alloc(1024 * 1024, 'a');
      let left = 200;
      const send = (): void => {
        while (left-- > 0) if (!sending.write(piece)) return void sending.once('drain', send);
        sending.end();
      };
      send();
    });
    expect(status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
  });

  it('keeps what was typed when it is refused', async () => {
    const reply = await desk.post('/questions', { ...question, theme: '', note: 'Dit mag niet verdwijnen', minutes: '12' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Dit mag niet verdwijnen');
    expect(reply.body).toContain('value="12"');
  });

  it('after a right was withdrawn is refused at once', async () => {
    const guide = await world.signIn('guide');
    expect((await guide.get('/questions')).status).toBe(200);
    const { sql } = await import('kysely');
    await world.write((tx) => sql`update kernel.account set roles = array['policy'] where id = ${guide.accountId}`.execute(tx.on<never>()));
    expect((await guide.get('/questions')).status).toBe(403);
    await world.write((tx) => sql`update kernel.account set ended_at = ${tx.now} where id = ${guide.accountId}`.execute(tx.on<never>()));
    expect((await guide.get('/')).location).toMatch(/^\/sign-in/);
  });

  it('escapes what people typed', async () => {
    await desk.post('/questions', { ...question, note: '<script>alert(1)</script>"><img src=x onerror=alert(1)>' });
    const list = await desk.get('/questions');
    expect(list.body).not.toContain('<script>alert');
    expect(list.body).not.toContain('<img src=x');
    expect(list.body).toContain('&lt;script');
  });

  it('finds no page by a path that is none, in the shell of who is signed in', async () => {
    const reply = await desk.get('/bestaat-niet');
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('Deze pagina vinden we niet');
    expect(reply.body).toContain('Noor front-desk');
  });

  it('is described by the API’s own document', async () => {
    const { value } = await world.visitor().json('/api/v1/openapi.json');
    expect(value.openapi).toBe('3.1.0');
    expect(Object.keys(value.paths)).toEqual(expect.arrayContaining(['/questions', '/people', '/referrals/{id}']));
    for (const operations of Object.values(value.paths) as Record<string, { operationId: string; responses: object }>[]) {
      for (const operation of Object.values(operations)) expect(operation.operationId).toMatch(/^[a-zA-Z]+$/);
    }
  });

  it('meets a database that is down with a page that says so', async () => {
    const own = await createWorld();
    const someone = await own.signIn('front-desk');
    await own.database.pool.end();
    const reply = await someone.get('/questions');
    expect([500, 503]).toContain(reply.status);
    expect(reply.body).not.toMatch(/\bat .*\.(js|ts):\d+/);
    await own.close().catch(() => {});
  });
});
