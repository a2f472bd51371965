import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { changePersons, findPerson, getPerson, registerHouseholds } from '../index.ts';
import { aFamily, aPerson, type PersonBuilder } from '../testing.ts';

describe('a person', () => {
  let world: World;
  let worker: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld();
    worker = await world.signIn('social-worker', { name: 'Noor Peeters' });
  });
  afterAll(() => world.close());

  const register = async (person: PersonBuilder) => (await world.write((tx) => registerHouseholds(tx, [aFamily(person).arrivedOn('2026-02-10').asHousehold])))[0]!.personIds[0]!;
  const person = (id: string) => world.read((read) => getPerson(read, id));
  const acts = async (id: string) => (await world.read((read) => findTimeline(read, { type: 'person', id }))).map(({ act }) => act);
  const nowhere = '01a20b0d-7869-7499-a46b-045d89c9fec7';

  it('has a page with what is known, who they live with and what happened', async () => {
    const [family] = await world.write((tx) =>
      registerHouseholds(tx, [
        aFamily(aPerson('Amira Haddad').born('1988-02-03').from('SY', 'XX').needingAnInterpreter().reachedAt('+32470000011').withName({ script: 'Arab', kind: 'script', full: 'أميرة حداد' }))
          .with('child', aPerson('Lina Haddad').born('2015'))
          .arrivedOn('2026-02-10').livingIn('Voorbeeldgem').speaking('ar').asHousehold,
      ]),
    );
    const page = await worker.get(`/people/${family!.personIds[0]}`);
    for (const words of ['Amira Haddad', 'أميرة حداد', '3 feb 1988 (38 jaar)', 'Syrië, Staatloos', 'Arabisch', 'Tolk nodig', 'tel:+32470000011', 'Lina Haddad', 'Kerkstraat 12', '1500 Voorbeeldgem', '10 feb 2026', 'Ingeschreven met het huishouden', `/households/${family!.id}`])
      expect(page.body).toContain(words);
    expect(page.body).not.toContain('Nog geen telefoon');
  });

  it('has a reading on record for each time that the file is opened', async () => {
    const id = await register(aPerson('Vaak Gelezen'));
    await worker.get(`/people/${id}`);
    const page = await worker.get(`/people/${id}`);
    expect(await acts(id)).toEqual(['person-read', 'person-read', 'household-registered']);
    expect(page.body).toContain('Wie keek dit na?');
    expect(page.body).toContain('Noor Peeters');
  });

  it('is changed where something was changed, and the history says what', async () => {
    const id = await register(aPerson('Omar Said').born('1990-01-01').speaking('ar'));
    const form = await worker.get(`/people/${id}/change`);
    for (const words of ['value="Omar"', 'value="Said"', 'value="1990"', 'name="version" value="1"']) expect(form.body).toContain(words);
    const done = await worker.post(`/people/${id}/change`, { version: 1, given: 'Umar', family: 'Said', 'birth.year': '1990', 'birth.month': '1', 'birth.day': '1', nationalities: ['Syrië', 'België'] });
    expect(done.location).toBe(`/people/${id}`);
    expect(await person(id)).toMatchObject({ name: { full: 'Umar Said' }, nationalities: ['SY', 'BE'], contactLanguages: ['ar'], version: 2 });
    expect((await world.read((read) => findTimeline(read, { type: 'person', id })))[0]).toMatchObject({ act: 'person-changed', detail: { fields: ['name', 'nationalities'] } });
    expect((await worker.get(`/people/${id}`)).body).toContain('naam, nationaliteit');
    const spoken = await worker.post(`/people/${id}/languages/change`, { version: 2, contactLanguages: ['Arabisch', 'Frans'], otherLanguages: ['Engels'], interpreter: 'no' });
    expect(spoken.location).toBe(`/people/${id}/languages`);
    expect(await person(id)).toMatchObject({ contactLanguages: ['ar', 'fr'], needsInterpreter: false, nationalities: ['SY', 'BE'], version: 3 });
    const found = (query: string) => worker.json(`/api/v1/people?${query}`).then(({ value }) => value.count);
    expect([await found('q=umar+said'), await found('q=umar&language=fr')]).toEqual([1, 1]);
  });

  it('keeps a whole name, other names and words for gender that the form does not ask for', async () => {
    const id = await register(aPerson('Tesfaye').withName({ script: 'Latn', kind: 'birth', full: 'Tesfai' }));
    await world.write((tx) => changePersons(tx, [{ id, gender: 'genderqueer', name: { given: null, family: null, full: 'Haile Selassie Tesfaye' } }]));
    const form = await worker.get(`/people/${id}/change`);
    expect(form.body).toContain('value="Haile Selassie Tesfaye"');
    expect(form.body).toContain('genderqueer');
    await worker.post(`/people/${id}/change`, { version: 2, given: 'Haile Selassie Tesfaye', 'names.0.full': 'Tesfai', 'names.0.kind': 'birth', 'names.1.full': 'ተስፋዬ', 'names.1.kind': '', 'names.2.full': '' });
    expect(await person(id)).toMatchObject({
      name: { given: null, family: null, full: 'Haile Selassie Tesfaye' },
      otherNames: [{ kind: 'birth', full: 'Tesfai' }, { script: 'Ethi', kind: 'script', full: 'ተስፋዬ' }],
      gender: 'genderqueer',
    });
  });

  it('keeps the name of before a change of name, and is found by it; a slip that is put right leaves nothing', async () => {
    const id = await register(aPerson('Layla Oudnaam'));
    await worker.post(`/people/${id}/change`, { version: 1, given: 'Layla', family: 'Oudenaam' });
    expect((await person(id)).otherNames).toEqual([]);
    await worker.post(`/people/${id}/change`, { version: 2, given: 'Layla', family: 'Nieuwkomer', keepsFormer: 'yes' });
    expect(await person(id)).toMatchObject({ name: { full: 'Layla Nieuwkomer' }, otherNames: [{ script: 'Latn', kind: 'former', full: 'Layla Oudenaam' }] });
    expect((await worker.json('/api/v1/people?q=Layla+Oudenaam')).value.count).toBe(1);
    expect((await worker.get(`/people/${id}`)).body).toContain('Vroegere naam');
  });

  it('shows both versions to the second of two who change it, and loses neither', async () => {
    const id = await register(aPerson('Rana Mansour'));
    expect((await worker.post(`/people/${id}/change`, { version: 1, given: 'Rana', family: 'Mansour', nationalities: 'Irak' })).status).toBe(303);
    const second = await worker.post(`/people/${id}/change`, { version: 1, given: 'Rania', family: 'Mansour' });
    expect(second.status).toBe(409);
    for (const words of ['Iemand anders bewaarde intussen', '<bdi>Irak</bdi>', 'value="Rania"', 'name="version" value="2"']) expect(second.body).toContain(words);
    expect(await person(id)).toMatchObject({ name: { full: 'Rana Mansour' }, version: 2 });
    expect((await worker.post(`/people/${id}/change`, { version: 2, given: 'Rania', family: 'Mansour', nationalities: 'Irak' })).status).toBe(303);
    expect(await person(id)).toMatchObject({ name: { full: 'Rania Mansour' }, nationalities: ['IQ'], version: 3 });
  });

  it('lets one of eight who save at once through', async () => {
    const id = await register(aPerson('Gelijk Tijdig'));
    const all = await Promise.all(Array.from({ length: 8 }, (_, index) => worker.post(`/people/${id}/change`, { version: 1, given: `Gelijk${index}` })));
    expect(all.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 7 }, () => 409)]);
    expect((await person(id)).version).toBe(2);
  });

  it('says what is wrong with what was typed still there', async () => {
    const id = await register(aPerson('Nour Saleh'));
    const page = await worker.post(`/people/${id}/change`, { version: 1, given: '', family: '', nationalities: ['Syrië', 'Atlantis'], 'birth.day': '30', 'birth.month': '2' });
    expect(page.status).toBe(422);
    for (const words of ['Vul een naam in', 'value="Syrië"', 'value="Atlantis"', 'Dit land kennen we niet', 'Deze datum bestaat niet']) expect(page.body).toContain(words);
    expect((await person(id)).version).toBe(1);
  });

  it('answers for one of another authority as for one that is not there', async () => {
    const elsewhere = await world.anotherTenant();
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily('Verre Vreemde').asHousehold]), elsewhere);
    const foreign = family!.personIds[0]!;
    for (const path of ['', '/change']) {
      const [one, other] = [await worker.get(`/people/${foreign}${path}`), await worker.get(`/people/${nowhere}${path}`)];
      expect([one.status, one.body.replaceAll(foreign, '')]).toEqual([404, other.body.replaceAll(nowhere, '')]);
    }
    for (const [id, household] of [[foreign, family!.id], [nowhere, nowhere]]) {
      expect((await worker.post(`/people/${id}/change`, { version: 1, given: 'X' })).status).toBe(404);
      for (const path of ['', '/change', '/add-member', `/remove-member?person=${id}`]) expect((await worker.get(`/households/${household}${path}`)).status).toBe(404);
      expect((await worker.post(`/households/${household}/change`, { version: 1, street: 'X' })).status).toBe(404);
      expect((await worker.post(`/households/${household}/add-member`, { version: 1, given: 'X', role: 'child', joinedOn: '2026-01-01' })).status).toBe(404);
      expect((await worker.post(`/households/${household}/remove-member`, { version: 1, person: id!, leftOn: '2026-01-01' })).status).toBe(404);
      expect((await worker.post(`/households/${household}/members/${id}/return`)).status).toBe(404);
      expect((await worker.json(`/api/v1/people/${id}`)).status).toBe(404);
    }
    expect(await world.read((read) => findPerson(read, foreign))).toBeUndefined();
    expect((await worker.get('/people/geen-nummer')).status).toBe(404);
  });
});
