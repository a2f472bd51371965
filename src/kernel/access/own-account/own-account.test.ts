import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../../../../tests/world.ts';
import { findLog } from '../../audit/timeline.ts';
import { findMessages } from '../../messages/message.store.ts';
import { makeLink } from '../identify.store.ts';
import { hashPassword } from '../password.ts';
import { codeOf, giveWay, hiddenValue } from '../testing.ts';

const password = 'paard fiets lamp rivier';
const fresh = 'wolk stoel trein appel';

describe('one’s own account', () => {
  let world: World;
  let guide: Client & SignedIn;
  let email: string;
  let secret: string;
  let hash: string;
  beforeAll(async () => {
    world = await createWorld();
    hash = await hashPassword(password);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    guide = await world.signIn('guide', { name: 'Noor Gids' });
    email = `${guide.accountId}@example.org`;
    secret = await giveWay(world, guide.accountId, hash);
    world.clock.advance({ minutes: 2 });
  });

  const code = () => codeOf(secret, world.clock.now());
  const signIn = (fields: Record<string, string> = {}, client = world.visitor()) => client.post('/sign-in', { email, password, code: code(), ...fields });
  const codesOn = (body: string) => [...body.matchAll(/<code>((?:[a-z2-9]{4}-){3}[a-z2-9]{4})<\/code>/g)].map((match) => match[1]!);

  it('shows by what one signs in and where', async () => {
    const elsewhere = world.visitor();
    await elsewhere.send('/sign-in', { method: 'POST', body: new URLSearchParams({ email, password, code: code() }), headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' } });
    const page = await guide.get('/account');
    expect(page.body).toContain('Firefox, Windows');
    expect(page.body).toContain('toeleider');
    expect(page.body).toContain('dit toestel');
  });

  it('ends one session elsewhere, or all of them, and never someone else’s', async () => {
    const elsewhere = world.visitor();
    await signIn({}, elsewhere);
    const stranger = await world.signIn('guide');
    const theirs = /\/account\/sessions\/([\w-]{36})\/end"/;
    await stranger.post('/account/sessions/end-others');
    const id = theirs.exec((await guide.get('/account')).body)![1]!;
    expect((await stranger.post(`/account/sessions/${id}/end`)).status).toBe(404);
    expect((await elsewhere.get('/')).status).toBe(200);
    expect((await guide.post(`/account/sessions/${id}/end`)).notice).toContain('1 toestel');
    expect((await elsewhere.get('/')).status).toBe(303);
    world.clock.advance({ minutes: 1 });
    await signIn({}, elsewhere);
    await guide.post('/account/sessions/end-others');
    expect((await elsewhere.get('/')).status).toBe(303);
    expect((await guide.get('/')).status).toBe(200);
  });

  it('changes the password, which ends every other session and is told by mail', async () => {
    const elsewhere = world.visitor();
    await signIn({}, elsewhere);
    expect((await guide.post('/account/password', { password: fresh, again: fresh })).status).toBe(303);
    expect((await elsewhere.get('/')).status).toBe(303);
    expect((await guide.get('/account')).status).toBe(200);
    world.clock.advance({ minutes: 1 });
    expect((await signIn()).status).toBe(422);
    expect((await signIn({ password: fresh })).status).toBe(303);
    const mails = await world.read((read) => findMessages(read, {}));
    expect(mails.find(({ recipient }) => recipient === email)?.body).toContain('wachtwoord van je account bij Wegwijs is gewijzigd');
  });

  it('refuses a password that holds one’s own name, and says it beside the field', async () => {
    const reply = await guide.post('/account/password', { password: 'Noor Gids Noor Gids', again: 'Noor Gids Noor Gids' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('te makkelijk te raden');
  });

  it('links another app, after which the old one is of no use', async () => {
    const page = await guide.get('/account/authenticator');
    const next = hiddenValue(page.body, 'secret');
    expect((await guide.post('/account/authenticator', { secret: next, code: '000000' })).status).toBe(422);
    expect((await guide.post('/account/authenticator', { secret: next, code: codeOf(next, world.clock.now()) })).status).toBe(303);
    world.clock.advance({ minutes: 1 });
    expect((await signIn()).status).toBe(422);
    expect((await signIn({ code: codeOf(next, world.clock.now()) })).status).toBe(303);
  });

  it('shows recovery codes once, also when the button is pressed twice, and asks for them until they are made', async () => {
    expect((await guide.get('/')).body).toContain('Bewaar je herstelcodes');
    const _key = crypto.randomUUID();
    const [one, two] = [await guide.post('/account/recovery-codes', { _key }), await guide.post('/account/recovery-codes', { _key })];
    const codes = codesOn(one.body);
    expect(new Set(codes).size).toBe(10);
    expect(codesOn(two.body)).toEqual([]);
    expect((await guide.get('/')).body).not.toContain('Bewaar je herstelcodes');
    expect((await guide.get('/account')).body).toContain('nog 10 codes');
    expect((await signIn({ code: codes[3]! })).status).toBe(303);
    expect((await guide.get('/account')).body).toContain('nog 9 codes');
    await guide.post('/account/recovery-codes');
    expect((await signIn({ code: codes[4]! })).status).toBe(422);
  });

  it('asks to sign in again before it changes how one signs in, when that was long ago', async () => {
    world.clock.advance({ minutes: 45 });
    expect((await guide.get('/account/password')).body).toContain('Meld je eerst opnieuw aan');
    const refused = await guide.post('/account/password', { password: fresh, again: fresh });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Meld je eerst opnieuw aan');
    expect(codesOn((await guide.post('/account/recovery-codes')).body)).toEqual([]);
    expect((await signIn()).status).toBe(303);
  });

  it('speaks the language that one chose', async () => {
    expect((await guide.post('/account/language', { locale: 'en' })).notice).toBe('In English from now on.');
    expect((await guide.get('/account')).body).toContain('My account');
  });

  describe('when the password is forgotten', () => {
    const ask = (address: string) => world.visitor().post('/forgot-password', { email: address });
    const linkFor = async (address: string) => {
      await world.runJobs();
      const mails = (await world.read((read) => findMessages(read, {}))).filter(({ recipient, purpose }) => recipient === address && purpose === 'account-recovery');
      return { count: mails.length, path: /(\/recover\/\S+)/.exec(mails[0]?.body ?? '')?.[1] ?? '' };
    };
    const recover = (path: string, fields: Record<string, string> = {}, client = world.visitor()) => client.post(path, { password: fresh, again: fresh, proof: code(), ...fields });

    it('answers alike whether or not there is an account', async () => {
      const [there, not] = [await ask(email), await ask('niemand@example.be')];
      expect(there.status).toBe(200);
      expect(not.body).toBe(there.body);
      expect((await linkFor(email)).count).toBe(1);
      expect((await linkFor('niemand@example.be')).count).toBe(0);
      const jobs = await world.read((read) => findLog(read, { act: 'recovery-asked' }));
      expect(jobs.map(({ subjects }) => subjects[0]?.id)).toContain(guide.accountId);
    });

    it('mails three times an hour at most', async () => {
      for (let round = 0; round < 5; round += 1) expect((await ask(email)).status).toBe(200);
      expect((await linkFor(email)).count).toBe(3);
    });

    it('sets a new password with a code, ends all sessions, and works once', async () => {
      await ask(email);
      const { path } = await linkFor(email);
      expect((await world.visitor().get(path)).body).toContain('Kies een nieuw wachtwoord');
      expect((await recover(path, { proof: '000000' })).status).toBe(422);
      const client = world.visitor();
      expect((await recover(path, {}, client)).status).toBe(303);
      expect((await client.get('/')).status).toBe(200);
      expect((await guide.get('/')).status).toBe(303);
      expect((await recover(path)).status).toBe(404);
      world.clock.advance({ minutes: 1 });
      expect((await signIn({ password: fresh })).status).toBe(303);
    });

    it('stops after five wrong codes, so that who reads the mail cannot guess them', async () => {
      await ask(email);
      const { path } = await linkFor(email);
      for (let round = 0; round < 5; round += 1) expect((await recover(path, { proof: '000000' })).body).toContain('klopt niet');
      const stopped = await recover(path);
      expect(stopped.status).toBe(422);
      expect(stopped.body).toContain('te vaak geprobeerd');
    });

    it('takes a recovery code where there is no app yet, and links one along', async () => {
      const newcomer = await world.signIn('guide');
      const codes = codesOn((await newcomer.post('/account/recovery-codes')).body);
      const { secret: link } = await world.write((tx) => makeLink(tx, { purpose: 'account-recovery', subject: { type: 'account', id: newcomer.accountId }, expiresAt: tx.now.add({ hours: 1 }) }));
      const page = await world.visitor().get(`/recover/${link}`);
      const app = hiddenValue(page.body, 'secret');
      const proof = codes[0]!;
      expect((await recover(`/recover/${link}`, { proof: codeOf(app, world.clock.now()), secret: app, code: codeOf(app, world.clock.now()) })).status).toBe(422);
      expect((await recover(`/recover/${link}`, { proof, secret: app, code: codeOf(app, world.clock.now()) })).status).toBe(303);
      world.clock.advance({ minutes: 1 });
      const reply = await world.visitor().post('/sign-in', { email: `${newcomer.accountId}@example.org`, password: fresh, code: codeOf(app, world.clock.now()) });
      expect(reply.status).toBe(303);
    });

    it('expires after an hour, and no other link opens it', async () => {
      await ask(email);
      const { path } = await linkFor(email);
      const { secret: other } = await world.write((tx) => makeLink(tx, { purpose: 'account-invitation', subject: { type: 'account', id: guide.accountId }, expiresAt: tx.now.add({ hours: 1 }) }));
      expect((await world.visitor().get(`/recover/${other}`)).status).toBe(404);
      world.clock.advance({ hours: 2 });
      expect((await world.visitor().get(path)).status).toBe(404);
    });
  });
});
