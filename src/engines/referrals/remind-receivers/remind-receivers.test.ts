import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findService } from '../../directory/index.ts';
import { answer, aService, outbox, refer, referralNow, withdrawAllConsents } from '../testing.ts';

/** A world in which the days pass. */
async function startingAt(at: string) {
  const world = await createWorld({ at });
  const desk: Client = await world.signIn('front-desk');
  const serviceId = await world.write((tx) => aService(tx));
  const reminders = async (moment: string) => {
    world.clock.set(moment);
    await world.sweep();
    await world.sweep();
    return (await outbox(world)).filter(({ purpose }) => purpose === 'referral-reminded').length;
  };
  return { world, desk, serviceId, reminders };
}

describe('the clock of a referral', () => {
  it('counts working days over Easter Monday', async () => {
    // Easter is on 5 April 2026: five working days after Thursday 2 April are 3, 7, 8, 9 and 10 April.
    const { world, desk, serviceId, reminders } = await startingAt('2026-04-02T09:00');
    try {
      await refer(world, { client: desk, serviceId });
      expect(await reminders('2026-04-09T18:00')).toBe(0);
      expect(await reminders('2026-04-10T00:30')).toBe(1);
      expect(await reminders('2026-04-16T18:00')).toBe(1);
      expect(await reminders('2026-04-17T00:30')).toBe(2);
      expect(await reminders('2026-05-01T09:00')).toBe(2);
    } finally {
      await world.close();
    }
  });

  it('counts past Labour Day, Ascension and the weekends between', async () => {
    // 1 May and 14 May 2026 are holidays: ten working days after Thursday 30 April end on Friday 15 May.
    const { world, desk, serviceId, reminders } = await startingAt('2026-04-30T16:00');
    try {
      await refer(world, { client: desk, serviceId });
      expect(await reminders('2026-05-07T23:00')).toBe(0);
      expect(await reminders('2026-05-08T00:30')).toBe(1);
      expect(await reminders('2026-05-14T23:00')).toBe(1);
      expect(await reminders('2026-05-15T23:00')).toBe(1);
      expect(await reminders('2026-05-18T00:30')).toBe(2);
    } finally {
      await world.close();
    }
  });
});

describe('what stays silent', () => {
  let world: World;
  let desk: Client;
  let serviceId: string;
  beforeAll(async () => {
    ({ world, desk, serviceId } = await startingAt('2026-03-02T09:00'));
  });
  afterAll(() => world.close());

  const pass = async (moment: string) => {
    world.clock.set(moment);
    await world.sweep();
  };

  it('is not reminded without consent, names nobody in a reminder, and comes back after 30 days', async () => {
    const kept = await refer(world, { client: desk, serviceId });
    const gone = await refer(world, { client: desk, serviceId });
    await withdrawAllConsents(world, gone.personId);
    await pass('2026-03-10T09:00');
    const reminded = (await outbox(world)).filter(({ purpose }) => purpose === 'referral-reminded');
    expect(reminded).toHaveLength(1);
    expect(reminded[0]!.body).not.toContain('Amira');
    await pass('2026-04-01T09:00');
    expect((await referralNow(world, kept.id)).state).toBe('stalled');
    expect((await referralNow(world, gone.id)).state).toBe('stalled');
    const service = await world.read((read) => findService(read, serviceId));
    expect(service!.answers, 'silence counts on the map').toEqual({ counted: 2, within: null });
  });

  it('comes back 30 days after an appointment of which nothing more is heard', async () => {
    const sent = await refer(world, { client: desk, serviceId });
    await answer(world, sent, { answer: 'appoint', appointmentDay: '2026-05-20', appointmentTime: '10:00', appointmentPlace: 'Markt 1' });
    await pass('2026-06-18T12:00');
    expect((await referralNow(world, sent.id)).state).toBe('appointment');
    await pass('2026-06-19T12:00');
    expect((await referralNow(world, sent.id)).state).toBe('stalled');
  });

  it('is found behind any number that are not due yet', async () => {
    const world = await createWorld({ at: '2026-03-02T09:00' });
    try {
      const desk = await world.signIn('front-desk');
      const service = await world.write((tx) => aService(tx));
      const { id } = await refer(world, { client: desk, serviceId: service });
      await world.write((tx) => sql`
        insert into referrals.referral (tenant_id, id, question_id, person_id, service_id, organisation_id, service_name, organisation_name, theme, state, request, shares, prepared_at, sent_at, answered_at, state_since)
        select tenant_id, gen_random_uuid(), question_id, person_id, service_id, organisation_id, service_name, organisation_name, theme, 'accepted', request, shares, prepared_at, sent_at, sent_at, state_since - interval '1 day'
        from referrals.referral cross join generate_series(1, 700) where tenant_id = ${world.tenantId} and id = ${id}`.execute(tx.on<never>()));
      world.clock.set('2026-03-09T09:00');
      await world.sweep();
      expect((await referralNow(world, id)).remindersSent).toBe(1);
    } finally {
      await world.close();
    }
  });

  it('keeps the terms of the day on which it was sent', async () => {
    const coordinator = await world.signIn('coordinator');
    const before = await refer(world, { client: desk, serviceId });
    world.clock.advance({ days: 1 });
    await coordinator.post('/settings/referral-terms', { from: '2026-06-20', first: 1, second: 2, stalled: 7, link: 30, source: 'Besluit van het college' });
    const after = await refer(world, { client: desk, serviceId });
    await pass('2026-06-28T12:00');
    expect([(await referralNow(world, before.id)).state, (await referralNow(world, after.id)).state]).toEqual(['sent', 'stalled']);
  });
});
