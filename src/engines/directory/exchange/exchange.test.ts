import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { newId } from '../../../kernel/id.ts';
import { findService, noteAnswer } from '../index.ts';
import { aService } from '../testing.ts';
import type { Json } from './json.ts';

const example = fileURLToPath(new URL('../../../../../shared/data/hsds/examples_service_full.json', import.meta.url));

let world: World;
let coordinator: Client;
beforeEach(async () => {
  world = await createWorld({ at: '2026-03-10T09:00' });
  coordinator = await world.signIn('coordinator');
  return () => world.close();
});

const organisation = { id: newId(), name: 'Wonen vzw', description: 'Helpt bij wonen.', programs: [{ id: newId(), name: 'Huurplan', description: '' }] };
const aDocument = (more: Json = {}): Json => ({ id: newId(), name: 'Woonwinkel', status: 'active', description: 'Zoekt mee.', licenses: 'Erkend', organization: organisation, ...more });

async function upload(contents: unknown, client = coordinator): Promise<string> {
  const reply = await client.upload('/directory/import', {}, { file: { filename: 'kaart.json', bytes: typeof contents === 'string' ? contents : JSON.stringify(contents), type: 'application/json' } });
  await world.runJobs();
  return reply.location!;
}

async function commit(at: string, client = coordinator): Promise<void> {
  const version = /name="version" value="(\d+)"/.exec((await client.get(at)).body)?.[1];
  await client.post(`${at}/commit`, { version });
  await world.runJobs();
}

async function exported(client = coordinator): Promise<Json[]> {
  return (JSON.parse((await client.get('/directory/export')).body) as { contents: Json[] }).contents;
}

