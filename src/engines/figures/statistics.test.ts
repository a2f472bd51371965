import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';

const folder = new URL('../../../../shared/data/', import.meta.url);
const files = { applications: new URL('unhcr-be-asylum-applications-2000-2020.csv', folder), decisions: new URL('unhcr-be-asylum-decisions-2000-2020.csv', folder) };
const isThere = Object.values(files).every((file) => existsSync(file));

const small = ['year,coo_name,coo,coa_name,coa,procedure_type,app_type,dec_level,app_pc,applied', '2015,Syria,SYR,Belgium,BEL,G,N,FI,P,120', '2016,Syria,SYR,Belgium,BEL,G,N,FI,P,80', '2016,Syria,SYR,Belgium,BEL,G,R,RA,P,30', ''].join('\n');

describe('an open statistic', () => {
  let world: World;
  let administrator: Awaited<ReturnType<World['signIn']>>;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    administrator = await world.signIn('administrator');
  });
  afterAll(() => world.close());

  const upload = (bytes: Uint8Array | string, filename = 'unhcr.csv') => administrator.upload('/figures/statistics', {}, { file: { filename, bytes } });
  const provenance = { source: 'UNHCR Refugee Data Finder', licence: 'CC BY 4.0', retrievedOn: '1/3/2026' };

  it('is shown before it is imported, and nobody else sees it until then', async () => {
    const answer = await upload(small);
    expect(answer.status).toBe(303);
    const preview = await administrator.get(answer.location!);
    expect(preview.body).toContain('Nog niets is ingevoerd');
    expect(preview.body).toContain('België telde de meeste eerste asielaanvragen in 2015: 120');
    const guide = await world.signIn('guide');
    expect((await guide.get('/figures/statistics')).body).toContain('Nog geen open statistieken');
    expect((await guide.get(answer.location!)).status).toBe(403);
  });

  it('is imported with its source, its licence and the day on which it was taken', async () => {
    const { location } = await upload(small);
    expect((await administrator.post(`${location}/import`, provenance)).location).toBe('/figures/statistics');
    const page = await (await world.signIn('guide')).get('/figures/statistics');
    expect(page.body).toContain('UNHCR Refugee Data Finder, opgehaald op 1 mrt 2026, ingevoerd op 3 mrt 2026');
    expect(page.body).toContain('CC BY 4.0');
    const { value } = await administrator.json('/api/v1/figures/statistics');
    expect(value.applications).toEqual([
      { year: 2015, first: 120, repeated: null, notSplit: null },
      { year: 2016, first: 80, repeated: 30, notSplit: null },
    ]);
    expect(value.applicationsFrom).toMatchObject({ source: 'UNHCR Refugee Data Finder', licence: 'CC BY 4.0', country: 'BEL' });
  });

  it('changes nothing when the same file comes twice', async () => {
    const again = await upload(small, 'another-name.csv');
    expect(again.location).toBe('/figures/statistics');
    expect(again.notice).toContain('Er is niets veranderd');
    const page = await administrator.get('/figures/statistics');
    expect(page.body.match(/Wordt getoond/g)).toHaveLength(1);
    expect(page.body).not.toContain('Vervangen door een nieuwere');
  });

  it('takes the place of an older one', async () => {
    const { location } = await upload(small.replace(',120', ',125'));
    await administrator.post(`${location}/import`, provenance);
    expect((await administrator.get('/figures/statistics')).body).toContain('Vervangen door een nieuwere');
    expect((await administrator.get('/figures/statistics/applications.csv')).body).toContain('2015;125;;');
  });

  it('keeps what was typed when something is missing, and refuses a day to come', async () => {
    const { location } = await upload(small.replace(',120', ',126'));
    const without = await administrator.post(`${location}/import`, { ...provenance, source: '', licence: 'Eigen licentie' });
    expect(without.status).toBe(422);
    expect(without.body).toContain('value="Eigen licentie"');
    const later = await administrator.post(`${location}/import`, { ...provenance, retrievedOn: '4/3/2026' });
    expect(later.status).toBe(422);
    expect(later.body).toContain('Deze dag moet nog komen');
  });

  it('can be thrown away while it is a preview, and not after', async () => {
    const { location } = await upload(small.replace(',120', ',127'));
    expect((await administrator.post(`${location}/discard`)).location).toBe('/figures/statistics');
    expect((await administrator.get(location!)).status).toBe(404);
    expect((await administrator.post(`${location}/import`, provenance)).status).toBe(404);
  });

  it('is forgotten as a preview after a day', async () => {
    const { location } = await upload(small.replace(',120', ',128'));
    world.clock.advance({ hours: 25 });
    await world.sweep();
    expect((await administrator.get(location!)).status).toBe(404);
  });

  it.each([
    ['another table', 'naam;straat\nPiet;Markt\n', 'Deze tabel kennen we niet'],
    ['nothing', '', 'Kies een bestand'],
    ['no table', '%PDF-1.4 ...', 'Dit is geen tabel'],
    ['a row that makes no sense', small.replace(',120', ',-3'), 'in kolom applied staat'],
  ])('is refused in plain words when the file is %s', async (_, bytes, words) => {
    const answer = await upload(bytes);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toMatch(/at \w+ \(|Error:/);
  });

  it('cannot be reached from another authority', async () => {
    const { location } = await upload(small.replace(',120', ',129'));
    const stranger = await world.signIn('administrator', { tenantId: await world.anotherTenant() });
    expect((await stranger.get(location!)).status).toBe(404);
    expect((await stranger.post(`${location}/import`, provenance)).status).toBe(404);
    expect((await stranger.post(`${location}/discard`)).status).toBe(404);
  });
});

describe.skipIf(!isThere)('the UNHCR tables of Belgium (read from the shared data; skipped where that folder is absent)', () => {
  it('show 39,038 first applications and a protection rate of 64.5 % for 2015', async () => {
    const world = await createWorld({ at: '2026-03-03T09:00' });
    const policy = await world.signIn('policy');
    for (const [name, file] of Object.entries(files)) {
      const { location } = await policy.upload('/figures/statistics', {}, { file: { filename: `${name}.csv`, bytes: readFileSync(file) } });
      expect((await policy.post(`${location}/import`, { source: 'UNHCR', licence: 'CC BY 4.0', retrievedOn: '1/3/2026' })).status).toBe(303);
    }
    const { value } = await policy.json('/api/v1/figures/statistics');
    expect(value.applications.find((one: { year: number }) => one.year === 2015).first).toBe(39_038);
    expect(value.protection.find((one: { year: number }) => one.year === 2015).rate.toFixed(3)).toBe('0.645');
    const page = await policy.get('/figures/statistics');
    expect(page.body).toContain('39.038');
    expect(/64,5\s?%/.test(page.body)).toBe(true);
    await world.close();
  });
});
