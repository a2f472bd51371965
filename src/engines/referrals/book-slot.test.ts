import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { findFreeSlots, findService } from '../directory/index.ts';
import { aBooking, aBuilding, aRoom } from '../directory/rooms/testing.ts';
import { aQuestionOf, aService, linkIn, outbox, refer, referralNow } from './testing.ts';

describe('a moment of a consultation, booked while referring', () => {
  let world: World;
  let desk: Client;
  let serviceId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    await world.write(async (tx) => {
      const roomId = await aRoom(tx, await aBuilding(tx, { name: 'Welzijnscampus' }), { name: 'Lokaal 2' });
      serviceId = await aService(tx, { name: 'Rechtswinkel', email: 'recht@example.org' });
      const { organisation } = (await findService(tx, serviceId))!;
      await aBooking(tx, { roomId, organisationId: organisation.id, serviceId, day: '2026-03-10', from: '09:00', until: '12:00', slotMinutes: 30 });
    });
  });
  afterAll(() => world.close());

  const free = () => world.read((read) => findFreeSlots(read, { serviceId, from: read.now, until: Temporal.Instant.from('2026-04-01T00:00:00Z'), limit: 50 }));
  const form = (questionId: string, slot: string | undefined) => ({ question: questionId, service: serviceId, consentWay: 'spoken', consentOn: '2026-03-02', shares: ['phone'], request: 'Nazicht van een huurcontract', slot, after: 'send' });

  it('is offered for the service that was chosen, with what was typed still there', async () => {
    const { questionId } = await world.write((tx) => aQuestionOf(tx));
    const shown = await desk.post('/referrals', { ...form(questionId, undefined), after: 'slots' });
    expect(shown.body).toContain('dinsdag 10 maart 2026');
    expect(shown.body).toContain('Lokaal 2');
    expect(shown.body).toContain('Nazicht van een huurcontract');
    expect(shown.body).not.toContain('role="alert"');
  });

  it('sends the referral with its appointment, and takes the moment', async () => {
    const [slot] = await free();
    const sent = await refer(world, { client: desk, serviceId, fields: { slot: slot!.slotId } });
    expect(await referralNow(world, sent.id)).toMatchObject({ state: 'appointment', appointment: { slotId: slot!.slotId, place: 'Welzijnscampus, Campuslaan 1, Lokaal 2' } });
    expect((await free()).map(({ slotId }) => slotId)).not.toContain(slot!.slotId);
    const mail = (await outbox(world)).at(-1)!;
    expect(mail).toMatchObject({ recipient: 'recht@example.org', purpose: 'referral-booked' });
    expect(mail.body).toContain('dinsdag 10 maart 2026 om 09:00');
    expect(mail.body).not.toContain('Amira');
  });

  it('goes to one of many who refer to the same moment at once', async () => {
    const [slot] = await free();
    const asked = await world.write(async (tx) => [await aQuestionOf(tx), await aQuestionOf(tx), await aQuestionOf(tx), await aQuestionOf(tx)]);
    const before = (await outbox(world)).length;
    const replies = await Promise.all(asked.map(({ questionId }) => desk.post('/referrals', form(questionId, slot!.slotId))));
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(replies.find(({ status }) => status === 409)!.body).toContain('Dat moment is net door iemand anders genomen.');
    expect((await outbox(world)).length, 'nothing left for those who came too late').toBe(before + 1);
  });

  it('is free again when the referral is withdrawn, and the service hears that it is off', async () => {
    const [slot] = await free();
    const sent = await refer(world, { client: desk, serviceId, fields: { slot: slot!.slotId } });
    await desk.post(`/referrals/${sent.id}/withdraw`, { version: (await referralNow(world, sent.id)).version });
    expect((await free()).map(({ slotId }) => slotId)).toContain(slot!.slotId);
    const mail = (await outbox(world)).at(-1)!;
    expect(mail.purpose).toBe('referral-withdrawn');
    expect(linkIn(mail.body)).toBeUndefined();
  });

  it('is free again when the service calls it off or declines', async () => {
    for (const act of ['call-off', 'answer'] as const) {
      const [slot] = await free();
      const sent = await refer(world, { client: desk, serviceId, fields: { slot: slot!.slotId } });
      const { version } = await referralNow(world, sent.id);
      expect((await world.visitor().post(`${sent.link}/${act}`, act === 'answer' ? { version, answer: 'decline', reason: 'full' } : { version })).status).toBe(303);
      expect((await free()).map(({ slotId }) => slotId)).toContain(slot!.slotId);
    }
  });

  it('moves to another free moment, which frees the first and tells the service', async () => {
    const [first, , third] = await free();
    const sent = await refer(world, { client: desk, serviceId, fields: { slot: first!.slotId } });
    const { version } = await referralNow(world, sent.id);
    expect((await desk.post(`/referrals/${sent.id}/book`, { version, slot: third!.slotId })).status).toBe(303);
    const now = (await free()).map(({ slotId }) => slotId);
    expect(now).toContain(first!.slotId);
    expect(now).not.toContain(third!.slotId);
    expect((await outbox(world)).at(-1)!.purpose).toBe('referral-moved');
    expect((await referralNow(world, sent.id)).appointment!.at.equals(third!.startsAt)).toBe(true);
  });

  it('gives a letter with day, hour and place in both languages, and a page with a calendar entry', async () => {
    const [slot] = await free();
    const sent = await refer(world, { client: desk, serviceId, fields: { slot: slot!.slotId } });
    const letter = await desk.post(`/referrals/${sent.id}/appointment-letter`);
    expect(letter.status).toBe(200);
    expect(letter.body).toContain('Wanneer: dinsdag 10 maart 2026 om ');
    expect(letter.body).toContain('متى:');
    expect(letter.body).toContain('Lokaal 2');
    const link = linkIn(letter.body)!;
    const page = await world.visitor().get(`${link}?lang=ar`);
    expect(page.body).toContain('موعدك');
    expect(page.body).not.toContain('Amira');
    expect(page.body).not.toContain('huurcontract');
    const ics = await world.visitor().get(`${link}/appointment.ics`);
    expect(ics.body).toContain(`DTSTART:${slot!.startsAt.toString().replace(/[-:]/g, '')}`);
    expect(ics.body).toContain(`UID:${sent.id}@wegwijs`);
    await desk.post(`/referrals/${sent.id}/call-off`, { version: (await referralNow(world, sent.id)).version });
    expect((await world.visitor().get(link)).body).toContain('Je afspraak gaat niet door');
    expect((await world.visitor().get(`${link}/appointment.ics`)).status).toBe(404);
  });
});
