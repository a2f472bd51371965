import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { answer, aService, linkIn, outbox, refer, type SentReferral } from '../testing.ts';

describe('the link of a receiver', () => {
  let world: World;
  let desk: Client;
  let sent: SentReferral;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    const serviceId = await world.write((tx) => aService(tx));
    sent = await refer(world, { client: desk, serviceId });
  });
  afterAll(() => world.close());

  it('works up to and including its last day, and then shows nothing but that it is over', async () => {
    // Sent on 2 March, 90 days.
    world.clock.set('2026-05-31T23:30');
    expect((await world.visitor().get(`${sent.link}/file`)).body).toContain('Amira Haddad');
    world.clock.set('2026-06-01T00:30');
    for (const path of ['', '/file']) {
      const page = await world.visitor().get(`${sent.link}${path}`);
      expect(page.status).toBe(200);
      expect(page.body).toContain('Deze link is verlopen');
      expect(page.body).not.toContain('Amira');
      expect(page.body).not.toContain('Kunnen jullie');
    }
    expect((await answer(world, sent, { answer: 'accept' })).status).toBe(422);
  });

  it('asks for a new one, which goes to the address of the map and nowhere else', async () => {
    const before = (await outbox(world)).length;
    const reply = await world.visitor().post(`${sent.link}/renew`, { to: 'vreemd@example.org' });
    expect(reply.status, 'an address of one’s own is refused').toBe(422);
    expect((await world.visitor().post(`${sent.link}/renew`)).status).toBe(303);
    const mails = (await outbox(world)).slice(before);
    expect(mails).toMatchObject([{ recipient: 'wonen@example.org', purpose: 'referral-renewed' }]);
    expect(mails[0]!.body).not.toContain('Amira');
    expect((await world.visitor().get(`${linkIn(mails[0]!.body)}/file`)).body).toContain('Amira Haddad');
    expect((await world.visitor().get(sent.link)).body, 'the old one stays shut').toContain('Deze link is verlopen');
  });

  it('asks at most three times an hour', async () => {
    const before = (await outbox(world)).length;
    await world.visitor().post(`${sent.link}/renew`);
    await world.visitor().post(`${sent.link}/renew`);
    const reply = await world.visitor().post(`${sent.link}/renew`);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Dat is nu te vaak gevraagd.');
    expect((await outbox(world)).length).toBe(before + 2);
    world.clock.advance({ hours: 2 });
    expect((await world.visitor().post(`${sent.link}/renew`)).status).toBe(303);
  });

  it('can no longer ask once the referral is withdrawn', async () => {
    const page = await desk.get(`/referrals/${sent.id}`);
    const version = /name="version" value="(\d+)"/.exec(page.body)![1]!;
    expect((await desk.post(`/referrals/${sent.id}/withdraw`, { version })).status).toBe(303);
    expect((await world.visitor().get(sent.link)).status).toBe(404);
    expect((await world.visitor().post(`${sent.link}/renew`)).status).toBe(404);
  });
});
