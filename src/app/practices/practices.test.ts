import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { blueprint as oneDeskGuides } from '../../practices/one-desk-guides/blueprint.ts';
import { allRoutes } from '../assemble.ts';
import { shippedPractices } from '../engines.ts';

const home = '/settings/practices';

describe('a practice', () => {
  let world: World;
  let coordinator: Client;
  beforeAll(async () => {
    world = await createWorld();
    coordinator = await world.signIn('coordinator');
  });
  afterAll(() => world.close());

  const file = (content: unknown) => ({ file: { filename: 'praktijk.json', bytes: typeof content === 'string' ? content : JSON.stringify(content) } });

  it('shows what adopting it sets up, before anything changes', async () => {
    const page = await coordinator.get(`${home}/one-desk-guides`);
    expect(page.body).toContain('Huurwaarborg');
    expect(page.body).toContain('komt erbij');
    expect((await coordinator.get('/questions/templates')).body).not.toContain('Brief uitgelegd');
  });

  it('is adopted in one go, and once more makes nothing twice', async () => {
    const adopted = await coordinator.post(`${home}/one-desk-guides/adopt`);
    expect(adopted.notice).toMatch(/Overgenomen\. \d+ dingen staan klaar\./);
    expect((await coordinator.get('/questions/templates')).body).toContain('Brief uitgelegd');
    expect((await coordinator.get('/settings/themes')).body).toContain('Oefenkansen Nederlands');
    expect((await coordinator.post(`${home}/one-desk-guides/adopt`)).notice).toBe('Overgenomen. Alles was er al.');
    const page = await coordinator.get(`${home}/one-desk-guides`);
    expect(page.body).not.toContain('komt erbij');
    expect(page.body).toContain('overgenomen op');
  });

  it('leaves what the authority changed as it is', async () => {
    const { value } = await coordinator.json('/api/v1/questions/templates');
    const letter = value.templates.find(({ label }: { label: string }) => label === 'Brief uitgelegd');
    await coordinator.post(`/questions/templates/${letter.id}/remove`);
    await coordinator.post('/questions/templates', { label: 'Brief uitgelegd', theme: 'other', shared: 'yes' });
    await coordinator.post(`${home}/one-desk-guides/adopt`);
    const after = (await coordinator.json('/api/v1/questions/templates')).value.templates.filter(({ label }: { label: string }) => label === 'Brief uitgelegd');
    expect(after.map(({ theme }: { theme: string }) => theme)).toEqual(['other']);
  });

  it.each(shippedPractices.map((practice) => (practice as { id: string }).id))('%s is adopted whole, and leads to pages that are there', async (id) => {
    expect((await coordinator.post(`${home}/${id}/adopt`)).status).toBe(303);
    expect((await coordinator.get(`${home}/${id}`)).body).not.toContain('komt erbij');
    const { work, results } = shippedPractices.find((practice) => (practice as { id: string }).id === id) as typeof oneDeskGuides;
    const paths = allRoutes().map(({ path }) => path);
    for (const { href } of [...work, ...results]) expect(paths).toContain(href);
  });

  it('goes from one authority to another as a file', async () => {
    const { body } = await coordinator.get(`${home}/welfare-campus/blueprint.json`);
    const own = { ...JSON.parse(body), id: 'ons-huis', title: { nl: 'Ons huis', en: 'Our house' } };
    const there = await world.anotherTenant('Overstad');
    const colleague = await world.signIn('administrator', { tenantId: there });
    const brought = await colleague.upload(`${home}/import`, {}, file(own));
    expect(brought.location).toBe(`${home}/ons-huis`);
    expect((await colleague.get(home)).body).toContain('ingelezen, nog niet overgenomen');
    expect((await colleague.post(`${home}/ons-huis/adopt`)).status).toBe(303);
    expect((await colleague.get(`${home}/ons-huis`)).body).toContain('Leslokaal A');
    expect((await coordinator.get(`${home}/ons-huis`)).status).toBe(404);
  });

  it('is refused as a file with what is wrong and where', async () => {
    const wrong = { ...oneDeskGuides, id: 'anders', parts: { questions: { templates: [{ label: { nl: 'Kort', en: 'Short' }, theme: 'sterren' }] } } };
    const refused = await coordinator.upload(`${home}/import`, {}, file(wrong));
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('parts.questions.templates.0.theme');
    expect((await coordinator.upload(`${home}/import`, {}, file('geen json'))).body).toContain('Kies het bestand van een praktijk');
    expect((await coordinator.upload(`${home}/import`, {}, file(oneDeskGuides))).body).toContain('zit al in deze versie');
    expect((await coordinator.get(`${home}/nergens`)).status).toBe(404);
  });
});
