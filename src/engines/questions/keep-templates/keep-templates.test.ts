import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { addSubThemes } from '../../directory/index.ts';

describe('templates', () => {
  let world: World;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());

  it('are the desk’s own, unless a coordinator makes them for all', async () => {
    const [desk, colleague, coordinator] = [await world.signIn('front-desk'), await world.signIn('front-desk'), await world.signIn('coordinator')];
    await desk.post('/questions/templates', { label: 'Mijn lijst', theme: 'work', hotkey: 'W' });
    await coordinator.post('/questions/templates', { label: 'Inschrijven school', theme: 'school-childcare', handling: ['informed', 'referred'], minutes: 10, shared: 'yes' });
    expect((await desk.get('/questions/templates')).body).toContain('Mijn lijst');
    const seen = (await colleague.get('/questions/templates')).body;
    expect(seen).toContain('Inschrijven school');
    expect(seen).toContain('School en kinderopvang · Geïnformeerd · Doorverwezen · 10 minuten');
    expect(seen).not.toContain('Mijn lijst');
  });

  it('hold a sub-theme with its theme', async () => {
    const desk = await world.signIn('front-desk');
    const [id] = await world.write((tx) => addSubThemes(tx, [{ label: 'Huurwaarborg', theme: 'housing' }]));
    await desk.post('/questions/templates', { label: 'Waarborg', theme: `housing/${id}` });
    expect((await desk.json('/api/v1/questions/templates')).value.templates).toContainEqual(expect.objectContaining({ label: 'Waarborg', theme: 'housing', subThemeId: id }));
    const wrong = await desk.post('/questions/templates', { label: 'Fout', theme: `work/${id}` });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="Fout"');
  });

  it('have a key each', async () => {
    const desk = await world.signIn('front-desk');
    await desk.post('/questions/templates', { label: 'Een', theme: 'work', hotkey: 'A' });
    const again = await desk.post('/questions/templates', { label: 'Twee', theme: 'work', hotkey: 'A' });
    expect(again.body).toContain('Een ander sjabloon heeft deze toets al');
  });

  it('are taken away by whoever made them, and shared ones by a coordinator', async () => {
    const [desk, coordinator] = [await world.signIn('front-desk'), await world.signIn('coordinator')];
    const { value } = await coordinator.json('/api/v1/questions/templates', { label: 'Voor allen', theme: 'dutch', shared: true });
    expect((await desk.post(`/questions/templates/${value.id}/remove`)).status).toBe(404);
    expect((await coordinator.post(`/questions/templates/${value.id}/remove`)).notice).toBe('Het sjabloon is weg.');
    expect((await desk.post('/questions/templates', { label: 'Ook', theme: 'dutch', shared: 'yes' })).body).toContain('Alleen een coördinator');
  });
});
