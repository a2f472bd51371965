import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type Reply, type World } from '../../../../tests/world.ts';
import { findLog } from '../../audit/timeline.ts';
import { signInLimits } from '../attempt.ts';
import { countAttempt } from '../attempt.store.ts';
import { insertAccount } from '../account.store.ts';
import { saveRecoveryCodes } from '../credential.store.ts';
import { hashPassword } from '../password.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../recovery-code.ts';
import type { Role } from '../role.ts';
import { codeOf, giveWay } from '../testing.ts';

const password = 'paard fiets lamp rivier';

describe('signing in with a password', () => {
  let world: World;
  let email: string;
  let accountId: string;
  let secret: string;
  let client: Client;
  let hash: string;
  beforeAll(async () => {
    world = await createWorld();
    hash = await hashPassword(password);
  });
  afterAll(() => world.close());

  /** An account with a password and an authenticator, set up some minutes ago. */
  async function anAccount(roles: Role[] = ['guide']): Promise<void> {
    email = `${crypto.randomUUID()}@example.be`;
    accountId = (await world.write((tx) => insertAccount(tx, { name: 'Noor Gids', email, locale: 'nl', roles })))!;
    secret = await giveWay(world, accountId, hash);
    world.clock.advance({ minutes: 5 });
    client = world.visitor();
  }
  beforeEach(() => anAccount());

  function signIn(fields: Record<string, string> = {}, by = client): Promise<Reply> {
    return by.post('/sign-in', { email, password, code: codeOf(secret, world.clock.now()), ...fields });
  }

  it('opens the page that was asked for', async () => {
    const first = await client.get('/search?q=noor');
    expect(first.location).toBe('/sign-in?next=%2Fsearch%3Fq%3Dnoor');
    expect((await client.get(first.location!)).body).toContain('value="/search?q=noor"');
    const reply = await signIn({ next: '/search?q=noor' });
    expect([reply.status, reply.location]).toEqual([303, '/search?q=noor']);
    expect(reply.headers.getSetCookie()[0]).toMatch(/^ww_session=[\w-]{46}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await client.get('/search?q=noor')).status).toBe(200);
  });

  it('leads nowhere but to our own pages', async () => {
    for (const next of ['https://example.org/', '//example.org', '/\\example.org', '/sign-out', '/\n/example.org']) {
      world.clock.advance({ minutes: 1 });
      expect((await signIn({ next })).location).toBe('/');
    }
  });

  it('takes the address in any case, and the code with a space', async () => {
    const code = codeOf(secret, world.clock.now());
    expect((await signIn({ email: ` ${email.toUpperCase()} `, code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303);
  });

  it('answers alike to a wrong password, a wrong code and an account that does not exist', async () => {
    const replies = [await signIn({ password: 'iets anders dan dit' }), await signIn({ code: '123456' }), await signIn({ email: 'niemand@example.be' })];
    const shown = replies.map(({ status, body }) => [status, body.replace(/value="[^"]*"|data-options="[^"]*"/g, '')]);
    expect(shown[0]![0]).toBe(422);
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
    expect(replies[0]!.body).toContain(email);
    expect(replies[0]!.body).not.toContain('iets anders');
  });

  it('does the same work for an account that does not exist', async () => {
    const times = async (address: string) => {
      const begun = performance.now();
      await signIn({ email: address, password: 'iets anders dan dit' });
      return performance.now() - begun;
    };
    const there: number[] = [];
    const not: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      not.push(await times(`niemand${round}@example.be`));
      there.push(await times(email));
    }
    // The hash takes most of the time; without it the fastest answer comes ten times sooner.
    expect(Math.min(...not)).toBeGreaterThan(Math.min(...there) / 2);
  });

  it('refuses a code that was used, also when two use it at once', async () => {
    const code = codeOf(secret, world.clock.now());
    const replies = await Promise.all([signIn({ code }, world.visitor()), signIn({ code }, world.visitor())]);
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await signIn({ code })).status).toBe(422);
    world.clock.advance({ seconds: 30 });
    expect((await signIn()).status).toBe(303);
  });

  it('takes a code of half a minute ago and not of two minutes ago', async () => {
    const code = codeOf(secret, world.clock.now());
    world.clock.advance({ minutes: 2 });
    expect((await signIn({ code })).status).toBe(422);
    const next = codeOf(secret, world.clock.now());
    world.clock.advance({ seconds: 30 });
    expect((await signIn({ code: next })).status).toBe(303);
  });

  it('takes each recovery code once', async () => {
    const [code = ''] = newRecoveryCodes();
    await world.write((tx) => saveRecoveryCodes(tx, accountId, [recoveryCodeHash(code)!]));
    expect((await signIn({ code: code.toUpperCase().replaceAll('-', ' ') })).status).toBe(303);
    expect((await signIn({ code })).status).toBe(422);
  });

  it('stops after ten wrong passwords from whatever addresses, and opens again after a quarter of an hour', async () => {
    const from = (last: number) => ({ 'x-forwarded-for': `192.0.2.${last}` });
    const wrong = (last: number) => client.post('/sign-in', { email, password: 'iets anders dan dit', code: '000000' }, from(last));
    const tried = await Promise.all(Array.from({ length: 30 }, (_, index) => wrong(index)));
    expect(tried.filter(({ body }) => body.includes('horen niet bij elkaar'))).toHaveLength(10);
    expect(tried.filter(({ body }) => body.includes('te vaak geprobeerd'))).toHaveLength(20);
    const right = await signIn();
    expect(right.status).toBe(422);
    expect(right.body).toContain('te vaak geprobeerd');
    const log = await world.read((read) => findLog(read, { act: 'sign-in-stopped' }));
    expect(log).toHaveLength(1);
    world.clock.advance({ minutes: 16 });
    expect((await signIn()).status).toBe(303);
  });

  it('stops for an address that has no account just the same', async () => {
    const tried = [];
    for (let round = 0; round < 11; round += 1) tried.push(await signIn({ email: 'nergens@example.be' }));
    expect(tried.at(-1)!.body).toContain('te vaak geprobeerd');
  });

  it('stops one network address that tries many accounts, and no other', async () => {
    const one = { 'x-forwarded-for': '198.51.100.7' };
    for (let index = 0; index < 50; index += 1) await world.write((tx) => countAttempt(tx, signInLimits(`wie${index}@example.be`, '198.51.100.7').address));
    const theirs = await client.post('/sign-in', { email, password, code: codeOf(secret, world.clock.now()) }, one);
    expect(theirs.status).toBe(422);
    expect((await client.post('/sign-in', { email, password, code: codeOf(secret, world.clock.now()) }, { 'x-forwarded-for': '198.51.100.8' })).status).toBe(303);
  });

  it('forgets the wrong tries once someone got in', async () => {
    for (let round = 0; round < 9; round += 1) await signIn({ code: '000000' });
    expect((await signIn()).status).toBe(303);
    world.clock.advance({ minutes: 1 });
    for (let round = 0; round < 9; round += 1) await signIn({ code: '000000' });
    expect((await signIn()).status).toBe(303);
  });

  it('refuses a form that another site sent', async () => {
    const reply = await client.post('/sign-in', { email, password, code: codeOf(secret, world.clock.now()) }, { origin: 'https://example.org' });
    expect(reply.status).toBe(403);
  });

  it('keeps no password and no readable secret in the database', async () => {
    const kept = await world.read(async (read) => (await sql<{ all: string }>`
      select hash || encode(sealed_secret, 'escape') || encode(sealed_secret, 'hex') as all from kernel.password join kernel.authenticator using (tenant_id, account_id)
      where account_id = ${accountId}`.execute(read.on<never>())).rows[0]!.all);
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(secret);
    expect(kept).toMatch(/^scrypt\$15\$8\$3\$/);
  });

  it('does not take one account’s authenticator for another’s, whoever moves the row', async () => {
    const first = { accountId, email, secret };
    await anAccount();
    await world.write((tx) => sql`
      update kernel.authenticator set sealed_secret = (select sealed_secret from kernel.authenticator where account_id = ${first.accountId}) where account_id = ${accountId}`.execute(tx.on<never>()));
    expect((await signIn({ code: codeOf(first.secret, world.clock.now()) })).status).toBe(422);
  });
});