describe('the map in the form of Open Referral', () => {
  it('comes in with all that it does not know, and goes out the same', async () => {
    const documents = [aDocument(), aDocument({ name: 'Huurklas', schedules: [{ id: newId(), freq: 'MONTHLY', bymonthday: '1', description: 'Elke eerste van de maand' }] })];
    const at = await upload({ contents: documents });
    expect((await coordinator.get(at)).body).toContain('2 diensten overnemen');
    expect(await exported()).toEqual([]);
    await commit(at);
    expect(sorted(await exported())).toEqual(sorted(documents));
  });

  it.skipIf(!existsSync(example))('holds their full example without losing a word (needs the open data)', async () => {
    const document = JSON.parse(readFileSync(example, 'utf8')) as Json;
    await commit(await upload(document));
    expect(await exported()).toEqual([document]);
    const one = await coordinator.json(`/api/v1/hsds/services/${String(document['id'])}`);
    expect(one.value).toEqual(document);
    const page = (await coordinator.get(`/directory/services/${String(document['id'])}`)).body;
    for (const shown of ['Community Counselling', 'MyCity Civic Center', 'van 12 tot 100 jaar', 'Urdu']) expect(page).toContain(shown);
  });

  it('passes from one authority to another unchanged, with what was filled in here', async () => {
    const id = await world.write((tx) => aService(tx, { name: 'Woonwinkel', address: 'Kerkstraat 1\n8500 Voorbeeldgem', languages: ['nl', 'ar'], notAccepting: null }));
    await coordinator.post(`/directory/services/${id}/hours`, { version: 1, day1: '9-12, 13-16', day6: '10-12', exceptionFrom: '20/7/2026', exceptionHours: '9-12', exceptionWhy: 'Zomer', openingHours: 'Bel eerst.' });
    await coordinator.post(`/directory/services/${id}/terms`, { version: 2, offer: 'special', neededDutch: 'A2', cost: 'paid', costAmount: '5', conditions: 'Met een attest.' });
    await coordinator.post(`/directory/services/${id}/stop-accepting`, { reason: 'full' });
    const sent = await exported();
    const other = await createWorld({ at: '2026-05-01T09:00' });
    const theirs = await other.signIn('administrator');
    const at = (await theirs.upload('/directory/import', {}, { file: { filename: 'kaart.json', bytes: JSON.stringify(sent), type: 'application/json' } })).location!;
    await other.runJobs();
    await theirs.post(`${at}/commit`, { version: /name="version" value="(\d+)"/.exec((await theirs.get(at)).body)![1] });
    await other.runJobs();
    expect(await exported(theirs)).toEqual(sent);
    const here = (await coordinator.json(`/api/v1/directory/services/${id}`)).value;
    const there = (await theirs.json(`/api/v1/directory/services/${id}`)).value;
    expect({ ...there, version: 0 }).toEqual({ ...here, version: 0 });
    await other.close();
  });

  it('says what is new, changed and the same before anything happens', async () => {
    const [first, second] = [aDocument(), aDocument({ name: 'Huurklas' })];
    await commit(await upload([first, second]));
    const at = await upload([first, { ...second, description: 'Iets anders' }, aDocument({ name: 'Nieuw' })]);
    const page = (await coordinator.get(`${at}?outcome=changed`)).body;
    for (const shown of ['Huurklas', 'description', '3 diensten overnemen']) expect(page).toContain(shown);
    const [before] = sorted(await exported());
    expect(before!['description']).toBe('Zoekt mee.');
    await commit(at);
    expect((await exported()).map(({ description }) => description).toSorted()).toEqual(['Iets anders', 'Zoekt mee.', 'Zoekt mee.']);
    expect((await coordinator.get(at)).body).toContain('Bijgewerkt');
  });

  it('merges nothing in silence: who looks the same waits until someone decides', async () => {
    const id = await world.write((tx) => aService(tx, { name: 'Woonwinkel', organisation: 'Wonen vzw' }));
    const known = (await exported())[0]!;
    const at = await upload([aDocument({ organization: known['organization'] }), aDocument({ name: 'Huurklas' })]);
    expect((await coordinator.get(at)).body).toContain('2 diensten wachten tot jij beslist');
    const one = (await coordinator.get(`${at}/rows/1`)).body;
    expect(one).toContain('Bij deze organisatie staat al een dienst met deze naam');
    await coordinator.post(`${at}/rows/1`, { version: versionIn(one), decision: 'update' });
    const two = (await coordinator.get(`${at}/rows/2`)).body;
    expect(two).toContain('Er staat al een organisatie met deze naam');
    await coordinator.post(`${at}/rows/2`, { version: versionIn(two), decision: 'use-organisation' });
    await commit(at);
    const services = await exported();
    expect(services.map(({ name }) => name).toSorted()).toEqual(['Huurklas', 'Woonwinkel']);
    expect(services.every(({ organization }) => (organization as Json)['id'] === (known['organization'] as Json)['id'])).toBe(true);
    expect(services.find((each) => each['id'] === id)).toMatchObject({ licenses: 'Erkend', description: 'Zoekt mee.' });
  });

  it('lets what is missing be put right on the spot', async () => {
    const twice = aDocument();
    const at = await upload([twice, { ...twice, name: 'Nog een' }, { name: 'Zonder organisatie', alert: 'Bel' }]);
    expect((await coordinator.get(at)).body).toContain('staat twee keer in het bestand');
    const page = (await coordinator.get(`${at}/rows/3`)).body;
    const empty = await coordinator.post(`${at}/rows/3`, { version: versionIn(page), name: 'Zonder organisatie' });
    expect([empty.status, empty.body.includes('Geef een naam en een organisatie')]).toEqual([422, true]);
    await coordinator.post(`${at}/rows/3`, { version: versionIn(page), name: 'Met organisatie', newOrganisation: 'Nieuwe vzw' });
    await coordinator.post(`${at}/rows/2`, { version: versionIn((await coordinator.get(`${at}/rows/2`)).body), decision: 'leave' });
    await commit(at);
    const services = await exported();
    expect(services.map(({ name }) => name).toSorted()).toEqual(['Met organisatie', 'Woonwinkel']);
    expect(services.find(({ name }) => name === 'Met organisatie')).toMatchObject({ alert: 'Bel', organization: { name: 'Nieuwe vzw' } });
  });

  it('shows both deciders what the first decided', async () => {
    await world.write((tx) => aService(tx, { name: 'Woonwinkel', organisation: 'Wonen vzw' }));
    const at = await upload([aDocument()]);
    const version = versionIn((await coordinator.get(`${at}/rows/1`)).body);
    expect((await coordinator.post(`${at}/rows/1`, { version, decision: 'leave' })).status).toBe(303);
    expect((await coordinator.post(`${at}/rows/1`, { version, decision: 'use-organisation' })).status).toBe(409);
  });

  it.each([['geen json', 'geen JSON'], ['[]', 'staan geen diensten'], ['{"x":1}', 'staan geen diensten'], ['[1,2]', 'staan geen diensten']])('refuses %j as a file', async (bytes, said) => {
    const reply = await coordinator.upload('/directory/import', {}, { file: { filename: 'x.json', bytes, type: 'application/json' } });
    expect([reply.status, reply.body.includes(said)]).toEqual([422, true]);
  });

  it('keeps how a service answers when it is brought up to date, and counts the import once', async () => {
    const document = aDocument();
    await commit(await upload([document]));
    for (const days of [1, 1, 1]) await world.write((tx) => noteAnswer(tx, { serviceId: String(document['id']), outcome: 'accepted', days }));
    await commit(await upload([{ ...document, name: 'Anders' }]));
    expect(await world.read((read) => findService(read, String(document['id'])))).toMatchObject({ name: 'Anders', answers: { counted: 3, within: 1 } });
  });

  it('is listed page by page for programs, and only for who may', async () => {
    await commit(await upload([aDocument(), aDocument({ name: 'Huurklas' }), aDocument({ name: 'Taalklas' })]));
    const token = await world.token(['directory:read']);
    const page = await token.json('/api/v1/hsds/services?per_page=2&page=2');
    expect(page.value).toMatchObject({ total_items: 3, total_pages: 2, page_number: 2, size: 1, last_page: true, contents: [{ licenses: 'Erkend' }] });
    expect((await world.signIn('guide').then((guide) => guide.get('/directory/import'))).status).toBe(403);
  });
});

const sorted = (documents: Json[]) => documents.toSorted((one, other) => String(one['id']).localeCompare(String(other['id'])));
const versionIn = (body: string) => /name="version" value="(\d+)"/.exec(body)![1];
