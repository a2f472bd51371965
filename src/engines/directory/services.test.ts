import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { findServices, getService, putMunicipalities } from './index.ts';
import { aService } from './testing.ts';

describe('the social map', () => {
  let world: World;
  let desk: Client;
  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());

  const woonwinkel = { newOrganisation: 'Wonen vzw', name: 'Woonwinkel', does: 'Zoekt mee naar een huis.', themes: ['housing', 'money-administration'], languages: ['ar', 'nl'], email: 'woonwinkel@example.org', phone: '0470 00 00 11', website: 'www.example.org' };
  const add = async (fields: Record<string, unknown> = {}) => (await desk.post('/directory/services', { ...woonwinkel, ...fields } as never)).location!;

  it('offers the first act while it is empty', async () => {
    const fresh = await createWorld();
    const page = await (await fresh.signIn('front-desk')).get('/directory');
    expect(page.body).toContain('Nog geen diensten op de kaart');
    expect(page.body).toContain('href="/directory/services/new"');
    await fresh.close();
  });

  it('shows a service with its organisation, both added in one go', async () => {
    const at = await add();
    expect(at).toMatch(/^\/directory\/services\/[\w-]{36}$/);
    const page = await desk.get(at);
    for (const words of ['Woonwinkel', 'Wonen vzw', 'Zoekt mee naar een huis.', 'Arabisch, Nederlands', 'href="https://www.example.org"', 'href="tel:0470000011"', 'Dienst toegevoegd']) expect(page.body).toContain(words);
  });

  it('gives a second service to the organisation whose name is typed again', async () => {
    const first = await desk.json('/api/v1/directory/services', { ...woonwinkel, newOrganisation: 'Huis van het Kind', name: 'Speelbabbel' });
    const second = await desk.json('/api/v1/directory/services', { ...woonwinkel, newOrganisation: 'huis van het kind', name: 'Opvoedwinkel' });
    const [one, two] = [await desk.json(`/api/v1/directory/services/${first.value.id}`), await desk.json(`/api/v1/directory/services/${second.value.id}`)];
    expect(one.value.organisation).toEqual(two.value.organisation);
  });

  it('keeps what was typed and says what is wrong beside the field', async () => {
    const wrong = await desk.post('/directory/services', { ...woonwinkel, phone: 'nul-vier', does: 'Een zin die blijft staan.' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Dit is geen telefoonnummer');
    expect(wrong.body).toContain('Een zin die blijft staan.');
    const withoutTheme = await desk.post('/directory/services', { ...woonwinkel, themes: undefined });
    expect(withoutTheme.body).toContain('Kies een van de mogelijkheden');
    const scripted = await desk.post('/directory/services', { ...woonwinkel, website: 'javascript:alert(1)//example.org' });
    expect(scripted.body).toContain('Dit is geen webadres');
  });

  it('shows both versions to the second of two who change a service', async () => {
    const at = await add({ name: 'Taalpunt', newOrganisation: 'Taal vzw' });
    const first = await desk.post(`${at}/change`, { ...woonwinkel, version: 1, name: 'Taalpunt Noord' });
    expect(first.status).toBe(303);
    const second = await desk.post(`${at}/change`, { ...woonwinkel, version: 1, name: 'Taalpunt Zuid' });
    expect(second.status).toBe(409);
    expect(second.body).toContain('Taalpunt Noord');
    expect(second.body).toContain('value="Taalpunt Zuid"');
    expect(second.body).toContain('name="version" value="2"');
    const again = await desk.post(`${at}/change`, { ...woonwinkel, version: 2, name: 'Taalpunt Zuid' });
    expect(again.status).toBe(303);
  });

  it('says why a service takes nobody on and since when, until it does again', async () => {
    const at = await add({ name: 'Rechtswinkel', newOrganisation: 'Recht vzw' });
    await desk.post(`${at}/stop-accepting`, { reason: 'waiting-list' });
    expect((await desk.get(at)).body).toContain('Wachtlijst, sinds 3 mrt 2026');
    expect((await desk.get('/directory?accepting=no')).body).toContain('Rechtswinkel');
    expect((await desk.get('/directory?accepting=yes')).body).not.toContain('Rechtswinkel');
    await desk.post(`${at}/accept`);
    expect((await desk.get('/directory?accepting=yes')).body).toContain('Rechtswinkel');
  });

  it('warns when nobody looked at a service for half a year, until someone confirms it', async () => {
    const at = await add({ name: 'Fietspunt', newOrganisation: 'Fiets vzw' });
    world.clock.set('2026-09-04T09:00');
    expect((await desk.get(at)).body).toContain('Dit is sinds 3 mrt 2026 niet meer nagekeken');
    await desk.post(`${at}/confirm`);
    expect((await desk.get(at)).body).not.toContain('niet meer nagekeken');
    world.clock.set('2026-03-03T09:00');
  });

  it('finds an ended service no more, and keeps it readable', async () => {
    const at = await add({ name: 'Zomerbar', newOrganisation: 'Zomer vzw' });
    await desk.post(`${at}/end`);
    expect((await desk.get('/directory?text=zomerbar')).body).toContain('Geen diensten met deze filters');
    expect((await desk.get(at)).body).toContain('Deze dienst bestaat niet meer sinds dinsdag 3 maart 2026');
    expect((await desk.post(`${at}/end`)).body).toContain('was al van de kaart');
    await desk.post(`${at}/restart`);
    expect((await desk.get('/directory?text=zomerbar')).body).toContain('1 dienst');
  });

  it('is read by every role and changed by those who keep it', async () => {
    const policy = await world.signIn('policy');
    expect((await policy.get('/directory')).status).toBe(200);
    expect((await policy.get('/directory')).body).not.toContain('/directory/services/new');
    expect((await policy.post('/directory/services', woonwinkel)).status).toBe(403);
  });

  it('answers for a service of another authority as for one that is not there', async () => {
    const elsewhere = await world.anotherTenant();
    const id = await world.write((tx) => aService(tx), elsewhere);
    const [foreign, random] = [await desk.get(`/directory/services/${id}`), await desk.get('/directory/services/01a20b0d-7869-7499-a46b-045d89c9fec7')];
    expect(foreign.status).toBe(404);
    expect(foreign.body.replaceAll(id, '')).toBe(random.body.replaceAll('01a20b0d-7869-7499-a46b-045d89c9fec7', ''));
    expect((await desk.post(`/directory/services/${id}/confirm`)).status).toBe(404);
  });

  it('is found from the search in the header', async () => {
    await add({ name: 'Dokter van de wijk', newOrganisation: 'Wijkgezondheid vzw' });
    expect((await desk.get('/search?q=dokter')).body).toContain('Dokter van de wijk');
  });

  it('renames an organisation, but not to the name of another', async () => {
    const { location } = await desk.post('/directory/organisations', { name: 'Oude naam', phone: '0470 00 00 12' });
    await desk.post('/directory/organisations', { name: 'Bestaande naam' });
    const taken = await desk.post(`${location}/change`, { version: 1, name: 'BESTAANDE naam' });
    expect(taken.body).toContain('Er is al een organisatie met deze naam');
    await desk.post(`${location}/change`, { version: 1, name: 'Nieuwe naam' });
    expect((await desk.get(location!)).body).toContain('Nieuwe naam');
    const late = await desk.post(`${location}/change`, { version: 1, name: 'Derde naam' });
    expect([late.status, late.body.includes('Nieuwe naam')]).toEqual([409, true]);
  });
});

describe('finding services', () => {
  let world: World;
  const names = async (filter: Parameters<typeof findServices>[1]) => (await world.read((read) => findServices(read, filter))).map(({ name }) => name);
  beforeAll(async () => {
    world = await createWorld({ kind: 'partnership', nisCode: '34022' });
    await world.write(async (tx) => {
      await putMunicipalities(tx, [{ nis: '34022', name: 'Voorbeeldgem' }, { nis: '34040', name: 'Overstad' }]);
      await aService(tx, { name: 'Woonwinkel', organisation: 'Wonen vzw', themes: ['housing'], languages: ['nl', 'ar'], municipalities: ['34022'] });
      await aService(tx, { name: 'Budgethulp', organisation: 'Welzijn Noord', does: 'Helpt met schulden en facturen.', themes: ['money-administration'], languages: ['nl'], municipalities: ['34040'] });
      await aService(tx, { name: 'Infopunt', organisation: 'Het Huis', does: 'Antwoordt op alle vragen.', themes: ['housing', 'work', 'other'], languages: ['ti'] });
    });
  });
  afterAll(() => world.close());

  it('finds by theme, language and both', async () => {
    expect(await names({ theme: 'housing' })).toEqual(['Infopunt', 'Woonwinkel']);
    expect(await names({ language: 'ar' })).toEqual(['Woonwinkel']);
    expect(await names({ theme: 'work', language: 'ar' })).toEqual([]);
  });

  it('finds for a municipality what covers it and what covers the whole area', async () => {
    expect(await names({ municipality: '34040' })).toEqual(['Budgethulp', 'Infopunt']);
  });

  it('finds by the start or a part of a name, by what it does, and by the organisation', async () => {
    expect(await names({ text: 'budg' })).toEqual(['Budgethulp']);
    expect(await names({ text: 'winkel' })).toEqual(['Woonwinkel']);
    expect(await names({ text: 'factuur' })).toEqual(['Budgethulp']);
    expect(await names({ text: 'welzijn noord' })).toEqual(['Budgethulp']);
  });

  it.each(["' | '*", "a' & !!(", '100%', '\\', '   ', "housing' OR 1=1"])('takes %j for words, never for an expression', async (typed) => {
    expect(await names({ text: typed, theme: 'housing' })).toBeInstanceOf(Array);
    expect(await names({ language: typed })).toEqual([]);
  });

  it('puts those that accept people first', async () => {
    const id = await world.write((tx) => aService(tx, { name: 'Aanloophuis', notAccepting: { reason: 'full', since: tx.now.toZonedDateTimeISO('Europe/Brussels').toPlainDate() } }));
    expect((await names({})).at(-1)).toBe('Aanloophuis');
    expect((await world.read((read) => getService(read, id))).notAccepting?.reason).toBe('full');
    expect(await names({ accepting: false })).toEqual(['Aanloophuis']);
  });
});

describe('the area', () => {
  let world: World;
  let coordinator: Client;
  beforeEach(async () => {
    world = await createWorld({ kind: 'partnership', nisCode: '34022' });
    coordinator = await world.signIn('coordinator');
    return () => world.close();
  });

  it('lists the municipalities that a partnership adds', async () => {
    await coordinator.post('/directory/municipalities', { nis: '34040', name: 'Overstad' });
    expect((await coordinator.get('/directory/municipalities')).body).toContain('Overstad');
    await coordinator.post('/directory/municipalities/34040/remove');
    expect((await coordinator.get('/directory/municipalities')).body).not.toContain('Overstad');
  });

  it('refuses a NIS code that is none', async () => {
    const wrong = await coordinator.post('/directory/municipalities', { nis: '340', name: 'Overstad' });
    expect([wrong.status, wrong.body.includes('Een NIS-code heeft vijf cijfers'), wrong.body.includes('value="Overstad"')]).toEqual([422, true, true]);
  });
});
