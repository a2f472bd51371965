import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { noteAnswer } from '../../directory/index.ts';
import { findQuestionsOf } from '../../questions/index.ts';
import { answer, aService, outbox, refer, referralNow, type SentReferral } from '../testing.ts';

describe('a referral that came back', () => {
  let world: World;
  let guide: Client;
  let full: string;
  let fast: string;
  let slow: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    guide = await world.signIn('guide');
    [full, fast, slow] = await world.write(async (tx) => [
      await aService(tx, { name: 'Vol huis', email: 'vol@example.org' }),
      await aService(tx, { name: 'Zeker snel', email: 'snel@example.org' }),
      await aService(tx, { name: 'Altijd traag', email: 'traag@example.org' }),
    ]) as [string, string, string];
    await world.write(async (tx) => {
      for (const days of [1, 2, 2, 1, 2]) await noteAnswer(tx, { serviceId: fast, outcome: 'accepted', days });
      for (const days of [20, 20, 20, 20, 20]) await noteAnswer(tx, { serviceId: slow, outcome: 'accepted', days });
    });
  });
  afterAll(() => world.close());

  const declined = async (): Promise<SentReferral> => {
    const sent = await refer(world, { client: guide, serviceId: full, fields: { request: 'Helpen zoeken, met twee kinderen' } });
    await answer(world, sent, { answer: 'decline', reason: 'full' });
    return sent;
  };
  const version = async (id: string) => (await referralNow(world, id)).version;

  it('is shown with other services for the same need, the fastest first, and not the one that declined', async () => {
    const { id } = await declined();
    const { body } = await guide.get(`/referrals/${id}`);
    const panel = body.slice(body.indexOf('Andere diensten die kunnen helpen'), body.indexOf('Ik ga zelf mee'));
    expect(panel.indexOf('Zeker snel')).toBeGreaterThan(-1);
    expect(panel.indexOf('Altijd traag')).toBeGreaterThan(panel.indexOf('Zeker snel'));
    expect(panel).toContain('antwoordt meestal binnen 2 dagen');
    expect(panel).not.toContain('Vol huis');
  });

  it('goes to another service in one click with what was typed, once the person agreed to that organisation', async () => {
    const { id, personId, link } = await declined();
    const without = await guide.post(`/referrals/${id}/elsewhere`, { version: await version(id), service: fast });
    expect(without.status).toBe(422);
    expect(without.body).toContain('Voor deze organisatie is er nog geen toestemming.');
    const reply = await guide.post(`/referrals/${id}/elsewhere`, { version: await version(id), service: fast, consentWay: 'spoken' });
    expect(reply.status).toBe(303);
    const next = await referralNow(world, reply.location!.split('/').at(-1)!);
    expect(next).toMatchObject({ state: 'sent', serviceId: fast, personId, request: 'Helpen zoeken, met twee kinderen', shares: ['phone', 'languages'] });
    expect((await outbox(world)).at(-1)!.recipient).toBe('snel@example.org');
    expect(await referralNow(world, id)).toMatchObject({ state: 'declined', settled: { how: 'elsewhere', nextId: next.id } });
    expect((await world.visitor().get(link)).status, 'the first service sees nothing any more').toBe(404);
    expect((await guide.get('/referrals?state=back')).body).not.toContain(id);
  });

  it('asks no new consent where one holds for that organisation', async () => {
    const first = await declined();
    await guide.post(`/referrals/${first.id}/elsewhere`, { version: await version(first.id), service: fast, consentWay: 'written' });
    const again = await refer(world, { client: guide, serviceId: full });
    await world.write((tx) => sql`update referrals.referral set person_id = ${first.personId} where tenant_id = ${world.tenantId} and id = ${again.id}`.execute(tx.on<never>()));
    await guide.post(`/referrals/${again.id}/note-answer`, { version: await version(again.id), answer: 'decline', reason: 'full' });
    expect((await guide.post(`/referrals/${again.id}/elsewhere`, { version: await version(again.id), service: fast })).status).toBe(303);
  });

  it('becomes a contact in which the guide goes along, which stays open', async () => {
    const { id, personId } = await declined();
    const reply = await guide.post(`/referrals/${id}/along`, { version: await version(id) });
    expect(reply.location).toMatch(/^\/questions\//);
    const [along] = (await world.read((read) => findQuestionsOf(read, { personId }))).filter(({ channel }) => channel === 'going-along');
    expect(along).toMatchObject({ theme: 'housing', handling: ['went-along'], closedAt: null, note: 'Helpen zoeken, met twee kinderen' });
    expect((await referralNow(world, id)).settled?.how).toBe('along');
  });

  it('can rest, and asks no decision any more', async () => {
    const { id } = await declined();
    expect((await guide.get('/')).body).toContain(id);
    await guide.post(`/referrals/${id}/leave`, { version: await version(id) });
    expect((await guide.get('/')).body).not.toContain(id);
    expect((await guide.get('/referrals')).body).not.toContain(id);
    expect((await guide.get('/referrals?state=all')).body).toContain(id);
  });

  it('is settled once by two who decide at the same moment', async () => {
    const { id } = await declined();
    const seen = await version(id);
    const replies = await Promise.all([
      guide.post(`/referrals/${id}/elsewhere`, { version: seen, service: fast, consentWay: 'spoken' }),
      guide.post(`/referrals/${id}/elsewhere`, { version: seen, service: slow, consentWay: 'spoken' }),
      guide.post(`/referrals/${id}/along`, { version: seen }),
      guide.post(`/referrals/${id}/leave`, { version: seen }),
    ]);
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(3);
  });

  it('is settled too when another referral is written out for it', async () => {
    const { id, questionId } = await declined();
    const form = await guide.get(`/referrals/new?question=${questionId}&insteadOf=${id}`);
    expect(form.body).toContain('Helpen zoeken, met twee kinderen');
    const reply = await guide.post('/referrals', { question: questionId, service: slow, insteadOf: id, consentWay: 'spoken', consentOn: '2026-03-02', request: 'Helpen zoeken', shares: ['phone'] });
    expect(reply.status).toBe(303);
    expect((await referralNow(world, id)).settled).toMatchObject({ how: 'elsewhere', nextId: reply.location!.split('/').at(-1) });
  });
});