describe('a session', () => {
  let world: World;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());

  it('ends at once when its holder signs out', async () => {
    const guide = await world.signIn('guide');
    const cookie = `ww_session=${guide.cookie('ww_session')}`;
    expect((await guide.post('/sign-out')).location).toBe('/sign-in');
    expect(guide.cookie('ww_session')).toBeUndefined();
    expect((await world.visitor().get('/', { cookie })).status).toBe(303);
  });

  it('ends twelve hours after its last use and lives on while it is used', async () => {
    const guide = await world.signIn('guide');
    await world.write((tx) => sql`update kernel.session set expires_at = ${tx.now.add({ hours: 12 })} where account_id = ${guide.accountId}`.execute(tx.on<never>()));
    world.clock.advance({ hours: 11 });
    expect((await guide.get('/')).status).toBe(200);
    world.clock.advance({ hours: 11 });
    expect((await guide.get('/')).status).toBe(200);
    world.clock.advance({ hours: 12 });
    expect((await guide.get('/')).status).toBe(303);
  });

  it('ends after seven days, used or not', async () => {
    const guide = await world.signIn('guide');
    await world.write((tx) => sql`update kernel.session set expires_at = ${tx.now.add({ hours: 12 })} where account_id = ${guide.accountId}`.execute(tx.on<never>()));
    const seen: number[] = [];
    for (let round = 0; round < 17; round += 1) {
      seen.push((await guide.get('/')).status);
      world.clock.advance({ hours: 10 });
    }
    expect(seen).toEqual(Array<number>(17).fill(200));
    expect((await guide.get('/')).status).toBe(303);
  });

  it('loses a role, or its account, the moment that is taken away', async () => {
    const guide = await world.signIn('guide');
    expect((await guide.get('/')).status).toBe(200);
    await world.write((tx) => sql`update kernel.account set ended_at = ${tx.now} where id = ${guide.accountId}`.execute(tx.on<never>()));
    expect((await guide.get('/')).status).toBe(303);
  });

  it('is removed once it has expired', async () => {
    await world.signIn('guide');
    world.clock.advance({ hours: 24 * 365 * 6 });
    await world.sweep();
    const left = await world.read(async (read) => (await sql<{ count: number }>`select count(*) as count from kernel.session`.execute(read.on<never>())).rows[0]!.count);
    expect(left).toBe(0);
  });
});

