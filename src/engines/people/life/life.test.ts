import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { findContactPreference, findPerson, registerHouseholds } from '../index.ts';
import { aFamily, aPerson } from '../testing.ts';

describe('a life over time', () => {
  let world: World;
  let worker: Client & { accountId: string };
  let desk: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld();
    worker = await world.signIn('social-worker', { name: 'Noor Peeters' });
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());

  const register = async (name: string) => (await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson(name).speaking('ar')).livingIn('Voorbeeldgem').arrivedOn('2026-02-10').asHousehold])))[0]!.personIds[0]!;
  const timeline = (id: string) => world.read((read) => findTimeline(read, { type: 'person', id }));
  /** The address of the form that changes the only line of a part. */
  const changeOf = async (id: string, tab: string, part: string) => new RegExp(`/people/${id}/${part}/[0-9a-f-]+/change`).exec((await worker.get(`/people/${id}/${tab}`)).body)![0];

  describe('of languages', () => {
    it('has a level of each skill, the last that was said of it, with who said it and when', async () => {
      const id = await register('Amira Niveau');
      expect((await desk.post(`/people/${id}/language-levels/new`, { language: 'Nederlands', listening: 'A2', speaking: 'A1', reading: 'none', assessedOn: '2026-01-15', how: 'told' })).status).toBe(303);
      expect((await desk.post(`/people/${id}/language-levels/new`, { language: 'nl', speaking: 'B1', assessedOn: '2026-03-01', how: 'tested', assessedBy: 'Centrum voor basiseducatie' })).status).toBe(303);
      const { value } = await worker.json(`/api/v1/people/${id}/languages`);
      expect(value.languages).toEqual([
        { code: 'ar', contactRank: 1, levels: {} },
        { code: 'nl', contactRank: null, levels: { listening: { level: 'A2', assessedOn: '2026-01-15', how: 'told' }, reading: { level: 'none', assessedOn: '2026-01-15', how: 'told' }, speaking: { level: 'B1', assessedOn: '2026-03-01', how: 'tested' } } },
      ]);
      const page = await worker.get(`/people/${id}/languages`);
      for (const words of ['Centrum voor basiseducatie', 'getest', '15 jan 2026', 'B1', `language-levels/new?language=nl`]) expect(page.body).toContain(words);
      expect((await timeline(id)).find(({ act }) => act === 'level-noted')).toMatchObject({ detail: { language: 'nl' } });
    });

    it('is what a list asks for: at least a level, spoken, read or written', async () => {
      const id = await register('Bilal Filter');
      await desk.post(`/people/${id}/language-levels/new`, { language: 'nl', speaking: 'A2', assessedOn: '2026-02-01', how: 'heard' });
      const found = async (query: string) => (await desk.json(`/api/v1/people?q=Bilal+Filter&${query}`)).value.count;
      expect([await found('level=nl-speaking-A1'), await found('level=nl-speaking-A2'), await found('level=nl-speaking-B1'), await found('level=nl-reading-A1')]).toEqual([1, 1, 0, 0]);
      const change = await changeOf(id, 'languages', 'language-levels');
      await desk.post(change, { version: 1, language: 'nl', speaking: 'B2', assessedOn: '2026-02-01', how: 'tested' });
      expect([await found('level=nl-speaking-B1'), await found('level=nl-speaking-C1')]).toEqual([1, 0]);
      await desk.post(change.replace('change', 'remove'), { version: 2 });
      expect(await found('level=nl-speaking-A1')).toBe(0);
    });

    it('asks for at least one skill, a language that is one and a day that came', async () => {
      const id = await register('Carim Leeg');
      const refused = await desk.post(`/people/${id}/language-levels/new`, { language: 'Klingoons van hier', assessedOn: '2026-03-01', how: 'told' });
      expect([refused.status, refused.body.includes('Deze taal kennen we niet'), refused.body.includes('value="Klingoons van hier"')]).toEqual([422, true, true]);
      expect((await desk.post(`/people/${id}/language-levels/new`, { language: 'nl', assessedOn: '2026-03-01', how: 'told' })).body).toContain('minstens één vaardigheid');
      expect((await desk.post(`/people/${id}/language-levels/new`, { language: 'nl', reading: 'A1', assessedOn: '2026-03-09', how: 'told' })).body).toContain('Deze dag moet nog komen');
    });
  });

  describe('of school and work', () => {
    it('shows the highest level first, what is recognised, and the work of now', async () => {
      const id = await register('Dina School');
      await desk.post(`/people/${id}/schooling/new`, { level: 'upper-secondary', country: 'Syrië', fromYear: '2004', untilYear: '2007', isCompleted: 'yes' });
      await desk.post(`/people/${id}/schooling/new`, { level: 'bachelor', field: 'Farmacie', country: 'Syrië', fromYear: '2007', untilYear: '2010', isCompleted: 'no', recognition: 'asked' });
      await desk.post(`/people/${id}/jobs/new`, { occupation: 'Kapper', country: 'Libanon', fromYear: '2012', untilYear: '2014' });
      await desk.post(`/people/${id}/jobs/new`, { occupation: 'Kassier', employer: 'Winkel', fromYear: '2025', isCurrent: 'yes' });
      await desk.post(`/people/${id}/work-situations/new`, { situation: 'employed', fromDay: '2025-09-01' });
      const { value } = await worker.json(`/api/v1/people/${id}/school-and-work`);
      expect(value.schooling.map(({ level, country, isCompleted, recognition }: Record<string, unknown>) => [level, country, isCompleted, recognition])).toEqual([['bachelor', 'SY', false, 'asked'], ['upper-secondary', 'SY', true, 'unknown']]);
      expect(value.jobs.map(({ occupation, isCurrent }: Record<string, unknown>) => [occupation, isCurrent])).toEqual([['Kassier', true], ['Kapper', false]]);
      const page = await worker.get(`/people/${id}/school-and-work`);
      for (const words of ['Bachelor', 'Farmacie', 'hoogste niveau', 'niet afgewerkt', 'Aangevraagd', '2012 tot 2014', 'Werkt in loondienst', 'sinds 1 sep 2025']) expect(page.body).toContain(words);
    });

    it('refuses an end before its beginning, and work of now that ended', async () => {
      const id = await register('Elias Jaar');
      expect((await desk.post(`/people/${id}/schooling/new`, { level: 'primary', fromYear: '2010', untilYear: '2004' })).body).toContain('Het einde ligt voor het begin');
      expect((await desk.post(`/people/${id}/jobs/new`, { occupation: 'Bakker', untilYear: '2020', isCurrent: 'yes' })).body).toContain('Werk dat nu loopt');
      await desk.post(`/people/${id}/work-situations/new`, { situation: 'seeking', fromDay: '2026-01-01' });
      const twice = await desk.post(`/people/${id}/work-situations/new`, { situation: 'seeking', fromDay: '2026-02-01' });
      expect([twice.status, twice.body.includes('geldt al iets anders')]).toEqual([422, true]);
      expect((await desk.post(`/people/${id}/work-situations/new`, { situation: 'volunteering', fromDay: '2026-02-01' })).status).toBe(303);
    });

    it('keeps how it was noted before, shows both versions to the second writer, and takes a mistake away and back', async () => {
      const id = await register('Farah Versie');
      await desk.post(`/people/${id}/jobs/new`, { occupation: 'Naaister' });
      const change = await changeOf(id, 'school-and-work', 'jobs');
      expect((await worker.post(change, { version: 1, occupation: 'Kleermaker' })).status).toBe(303);
      const second = await desk.post(change, { version: 1, occupation: 'Naaister', employer: 'Atelier' });
      expect(second.status).toBe(409);
      for (const words of ['Iemand anders bewaarde intussen', 'Kleermaker', 'value="Atelier"', 'name="version" value="2"']) expect(second.body).toContain(words);
      const form = await desk.get(change);
      for (const words of ['Hoe het vroeger genoteerd stond', 'Beroep: Naaister', 'Noor Peeters']) expect(form.body).toContain(words);
      const removed = await desk.post(change.replace('change', 'remove'), { version: 2 });
      expect([removed.status, removed.location]).toEqual([303, `/people/${id}/school-and-work`]);
      expect((await worker.get(`/people/${id}/school-and-work`)).body).not.toContain('Kleermaker');
      expect((await desk.post(change.replace('change', 'return'))).status).toBe(303);
      expect((await worker.get(`/people/${id}/school-and-work`)).body).toContain('Kleermaker');
      expect((await timeline(id)).map(({ act }) => act).filter((act) => act.startsWith('job-'))).toEqual(['job-returned', 'job-removed', 'job-changed', 'job-noted']);
    });
  });

  describe('of homes', () => {
    it('tells where letters go when someone lives apart, and keeps the homes of before', async () => {
      const id = await register('Ghassan Kot');
      const household = (await world.read((read) => findPerson(read, id)))!.householdId!;
      await desk.post(`/people/${id}/own-addresses/new`, { kind: 'student-room', street: 'Studentenstraat', number: '8', postcode: '9000', municipality: 'Gent', fromDay: '2026-02-20', takesLetters: 'yes' });
      expect(await world.read((read) => findContactPreference(read, id))).toMatchObject({ channel: 'post', value: 'Studentenstraat 8\n9000 Gent' });
      expect((await desk.post(`/people/${id}/own-addresses/new`, { kind: 'hospital', municipality: 'Halle', takesLetters: 'yes' })).body).toContain('brieven al naar een ander eigen adres');
      await desk.post(`/households/${household}/change`, { version: 1, arrivedOn: '2026-02-10', street: 'Nieuwstraat', number: '2', postcode: '1500', municipality: 'Voorbeeldgem', movedOn: '2026-02-25' });
      const page = await worker.get(`/people/${id}/homes`);
      for (const words of ['Kerkstraat 12', '10 feb 2026 tot 25 feb 2026', 'Nieuwstraat 2', 'sinds 25 feb 2026', 'Studentenstraat 8', 'Kot of internaat']) expect(page.body).toContain(words);
      const { value } = await worker.json(`/api/v1/people/${id}/homes`);
      expect(value.homes.map(({ address, untilDay }: { address: { street: string }; untilDay: string | null }) => [address.street, untilDay])).toEqual([['Nieuwstraat', null], ['Kerkstraat', '2026-02-25']]);
    });
  });

  describe('of residence', () => {
    it('is noted, ends what ran, and is for social workers only; each reading is on record', async () => {
      const id = await register('Hanan Verblijf');
      await worker.post(`/people/${id}/statuses/new`, { type: 'asylum-applicant', fromDay: '2025-03-01', document: 'Attest van immatriculatie', expiresOn: '2026-03-20' });
      await worker.post(`/people/${id}/statuses/new`, { type: 'family-reunification', fromDay: '2025-06-01' });
      const done = await worker.post(`/people/${id}/statuses/new`, { type: 'refugee', fromDay: '2026-02-15', endsPrevious: 'yes', document: 'A-kaart', documentNumber: 'B 000', expiresOn: '2031-02-15' });
      expect(done.status).toBe(303);
      const { value } = await worker.json(`/api/v1/people/${id}/status`);
      expect(value.statuses.map(({ type, fromDay, untilDay }: Record<string, unknown>) => [type, fromDay, untilDay])).toEqual([['refugee', '2026-02-15', null], ['asylum-applicant', '2025-03-01', null], ['family-reunification', '2025-06-01', '2026-02-15']]);
      for (const role of ['guide', 'front-desk', 'volunteer', 'policy'] as const) expect([role, (await (await world.signIn(role)).get(`/people/${id}/status`)).status]).toEqual([role, 403]);
      expect((await worker.get(`/people/${id}`)).body).not.toContain('vluchteling');
      const acts = await timeline(id);
      expect(acts.filter(({ act }) => act === 'status-read')).toHaveLength(1);
      expect(JSON.stringify(acts)).not.toContain('refugee');
    });

    it('has one ground at a time, while procedures run beside it; and only what existed then', async () => {
      const id = await register('Idris Overlap');
      const note = (fields: Record<string, string>) => worker.post(`/people/${id}/statuses/new`, fields);
      expect((await note({ type: 'student', fromDay: '2024-09-01', untilDay: '2025-09-01' })).status).toBe(303);
      expect((await note({ type: 'work', fromDay: '2025-08-01' })).body).toContain('geldt al iets anders');
      expect((await note({ type: 'work', fromDay: '2025-09-01' })).status).toBe(303);
      expect((await note({ type: 'regularisation-asked', fromDay: '2025-10-01' })).status).toBe(303);
      expect((await note({ type: 'regularisation-asked', fromDay: '2025-11-01' })).status).toBe(422);
      expect((await note({ type: 'temporary-protection', fromDay: '2019-01-01', untilDay: '2019-06-01' })).body).toContain('dat op die dag bestond'.replace('dat', 'die'));
      expect((await note({ type: 'made-up', fromDay: '2019-01-01' })).status).toBe(422);
    });

    it('that runs out stands on the page of today thirty days before, and goes once it was renewed', async () => {
      const own = await createWorld();
      const social = await own.signIn('social-worker');
      const [family] = await own.write((tx) => registerHouseholds(tx, [aFamily('Jamal Loopt-Af').asHousehold]));
      const id = family!.personIds[0]!;
      await social.post(`/people/${id}/statuses/new`, { type: 'subsidiary-protection', fromDay: '2025-04-03', document: 'A-kaart', expiresOn: '2026-04-03' });
      const today = () => social.get('/').then(({ body }) => body.includes('Bij 1 persoon loopt het verblijf af'));
      expect(await today()).toBe(false);
      own.clock.set('2026-03-04T09:00');
      expect(await today()).toBe(true);
      const list = await social.get('/people/expiring');
      for (const words of ['Jamal Loopt-Af', 'Subsidiair beschermd', 'loopt af over 30 dagen']) expect(list.body).toContain(words);
      expect((await (await own.signIn('guide')).get('/')).body).not.toContain('verblijf af');
      const change = new RegExp(`/people/${id}/statuses/[0-9a-f-]+/change`).exec((await social.get(`/people/${id}/status`)).body)![0];
      await social.post(change, { version: 1, type: 'subsidiary-protection', fromDay: '2025-04-03', document: 'A-kaart', expiresOn: '2028-04-03' });
      expect(await today()).toBe(false);
      await own.close();
    });
  });

  it('of another authority answers as one that is not there', async () => {
    const elsewhere = await world.anotherTenant();
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily('Verre Vreemde').asHousehold]), elsewhere);
    const id = family!.personIds[0]!;
    for (const path of ['languages', 'homes', 'school-and-work', 'status', 'jobs/new']) expect([path, (await worker.get(`/people/${id}/${path}`)).status]).toEqual([path, 404]);
    expect((await worker.post(`/people/${id}/jobs/new`, { occupation: 'Bakker' })).status).toBe(404);
  });
});
