import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type Reply, type SignedIn, type World } from '../../../../tests/world.ts';
import { codeOf, hiddenValue } from '../../../kernel/access/testing.ts';
import { findLog } from '../../../kernel/audit/timeline.ts';
import { findMessages } from '../../../kernel/messages/message.store.ts';

const password = 'paard fiets lamp rivier';

describe('accounts', () => {
  let world: World;
  let administrator: Client & SignedIn;
  let email: string;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());
  beforeEach(async () => {
    administrator = await world.signIn('administrator');
    email = `${crypto.randomUUID()}@example.be`;
  });

  /** Invites, and gives the account's id. */
  async function invite(fields: Record<string, string | string[]> = {}): Promise<string> {
    const reply = await administrator.post('/settings/accounts/new', { name: 'Sam Toeleider', email, roles: ['guide'], locale: 'nl', ...fields });
    expect(reply.status).toBe(303);
    return /\/settings\/accounts\/([\w-]+)/.exec(reply.location!)![1]!;
  }

  /** The link in the last mail to this address, as its receiver sees it. */
  async function linkIn(to: string): Promise<string> {
    await world.runJobs();
    const messages = await world.read((read) => findMessages(read, {}));
    const body = messages.find(({ recipient }) => recipient === to)?.body ?? '';
    return /https?:\/\/[^/\s]+(\/\S+)/.exec(body)?.[1] ?? '';
  }

  async function accept(client: Client, link: string): Promise<{ reply: Reply; secret: string }> {
    const page = await client.get(`${link}/password`);
    const secret = hiddenValue(page.body, 'secret');
    const reply = await client.post(`${link}/password`, { password, again: password, secret, code: codeOf(secret, world.clock.now()) });
    return { reply, secret };
  }

  it('lets an invited colleague choose a password and begin', async () => {
    await invite();
    const colleague = world.visitor();
    const link = await linkIn(email);
    expect((await colleague.get(link)).body).toContain(email);
    const { reply, secret } = await accept(colleague, link);
    expect([reply.status, reply.location]).toEqual([303, '/']);
    expect((await colleague.get('/')).body).toContain('Sam Toeleider');
    expect((await world.visitor().get(link)).status).toBe(404);
    world.clock.advance({ minutes: 1 });
    const again = await world.visitor().post('/sign-in', { email, password, code: codeOf(secret, world.clock.now()) });
    expect(again.status).toBe(303);
  });

  it('lets one of two accept when they use the link at the same moment', async () => {
    await invite();
    const link = await linkIn(email);
    const both = await Promise.all([accept(world.visitor(), link), accept(world.visitor(), link)]);
    expect(both.map(({ reply }) => reply.status).sort()).toEqual([303, 404]);
  });

  it('puts no name in the mail', async () => {
    await invite();
    await linkIn(email);
    const mail = (await world.read((read) => findMessages(read, {}))).find(({ recipient }) => recipient === email)!;
    expect(`${mail.subject} ${mail.body}`).not.toMatch(/Sam|Toeleider/);
    expect(mail.body).toContain('7 dagen');
  });

  it('ends an invitation after seven days, and when a new one is sent', async () => {
    const id = await invite();
    const first = await linkIn(email);
    expect((await administrator.post(`/settings/accounts/${id}/reset`)).status).toBe(303);
    const second = await linkIn(email);
    expect((await world.visitor().get(first)).status).toBe(404);
    expect((await world.visitor().get(second)).status).toBe(200);
    world.clock.advance({ days: 8 });
    expect((await world.visitor().get(second)).status).toBe(404);
  });

  it('keeps what was typed when something is wrong, and makes no second account for an address', async () => {
    await invite();
    const twice = await administrator.post('/settings/accounts/new', { name: 'Nog Iemand', email: email.toUpperCase(), roles: ['guide'], locale: 'nl' });
    expect(twice.status).toBe(422);
    expect(twice.body).toContain('al een account met dit e-mailadres');
    expect(twice.body).toContain('value="Nog Iemand"');
    const none = await administrator.post('/settings/accounts/new', { name: 'Nog Iemand', email: 'nog@example.be', locale: 'nl' });
    expect(none.body).toContain('Kies minstens één rol');
  });

  it('invites once when the button is pressed twice', async () => {
    const form = { _key: crypto.randomUUID(), name: 'Sam', email, roles: ['guide'], locale: 'nl' };
    const replies = await Promise.all([administrator.post('/settings/accounts/new', form), administrator.post('/settings/accounts/new', form)]);
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(replies[0]!.location).toBe(replies[1]!.location);
    await world.runJobs();
    const mails = (await world.read((read) => findMessages(read, {}))).filter(({ recipient }) => recipient === email);
    expect(mails).toHaveLength(1);
  });

  it('takes a role away at once', async () => {
    const other = await world.signIn(['administrator', 'guide'], { name: 'Kim Beheer' });
    expect((await other.get('/settings/accounts')).status).toBe(200);
    const page = await administrator.get(`/settings/accounts/${other.accountId}`);
    const fields = { version: hiddenValue(page.body, 'version'), name: 'Kim Gids', email: `${other.accountId}@example.org`, roles: ['guide'] };
    expect((await administrator.post(`/settings/accounts/${other.accountId}`, fields)).status).toBe(303);
    expect((await other.get('/settings/accounts')).status).toBe(403);
    expect((await other.get('/')).body).toContain('Kim Gids');
  });

  it('shows the second writer both versions', async () => {
    const other = await world.signIn('guide', { name: 'Kim Gids' });
    const path = `/settings/accounts/${other.accountId}`;
    const fields = { version: '1', email: `${other.accountId}@example.org`, roles: ['guide'] };
    expect((await administrator.post(path, { ...fields, name: 'Eerste Naam' })).status).toBe(303);
    const late = await administrator.post(path, { ...fields, name: 'Tweede Naam' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('value="Tweede Naam"');
    expect(late.body).toContain('Eerste Naam');
    expect(hiddenValue(late.body, 'version')).toBe('2');
  });

  it('ends an account at once, with its sessions and links', async () => {
    const id = await invite();
    const link = await linkIn(email);
    const colleague = world.visitor();
    await accept(colleague, link);
    expect((await administrator.post(`/settings/accounts/${id}/end`)).status).toBe(303);
    expect((await colleague.get('/')).status).toBe(303);
    const list = await administrator.get('/settings/accounts');
    expect(list.body).not.toContain(email);
    expect((await administrator.get('/settings/accounts?ended=yes')).body).toContain(email);
    expect((await administrator.get(`/settings/accounts/${id}`)).body).toContain('afgesloten');
    expect(await invite()).not.toBe(id);
  });

  it('keeps one administrator, also when two would end each other', async () => {
    const own = await createWorld();
    try {
      const [one, two] = [await own.signIn('administrator'), await own.signIn('administrator')];
      const replies = await Promise.all([one.post(`/settings/accounts/${two.accountId}/end`), two.post(`/settings/accounts/${one.accountId}/end`)]);
      // The other one is refused, or finds itself signed out already.
      const done = replies.map(({ location }) => location === '/settings/accounts');
      expect(done.filter(Boolean)).toHaveLength(1);
      const left = [one, two][done.indexOf(true)]!;
      const self = await left.post(`/settings/accounts/${left.accountId}/end`);
      expect(self.status).toBe(422);
      const page = await left.get(`/settings/accounts/${left.accountId}`);
      const demoted = await left.post(`/settings/accounts/${left.accountId}`, { version: hiddenValue(page.body, 'version'), name: 'Ik', email: 'ik@example.be', roles: ['guide'] });
      expect(demoted.status).toBe(422);
      expect(demoted.body).toContain('laatste beheerder');
    } finally {
      await own.close();
    }
  });

  it('clears every way in when it is reset, and invites anew', async () => {
    const id = await invite();
    const colleague = world.visitor();
    const { secret } = await accept(colleague, await linkIn(email));
    world.clock.advance({ minutes: 1 });
    await administrator.post(`/settings/accounts/${id}/reset`);
    expect((await colleague.get('/')).status).toBe(303);
    expect((await world.visitor().post('/sign-in', { email, password, code: codeOf(secret, world.clock.now()) })).status).toBe(422);
    const again = world.visitor();
    expect((await accept(again, await linkIn(email))).reply.status).toBe(303);
  });

  it('stops a mailed link when the address changes', async () => {
    const id = await invite();
    const link = await linkIn(email);
    const page = await administrator.get(`/settings/accounts/${id}`);
    await administrator.post(`/settings/accounts/${id}`, { version: hiddenValue(page.body, 'version'), name: 'Sam', email: `nieuw.${email}`, roles: ['guide'] });
    expect((await world.visitor().get(link)).status).toBe(404);
  });

  it('finds accounts by name, address and role, and takes signs literally', async () => {
    await invite({ name: 'Bo 100%' });
    expect((await administrator.get(`/settings/accounts?q=${encodeURIComponent('100%')}`)).body).toContain(email);
    expect((await administrator.get('/settings/accounts?q=1_0')).body).not.toContain(email);
    expect((await administrator.get(`/settings/accounts?q=${email.slice(0, 20)}&role=guide`)).body).toContain(email);
    expect((await administrator.get(`/settings/accounts?q=${email.slice(0, 20)}&role=coach`)).body).not.toContain(email);
  });

  it('is for administrators alone, and an account of elsewhere is as one that does not exist', async () => {
    const coordinator = await world.signIn('coordinator');
    expect((await coordinator.get('/settings/accounts')).status).toBe(403);
    const other = await world.anotherTenant();
    const stranger = await world.signIn('guide', { tenantId: other });
    const theirs = await administrator.get(`/settings/accounts/${stranger.accountId}`);
    const nobodys = await administrator.get(`/settings/accounts/${crypto.randomUUID()}`);
    expect(theirs.status).toBe(404);
    expect(theirs.body.replaceAll(stranger.accountId, '')).toBe(nobodys.body.replace(/[0-9a-f-]{36}/g, ''));
  });

  it('writes each change in the log, without a name or an address', async () => {
    const id = await invite();
    const log = await world.read((read) => findLog(read, { limit: 5 }));
    const entry = log.find(({ act, subjects }) => act === 'account-made' && subjects[0]?.id === id)!;
    expect(entry).toMatchObject({ actorId: administrator.accountId, actorRole: 'administrator', detail: { roles: ['guide'] } });
    expect(JSON.stringify(log.map(({ detail }) => detail))).not.toContain('example.be');
  });
});
