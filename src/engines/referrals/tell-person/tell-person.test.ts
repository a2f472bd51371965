import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { sql } from 'kysely';
import { answer, aService, linkIn, outbox, refer, referralNow, type SentReferral } from '../testing.ts';
import { dayBefore, soonAtADecentHour } from './telling.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';

describe('what the person is told', () => {
  let world: World;
  let desk: Client;
  let serviceId: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    serviceId = await world.write((tx) => aService(tx));
    await world.write((tx) => sql`update kernel.tenant set settings = settings || '{"telephone": "0470 00 00 99"}' where tenant_id = ${world.tenantId}`.execute(tx.on<never>()));
  });
  afterAll(() => world.close());

  const send = (fields = {}, question = {}) => refer(world, { client: desk, serviceId, question, fields: { tells: 'yes', ...fields } });
  const later = async (span: { minutes?: number; hours?: number; days?: number }) => {
    world.clock.advance(span);
    await world.runJobs();
  };
  const texts = async () => (await outbox(world)).filter(({ channel }) => channel === 'sms');
  const appointment = (day: string) => ({ answer: 'appoint', appointmentDay: day, appointmentTime: '14:30', appointmentPlace: 'Markt 1' });

  it('comes by text message in Dutch and their language, and says nothing of the question', async () => {
    const sent = await send();
    await answer(world, sent, { answer: 'accept', note: 'Graag papieren meebrengen' });
    expect(await texts()).toEqual([]);
    await later({ minutes: 6 });
    const [message] = await texts();
    expect(message).toMatchObject({ recipient: '+32470000001', purpose: 'referral-told-accepted' });
    expect(message!.body).toBe(
      'Voorbeeldgem: een organisatie wil je helpen. Ze neemt contact met je op. Vragen? Bel 0470 00 00 99.\n\nVoorbeeldgem: هناك منظمة تريد مساعدتك. سوف تتصل بك. لديك سؤال؟ اتصل بالرقم 0470 00 00 99.',
    );
  });

  it('is told once, also when the job runs again', async () => {
    const before = (await texts()).length;
    await world.write(async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from referrals.telling where tenant_id = ${world.tenantId} and state = 'told'`.execute(tx.on<never>());
      for (const { id } of rows) tx.plan({ job: 'tell-person', payload: { telling: id } });
    });
    await world.runJobs();
    expect((await texts()).length).toBe(before);
  });

  it('leaves out an answer that was taken back within minutes', async () => {
    const sent = await send();
    const before = (await texts()).length;
    await answer(world, sent, { answer: 'decline', reason: 'full' });
    await world.visitor().post(`${sent.link}/take-back`, { version: (await referralNow(world, sent.id)).version });
    await later({ minutes: 10 });
    expect((await texts()).length).toBe(before);
  });

  it('says of a refusal that it goes on, without the reason', async () => {
    const sent = await send();
    await answer(world, sent, { answer: 'decline', reason: 'outside-target', note: 'Geen papieren' });
    await later({ minutes: 6 });
    const { body } = (await texts()).at(-1)!;
    expect(body).toContain('We zoeken samen verder.');
    expect(body).not.toContain('opdracht');
    expect(body).not.toContain('papieren');
    expect(body).not.toContain('Woonwinkel');
  });

  it('says when and where of an appointment, and once more the day before', async () => {
    const sent = await send();
    await answer(world, sent, appointment('2026-03-12'));
    await later({ minutes: 6 });
    expect((await texts()).at(-1)!.body).toContain('je hebt een afspraak op donderdag 12 maart 2026 om 14:30. Waar: Woonwinkel vzw');
    world.clock.set('2026-03-11T09:59');
    await world.runJobs();
    const before = (await texts()).length;
    world.clock.set('2026-03-11T10:01');
    await world.runJobs();
    expect((await texts()).length).toBe(before + 1);
    expect((await texts()).at(-1)!).toMatchObject({ purpose: 'referral-told-day-before' });
  });

  it('gives a page with the way and a calendar entry in a mail, and no link in a text message', async () => {
    const sent = await send();
    expect((await texts()).every(({ body }) => linkIn(body) === undefined)).toBe(true);
    await world.write((tx) => sql`update people.contact_way set kind = 'email', value = 'amira@example.org' where tenant_id = ${world.tenantId} and person_id = ${sent.personId}`.execute(tx.on<never>()));
    await answer(world, sent, appointment('2026-03-26'));
    await later({ minutes: 6 });
    const mail = (await outbox(world)).at(-1)!;
    expect(mail).toMatchObject({ channel: 'mail', recipient: 'amira@example.org', subject: 'Voorbeeldgem: een bericht voor jou', purpose: 'referral-told-appointment' });
    expect(mail.body).not.toContain('Amira');
    expect((await world.visitor().get(`${linkIn(mail.body)}?lang=ar`)).body).toContain('موعدك');
  });

  it('reminds of the moved moment alone', async () => {
    const sent = await send();
    await answer(world, sent, appointment('2026-03-19'));
    await answer(world, sent, appointment('2026-03-20'));
    await later({ minutes: 6 });
    expect((await texts()).at(-1)!.body).toContain('je afspraak is veranderd. Ze is nu op vrijdag 20 maart 2026');
    const before = (await texts()).length;
    world.clock.set('2026-03-18T12:00');
    await world.runJobs();
    expect((await texts()).length).toBe(before);
    world.clock.set('2026-03-19T12:00');
    await world.runJobs();
    expect((await texts()).length).toBe(before + 1);
  });

  it('names no organisation where its name says too much', async () => {
    const sensitive = await world.write((tx) => aService(tx, { name: 'Schuldhulp' }));
    const sent = await refer(world, { client: desk, serviceId: sensitive, fields: { tells: 'yes' } });
    await world.write((tx) => sql`update referrals.referral set theme = 'money-administration' where tenant_id = ${world.tenantId} and id = ${sent.id}`.execute(tx.on<never>()));
    await answer(world, sent, appointment('2026-04-10'));
    await later({ minutes: 6 });
    const { body } = (await texts()).at(-1)!;
    expect(body).toContain('Waar: Markt 1.');
    expect(body).not.toContain('Schuldhulp');
  });

  it('is not told without the person’s yes, nor after it was switched off', async () => {
    const before = (await texts()).length;
    const silent = await refer(world, { client: desk, serviceId });
    await answer(world, silent, { answer: 'accept' });
    const off: SentReferral = await send();
    await answer(world, off, { answer: 'accept' });
    await desk.post(`/referrals/${off.id}/telling`, { version: (await referralNow(world, off.id)).version, tells: 'no' });
    await later({ minutes: 10 });
    expect((await texts()).length).toBe(before);
    expect((await desk.get(`/referrals/${off.id}`)).body).toContain('De persoon krijgt geen berichten hierover.');
  });

  it('waits for the sender to say it where no message can reach the person', async () => {
    const sent = await send({}, { phone: '+3221234567' });
    const before = (await outbox(world)).length;
    await answer(world, sent, { answer: 'accept' });
    await later({ minutes: 6 });
    expect((await outbox(world)).length).toBe(before);
    expect((await desk.get(`/referrals/${sent.id}`)).body).toContain('kan niet per bericht: vertel het zelf');
    expect((await desk.get('/')).body).toContain('1 persoon moet nog iets van je horen');
    expect((await desk.post(`/referrals/${sent.id}/said`)).status).toBe(303);
    expect((await desk.get(`/referrals/${sent.id}`)).body).toContain('zelf verteld,');
    expect((await desk.get('/')).body).not.toContain('moet nog iets van je horen');
  });
});

describe('the hour of a message', () => {
  const local = (iso: string) => Temporal.PlainDateTime.from(iso).toZonedDateTime('Europe/Brussels').toInstant();
  const said = (instant: Temporal.Instant | undefined) => instant?.toZonedDateTimeISO('Europe/Brussels').toPlainDateTime().toString();

  it('is soon by day and the next morning by night', () => {
    expect(said(soonAtADecentHour(local('2026-03-02T09:00')))).toBe('2026-03-02T09:05:00');
    expect(said(soonAtADecentHour(local('2026-03-02T19:58')))).toBe('2026-03-03T08:00:00');
    expect(said(soonAtADecentHour(local('2026-03-02T03:00')))).toBe('2026-03-02T08:00:00');
  });

  it('is ten in the morning of the day before, over the start of summer time too', () => {
    expect(said(dayBefore(local('2026-03-30T09:00'), local('2026-03-20T09:00')))).toBe('2026-03-29T10:00:00');
    expect(dayBefore(local('2026-03-03T09:00'), local('2026-03-02T09:30')), 'they heard of it just now').toBeUndefined();
  });
});
