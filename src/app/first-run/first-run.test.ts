import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, hiddenValue } from '../../kernel/access/testing.ts';
import { findTenants } from '../../kernel/access/tenant.store.ts';
import { findLog } from '../../kernel/audit/timeline.ts';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { prepareFirstRun } from './prepare-first-run.ts';
import { makeSetupLink } from './setup-link.ts';

const authority = { name: 'Rivierdorp', kind: 'municipality', nisCode: '34022', locale: 'nl' };
const administrator = { adminName: 'Noor Beheer', email: 'noor@example.be', coordinates: 'yes', way: 'password' };
const password = 'paard fiets lamp rivier';

describe('the first run', () => {
  let world: World;
  let link: string;
  let printed: string[];
  beforeAll(async () => {
    world = await createWorld({ withoutAuthority: true });
    await start();
  });
  afterAll(() => world.close());

  async function start(): Promise<void> {
    printed = [];
    const { database, dataFolder, publicUrl } = world.services;
    await prepareFirstRun({ database, dataFolder, publicUrl, log: (line) => printed.push(line) });
    link = /\/first-run\/[\w-]+/.exec(printed.join('\n'))?.[0] ?? '';
  }

  async function lastStep(client: Client, of = link): Promise<{ secret: string; fields: Record<string, string> }> {
    const page = await client.post(of, { ...authority, ...administrator, step: 'administrator' });
    const secret = hiddenValue(page.body, 'secret');
    return { secret, fields: { ...authority, ...administrator, step: 'way', secret, password, again: password, code: codeOf(secret, world.clock.now()) } };
  }

  it('prints one link, and a restart before it is used prints another and ends the first', async () => {
    const first = link;
    await start();
    expect(link).not.toBe(first);
    expect(printed.join('\n')).toContain(`${world.url}/first-run/`);
    expect((await world.visitor().get(first)).status).toBe(404);
    expect((await world.visitor().get(link)).status).toBe(200);
    expect((await world.visitor().get('/sign-in')).body).toContain('nog niet ingesteld');
  });

  it('asks step by step and keeps what was typed', async () => {
    const visitor = world.visitor();
    const wrong = await visitor.post(link, { ...authority, nisCode: '30000', step: 'authority' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('eindigt niet op 000');
    expect(wrong.body).toContain('value="Rivierdorp"');
    const second = await visitor.post(link, { ...authority, step: 'authority' });
    expect(second.body).toContain('Stap 2 van 3');
    const noMail = await visitor.post(link, { ...authority, ...administrator, email: 'noor', step: 'administrator' });
    expect(noMail.status).toBe(422);
    expect(noMail.body).toContain('value="Noor Beheer"');
    const back = await visitor.post(link, { ...authority, ...administrator, step: 'administrator', back: 'yes' });
    expect(back.body).toContain('Stap 1 van 3');
  });

  it('lets a partnership have no NIS code, and a municipality not', async () => {
    const visitor = world.visitor();
    expect((await visitor.post(link, { ...authority, nisCode: '', step: 'authority' })).status).toBe(422);
    expect((await visitor.post(link, { ...authority, kind: 'partnership', nisCode: '', step: 'authority' })).status).toBe(200);
  });

  it('speaks English to who chooses that', async () => {
    const page = await world.visitor().post(link, { ...authority, locale: 'en', step: 'authority' });
    expect(page.body).toContain('Step 2 of 3');
    expect(page.body).toContain('<html lang="en"');
  });

  it('refuses a weak password, two that differ and a wrong code, and keeps the app that was set up', async () => {
    const visitor = world.visitor();
    const { secret, fields } = await lastStep(visitor);
    for (const wrong of [{ password: 'kort', again: 'kort' }, { password: 'rivierdorp rivierdorp', again: 'rivierdorp rivierdorp' }, { again: 'iets heel anders' }, { code: '000000' }]) {
      const page = await visitor.post(link, { ...fields, ...wrong });
      expect(page.status).toBe(422);
      expect(hiddenValue(page.body, 'secret')).toBe(secret);
      expect(page.body).not.toContain(password);
    }
    expect(await findTenants(world.database)).toEqual([]);
  });

  it('makes one authority when two finish at the same moment, and signs that one in on Today', async () => {
    const clients = [world.visitor(), world.visitor()];
    const forms = await Promise.all(clients.map((client) => lastStep(client)));
    const replies = await Promise.all(clients.map((client, index) => client.post(link, forms[index]!.fields)));
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 410]);
    const winner = clients[replies.findIndex(({ status }) => status === 303)]!;
    const today = await winner.get('/');
    expect(today.status).toBe(200);
    expect(today.body).toContain('Rivierdorp');
    const tenants = await findTenants(world.database);
    expect(tenants).toMatchObject([{ name: 'Rivierdorp', nisCode: '34022', kind: 'municipality', locale: 'nl' }]);
    const log = await world.read(findLog, tenants[0]!.id);
    expect(log.map(({ act }) => act).sort()).toEqual(['account-made', 'authority-made', 'signed-in']);
  });

  it('lets the operator make a link for one more authority, which a restart leaves', async () => {
    const first = link;
    const more = await makeSetupLink(world.services.dataFolder);
    await start();
    link = first;
    expect(printed).toEqual([]);
    const visitor = world.visitor();
    const page = await visitor.post(`/first-run/${more}`, { ...authority, name: 'Overstad', nisCode: '71072', ...administrator, step: 'administrator' });
    const secret = hiddenValue(page.body, 'secret');
    const fields = { ...authority, name: 'Overstad', nisCode: '71072', ...administrator, step: 'way', secret, password, again: password, code: codeOf(secret, world.clock.now()) };
    expect((await visitor.post(`/first-run/${more}`, fields)).status).toBe(303);
    expect((await visitor.get('/')).body).toContain('Overstad');
    expect((await visitor.get(`/first-run/${more}`)).status).toBe(410);
    expect((await findTenants(world.database)).map(({ name }) => name)).toEqual(['Overstad', 'Rivierdorp']);
  });

  it('refuses the link from then on, also after a restart, which prints none', async () => {
    const again = await world.visitor().get(link);
    expect(again.status).toBe(410);
    expect(again.body).toContain('al gebruikt');
    expect((await world.visitor().post(link, { ...authority, step: 'authority' })).status).toBe(410);
    await start();
    expect(printed).toEqual([]);
    expect((await world.visitor().get(`/first-run/${'A'.repeat(46)}`)).status).toBe(404);
  });
});
