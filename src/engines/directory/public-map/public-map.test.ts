import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPage, openPage } from '../../../../tests/browser.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { newId } from '../../../kernel/id.ts';
import { aService } from '../testing.ts';
import { setPublicPages } from '../setting.store.ts';
import { metresBetween } from './sketch.tsx';

describe('the map for everyone', () => {
  let world: World;
  let id: string;
  let hidden: string;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T10:00', nisCode: '34022', name: 'Voorbeeldgem', assets: 'built' });
    const desk = await world.signIn('coordinator');
    id = await world.write((tx) => aService(tx, { name: 'Woonwinkel', organisation: 'Wonen vzw', languages: ['nl', 'ar'], phone: '0470 00 00 11', email: 'verwijs@example.org', does: 'Helpt je een huis te zoeken.' }));
    hidden = await world.write((tx) => aService(tx, { name: 'Vluchthuis', does: 'Helpt je een huis te zoeken.' }));
    const other = await world.write((tx) => aService(tx, { name: 'Bibliotheek', themes: ['leisure'] }));
    const at = `/directory/services/${id}`;
    const place = (coordinates: string) => ({ placeId: [''], placeName: [''], street: ['Kerkstraat 1'], postalCode: ['8500'], city: ['Voorbeeldgem'], coordinates: [coordinates], accessibility: ['Lift aan de achterkant.'], route: ['Bus 1 tot aan de kerk.'] });
    await desk.post(`${at}/places`, { version: 1, ...place('50.8279, 3.2646') });
    await desk.post(`/directory/services/${other}/places`, { version: 1, ...place('50.8297, 3.2646') });
    await desk.post(`${at}/hours`, { version: 2, day2: '9-12, 13-16', day4: '9-12', exceptionFrom: '5/3/2026', exceptionWhy: 'Vorming' });
    await desk.post(`${at}/contacts`, { version: 3, contactId: ['', ''], role: ['intake', 'director'], contactName: ['Sam Voorbeeld', 'Leiding'], contactPhone: ['0470 00 00 12', '0470 00 00 99'], contactEmail: ['intake@example.org', 'leiding@example.org'], contactLanguages: ['', ''], contactNote: ['', ''] });
    await desk.post(`${at}/wording`, { version: 4, 'name-ar': 'متجر السكن', 'does-ar': 'يساعدك في البحث عن منزل' });
    await desk.post(`${at}/terms`, { version: 5, offer: 'ordinary', neededDutch: 'A1', cost: 'free', enrolment: 'Bel of loop binnen.', minAge: '18' });
    await desk.post(`/directory/services/${hidden}/terms`, { version: 1, offer: 'ordinary', publicPage: 'no' });
  });
  afterAll(() => world.close());

  const see = (path: string) => world.visitor().get(`/social-map/34022${path}`);

  it('shows a service to who has no account, with hours, way and terms', async () => {
    const page = await see(`/services/${id}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('public, max-age=300');
    expect(page.headers.get('set-cookie')).toBeNull();
    for (const shown of ['Woonwinkel', 'Nu open tot 12:00', 'Vandaag (dinsdag)', '09:00–12:00', 'Vorming', 'Bus 1 tot aan de kerk.', 'Lift aan de achterkant.', 'vanaf 18 jaar', 'Niveau A1 nodig', 'Gratis', 'Bel of loop binnen.', 'Nagekeken op', '0470 00 00 12', 'Bibliotheek</bdi> (200 m)']) expect(page.body, shown).toContain(shown);
  });

  it('shows nothing that is for services among themselves', async () => {
    const page = (await see(`/services/${id}?lang=ar`)).body;
    for (const kept of ['verwijs@example.org', 'Sam Voorbeeld', 'leiding@example.org', '0470 00 00 99']) expect(page).not.toContain(kept);
  });

  it('puts the newcomer’s language beside the Dutch, says that it is a translation, and what nobody translated', async () => {
    const page = (await see(`/services/${id}?lang=ar`)).body;
    expect(page).toContain('<html lang="ar" dir="rtl"');
    for (const shown of ['Helpt je een huis te zoeken.', 'يساعدك في البحث عن منزل', 'متجر السكن', 'ترجمة. النص الهولندي هو المعتمد.', 'مفتوح الآن حتى 12:00', 'هذا النص متوفر بالهولندية فقط.', 'الهولندية، العربية'.slice(0, 9)]) expect(page, shown).toContain(shown);
    for (const [lang, said] of [['fr', 'Ouvert maintenant'], ['uk', 'Відчинено зараз'], ['en', 'Open now until']] as const) expect((await see(`/services/${id}?lang=${lang}`)).body).toContain(said);
  });

  it('is searched in plain words, by theme, and in the newcomer’s words', async () => {
    expect((await see('?text=huis')).body).toContain('Woonwinkel');
    expect((await see('?theme=leisure')).body).toContain('Bibliotheek');
    expect((await see('?lang=fr&text=logement')).body).toContain('Woonwinkel');
    expect((await see('?text=huis')).body).not.toContain('Vluchthuis');
    expect((await see('?text=qqqq')).body).toContain('Niets gevonden');
  });

  it('answers alike for what is hidden, ended, unknown or of an authority that is not there', async () => {
    const plain = (body: string) => body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replace(/34022|99999/g, 'NIS');
    const none = plain((await see(`/services/${newId()}`)).body);
    for (const path of [`/social-map/34022/services/${hidden}`, `/social-map/99999/services/${id}`, '/social-map/34022/services/nothing']) {
      const page = await world.visitor().get(path);
      expect([page.status, plain(page.body) === none], path).toEqual([404, true]);
    }
  });

  it('is switched off by the authority, and back on', async () => {
    await world.write((tx) => setPublicPages(tx, false));
    expect([(await see('')).status, (await see(`/services/${id}`)).status]).toEqual([404, 404]);
    await world.write((tx) => setPublicPages(tx, true));
    expect((await see('')).status).toBe(200);
  });

  it('has no barrier, with and without script, from left to right and from right to left', async () => {
    for (const [path, javaScript] of [[`/services/${id}`, true], [`/services/${id}?lang=ar`, true], ['?lang=uk&text=huis', true]] as const) {
      const page = await openPage(world, { javaScript });
      await page.goto(`/social-map/34022${path}`);
      await checkPage(page);
      await page.context().close();
    }
  }, 60_000);

  it('measures distances right over a town', () => {
    expect(metresBetween({ latitude: 50.8279, longitude: 3.2646 }, { latitude: 50.8279, longitude: 3.2788 })).toBeCloseTo(998.7, 0);
  });
});
