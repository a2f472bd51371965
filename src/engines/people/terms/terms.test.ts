import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { registerHouseholds } from '../index.ts';
import { aFamily } from '../testing.ts';

describe('the kinds of stay', () => {
  let world: World;
  let coordinator: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld();
    coordinator = await world.signIn('coordinator');
  });
  afterAll(() => world.close());
  const terms = async () => (await coordinator.json('/api/v1/settings/people-lists/status')).value.terms as { code: string; label: string; source: string | null; validUntil: string | null; isOwn: boolean; version: number }[];

  it('come with the platform, each with its source', async () => {
    const all = await terms();
    expect(all.length).toBeGreaterThan(15);
    expect(all.every(({ source }) => source !== null)).toBe(true);
    expect(all.find(({ code }) => code === 'subsidiary-protection')).toMatchObject({ label: 'Subsidiair beschermd', isOwn: false, version: 0 });
    const page = await coordinator.get('/settings/people-lists/status');
    for (const words of ['Erkend vluchteling', 'Vreemdelingenwet', 'Procedure']) expect(page.body).toContain(words);
    expect((await coordinator.get('/settings')).body).toContain('/settings/people-lists/vulnerability');
  });

  it('are added to by an authority, once, and then chosen for a person', async () => {
    const add = (fields: Record<string, string>) => coordinator.post('/settings/people-lists/status/new', fields);
    expect((await add({ label: 'Humanitair visum', kind: 'stay', source: 'Lokale afspraak 2026', validFrom: '2026-01-01' })).status).toBe(303);
    expect((await add({ label: 'humanitair  visum', kind: 'stay' })).status).toBe(422);
    expect((await add({ label: 'Erkend vluchteling', kind: 'stay' })).body).toContain('staat al in de lijst');
    expect((await terms()).find(({ isOwn }) => isOwn)).toMatchObject({ code: 'humanitair-visum', label: 'Humanitair visum' });
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily('Amal Visum').asHousehold]));
    const note = (fromDay: string) => coordinator.post(`/people/${family!.personIds[0]}/statuses/new`, { type: 'humanitair-visum', fromDay });
    expect([(await note('2025-06-01')).status, (await note('2026-02-01')).status]).toEqual([422, 303]);
    expect((await coordinator.get(`/people/${family!.personIds[0]}/status`)).body).toContain('Humanitair visum');
  });

  it('are ended and opened again, also those that came with the platform, and keep their words', async () => {
    const end = (version: number, validUntil: string) => coordinator.post('/settings/people-lists/status/brexit', { version, validUntil });
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily('Brian Visum').asHousehold]));
    const id = family!.personIds[0]!;
    await coordinator.post(`/people/${id}/statuses/new`, { type: 'brexit', fromDay: '2022-01-01' });
    expect((await end(0, '2020-01-01')).body).toContain('voor het begin');
    expect((await end(0, '2026-03-01')).status).toBe(303);
    expect((await end(0, '2026-04-01')).status).toBe(409);
    expect((await coordinator.get(`/people/${id}/statuses/new`)).body).not.toContain('Brexit');
    expect((await coordinator.get(`/people/${id}/status`)).body).toContain('Brexit');
    expect((await end(1, '')).status).toBe(303);
    expect((await terms()).find(({ code }) => code === 'brexit')).toMatchObject({ validUntil: null, version: 2 });
  });

  it('are not for whoever may not set them, and stay within the authority', async () => {
    expect((await (await world.signIn('social-worker')).get('/settings/people-lists/status')).status).toBe(403);
    const elsewhere = world.inside(await world.anotherTenant());
    const other = await elsewhere.signIn('coordinator', { tenantId: elsewhere.tenantId });
    expect((await other.json('/api/v1/settings/people-lists/status')).value.terms.some(({ isOwn }: { isOwn: boolean }) => isOwn)).toBe(false);
    expect((await coordinator.get('/settings/people-lists/anything')).status).toBe(404);
    expect((await coordinator.get('/settings/people-lists/status/nothing-like-it')).status).toBe(404);
  });
});
