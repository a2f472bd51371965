import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { aService, linkIn, outbox, refer, type SentReferral } from '../testing.ts';

describe('the list of a service', () => {
  let world: World;
  let coordinator: Client;
  let sent: SentReferral;
  let list: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    coordinator = await world.signIn('coordinator');
    const serviceId = await world.write((tx) => aService(tx));
    sent = await refer(world, { client: coordinator, serviceId });
    await world.visitor().post(`${sent.link}/inbox`);
    list = linkIn((await outbox(world)).at(-1)!.body)!;
  });
  afterAll(() => world.close());

  it('is closed by a coordinator, and its links stop at once while that of one referral goes on', async () => {
    await world.visitor().post(`${list}/open`);
    const { body } = await coordinator.get('/settings/referral-inboxes');
    expect(body).toContain('wonen@example.org');
    expect(body).toContain('2 mrt 2026, 09:00');
    const close = /\/settings\/referral-inboxes\/[\w-]+\/close/.exec(body)![0];
    expect((await coordinator.post(close)).status).toBe(303);
    expect((await world.visitor().get(`${list}/list`)).status).toBe(404);
    expect((await world.visitor().get(`${list}/referral/${sent.id}/file`)).status).toBe(404);
    expect((await world.visitor().get(`${sent.link}/file`)).status).toBe(200);
    const asked = await world.visitor().post(`${sent.link}/inbox`);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain('Deze lijst is gesloten.');
    expect((await coordinator.post(close)).status, 'it is closed already').toBe(404);
  });

  it('can be asked for again once it is opened', async () => {
    const { body } = await coordinator.get('/settings/referral-inboxes');
    await coordinator.post(/\/settings\/referral-inboxes\/[\w-]+\/open/.exec(body)![0]);
    expect((await world.visitor().post(`${sent.link}/inbox`)).status).toBe(303);
    expect((await world.visitor().get(`${list}/list`)).status, 'the old link stays dead').toBe(404);
    expect((await world.visitor().get(`${linkIn((await outbox(world)).at(-1)!.body)}/list`)).body).toContain('Amira Haddad');
  });

  it('is no guide’s to close', async () => {
    expect((await (await world.signIn('guide')).get('/settings/referral-inboxes')).status).toBe(403);
  });
});