describe('the sign-in page', () => {
  it('asks for the authority when there are more', async () => {
    const world = await createWorld();
    try {
      const other = await world.anotherTenant('Overstad');
      const choice = await world.visitor().get('/sign-in');
      expect(choice.body).toContain('Waar werk je?');
      expect((await world.visitor().get(`/sign-in?authority=${other}`)).body).toContain('Overstad');
    } finally {
      await world.close();
    }
  });

  it('offers one account per role in the demonstration, and nowhere else', async () => {
    const demo = await createWorld({ demo: true });
    const real = await createWorld();
    try {
      const guide = await demo.signIn('guide');
      await demo.signIn(['guide', 'coordinator']);
      const page = await demo.visitor().get('/sign-in');
      expect(page.body).toContain('Ga binnen als toeleider');
      expect(page.body.match(/Ga binnen als/g)).toHaveLength(2);
      const visitor = demo.visitor();
      expect((await visitor.post('/sign-in/demo', { account: guide.accountId })).status).toBe(303);
      expect((await visitor.get('/')).status).toBe(200);
      const someone = await real.signIn('guide');
      expect((await real.visitor().get('/sign-in')).body).not.toContain('Ga binnen als');
      const refused = await real.visitor().post('/sign-in/demo', { account: someone.accountId });
      expect(refused.status).toBe(403);
      expect(refused.headers.getSetCookie()).toEqual([]);
    } finally {
      await demo.close();
      await real.close();
    }
  });
});
