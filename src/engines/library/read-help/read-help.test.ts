import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { guide } from '../guide/guide.ts';

describe('the guide', () => {
  let world: World;
  let volunteer: Client;
  beforeAll(async () => {
    world = await createWorld();
    volunteer = await world.signIn('volunteer');
  });
  afterAll(() => world.close());

  it('is there for every role, page after page', async () => {
    const contents = await volunteer.get('/help');
    for (const { slug, title } of guide) {
      expect(contents.body).toContain(`href="/help/${slug}"`);
      const page = await volunteer.get(`/help/${slug}`);
      expect(page.status).toBe(200);
      expect(page.body).toContain(title.replaceAll('&', '&amp;'));
    }
  });

  it('says which columns a newcomer list may have', async () => {
    const page = await volunteer.get('/help/lijst-nieuwkomers');
    expect(page.body).toContain('<td>datum van aankomst</td>');
  });

  it('knows no page by another name', async () => {
    expect((await volunteer.get('/help/bestaat-niet')).status).toBe(404);
  });
});
