import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../../../../tests/world.ts';
import { findService } from '../../directory/index.ts';
import { answer, aService, refer, referralNow, withdrawAllConsents } from '../testing.ts';

describe('the answer of a service', () => {
  let world: World;
  let desk: Client & SignedIn;
  let serviceId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    serviceId = await world.write((tx) => aService(tx));
  });
  afterAll(() => world.close());

  const send = () => refer(world, { client: desk, serviceId });
  const appointment = { answer: 'appoint', appointmentDay: '2026-03-10', appointmentTime: '14:30', appointmentPlace: 'Markt 1', appointmentWith: 'het onthaal' };

  it('can be an appointment, with its day, hour, place and whom', async () => {
    const sent = await send();
    expect((await answer(world, sent, appointment)).status).toBe(303);
    expect(await referralNow(world, sent.id)).toMatchObject({ state: 'appointment', appointment: { place: 'Markt 1', with: 'het onthaal' } });
    expect((await referralNow(world, sent.id)).appointment!.at.toString()).toBe('2026-03-10T13:30:00Z');
    const page = await desk.get(`/referrals/${sent.id}`);
    expect(page.body).toContain('dinsdag 10 maart 2026 om 14:30, Markt 1, met het onthaal');
  });

  it.each([
    [{ appointmentDay: '' }, 'Vul de dag van de afspraak in.'],
    [{ appointmentTime: '' }, 'Vul het uur van de afspraak in.'],
    [{ appointmentPlace: '' }, 'Vul in waar de afspraak is.'],
    [{ appointmentDay: '2026-03-01' }, 'Dat moment is al voorbij.'],
  ])('needs a whole appointment that is still ahead: %j', async (fields, sentence) => {
    const sent = await send();
    const reply = await answer(world, sent, { ...appointment, note: 'Kom met de bus', ...fields });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(sentence);
    expect(reply.body).toContain('Kom met de bus');
    expect((await referralNow(world, sent.id)).state).toBe('sent');
  });

  it('is taken back one step when it was a mistake, and then no further', async () => {
    const sent = await send();
    await answer(world, sent, { answer: 'decline', reason: 'full' });
    const { version } = await referralNow(world, sent.id);
    expect((await world.visitor().post(`${sent.link}/take-back`, { version })).status).toBe(303);
    const back = await referralNow(world, sent.id);
    expect(back).toMatchObject({ state: 'sent', declineReason: null, answeredAt: null });
    const again = await world.visitor().post(`${sent.link}/take-back`, { version: back.version });
    expect(again.status).toBe(409);
    expect(again.body).toContain('Dat kan niet meer: de doorverwijzing staat intussen op ‘verstuurd’.');
  });

  it('keeps the reason when an acceptance that was a mistake goes back to the refusal', async () => {
    const sent = await send();
    await answer(world, sent, { answer: 'decline', reason: 'language' });
    await answer(world, sent, { answer: 'accept' });
    await world.visitor().post(`${sent.link}/take-back`, { version: (await referralNow(world, sent.id)).version });
    expect(await referralNow(world, sent.id)).toMatchObject({ state: 'declined', declineReason: 'language' });
  });

  it('is given once by two people who click at the same moment', async () => {
    const sent = await send();
    const { version } = await referralNow(world, sent.id);
    const replies = await Promise.all(Array.from({ length: 6 }, (_, index) => world.visitor().post(`${sent.link}/answer`, index % 2 ? { version, answer: 'accept' } : { version, answer: 'decline', reason: 'full' })));
    expect(replies.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(5);
    const acts = await world.read(async (read) => (await sql<{ n: number }>`select count(*)::int as n from kernel.event where tenant_id = ${world.tenantId} and act in ('referral-accepted', 'referral-declined') and ${`referral:${sent.id}`} = any (subjects)`.execute(read.on<never>())).rows[0]!.n);
    expect(acts).toBe(1);
  });

  it('counts once for the map, however often it changes', async () => {
    const own = await world.write((tx) => aService(tx, { name: 'Telt' }));
    const sent = await refer(world, { client: desk, serviceId: own });
    world.clock.advance({ days: 2 });
    await answer(world, sent, { answer: 'accept' });
    await world.visitor().post(`${sent.link}/take-back`, { version: (await referralNow(world, sent.id)).version });
    await answer(world, sent, { answer: 'decline', reason: 'full' });
    const service = await world.read((read) => findService(read, own));
    expect(service!.answers.counted).toBe(1);
  });

  it('shows nothing personal from the moment on that consent is withdrawn, and takes no answer', async () => {
    const sent = await send();
    const receiver = world.visitor();
    await receiver.post(`${sent.link}/open`);
    expect((await receiver.get(`${sent.link}/file`)).body).toContain('Amira Haddad');
    await withdrawAllConsents(world, sent.personId);
    for (const path of ['', '/file']) {
      const page = await receiver.get(`${sent.link}${path}`);
      expect(page.body).toContain('Er is niets meer te zien');
      expect(page.body).not.toContain('Amira');
      expect(page.body).not.toContain('Kunnen jullie helpen zoeken?');
    }
    const reply = await answer(world, sent, { answer: 'accept' });
    expect(reply.status).toBe(422);
    expect(reply.body).not.toContain('Amira');
    expect((await desk.get(`/referrals/${sent.id}`)).body).toContain('Er geldt geen toestemming');
    const resent = await desk.post(`/referrals/${sent.id}/send`, { version: (await referralNow(world, sent.id)).version });
    expect(resent.status).toBe(422);
    expect(resent.body).toContain('Er geldt geen toestemming van de persoon voor deze organisatie.');
    expect((await desk.post(`/referrals/${sent.id}/consent`, { consentWay: 'written' })).status).toBe(303);
    expect((await receiver.get(`${sent.link}/file`)).body, 'once the person agrees again').toContain('Amira Haddad');
  });

  it('shows no more than the consent covers when it became narrower', async () => {
    const sent = await send();
    await world.write((tx) => sql`update people.consent set shares = '{}' where tenant_id = ${world.tenantId} and person_id = ${sent.personId}`.execute(tx.on<never>()));
    const file = await world.visitor().get(`${sent.link}/file`);
    expect(file.body).toContain('Amira Haddad');
    expect(file.body).not.toContain('+32470000001');
  });

  it('is not asked of another organisation than the one that the person agreed to', async () => {
    const own = await world.write((tx) => aService(tx, { name: 'Verhuisde dienst' }));
    const sent = await refer(world, { client: desk, serviceId: own });
    const other = (await world.read((read) => findService(read, serviceId)))!.organisation.id;
    await world.write((tx) => sql`update directory.service set organisation_id = ${other} where tenant_id = ${world.tenantId} and id = ${own}`.execute(tx.on<never>()));
    const resent = await desk.post(`/referrals/${sent.id}/send`, { version: (await referralNow(world, sent.id)).version });
    expect(resent.status).toBe(422);
    expect(resent.body).toContain('Er geldt geen toestemming van de persoon voor deze organisatie.');
  });

  it('is over for a consent on the day after its last', async () => {
    const sent = await refer(world, { client: desk, serviceId, fields: { consentUntil: '2026-03-20' } });
    world.clock.set('2026-03-20T12:00');
    expect((await world.visitor().get(`${sent.link}/file`)).body).toContain('Amira Haddad');
    world.clock.set('2026-03-21T00:10');
    expect((await world.visitor().get(`${sent.link}/file`)).body).not.toContain('Amira Haddad');
  });
});
