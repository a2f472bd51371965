import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { addOrganisations } from '../../directory/index.ts';
import { answer, aService, linkIn, outbox, refer, referralNow, withdrawAllConsents, type SentReferral } from '../testing.ts';

describe('the list of a receiver', () => {
  let world: World;
  let desk: Client;
  let list: string;
  let first: SentReferral;
  let second: SentReferral;
  let elsewhere: SentReferral;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    const [organisationId] = await world.write((tx) => addOrganisations(tx, [{ name: 'Huis van de Buurt' }]));
    const [homes, rights, other] = await world.write(async (tx) => [
      await aService(tx, { name: 'Woonloket', email: 'buurt@example.org', organisationId: organisationId! }),
      await aService(tx, { name: 'Huurrecht', email: 'Buurt@example.org', organisationId: organisationId! }),
      await aService(tx, { name: 'Vertrouwenspersoon', email: 'vertrouwen@example.org', organisationId: organisationId! }),
    ]);
    first = await refer(world, { client: desk, serviceId: homes!, question: { name: 'Eerste Wachter' } });
    world.clock.advance({ days: 1 });
    second = await refer(world, { client: desk, serviceId: rights!, question: { name: 'Tweede Wachter' } });
    elsewhere = await refer(world, { client: desk, serviceId: other!, question: { name: 'Niet Voor Hen' } });
    expect((await world.visitor().post(`${first.link}/inbox`)).status).toBe(303);
    const mail = (await outbox(world)).at(-1)!;
    expect(mail).toMatchObject({ recipient: 'buurt@example.org', purpose: 'referral-inbox' });
    expect(mail.body).not.toContain('Wachter');
    list = linkIn(mail.body)!;
  });
  afterAll(() => world.close());

  it('names nobody on its cover', async () => {
    const cover = await world.visitor().get(list);
    expect(cover.body).toContain('Er wachten 2 vragen op jullie antwoord.');
    expect(cover.body).not.toContain('Wachter');
  });

  it('holds all that goes to this mailbox, the longest waiting first, and nothing of another mailbox of the organisation', async () => {
    const { body } = await world.visitor().get(`${list}/list`);
    expect(body.indexOf('Eerste Wachter')).toBeGreaterThan(-1);
    expect(body.indexOf('Tweede Wachter')).toBeGreaterThan(body.indexOf('Eerste Wachter'));
    expect(body).not.toContain('Niet Voor Hen');
    expect((await world.visitor().get(`${list}/referral/${elsewhere.id}/file`)).status).toBe(404);
  });

  it('writes every reading down, with whom it showed', async () => {
    await world.visitor().get(`${list}/list`);
    const found = await world.read(async (read) => (await sql<{ subjects: string[] }>`select subjects from kernel.event where tenant_id = ${world.tenantId} and act = 'referral-read' and actor_role = 'link' order by sequence desc limit 1`.execute(read.on<never>())).rows[0]);
    expect(found!.subjects).toEqual(expect.arrayContaining([`person:${first.personId}`, `person:${second.personId}`]));
    expect(found!.subjects).not.toContain(`person:${elsewhere.personId}`);
  });

  it('answers in one click, and keeps the rest waiting', async () => {
    const { version } = await referralNow(world, first.id);
    const reply = await world.visitor().post(`${list}/referral/${first.id}/answer`, { version, answer: 'accept' });
    expect(reply.location).toBe(`${list}/list`);
    expect((await referralNow(world, first.id)).state).toBe('accepted');
    const waiting = await world.visitor().get(`${list}/list`);
    expect(waiting.body).not.toContain('Eerste Wachter');
    expect((await world.visitor().get(`${list}/list?part=busy`)).body).toContain('Eerste Wachter');
  });

  it('declines from the list with a reason, and takes that back', async () => {
    const { version } = await referralNow(world, second.id);
    const at = `${list}/referral/${second.id}`;
    expect((await world.visitor().post(`${at}/answer`, { version, answer: 'decline', reason: 'waiting-list' })).location).toBe(`${list}/list`);
    expect(await referralNow(world, second.id)).toMatchObject({ state: 'declined', declineReason: 'waiting-list' });
    await world.visitor().post(`${at}/take-back`, { version: version + 1 });
    expect((await referralNow(world, second.id)).state).toBe('sent');
  });

  it('shows one service alone when asked', async () => {
    const { serviceId } = await referralNow(world, second.id);
    expect((await world.visitor().get(`${list}/list?service=${serviceId}`)).body).toContain('Tweede Wachter');
    expect((await world.visitor().get(`${list}/list?part=busy&service=${serviceId}`)).body).not.toContain('Eerste Wachter');
  });

  it('keeps what ended for three months', async () => {
    await answer(world, first, { answer: 'finish' });
    expect((await world.visitor().get(`${list}/list?part=ended`)).body).toContain('Eerste Wachter');
  });

  it('shows nobody whose consent is withdrawn, nor what was withdrawn', async () => {
    await withdrawAllConsents(world, second.personId);
    const { body } = await world.visitor().get(`${list}/list`);
    expect(body).not.toContain('Tweede Wachter');
    expect((await world.visitor().get(`${list}/referral/${second.id}/file`)).body).not.toContain('Tweede Wachter');
  });

  it('shows nothing more once the service’s referrals go to another address', async () => {
    const { serviceId } = await referralNow(world, first.id);
    await world.write((tx) => sql`update directory.service set email = 'nieuw@example.org' where tenant_id = ${world.tenantId} and id = ${serviceId}`.execute(tx.on<never>()));
    expect((await world.visitor().get(`${list}/list?part=ended`)).body).not.toContain('Eerste Wachter');
    expect((await world.visitor().get(`${list}/referral/${first.id}/file`)).status).toBe(404);
  });

  it('is over after thirty days, and is asked for anew at the same mailbox', async () => {
    world.clock.set('2026-04-02T12:00');
    expect((await world.visitor().get(`${list}/list`)).body).not.toContain('Deze link is verlopen');
    world.clock.set('2026-04-03T12:00');
    expect((await world.visitor().get(`${list}/list`)).body).toContain('Deze link is verlopen');
    expect((await world.visitor().post(`${list}/renew`)).status).toBe(303);
    expect((await outbox(world)).at(-1)).toMatchObject({ recipient: 'buurt@example.org', purpose: 'referral-inbox' });
  });
});
