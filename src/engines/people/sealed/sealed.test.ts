import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { registerHouseholds } from '../index.ts';
import { aFamily } from '../testing.ts';

const secret = 'Vluchtte voor geweld van haar broer';

describe('what is under seal', () => {
  let world: World;
  let social: Client & { accountId: string };
  let colleague: Client & { accountId: string };
  let coordinator: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld();
    social = await world.signIn('social-worker', { name: 'Noor Peeters' });
    colleague = await world.signIn('social-worker');
    coordinator = await world.signIn('coordinator');
  });
  afterAll(() => world.close());

  const register = async (name: string) => (await world.write((tx) => registerHouseholds(tx, [aFamily(name).asHousehold])))[0]!.personIds[0]!;
  const note = (id: string, words = secret) => social.post(`/people/${id}/sealed/new`, { type: 'violence', since: '2026-02-01', words });
  const open = (client: Client, id: string, minutes = '30') => client.post(`/people/${id}/sealed`, { reason: 'help', reasonText: 'Gesprek over een veilige woning', minutes });
  const acts = async (id: string) => (await world.read((read) => findTimeline(read, { type: 'person', id }))).map(({ act }) => act);

  it('is noted without opening, and cannot be read in the database', async () => {
    const id = await register('Amina Zegel');
    expect((await note(id)).status).toBe(303);
    const closed = await social.get(`/people/${id}/sealed`);
    expect(closed.body).toContain('Er is 1 notitie');
    expect(closed.body).not.toContain(secret);
    const rows = await world.read((read) => sql<{ sealed: Buffer }>`select * from people.sealed_note`.execute(read.on<never>()));
    const stored = JSON.stringify(rows.rows) + rows.rows[0]!.sealed.toString('latin1');
    for (const words of [secret, 'violence', 'broer']) expect(stored).not.toContain(words);
    expect((await social.get(`/people/${id}/sealed/notes`)).location).toBe(`/people/${id}/sealed`);
  });

  it('opens with a reason for whoever gave it, and the team is told', async () => {
    const id = await register('Bahar Zegel');
    await note(id);
    expect((await social.post(`/people/${id}/sealed`, { reason: 'help', reasonText: ' ', minutes: '30' })).status).toBe(422);
    expect((await open(social, id)).location).toBe(`/people/${id}/sealed/notes`);
    const notes = await social.get(`/people/${id}/sealed/notes`);
    for (const words of [secret, 'Geweld in het gezin of daarbuiten', 'Open voor jou tot 09:30', 'sinds 1 feb 2026']) expect(notes.body).toContain(words);
    expect((await colleague.get(`/people/${id}/sealed/notes`)).location).toBe(`/people/${id}/sealed`);
    const outbox = await world.read((read) => sql<{ recipient: string; subject: string; body: string }>`select recipient, subject, body from kernel.message where purpose = 'seal-opened'`.execute(read.on<never>()));
    expect(outbox.rows).toHaveLength(1);
    expect(outbox.rows[0]!.recipient).toContain(coordinator.accountId);
    expect(JSON.stringify(outbox.rows)).not.toContain('Bahar');
    expect((await coordinator.get('/')).body).toContain('Geopende zegels');
    const openings = await coordinator.get('/people/seal-openings');
    for (const words of ['Bahar Zegel', 'Noor Peeters', 'om nu te helpen: Gesprek over een veilige woning']) expect(openings.body).toContain(words);
    const timeline = await world.read((read) => findTimeline(read, { type: 'person', id }));
    expect(timeline.map(({ act }) => act)).toEqual(expect.arrayContaining(['sealed-noted', 'seal-opened', 'sealed-read']));
    expect(timeline.find(({ act }) => act === 'seal-opened')!.detail).toEqual({ reason: 'help', minutes: 30 });
    expect(JSON.stringify(timeline)).not.toContain('veilige woning');
  });

  it('closes after an hour at the latest, and when whoever opened it closes it', async () => {
    const own = await createWorld();
    const worker = await own.signIn('social-worker');
    const [family] = await own.write((tx) => registerHouseholds(tx, [aFamily('Carmen Zegel').asHousehold]));
    const id = family!.personIds[0]!;
    await worker.post(`/people/${id}/sealed/new`, { type: 'pregnancy', words: secret });
    expect((await open(worker, id, '240')).status).toBe(422);
    await open(worker, id, '60');
    own.clock.advance({ minutes: 59 });
    expect((await worker.get(`/people/${id}/sealed/notes`)).body).toContain(secret);
    own.clock.advance({ minutes: 1 });
    expect((await worker.get(`/people/${id}/sealed/notes`)).location).toBe(`/people/${id}/sealed`);
    expect((await worker.json(`/api/v1/people/${id}/sealed/notes`)).value).toEqual({ until: null, notes: [] });
    await open(worker, id, '15');
    expect((await worker.json(`/api/v1/people/${id}/sealed/notes`)).value.notes).toMatchObject([{ type: 'pregnancy', words: secret }]);
    await worker.post(`/people/${id}/sealed/close`);
    expect((await worker.get(`/people/${id}/sealed/notes`)).location).toBe(`/people/${id}/sealed`);
    await own.close();
  });

  it('is changed and erased only by whoever has it open, and the second of two sees both versions', async () => {
    const id = await register('Dilan Zegel');
    await note(id);
    await open(social, id);
    const change = new RegExp(`/people/${id}/sealed/[0-9a-f-]{36}/change`).exec((await social.get(`/people/${id}/sealed/notes`)).body)![0];
    expect((await colleague.get(change)).status).toBe(404);
    expect((await colleague.post(change, { version: 1, type: 'violence', words: 'Anders' })).status).toBe(404);
    expect((await colleague.post(change.replace('change', 'erase'), { version: 1 })).status).toBe(404);
    expect((await social.post(change, { version: 1, type: 'torture', words: 'Nieuwe woorden' })).status).toBe(303);
    await open(colleague, id);
    const second = await colleague.post(change, { version: 1, type: 'violence', words: 'Andere woorden' });
    expect(second.status).toBe(409);
    for (const words of ['Nieuwe woorden', 'Andere woorden']) expect(second.body).toContain(words);
    expect((await social.post(change.replace('change', 'erase'), { version: 2 })).status).toBe(303);
    expect((await social.get(`/people/${id}/sealed/notes`)).body).toContain('Er staat niets onder zegel');
    expect(await acts(id)).toEqual(expect.arrayContaining(['sealed-changed', 'sealed-erased']));
  });

  it('is for social workers only, and of one’s own authority', async () => {
    const id = await register('Elif Zegel');
    await note(id);
    for (const role of ['guide', 'front-desk', 'coordinator', 'coach', 'volunteer', 'policy', 'administrator'] as const) {
      const client = await world.signIn(role);
      expect([role, (await client.get(`/people/${id}/sealed`)).status, (await open(client, id)).status]).toEqual([role, 403, 403]);
    }
    const elsewhere = await world.anotherTenant();
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily('Verre Vreemde').asHousehold]), elsewhere);
    expect((await social.get(`/people/${family!.personIds[0]}/sealed`)).status).toBe(404);
    expect((await open(social, family!.personIds[0]!)).status).toBe(404);
    expect((await social.post(`/people/${family!.personIds[0]}/sealed/new`, { type: 'violence' })).status).toBe(404);
  });
});
