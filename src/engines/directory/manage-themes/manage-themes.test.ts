import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { addSubThemes, findSubThemes, findThemes, subThemesOf } from '../index.ts';

describe('sub-themes of an authority', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
  });
  afterAll(() => world.close());

  it('stand under a theme of the shared list once a coordinator added them', async () => {
    const coordinator = await world.signIn('coordinator');
    const reply = await coordinator.post('/settings/themes', { theme: 'housing', label: 'Huurwaarborg' });
    expect(reply.location).toBe('/settings/themes');
    const [own] = await world.read((read) => subThemesOf(read, 'housing'));
    expect(own).toMatchObject({ label: 'Huurwaarborg', theme: 'housing', endedOn: null });
    const page = await coordinator.get('/settings/themes');
    expect(page.body).toContain('Huurwaarborg');
    expect(page.body).toContain('versie 1.0');
    const { value } = await coordinator.json('/api/v1/settings/themes');
    expect(value.themes).toHaveLength(11);
    expect(value.subThemes).toMatchObject([{ label: 'Huurwaarborg', theme: 'housing' }]);
  });

  it('have a name of their own, whatever the capitals', async () => {
    const coordinator = await world.signIn('coordinator');
    const reply = await coordinator.post('/settings/themes', { theme: 'work', label: 'huurwaarborg' });
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('Er is al een deelthema met deze naam');
    expect(reply.body).toContain('value="huurwaarborg"');
  });

  it('keep what both of two writers wrote in sight', async () => {
    const coordinator = await world.signIn('coordinator');
    const [id] = await world.write((tx) => addSubThemes(tx, [{ label: 'Premies', theme: 'housing' }]));
    await coordinator.post(`/settings/themes/${id}/rename`, { version: 1, label: 'Huurpremies' });
    const late = await coordinator.post(`/settings/themes/${id}/rename`, { version: 1, label: 'Premies en toelagen' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Huurpremies');
    expect(late.body).toContain('Premies en toelagen');
  });

  it('move to another theme from a day on, and not before', async () => {
    const coordinator = await world.signIn('coordinator');
    const [id] = await world.write((tx) => addSubThemes(tx, [{ label: 'Energiefactuur', theme: 'housing' }]));
    const early = await coordinator.post(`/settings/themes/${id}/move`, { theme: 'money-administration', from: '2026-03-01' });
    expect(early.body).toContain('Kies vandaag of een dag die nog komt');
    await coordinator.post(`/settings/themes/${id}/move`, { theme: 'money-administration', from: '2026-04-01' });
    const themeNow = async () => (await world.read((read) => findSubThemes(read))).find((one) => one.id === id);
    expect(await themeNow()).toMatchObject({ theme: 'housing', moves: { theme: 'money-administration' } });
    expect((await coordinator.get('/settings/themes')).body).toContain('onder Geld en administratie');
    world.clock.set('2026-04-01T08:00');
    expect(await themeNow()).toMatchObject({ theme: 'money-administration', moves: null });
    world.clock.set('2026-03-03T09:00');
  });

  it('are not chosen any more once they ended, and their name is free again', async () => {
    const coordinator = await world.signIn('coordinator');
    const [id] = await world.write((tx) => addSubThemes(tx, [{ label: 'Noodopvang', theme: 'housing' }]));
    expect((await coordinator.post(`/settings/themes/${id}/end`)).location).toBe('/settings/themes');
    const housing = (await world.read((read) => findThemes(read))).find(({ code }) => code === 'housing')!;
    expect(housing.subThemes.map(({ label }) => label)).not.toContain('Noodopvang');
    expect((await coordinator.get('/settings/themes')).body).toContain('Noodopvang (tot');
    expect(await world.write((tx) => addSubThemes(tx, [{ label: 'Noodopvang', theme: 'housing' }]))).toHaveLength(1);
    expect((await coordinator.post(`/settings/themes/${id}/rename`, { version: 2, label: 'Iets' })).status).toBe(404);
  });

  it('are kept by coordinators and administrators alone', async () => {
    const guide = await world.signIn('guide');
    expect((await guide.get('/settings/themes')).status).toBe(403);
  });
});
