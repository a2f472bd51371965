import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { addPlaces } from '../index.ts';

describe('the queue at a counter', () => {
  let world: World;
  let place: string;
  let elsewhere: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    [place, elsewhere] = (await world.write((tx) => addPlaces(tx, [{ label: 'Loket A', municipality: null }, { label: 'Loket B', municipality: null }]))) as [string, string];
  });
  afterAll(() => world.close());
  afterEach(async () => {
    world.clock.advance({ days: 1 });
    await world.sweep();
  });

  const come = async (desk: Client, fields: Record<string, string> = {}) => (await desk.json('/api/v1/questions/queue', { place, ...fields })).value as { id: string; number: number };
  const waiting = async (desk: Client) => ((await desk.json('/api/v1/questions/queue')).value.visitors as { id: string; calledAt: string | null }[]).filter(({ calledAt }) => calledAt === null);

  it('numbers its tickets by day and by place', async () => {
    const desk = await world.signIn('front-desk');
    expect([(await come(desk)).number, (await come(desk)).number, (await come(desk, { place: elsewhere })).number]).toEqual([1, 2, 1]);
    world.clock.advance({ days: 1 });
    expect((await come(desk)).number).toBe(1);
  });

  it('says so when a ticket is given, and shows who waits, for how long and in which language', async () => {
    const desk = await world.signIn('front-desk');
    const reply = await desk.post('/questions/queue', { calledName: 'A.H.', language: 'ti', theme: 'housing' });
    expect(reply.notice).toBe('Nummer 1 staat in de wachtrij.');
    world.clock.advance({ minutes: 8 });
    const { body } = await desk.get('/questions/queue');
    for (const words of ['A.H.', 'Tigrinya', 'Wonen', 'wacht 8 minuten', '1 iemand wacht']) expect(body).toContain(words);
  });

  it('calls whoever waits longest, of this place or of none', async () => {
    const desk = await world.signIn('front-desk');
    await come(desk, { place: elsewhere });
    world.clock.advance({ minutes: 1 });
    const first = await come(desk, { place: '' });
    world.clock.advance({ minutes: 1 });
    const second = await come(desk);
    const called = async () => (await desk.json('/api/v1/questions/queue/next', { place })).value.visitor?.id;
    expect([await called(), await called(), await called()]).toEqual([first.id, second.id, undefined]);
    expect(await waiting(desk)).toHaveLength(1);
  });

  it('never sends one visitor to two desks', async () => {
    const desks = await Promise.all(Array.from({ length: 6 }, () => world.signIn('front-desk')));
    for (let n = 0; n < 4; n += 1) await come(desks[0]!);
    const called = await Promise.all(desks.map((desk) => desk.json('/api/v1/questions/queue/next', { place })));
    const ids = called.map(({ value }) => value.visitor?.id).filter(Boolean);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toHaveLength(4);
  });

  it('gives two tickets at once two numbers', async () => {
    const desk = await world.signIn('front-desk');
    const made = await Promise.all(Array.from({ length: 8 }, () => come(desk)));
    expect(made.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('lets a desk call one in particular, unless another just did', async () => {
    const [one, two] = [await world.signIn('front-desk'), await world.signIn('guide')];
    const { id } = await come(one);
    expect((await one.post(`/questions/queue/${id}/call`)).location).toBe('/questions/new');
    const late = await two.post(`/questions/queue/${id}/call`);
    expect(late.status).toBe(409);
    expect(late.body).toContain('Een andere balie riep deze bezoeker net');
  });

  it('forgets who waited when the day is over', async () => {
    const desk = await world.signIn('front-desk');
    await come(desk, { calledName: 'Samir' });
    world.clock.advance({ days: 1 });
    await world.sweep();
    expect((await desk.get('/questions/queue')).body).not.toContain('Samir');
    const { rows } = await world.read(async (read) => (await import('kysely')).sql`select 1 from questions.visitor`.execute(read.on<never>()));
    expect(rows).toEqual([]);
  });

  it('is for those who record, and of no other authority', async () => {
    expect((await (await world.signIn('policy')).get('/questions/queue')).status).toBe(403);
    const desk = await world.signIn('front-desk');
    const { id } = await come(desk);
    const other = await world.anotherTenant();
    const stranger = await world.inside(other).signIn('front-desk', { tenantId: other });
    expect((await stranger.post(`/questions/queue/${id}/call`)).status).toBe(404);
    expect((await stranger.post(`/questions/queue/${id}/leave`)).status).toBe(404);
  });
});
