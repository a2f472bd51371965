import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findFreeSlots, findService } from '../../directory/index.ts';
import { aBooking, aBuilding, aRoom } from '../../directory/rooms/testing.ts';
import { aService, outbox, refer, referralNow } from '../testing.ts';

describe('an appointment in a consultation', () => {
  let world: World;
  let guide: Client;
  let coordinator: Client;
  let serviceId: string;
  let bookings: string[];
  let room: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    guide = await world.signIn('guide');
    coordinator = await world.signIn('coordinator');
    bookings = await world.write(async (tx) => {
      const roomId = (room = await aRoom(tx, await aBuilding(tx, { name: 'Welzijnscampus' }), { name: 'Lokaal 2' }));
      serviceId = await aService(tx, { name: 'Rechtswinkel' });
      const { organisation } = (await findService(tx, serviceId))!;
      const each = { roomId, organisationId: organisation.id, serviceId, slotMinutes: 30 };
      return [...(await aBooking(tx, { ...each, day: '2026-03-10' })), ...(await aBooking(tx, { ...each, day: '2026-03-12' })), ...(await aBooking(tx, { ...each, day: '2026-03-17' }))];
    });
  });
  afterAll(() => world.close());

  const book = async (day: string) => {
    const slots = await world.read((read) => findFreeSlots(read, { serviceId, from: Temporal.Instant.from(`${day}T00:00:00Z`), until: Temporal.Instant.from(`${day}T23:00:00Z`), limit: 1 }));
    return { ...(await refer(world, { client: guide, serviceId, fields: { slot: slots[0]!.slotId, tells: 'yes' } })), slotId: slots[0]!.slotId };
  };

  it('is off when the consultation is called off, and both the sender and the person hear of it once', async () => {
    const sent = await book('2026-03-10');
    expect((await coordinator.post(`/rooms/bookings/${bookings[0]}/cancel`, { version: 1, scope: 'this' })).status).toBe(303);
    await world.sweep();
    await world.sweep();
    expect(await referralNow(world, sent.id)).toMatchObject({ state: 'accepted', appointment: null });
    expect((await outbox(world)).filter(({ purpose }) => purpose === 'referral-sender-called-off')).toHaveLength(1);
    world.clock.advance({ minutes: 10 });
    await world.runJobs();
    expect((await outbox(world)).filter(({ purpose }) => purpose === 'referral-told-appointment-cancelled')).toHaveLength(1);
  });

  it('moves along with the consultation', async () => {
    const sent = await book('2026-03-12');
    const before = (await referralNow(world, sent.id)).appointment!;
    const moved = await coordinator.post(`/rooms/bookings/${bookings[1]}/move`, { version: 1, scope: 'this', room, day: '2026-03-12', from: '10:00', until: '13:00' });
    expect(moved.status).toBe(303);
    await world.sweep();
    await world.sweep();
    const now = (await referralNow(world, sent.id)).appointment!;
    expect(now.at.equals(before.at.add({ hours: 1 }))).toBe(true);
    expect(now.slotId).toBe(sent.slotId);
    expect((await outbox(world)).filter(({ purpose }) => purpose === 'referral-sender-moved')).toHaveLength(1);
  });

  it('has started when the person came', async () => {
    const sent = await book('2026-03-17');
    await world.write((tx) => sql`update directory.slot set outcome = 'came' where tenant_id = ${world.tenantId} and id = ${sent.slotId}`.execute(tx.on<never>()));
    await world.sweep();
    expect((await referralNow(world, sent.id)).state).toBe('started');
  });
});
