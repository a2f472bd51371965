import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { releaseFigures } from '../../engines/figures/index.ts';
import { askedIn } from '../../engines/figures/testing.ts';

const home = '/settings/partners';

describe('two authorities', () => {
  let world: World;
  let there: World;
  let here: Client;
  let other: Client;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-04-08T09:00', name: 'Rivierdorp' });
    there = world.inside(await world.anotherTenant('Overstad'));
    here = await world.signIn(['administrator', 'coordinator']);
    other = await there.signIn(['administrator', 'coordinator'], { tenantId: there.tenantId });
    await world.write((tx) => askedIn(tx, '2026-01', { housing: 20, work: 12, dutch: 2 }));
    await world.write((tx) => askedIn(tx, '2026-02', { housing: 8, work: 7 }));
    await there.write((tx) => askedIn(tx, '2026-01', { housing: 30, work: 6 }), there.tenantId);
    await there.write((tx) => askedIn(tx, '2026-02', { housing: 10, dutch: 3, work: 9 }), there.tenantId);
  });
  afterAll(() => world.close());

  const offer = async (purposes: string | string[], until = '') => {
    const { body } = await here.post(`${home}/offer`, { purposes, until });
    return /name="code"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? /value="([\w-]{46})"/.exec(body)![1]!;
  };
  const states = async (at: World) => (await at.read((read) => sql<{ state: string; ended_by: string | null }>`select state, ended_by from kernel.agreement where tenant_id = ${at.tenantId} order by made_at, id`.execute(read.on<never>()), at.tenantId)).rows.map(({ state, ended_by }) => ended_by ?? state);
  const held = async (at: World) => (await at.read((read) => sql<{ n: number }>`select count(*)::int as n from figures.partner_cell where tenant_id = ${at.tenantId}`.execute(read.on<never>()), at.tenantId)).rows[0]!.n;
  const together = async (client: Client) => (await client.json('/api/v1/figures/together?figure=questions&from=2026-01&to=2026-03')).value;

  it('share nothing by themselves, and the pages say how to begin', async () => {
    expect((await here.get(home)).body).toContain('Nog met niemand iets afgesproken');
    expect((await here.get('/figures/together')).body).toContain('Nog geen cijfers van andere besturen');
    expect((await here.post(`${home}/offer`, { until: '' })).body).toContain('Kies minstens één ding om te delen.');
    expect((await here.post(`${home}/offer`, { purposes: 'figures', until: '2026-01-01' })).body).toContain('Die dag is voorbij');
  });

  it('need a code that is right, of another, and still to be used', async () => {
    const code = await offer('figures');
    expect((await here.post(`${home}/join`, { code })).body).toContain('Dit is je eigen code');
    const tampered = code.slice(0, -2) + (code.endsWith('AA') ? 'BB' : 'AA');
    expect((await other.post(`${home}/join`, { code: tampered })).body).toContain('Deze code werkt niet');
    expect((await other.post(`${home}/join`, { code: 'onzin' })).body).toContain('value="onzin"');
    const before = await other.post(`${home}/join`, { code });
    expect(before.body).toContain('Rivierdorp stelt voor');
    expect(await states(there)).toEqual([]);
    expect((await other.post(`${home}/join`, { code, sure: 'yes' })).status).toBe(303);
    await world.runJobs();
    expect([await states(world), await states(there)]).toEqual([['active'], ['active']]);
    const third = world.inside(await world.anotherTenant('Derdegem'));
    const late = await third.signIn('administrator', { tenantId: third.tenantId });
    expect((await late.post(`${home}/join`, { code, sure: 'yes' })).body).toContain('Deze code werkt niet');
  });

  it('see each other’s released figures side by side and added up, and never what one of them hides', async () => {
    await world.write((tx) => releaseFigures(tx));
    await there.write((tx) => releaseFigures(tx), there.tenantId);
    await world.runJobs();
    const seen = await together(here);
    expect(seen.authorities.map((row: { authority: string; values: number[] }) => [row.authority, row.values])).toEqual([
      ['Rivierdorp', [34, 15, 0]],
      ['Overstad', [36, 22, 0]],
    ]);
    expect(seen.together.values).toEqual([70, 37, 0]);
    expect(seen.together.total).toBe(107);
    const dutch = seen.categories.find(({ category }: { category: string }) => category === 'dutch');
    expect(dutch?.total ?? null).toBeNull();
    expect((await together(other)).together.total).toBe(107);
    const page = await here.get('/figures/together');
    expect(page.body).toMatch(/samen 107, bij 2 besturen/);
    const file = await here.get('/figures/together.csv?figure=questions');
    expect(file.body).toContain('Overstad');
  });

  it('send again what was released since', async () => {
    await there.write((tx) => askedIn(tx, '2026-04', { housing: 11 }), there.tenantId);
    world.clock.set('2026-05-08T09:00');
    await there.write((tx) => releaseFigures(tx), there.tenantId);
    await world.runJobs();
    const { value } = await here.json('/api/v1/figures/together?figure=questions&from=2026-04&to=2026-04');
    expect(value.authorities.map((row: { values: number[] }) => row.values)).toEqual([[null], [11]]);
    expect(value.together).toMatchObject({ total: null, atLeast: 11 });
  });

  it('stop as soon as one of them stops, and forget what came from the other', async () => {
    expect(await held(world)).toBeGreaterThan(0);
    const { body } = await other.get(home);
    const path = /action="(\/settings\/partners\/[\w-]+\/end)"/.exec(body)![1]!;
    expect((await other.post(path)).status).toBe(303);
    await world.runJobs();
    expect([await states(world), await states(there)]).toEqual([['partner'], ['own']]);
    expect([await held(world), await held(there)]).toEqual([0, 0]);
    await there.write((tx) => releaseFigures(tx), there.tenantId);
    await world.runJobs();
    expect(await held(world)).toBe(0);
    expect((await here.get(path)).status).toBe(404);
  });

  it('see an agreement end on its last day, and a code lapse', async () => {
    const code = await offer('figures', '2026-05-20');
    await other.post(`${home}/join`, { code, sure: 'yes' });
    await world.runJobs();
    await offer('figures');
    world.clock.set('2026-05-21T09:00');
    await world.sweep();
    await world.runJobs();
    expect((await states(world)).slice(1)).toEqual(['term', 'offered']);
    expect((await states(there)).slice(1)).toEqual(['term']);
    world.clock.set('2026-06-21T09:00');
    await world.sweep();
    expect((await states(world)).slice(1)).toEqual(['term', 'code']);
  });
});
