import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { addSubThemes, baseTaxonomy, type Taxonomy } from '../directory/index.ts';
import { findCountDifferences, findQuestion, followTaxonomy } from './index.ts';
import { recorded } from './testing.ts';

/** The shared list as it might be in a year: leisure goes into health and wellbeing, waste becomes money (in two steps). */
const changed: Taxonomy = {
  ...baseTaxonomy,
  version: '2.0',
  themes: baseTaxonomy.themes.map((theme) => (theme.code === 'leisure' || theme.code === 'waste-environment' ? { ...theme, until: '2026-07-01' } : theme)),
  changes: [
    { theme: 'leisure', becomes: 'health-wellbeing', kind: 'merged', from: '2026-07-01' },
    { theme: 'waste-environment', becomes: 'leisure', kind: 'split', from: '2026-07-01' },
  ],
};

describe('a taxonomy that changes', () => {
  let world: World;
  let leisure: string;
  let waste: string;
  let deposit: string;
  let rented: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    [deposit] = (await world.write((tx) => addSubThemes(tx, [{ label: 'Huurwaarborg', theme: 'housing' }]))) as [string];
    [leisure, waste, , rented] = (await world.write((tx) => recorded(tx, { theme: 'leisure' }, { theme: 'waste-environment' }, { theme: 'housing' }, { theme: 'housing', subThemeId: deposit }))) as [string, string, string, string];
  });
  afterAll(() => world.close());

  const counts = async () => {
    const { rows } = await world.read((read) => sql<{ theme: string; n: number }>`select theme, n from questions.published_count order by theme`.execute(read.on<never>()));
    return Object.fromEntries(rows.map(({ theme, n }) => [theme, n]));
  };
  const follow = (taxonomy?: Taxonomy) => world.write((tx) => followTaxonomy(tx, taxonomy));
  const question = (id: string) => world.read((read) => findQuestion(read, id));

  it('changes nothing before its day', async () => {
    expect(await follow(changed)).toBe(0);
    expect(await counts()).toEqual({ housing: 2, leisure: 1, 'waste-environment': 1 });
  });

  it('lets what was recorded in earlier years count as what its theme became, however many steps', async () => {
    world.clock.set('2026-07-01T08:00');
    expect(await follow(changed)).toBe(2);
    expect(await counts()).toEqual({ housing: 2, 'health-wellbeing': 2 });
    expect(await world.read(findCountDifferences)).toEqual([]);
  });

  it('keeps under which theme each question was recorded', async () => {
    expect(await question(leisure)).toMatchObject({ theme: 'health-wellbeing', recordedTheme: 'leisure', lifeDomain: 'health' });
    expect(await question(waste)).toMatchObject({ theme: 'health-wellbeing', recordedTheme: 'waste-environment' });
    const coordinator = await world.signIn('coordinator');
    expect((await coordinator.get(`/questions/${waste}`)).body).toContain('genoteerd als Afval en milieu');
  });

  it('moves nothing twice', async () => {
    expect(await follow(changed)).toBe(0);
  });

  it('moves a sub-theme with all that was recorded under it, and says so of the series', async () => {
    const coordinator = await world.signIn('coordinator');
    await world.sweep();
    await coordinator.post(`/settings/themes/${deposit}/move`, { theme: 'money-administration', from: '2026-08-01' });
    await world.sweep();
    expect(await counts()).toMatchObject({ housing: 2 });
    world.clock.set('2026-08-01T08:00');
    await world.sweep();
    expect(await counts()).toEqual({ housing: 1, 'health-wellbeing': 2, 'money-administration': 1 });
    expect(await question(rented)).toMatchObject({ theme: 'money-administration', recordedTheme: 'housing', subThemeId: deposit, lifeDomain: 'money' });
    const { rows } = await world.read((read) => sql`select theme, sub_theme, counts_as, kind, from_day::text from questions.published_mapping order by from_day, theme`.execute(read.on<never>()));
    expect(rows).toEqual([
      { theme: 'leisure', sub_theme: null, counts_as: 'health-wellbeing', kind: 'merged', from_day: '2026-07-01' },
      { theme: 'waste-environment', sub_theme: null, counts_as: 'health-wellbeing', kind: 'merged', from_day: '2026-07-01' },
      { theme: 'housing', sub_theme: 'Huurwaarborg', counts_as: 'money-administration', kind: 'moved', from_day: '2026-08-01' },
    ]);
  });

  it('lets a sub-theme that moves back count as it was recorded', async () => {
    const coordinator = await world.signIn('coordinator');
    await coordinator.post(`/settings/themes/${deposit}/move`, { theme: 'housing', from: '2026-08-01' });
    await world.sweep();
    expect(await question(rented)).toMatchObject({ theme: 'housing', recordedTheme: null });
    expect(await counts()).toMatchObject({ housing: 2 });
    expect(await world.read(findCountDifferences)).toEqual([]);
  });

  it('refuses a sub-theme of another theme', async () => {
    const desk = await world.signIn('front-desk');
    const { status, value } = await desk.json('/api/v1/questions', { theme: 'work', subTheme: deposit, channel: 'desk' });
    expect(status).toBe(422);
    expect(JSON.stringify(value)).toContain('sub-theme-elsewhere');
    expect((await desk.json('/api/v1/questions', { theme: 'housing', subTheme: deposit, channel: 'desk' })).status).toBe(201);
  });
});
