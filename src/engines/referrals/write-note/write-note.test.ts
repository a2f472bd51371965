import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { answer, aService, outbox, refer, referralNow, withdrawAllConsents } from '../testing.ts';

describe('what sender and service write to each other', () => {
  let world: World;
  let guide: Client;
  let serviceId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    guide = await world.signIn('guide');
    serviceId = await world.write((tx) => aService(tx));
  });
  afterAll(() => world.close());
  const send = () => refer(world, { client: guide, serviceId });

  it('stands on both sides, and the mails that go with it say nothing of it', async () => {
    const sent = await send();
    expect((await guide.post(`/referrals/${sent.id}/notes`, { body: 'Het gezin verhuist vroeger: eind maart.' })).status).toBe(303);
    const toService = (await outbox(world)).at(-1)!;
    expect(toService).toMatchObject({ recipient: 'wonen@example.org', purpose: 'referral-note' });
    expect(toService.body).not.toContain('verhuist');
    expect((await world.visitor().get(`${sent.link}/file`)).body).toContain('Het gezin verhuist vroeger: eind maart.');
    expect((await world.visitor().post(`${sent.link}/note`, { body: 'Kan het ook op woensdag?' })).status).toBe(303);
    const toSender = (await outbox(world)).at(-1)!;
    expect(toSender.purpose).toBe('referral-sender-note');
    expect(toSender.body).toContain(`/referrals/${sent.id}`);
    expect(toSender.body + toSender.subject).not.toMatch(/woensdag|Amira/);
    expect((await guide.get(`/referrals/${sent.id}`)).body).toContain('Kan het ook op woensdag?');
  });

  it('stops with the consent, and keeps what was typed', async () => {
    const sent = await send();
    const page = await guide.get(`/referrals/${sent.id}`);
    expect(page.body).toContain('Iets aanvullen voor de dienst');
    await withdrawAllConsents(world, sent.personId);
    const before = (await outbox(world)).length;
    const refused = await guide.post(`/referrals/${sent.id}/notes`, { body: 'Nog iets' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Er geldt geen toestemming van de persoon voor deze organisatie.');
    expect((await outbox(world)).length).toBe(before);
    const fromService = await world.visitor().post(`${sent.link}/note`, { body: 'Wie was dit?' });
    expect(fromService.status).toBe(422);
    expect(fromService.body).not.toContain('Amira');
  });

  it('needs words', async () => {
    const sent = await send();
    expect((await guide.post(`/referrals/${sent.id}/notes`, { body: '  ' })).status).toBe(422);
    expect((await world.visitor().post(`${sent.link}/note`, {})).status).toBe(422);
  });

  it('is over when the referral is', async () => {
    const sent = await send();
    await answer(world, sent, { answer: 'accept' });
    await answer(world, sent, { answer: 'finish' });
    expect((await guide.post(`/referrals/${sent.id}/notes`, { body: 'Nog iets' })).status).toBe(409);
    expect((await world.visitor().post(`${sent.link}/note`, { body: 'Nog iets' })).status).toBe(409);
  });

  it('tells the sender by mail when the service moves or calls off an appointment', async () => {
    const sent = await send();
    const at = (day: string) => ({ answer: 'appoint', appointmentDay: day, appointmentTime: '10:00', appointmentPlace: 'Markt 1' });
    const before = (await outbox(world)).length;
    await answer(world, sent, at('2026-03-10'));
    expect((await outbox(world)).length, 'a first appointment stands on the page').toBe(before);
    await answer(world, sent, at('2026-03-11'));
    await world.visitor().post(`${sent.link}/call-off`, { version: (await referralNow(world, sent.id)).version });
    expect((await outbox(world)).slice(before).map(({ purpose }) => purpose)).toEqual(['referral-sender-moved', 'referral-sender-called-off']);
  });
});
