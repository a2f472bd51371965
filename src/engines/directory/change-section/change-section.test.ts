import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { aService } from '../testing.ts';
import { findRevisions, findWholeService } from '../whole-service.store.ts';

describe('a service, part by part', () => {
  let world: World;
  let desk: Client;
  let id: string;
  let at: string;
  beforeAll(async () => {
    world = await createWorld({ nisCode: '34022', name: 'Voorbeeldgem' });
    desk = await world.signIn('coordinator');
    id = await world.write((tx) => aService(tx, { name: 'Woonwinkel', address: 'Kerkstraat 1\n8500 Voorbeeldgem', openingHours: 'Op afspraak.' }));
    at = `/directory/services/${id}`;
  });
  afterAll(() => world.close());

  const whole = async () => (await world.read((read) => findWholeService(read, id)))!;
  const version = async () => (await whole()).version;
  const save = async (part: string, fields: Record<string, unknown>) => desk.post(`${at}/${part}`, { version: await version(), ...fields } as never);

  it('has its lines of address as a place in its municipality', async () => {
    expect((await whole()).places).toMatchObject([{ street: 'Kerkstraat 1', postalCode: '8500', city: 'Voorbeeldgem', nis: '34022' }]);
    expect(await whole()).toMatchObject({ address: 'Kerkstraat 1\n8500 Voorbeeldgem', located: ['34022'] });
  });

  it('keeps hours with exceptions, and what does not fit in words', async () => {
    const saved = await save('hours', { day1: '9-12, 13.30-17', day2: '9u tot 12u', exceptionFrom: ['20/7/2026', ''], exceptionUntil: ['31/7/2026', ''], exceptionHours: ['', ''], exceptionWhy: ['Vakantie', ''], openingHours: 'Op afspraak.' });
    expect(saved.status).toBe(303);
    expect((await whole()).hours).toEqual({
      weekly: [{ day: 1, from: '09:00', until: '12:00' }, { day: 1, from: '13:30', until: '17:00' }, { day: 2, from: '09:00', until: '12:00' }],
      holidays: 'closed',
      exceptions: [{ from: '2026-07-20', until: '2026-07-31', spans: [], why: 'Vakantie' }],
    });
    const page = (await desk.get(`${at}/hours`)).body;
    for (const shown of ['value="09:00-12:00, 13:30-17:00"', 'value="20/7/2026"', 'value="Vakantie"', 'Op afspraak.']) expect(page).toContain(shown);
  });

  it('says which line of the hours cannot be read, and keeps what was typed', async () => {
    const wrong = await save('hours', { day1: '9-12', day3: 'in de voormiddag' });
    expect([wrong.status, wrong.body.includes('Deze uren lezen we niet'), wrong.body.includes('value="in de voormiddag"'), wrong.body.includes('href="#day3"')]).toEqual([422, true, true, true]);
    const late = await save('hours', { exceptionFrom: ['20/7/2026', '5/8/2026'], exceptionUntil: ['', '1/8/2026'], exceptionHours: ['', ''], exceptionWhy: ['', ''] });
    expect(late.body).toContain('href="#exceptionUntil-1"');
  });

  it('keeps several places, each with the way there', async () => {
    const { places } = await whole();
    await save('places', { placeId: [places[0]!.id, ''], placeName: ['', 'Het Huis'], street: ['Kerkstraat 1', 'Markt 2'], postalCode: ['8500', '8560'], city: ['Voorbeeldgem', 'Overstad'], coordinates: ['50,8279 3,2646', ''], accessibility: ['Lift', ''], route: ['Bus 1 tot aan de kerk', ''] });
    const now = (await whole()).places;
    expect(now[0]).toMatchObject({ id: places[0]!.id, latitude: 50.8279, longitude: 3.2646, accessibility: 'Lift', nis: '34022' });
    expect(now[1]).toMatchObject({ name: 'Het Huis', city: 'Overstad', nis: null });
    const wrong = await save('places', { placeId: [''], placeName: [''], street: ['Markt'], postalCode: [''], city: [''], coordinates: ['91, 3'], accessibility: [''], route: [''] });
    expect(wrong.body).toContain('Dit zijn geen coördinaten');
  });

  it('keeps contacts by role, with or without a name', async () => {
    const contacts = { contactId: ['', ''], role: ['intake', 'director'], contactName: ['', 'Leiding'], contactPhone: ['0470 00 00 21', ''], contactEmail: ['', 'leiding@example.org'], contactLanguages: ['Arabisch, Engels', ''], contactNote: ['', ''] };
    expect((await save('contacts', contacts)).status).toBe(303);
    expect((await whole()).contacts).toMatchObject([{ role: 'intake', name: '', languages: ['ar', 'en'] }, { role: 'director', email: 'leiding@example.org' }]);
    const wrong = await save('contacts', { ...contacts, contactLanguages: ['Klingon', ''] });
    expect([wrong.status, wrong.body.includes('Een van deze talen kennen we niet')]).toEqual([422, true]);
  });

  it('says for whom it is, what it costs and which Dutch it takes', async () => {
    expect((await save('terms', { offer: 'ordinary', minAge: '18', neededDutch: 'A2', interpreter: 'yes', cost: 'paid', costAmount: '12,50', costNote: 'per les', waitingDays: '14', enrolment: 'Bel voor een afspraak.' })).status).toBe(303);
    const page = (await desk.get(at)).body;
    for (const shown of ['vanaf 18 jaar', 'A2', '12,50', 'per les', 'ongeveer 14 dagen', 'Bel voor een afspraak.']) expect(page).toContain(shown);
    for (const [fields, said] of [[{ minAge: '60', maxAge: '18' }, 'ligt onder de laagste'], [{ cost: 'free', costAmount: '3' }, 'hoort bij te betalen'], [{ cost: 'paid', costAmount: 'veel' }, 'geen bedrag'], [{ notAcceptingUntil: '2026-09-01' }, 'neemt nu mensen aan']] as const) {
      expect((await save('terms', { offer: 'ordinary', ...fields })).body, said).toContain(said);
    }
  });

  it('keeps what the organisation wrote in another language', async () => {
    await save('wording', { 'name-ar': 'متجر السكن', 'does-ar': 'يساعد في البحث عن منزل' });
    expect((await whole()).wording).toEqual({ ar: { name: 'متجر السكن', does: 'يساعد في البحث عن منزل' } });
  });

  it('shows both versions to the second of two, and keeps how it stood', async () => {
    const seen = await version();
    await desk.post(`${at}/hours`, { version: seen, day1: '10-12' });
    const second = await desk.post(`${at}/hours`, { version: seen, day1: '14-16' });
    expect([second.status, second.body.includes('10:00-12:00'), second.body.includes('value="14-16"')]).toEqual([409, true, true]);
    const [latest] = await world.read((read) => findRevisions(read, id));
    expect(latest).toMatchObject({ section: 'hours', after: { hours: { weekly: [{ day: 1, from: '10:00', until: '12:00' }] } } });
    expect((latest!.before as { hours: { weekly: unknown[] } }).hours.weekly).toHaveLength(3);
    expect((await desk.get(at)).body).toContain('Openingsuren gewijzigd');
  });

  it('counts a change as looked at, also when nothing differs', async () => {
    world.clock.advance({ days: 400 });
    expect((await desk.get(at)).body).toContain('verouderd');
    const { wording } = await whole();
    await save('wording', { 'name-ar': wording['ar']!.name, 'does-ar': wording['ar']!.does });
    expect((await desk.get(at)).body).not.toContain('verouderd');
  });
});
