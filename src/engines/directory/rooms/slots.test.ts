import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { instantOf } from '../../../kernel/clock/clock.ts';
import { newId } from '../../../kernel/id.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findFreeSlots, findService, releaseSlot, takeSlot } from '../index.ts';
import { aService } from '../testing.ts';
import { aBooking, aBuilding, aRoom } from './testing.ts';

describe('the slots of a consultation', () => {
  let world: World;
  let serviceId: string;
  const at = (iso: string) => instantOf(Temporal.PlainDateTime.from(iso));
  const free = (from = '2026-03-10T00:00', until = '2026-03-11T00:00') => world.read((read) => findFreeSlots(read, { serviceId, from: at(from), until: at(until), limit: 50 }));
  beforeAll(async () => {
    world = await createWorld();
    await world.write(async (tx) => {
      const buildingId = await aBuilding(tx, { name: 'Welzijnscampus' });
      const roomId = await aRoom(tx, buildingId, { name: 'Lokaal 2' });
      serviceId = await aService(tx, { name: 'Rechtswinkel' });
      const { organisation } = (await findService(tx, serviceId))!;
      const pause = { from: Temporal.PlainTime.from('10:30'), until: Temporal.PlainTime.from('10:50') };
      await aBooking(tx, { roomId, organisationId: organisation.id, serviceId, day: '2026-03-10', from: '09:00', until: '12:00', slotMinutes: 30, breaks: [pause], rule: { frequency: 'weekly', every: 1, days: [2] }, lastOn: '2026-04-28' });
    });
  });
  afterAll(() => world.close());

  it('follow each other, leave the break free, and stop before the end', async () => {
    const hours = (await free()).map(({ startsAt }) => startsAt.toZonedDateTimeISO('Europe/Brussels').toPlainTime().toString().slice(0, 5));
    expect(hours).toEqual(['09:00', '09:30', '10:00', '10:50', '11:20']);
    expect((await free())[0]).toMatchObject({ serviceId, place: 'Welzijnscampus, Campuslaan 1', roomName: 'Lokaal 2' });
  });

  it('keep their hour on the wall over the start of summer time', async () => {
    const [before] = await free('2026-03-24T00:00', '2026-03-25T00:00');
    const [after] = await free('2026-03-31T00:00', '2026-04-01T00:00');
    expect([before!.startsAt.toString(), after!.startsAt.toString()]).toEqual(['2026-03-24T08:00:00Z', '2026-03-31T07:00:00Z']);
  });

  it('go to one of twenty who want the same one at the same moment', async () => {
    const [slot] = await free();
    const wanted = Array.from({ length: 20 }, () => newId());
    const answers = await Promise.all(wanted.map((referralId) => world.write((tx) => takeSlot(tx, { slotId: slot!.slotId, serviceId, startsAt: slot!.startsAt, referralId, accountId: null }))));
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
    expect(await free()).toHaveLength(4);
  });

  it('are one for a referral: taking another frees the first, and releasing frees it', async () => {
    const referralId = newId();
    const [one, two] = await free();
    for (const slot of [one!, two!]) expect(await world.write((tx) => takeSlot(tx, { ...slot, referralId, accountId: null }))).toBe('taken');
    expect((await free()).map(({ slotId }) => slotId)).toContain(one!.slotId);
    expect(await free()).toHaveLength(3);
    await world.write((tx) => releaseSlot(tx, { referralId }));
    expect(await free()).toHaveLength(4);
  });

  it('are gone once their time is past, or when another hour was meant', async () => {
    const [slot] = await free();
    expect(await world.write((tx) => takeSlot(tx, { ...slot!, startsAt: slot!.startsAt.add({ minutes: 30 }), accountId: null }))).toBe('gone');
    world.clock.set('2026-03-10T12:30');
    expect(await world.write((tx) => takeSlot(tx, { ...slot!, accountId: null }))).toBe('gone');
    world.clock.set('2026-03-03T09:00');
  });
});
