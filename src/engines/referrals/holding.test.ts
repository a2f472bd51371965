import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { referralsHolding } from './holding.store.ts';
import { answer, aQuestionOf, aService, refer, referralNow, withdrawAllConsents } from './testing.ts';

describe('what referrals hold of a person', () => {
  let world: World;
  let desk: Client;
  let serviceId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    serviceId = await world.write((tx) => aService(tx, { name: 'Woonloket' }));
  });
  afterAll(() => world.close());

  it('comes out whole', async () => {
    const sent = await refer(world, { client: desk, serviceId, fields: { tells: 'yes' } });
    await answer(world, sent, { answer: 'accept', note: 'Welkom' });
    world.clock.advance({ minutes: 10 });
    await world.runJobs();
    const [held] = await world.read((read) => referralsHolding.gather(read, sent.personId));
    expect(held).toMatchObject({ service: 'Woonloket', state: 'accepted', request: 'Kunnen jullie helpen zoeken?', shared: ['name', 'phone', 'languages'], answer: 'Welkom', told: [{ what: 'accepted', channel: 'sms', language: 'ar' }] });
    expect(JSON.parse(JSON.stringify(held))).toEqual(held);
  });

  it('says who was told what, and that it is over once consent is withdrawn', async () => {
    const sent = await refer(world, { client: desk, serviceId, fields: { consentUntil: '2026-12-31' } });
    const told = () => world.read((read) => referralsHolding.told!(read, sent.personId, 'nl'));
    expect(await told()).toMatchObject([{ what: 'naam, de vraag, telefoonnummer, contacttalen', ground: 'toestemming om te verwijzen' }]);
    expect((await told())[0]!.until!.toString()).toBe('2026-12-31');
    await withdrawAllConsents(world, sent.personId);
    expect(await told()).toMatchObject([{ ground: 'toestemming om te verwijzen, die intussen voorbij is', until: null }]);
  });

  it('moves at a merger and comes back at a split', async () => {
    const one = await refer(world, { client: desk, serviceId });
    const { personId: other } = await world.write((tx) => aQuestionOf(tx, { name: 'Amira Hadad' }));
    const moved = await world.write((tx) => referralsHolding.move(tx, one.personId, other));
    expect(moved).toEqual([{ table: 'referrals.referral', id: one.id }]);
    expect((await referralNow(world, one.id)).personId).toBe(other);
    await world.write((tx) => referralsHolding.moveBack(tx, moved, one.personId));
    expect((await referralNow(world, one.id)).personId).toBe(one.personId);
  });

  it('leaves nothing of the person at an erasure, and keeps that the service was asked', async () => {
    const open = await refer(world, { client: desk, serviceId, fields: { tells: 'yes' } });
    await answer(world, open, { answer: 'appoint', appointmentDay: '2026-03-20', appointmentTime: '10:00', appointmentPlace: 'Markt 1', note: 'Met mevrouw Haddad besproken' });
    await world.write((tx) => referralsHolding.forget(tx, open.personId));
    const left = await world.read(async (read) => (await sql<{ row: string }>`select row_to_json(referral)::text as row from referrals.referral where tenant_id = ${world.tenantId} and id = ${open.id}`.execute(read.on<never>())).rows[0]!.row);
    for (const trace of [open.personId, 'Haddad', 'Kunnen jullie', 'Markt 1']) expect(left).not.toContain(trace);
    expect(await referralNow(world, open.id)).toMatchObject({ state: 'withdrawn', personId: null, serviceName: 'Woonloket' });
    expect((await world.visitor().get(open.link)).status).toBe(404);
    expect((await desk.get(`/referrals/${open.id}`)).body).toContain('De gegevens van deze persoon zijn gewist');
    world.clock.advance({ minutes: 10 });
    await world.runJobs();
    const count = await world.read(async (read) => (await sql<{ n: number }>`select count(*)::int as n from referrals.published_referral where tenant_id = ${world.tenantId} and referral_id = ${open.id}`.execute(read.on<never>())).rows[0]!.n);
    expect(count).toBe(1);
  });
});
