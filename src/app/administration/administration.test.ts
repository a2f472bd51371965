import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, createWorld, type SignedIn, type World } from '../../../tests/world.ts';
import { hiddenValue } from '../../kernel/access/testing.ts';
import { findTenants } from '../../kernel/access/tenant.store.ts';

describe('the settings', () => {
  let world: World;
  let administrator: Client & SignedIn;
  beforeAll(async () => {
    world = await createWorld();
    administrator = await world.signIn('administrator', { name: 'Noor Beheer' });
  });
  afterAll(() => world.close());

  it('hold every page of the administrator, and nobody else’s', async () => {
    const page = await administrator.get('/settings');
    for (const name of ['accounts', 'authority', 'outbox', 'log', 'tokens', 'jobs']) {
      expect(page.body).toContain(`href="/settings/${name}"`);
      expect((await administrator.get(`/settings/${name}`)).status).toBe(200);
    }
    const policy = await world.signIn('policy');
    expect((await policy.get('/settings')).status).toBe(403);
    expect((await policy.get('/')).body).not.toContain('href="/settings"');
  });

  describe('of the authority', () => {
    const fields = { name: 'Rivierdorp', kind: 'municipality', nisCode: '34022', locale: 'nl', address: 'Markt 1\n8500 Rivierdorp', telephone: '056 00 00 01', email: 'onthaal@example.be', accent: '' };
    const save = async (change: Record<string, string> = {}) => administrator.post('/settings/authority', { ...fields, version: hiddenValue((await administrator.get('/settings/authority')).body, 'version'), ...change });

    it('are changed, with address, telephone and mail', async () => {
      expect((await save()).status).toBe(303);
      expect((await findTenants(world.database))[0]).toMatchObject({ name: 'Rivierdorp', settings: { address: ['Markt 1', '8500 Rivierdorp'], telephone: '056 00 00 01', email: 'onthaal@example.be' } });
      expect((await administrator.get('/settings/authority')).body).toContain('Markt 1\n8500 Rivierdorp');
    });

    it('take a colour that can be read, and refuse one that cannot', async () => {
      for (const [accent, why] of [['#ffee88', 'te bleek'], ['rood', 'Schrijf de kleur']] as const) {
        const refused = await save({ accent });
        expect(refused.status).toBe(422);
        expect(refused.body).toContain(why);
        expect(refused.body).toContain(`value="${accent}"`);
      }
      await save({ accent: '#7A1F4B' });
      const theme = /\/theme\/[\w-]+\/\d+\.css/.exec((await administrator.get('/')).body)![0];
      const sheet = await world.visitor().get(theme);
      expect(sheet.headers.get('content-type')).toContain('text/css');
      expect(sheet.body).toContain('#7a1f4b');
      expect((await world.visitor().get(theme.replace(/\d+\.css/, '999.css'))).status).toBe(404);
      expect((await world.visitor().get('/sign-in')).body).toContain(theme);
    });

    it('refuse a telephone with letters and a code that is no municipality', async () => {
      expect((await save({ telephone: 'bel maar' })).body).toContain('geen telefoonnummer');
      expect((await save({ nisCode: '' })).body).toContain('NIS-code');
    });

    it('show the second writer what the first one saved', async () => {
      const version = hiddenValue((await administrator.get('/settings/authority')).body, 'version');
      expect((await administrator.post('/settings/authority', { ...fields, version, name: 'Eerste Naam' })).status).toBe(303);
      const late = await administrator.post('/settings/authority', { ...fields, version, name: 'Tweede Naam' });
      expect(late.status).toBe(409);
      expect(late.body).toContain('value="Tweede Naam"');
      expect(late.body).toContain('Dit staat er nu');
      expect(late.body).toContain('Eerste Naam');
    });
  });

  describe('of tokens', () => {
    const fields = { name: 'Overzicht', organisation: 'Voorbeeldorganisatie', days: '30' };
    const scopeOn = (body: string) => /name="scopes"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="scopes"/.exec(body)!.slice(1).find(Boolean)!;
    const secretOn = (body: string) => /name="token"[^>]*value="([\w-]{46})"|value="([\w-]{46})"[^>]*name="token"/.exec(body)?.slice(1).find(Boolean);

    it('make one that works for its scope, shown once, until it is withdrawn', async () => {
      const scope = scopeOn((await administrator.get('/settings/tokens/new')).body);
      const _key = crypto.randomUUID();
      const made = await administrator.post('/settings/tokens/new', { ...fields, scopes: scope, _key });
      const secret = secretOn(made.body)!;
      expect(secretOn((await administrator.post('/settings/tokens/new', { ...fields, scopes: scope, _key })).body)).toBeUndefined();
      const list = await administrator.get('/settings/tokens');
      expect(list.body).toContain('Voorbeeldorganisatie');
      expect(list.body).not.toContain(secret);
      const program = new Client(world.url, { authorization: `Bearer ${secret}` });
      expect((await program.get('/settings/tokens')).status).toBe(403);
      const withdraw = /\/settings\/tokens\/[\w-]+\/withdraw/.exec(list.body)![0];
      expect((await administrator.post(withdraw)).status).toBe(303);
      expect((await program.get('/settings/tokens')).status).toBe(303);
    });

    it('never hand out the right to manage accounts, tokens or the outbox', async () => {
      const offered = (await administrator.get('/settings/tokens/new')).body;
      for (const scope of ['accounts:manage', 'tokens:manage', 'outbox:read', 'account:own']) {
        expect(offered).not.toContain(`value="${scope}"`);
        expect((await administrator.post('/settings/tokens/new', { ...fields, scopes: scope })).status).toBe(422);
      }
      expect((await administrator.post('/settings/tokens/new', fields)).body).toContain('Vink minstens één ding aan');
    });
  });

  describe('of the log', () => {
    it('show who did what, as what, and filter by act', async () => {
      const log = await administrator.get('/settings/log');
      expect(log.body).toContain('Noor Beheer');
      expect(log.body).toContain('Bestuur gewijzigd');
      const tokens = await administrator.get('/settings/log?act=token-made');
      expect(tokens.body).toContain('Sleutel gemaakt');
      expect(tokens.body.match(/bestuur gewijzigd<\/span>/g)).toBeNull();
      expect((await administrator.get('/settings/log?act=iets-anders')).body).toContain('Niets gevonden');
    });

    it('go page by page', async () => {
      await world.write(async (tx) => {
        for (let index = 0; index < 150; index += 1) tx.record({ act: 'language-chosen', subjects: [] });
      });
      const first = await administrator.get('/settings/log?act=language-chosen');
      const next = /href="(\/settings\/log\?[^"]*before=\d+)"/.exec(first.body)![1]!.replaceAll('&amp;', '&');
      const second = await administrator.get(next);
      expect(first.body.match(/<tr class="ww-table__row/g)).toHaveLength(100);
      expect(second.body.match(/<tr class="ww-table__row/g)).toHaveLength(50);
    });
  });

  describe('of background work', () => {
    it('show what failed and have it done again', async () => {
      expect((await administrator.get('/settings/jobs')).body).toContain('Alles is gelukt');
      await world.write(async (tx) => tx.plan({ job: 'no-such-job', payload: {} }));
      for (let round = 0; round < 9; round += 1) {
        await world.runJobs();
        world.clock.advance({ hours: 7 });
      }
      const page = await administrator.get('/settings/jobs');
      expect(page.body).toContain('No handler for the job no-such-job');
      const retry = /\/settings\/jobs\/[\w-]+\/retry/.exec(page.body)![0];
      expect((await administrator.post(retry)).status).toBe(303);
      expect((await administrator.post(retry)).status).toBe(404);
      await world.runJobs();
      const again = await world.read(async (read) => (await sql<{ attempts: number }>`select attempts from kernel.job where job = 'no-such-job'`.execute(read.on<never>())).rows[0]!.attempts);
      expect(again).toBe(1);
    });
  });
});
