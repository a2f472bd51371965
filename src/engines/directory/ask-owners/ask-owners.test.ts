import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findService } from '../index.ts';
import { aService } from '../testing.ts';
import { findWholeService } from '../whole-service.store.ts';

describe('asking owners whether it still holds', () => {
  let world: World;
  let coordinator: Client;
  let id: string;
  beforeEach(async () => {
    world = await createWorld({ at: '2026-01-05T09:00' });
    coordinator = await world.signIn('coordinator');
    id = await world.write((tx) => aService(tx, { name: 'Woonwinkel', email: 'verwijs@example.org', phone: '0470 00 00 11' }));
  });
  afterEach(() => world.close());

  const mails = async () => (await world.read((read) => sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body from kernel.message order by id`.execute(read.on<never>()))).rows;
  const linkIn = (body: string) => /\/service-check\/[\w-]+/.exec(body)![0];
  const versionIn = (body: string, name = 'version') => new RegExp(`name="${name}" value="(\\d+)"`).exec(body)![1];
  /** The owner's first link. */
  async function asked(): Promise<{ owner: Client; at: string }> {
    world.clock.set('2026-07-06T09:00');
    await world.sweep();
    return { owner: world.visitor(), at: linkIn((await mails())[0]!.body) };
  }
  const corrected = async (owner: Client, at: string, fields: Record<string, unknown>) => owner.post(`${at}/correct`, { version: versionIn((await owner.get(at)).body), name: 'Woonwinkel', does: 'Helpt een woning zoeken en het huurcontract nalezen.', phone: '0470 00 00 11', email: 'verwijs@example.org', ...fields } as never);

  it('asks twice a year, once, by a mail that names no person', async () => {
    world.clock.set('2026-07-04T09:00');
    await world.sweep();
    expect(await mails()).toEqual([]);
    await asked();
    await world.sweep();
    expect(await mails()).toMatchObject([{ recipient: 'verwijs@example.org', subject: expect.stringContaining('Klopt dit nog?') as string }]);
  });

  it('puts all services of one address in one mail, each with its own link', async () => {
    await world.write(async (tx) => {
      await aService(tx, { name: 'Huurklas', email: 'verwijs@example.org' });
      await aService(tx, { name: 'Taalpunt', email: 'taal@example.org' });
    });
    await asked();
    const sent = await mails();
    expect(sent.map(({ recipient }) => recipient).toSorted()).toEqual(['taal@example.org', 'verwijs@example.org']);
    expect(new Set(sent.find(({ recipient }) => recipient === 'verwijs@example.org')!.body.match(/\/service-check\/[\w-]+/g)).size).toBe(2);
  });

  it('asks who leads before where referrals go', async () => {
    await coordinator.post(`/directory/services/${id}/contacts`, { version: 1, contactId: [''], role: ['director'], contactName: ['Leiding'], contactPhone: [''], contactEmail: ['leiding@example.org'], contactLanguages: [''], contactNote: [''] });
    await asked();
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(['leiding@example.org']);
  });

  it('reminds after two and four weeks, and leaves a silent owner to who keeps the map', async () => {
    await asked();
    for (const [day, sent] of [['2026-07-19', 1], ['2026-07-20', 2], ['2026-08-02', 2], ['2026-08-03', 3], ['2026-09-03', 3], ['2026-09-05', 3]] as const) {
      world.clock.set(`${day}T09:00`);
      await world.sweep();
      expect((await mails()).length, day).toBe(sent);
    }
    const page = (await coordinator.get('/directory/to-check')).body;
    expect([page.includes('Woonwinkel'), page.includes('De dienst antwoordt niet')]).toEqual([true, true]);
  });

  it('follows the terms that the authority set, from their day on', async () => {
    await coordinator.post('/settings/social-map/terms', { from: '2026-03-01', months: 2, firstReminder: 5, secondReminder: 9, link: 20 });
    world.clock.set('2026-02-27T09:00');
    await world.sweep();
    expect((await mails()).length).toBe(0);
    world.clock.set('2026-03-05T09:00');
    await world.sweep();
    world.clock.set('2026-03-10T09:00');
    await world.sweep();
    expect((await mails()).map(({ subject }) => subject.includes('Nog even'))).toEqual([false, true]);
    const wrong = await coordinator.post('/settings/social-map/terms', { from: '2026-04-01', months: 2, firstReminder: 9, secondReminder: 5, link: 20 });
    expect([wrong.status, wrong.body.includes('Eerst de eerste herinnering')]).toEqual([422, true]);
  });

  it('takes "all right" without an account, and asks no more', async () => {
    const { owner, at } = await asked();
    expect((await owner.get(at)).body).toContain('Klopt dit nog: Woonwinkel?');
    expect((await owner.post(`${at}/right`)).status).toBe(303);
    expect((await world.read((read) => findService(read, id)))!.lastConfirmedOn.toString()).toBe('2026-07-06');
    world.clock.set('2026-08-10T09:00');
    await world.sweep();
    expect((await mails()).length).toBe(1);
    expect((await coordinator.get(`/directory/services/${id}`)).body).toContain('Aan de dienst gevraagd of alles nog klopt');
  });

  it('applies hours and accepting at once, and lets someone of the map decide about the rest', async () => {
    const { owner, at } = await asked();
    const reply = await corrected(owner, at, { name: 'Woonwinkel Noord', email: 'elders@example.org', phone: '', day1: '9-12', notAccepting: 'full', openingHours: 'Op afspraak.' });
    expect(reply.status).toBe(303);
    const now = (await world.read((read) => findWholeService(read, id)))!;
    expect(now).toMatchObject({ name: 'Woonwinkel', email: 'verwijs@example.org', openingHours: 'Op afspraak.', hours: { weekly: [{ day: 1, from: '09:00', until: '12:00' }] }, notAccepting: { reason: 'full' } });
    expect((await coordinator.get('/')).body).toContain('1 dienst stelt een verbetering voor');
    const proposal = /\/directory\/proposals\/[\w-]+/.exec((await coordinator.get('/directory/to-check')).body)![0];
    const page = (await coordinator.get(proposal)).body;
    for (const shown of ['Woonwinkel Noord', 'elders@example.org', '0470 00 00 11']) expect(page).toContain(shown);
    await coordinator.post(proposal, { version: versionIn(page), serviceVersion: versionIn(page, 'serviceVersion'), accept: ['name', 'phone'] });
    expect(await world.read((read) => findWholeService(read, id))).toMatchObject({ name: 'Woonwinkel Noord', phone: null, email: 'verwijs@example.org' });
    expect((await coordinator.get('/directory/to-check')).body).toContain('Alles is nagekeken');
  });

  it('lets only one decide, and nothing is half done', async () => {
    const { owner, at } = await asked();
    await corrected(owner, at, { name: 'Anders' });
    const proposal = /\/directory\/proposals\/[\w-]+/.exec((await coordinator.get('/directory/to-check')).body)![0];
    const page = (await coordinator.get(proposal)).body;
    const fields = { version: versionIn(page), serviceVersion: versionIn(page, 'serviceVersion'), accept: ['name'] };
    await coordinator.post(`/directory/services/${id}/confirm`);
    expect((await coordinator.post(proposal, fields)).status).toBe(409);
    expect((await coordinator.get('/directory/to-check')).body).toContain('Voorstel van de dienst');
    const fresh = (await coordinator.get(proposal)).body;
    expect((await coordinator.post(proposal, { ...fields, serviceVersion: versionIn(fresh, 'serviceVersion') })).status).toBe(303);
    expect((await coordinator.post(proposal, { ...fields, serviceVersion: versionIn(fresh, 'serviceVersion') })).status).toBe(409);
  });

  it('ends a service only when someone of the map agrees', async () => {
    const { owner, at } = await asked();
    await owner.post(`${at}/ended`);
    expect((await world.read((read) => findService(read, id)))!.endedOn).toBeNull();
    const proposal = /\/directory\/proposals\/[\w-]+/.exec((await coordinator.get('/directory/to-check')).body)![0];
    const page = (await coordinator.get(proposal)).body;
    await coordinator.post(proposal, { version: versionIn(page), serviceVersion: versionIn(page, 'serviceVersion'), accept: ['ended'] });
    expect((await world.read((read) => findService(read, id)))!.endedOn?.toString()).toBe('2026-07-06');
    expect((await owner.get(at)).status).toBe(404);
  });

  it('keeps what was typed when something cannot be', async () => {
    const { owner, at } = await asked();
    const wrong = await corrected(owner, at, { day2: 'soms', does: 'Nieuwe woorden.' });
    expect([wrong.status, wrong.body.includes('Deze uren lezen we niet'), wrong.body.includes('Nieuwe woorden.'), wrong.body.includes('value="soms"')]).toEqual([422, true, true, true]);
  });

  it('shows a link nothing but its own service, and nothing after its last day', async () => {
    const { owner, at } = await asked();
    expect((await owner.get(`${at.slice(0, -3)}abc`)).status).toBe(404);
    world.clock.set('2026-09-10T09:00');
    expect((await owner.get(at)).status).toBe(404);
  });

  it('switches the public map off and on', async () => {
    await coordinator.post('/settings/social-map/public', {});
    expect((await coordinator.get('/settings/social-map')).body).not.toContain('De openbare kaart bekijken');
    await coordinator.post('/settings/social-map/public', { isPublic: true });
    expect((await coordinator.get('/settings/social-map')).body).toContain('De openbare kaart bekijken');
  });
});
