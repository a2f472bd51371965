import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type SignedIn, type World } from '../../../tests/world.ts';
import type { Service } from '../directory/index.ts';
import { aQuestionOf, aService } from './testing.ts';

interface Mail {
  recipient: string;
  subject: string;
  body: string;
}

describe('a referral', () => {
  let world: World;
  let desk: Client & SignedIn;
  let serviceId: Service['id'];

  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-02T09:00' });
    desk = await world.signIn('front-desk');
    serviceId = await world.write((tx) => aService(tx));
  });
  afterAll(() => world.close());

  const mails = () => world.read(async (read) => (await sql<Mail>`select recipient, subject, body from kernel.message order by id`.execute(read.on<never>())).rows);
  const linkIn = (mail: Mail) => /\/referral\/[\w-]+/.exec(mail.body)![0];
  const fields = (questionId: string) => ({ question: questionId, service: serviceId, consentWay: 'spoken', consentOn: '2026-03-02', shares: ['phone', 'languages'], request: 'Kunnen jullie helpen zoeken?', after: 'send' });
  const send = async () => {
    const { questionId, personId } = await world.write((tx) => aQuestionOf(tx));
    const reply = await desk.post('/referrals', fields(questionId));
    expect(reply.status).toBe(303);
    const id = /\/referrals\/([\w-]+)/.exec(reply.location!)![1]!;
    return { id, questionId, personId, link: linkIn((await mails()).at(-1)!) };
  };
  const stateOf = async (id: string) => (await (await world.token(['referrals:read'])).json(`/api/v1/referrals/${id}`)).value as { state: string; version: number; declineReason: string | null };

  it('is answered by the service without an account, from accepting to done', async () => {
    const { id, link } = await send();
    const receiver = world.visitor();
    const cover = await receiver.get(link);
    expect(cover.status).toBe(200);
    expect(cover.body).not.toContain('Amira');
    expect((await stateOf(id)).state).toBe('sent');
    const opened = await receiver.post(`${link}/open`);
    expect(opened.location).toBe(`${link}/file`);
    const file = await receiver.get(`${link}/file`);
    expect(file.body).toContain('Amira Haddad');
    expect(file.body).toContain('+32470000001');
    expect((await stateOf(id)).state).toBe('seen');
    for (const [answer, state] of [['accept', 'accepted'], ['start', 'started'], ['finish', 'done']] as const) {
      const { version } = await stateOf(id);
      expect((await receiver.post(`${link}/answer`, { version, answer })).status).toBe(303);
      expect((await stateOf(id)).state).toBe(state);
    }
  });

  it('shows the receiver nothing that was not shared', async () => {
    const { questionId } = await world.write((tx) => aQuestionOf(tx, { name: 'Zonder Nummer' }));
    await desk.post('/referrals', { ...fields(questionId), shares: [] });
    const link = linkIn((await mails()).at(-1)!);
    const receiver = world.visitor();
    await receiver.post(`${link}/open`);
    const file = await receiver.get(`${link}/file`);
    expect(file.body).toContain('Zonder Nummer');
    expect(file.body).not.toContain('+32470000001');
    expect(file.body).not.toContain('1990');
    expect(file.body).not.toContain('Arabisch');
  });

  it('names nobody in its mail', async () => {
    await send();
    for (const mail of await mails()) {
      expect(mail.subject + mail.body).not.toContain('Amira');
      expect(mail.recipient).toBe('wonen@example.org');
    }
  });

  it('asks a reason of a service that declines, and comes back to whoever sent it', async () => {
    const { id, link } = await send();
    const receiver = world.visitor();
    await receiver.post(`${link}/open`);
    const { version } = await stateOf(id);
    const without = await receiver.post(`${link}/answer`, { version, answer: 'decline', note: 'Bel later' });
    expect(without.status).toBe(422);
    expect(without.body).toContain('Kies waarom het niet lukt.');
    expect(without.body).toContain('Bel later');
    await receiver.post(`${link}/answer`, { version, answer: 'decline', reason: 'full' });
    expect(await stateOf(id)).toMatchObject({ state: 'declined', declineReason: 'full' });
    expect((await desk.get('/')).body).toContain('Terug bij jou');
  });

  it('refuses an answer by someone who saw an older state', async () => {
    const { id, link } = await send();
    const receiver = world.visitor();
    await receiver.post(`${link}/open`);
    const { version } = await stateOf(id);
    await receiver.post(`${link}/answer`, { version, answer: 'accept' });
    const late = await receiver.post(`${link}/answer`, { version, answer: 'decline', reason: 'full' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Iemand anders was je voor');
    expect((await stateOf(id)).state).toBe('accepted');
  });

  it('sends once when send is clicked twice', async () => {
    const { questionId } = await world.write((tx) => aQuestionOf(tx));
    const before = (await mails()).length;
    const form = { ...fields(questionId), _key: 'een-dubbele-klik' };
    const [first, second] = await Promise.all([desk.post('/referrals', form), desk.post('/referrals', form)]);
    expect(first.location).toBe(second.location);
    expect((await mails()).length).toBe(before + 1);
  });

  it('closes its link at once when it is withdrawn', async () => {
    const { id, link } = await send();
    await desk.post(`/referrals/${id}/withdraw`, { version: (await stateOf(id)).version });
    expect((await world.visitor().get(link)).status).toBe(404);
    expect((await stateOf(id)).state).toBe('withdrawn');
  });

  it('opens to no other link, tampered, cut off or of another purpose', async () => {
    const { link } = await send();
    const visitor = world.visitor();
    const other = link.endsWith('A') ? 'B' : 'A';
    for (const wrong of [link.slice(0, -1) + other, link.slice(0, -3), `${link}A`]) {
      const reply = await visitor.get(wrong);
      expect(reply.status).toBe(404);
      expect(reply.body).toContain('Deze link werkt niet');
    }
  });

  it('is not sent to a service without a mail address, and keeps what was typed', async () => {
    const { questionId } = await world.write((tx) => aQuestionOf(tx));
    const silent = await world.write((tx) => aService(tx, { name: 'Zonder Mail', email: null }));
    const reply = await desk.post('/referrals', { ...fields(questionId), service: silent });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Deze dienst heeft geen e-mailadres');
    expect(reply.body).toContain('Kunnen jullie helpen zoeken?');
  });

  it('needs consent that was given already', async () => {
    const { questionId } = await world.write((tx) => aQuestionOf(tx));
    const reply = await desk.post('/referrals', { ...fields(questionId), consentOn: '2027-01-01' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('De toestemming kan niet in de toekomst liggen.');
  });
});

describe('a referral that stays silent', () => {
  it('is reminded after 5 and 10 working days, and is back after 30 days', async () => {
    const world = await createWorld({ at: '2026-03-02T09:00' });
    try {
      const desk = await world.signIn('front-desk');
      const serviceId = await world.write((tx) => aService(tx));
      const { questionId } = await world.write((tx) => aQuestionOf(tx));
      await desk.post('/referrals', { question: questionId, service: serviceId, consentWay: 'written', consentOn: '2026-03-02', request: 'Hulp' });
      const count = () => world.read(async (read) => (await sql<{ n: number }>`select count(*) as n from kernel.message`.execute(read.on<never>())).rows[0]!.n);
      const at = async (moment: string) => {
        world.clock.set(moment);
        await world.sweep();
        await world.sweep();
        return count();
      };
      expect(await at('2026-03-06T09:00')).toBe(1);
      expect(await at('2026-03-09T09:00')).toBe(2);
      expect(await at('2026-03-13T09:00')).toBe(2);
      expect(await at('2026-03-16T09:00')).toBe(3);
      expect(await at('2026-03-31T09:00')).toBe(3);
      expect((await desk.get('/')).body).not.toContain('vraagt een beslissing');
      await at('2026-04-01T09:00');
      const today = await desk.get('/');
      expect(today.body).toContain('1 doorverwijzing vraagt een beslissing van jou.');
      expect(today.body).toContain('blijft liggen');
    } finally {
      await world.close();
    }
  });
});
