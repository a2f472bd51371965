import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { changePersons, findHousehold, findPerson, registerHouseholds, registerPersons, type Person } from '../index.ts';
import { aFamily, aPerson, type PersonBuilder } from '../testing.ts';

const nowhere = '019f0000-0000-7000-8000-000000000000';

describe('who may stand there twice', () => {
  let world: World;
  let desk: Client;

  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk', { name: 'Noor Peeters' });
  });
  afterAll(() => world.close());

  const register = async (...people: PersonBuilder[]) => {
    const done = await world.write((tx) => registerHouseholds(tx, people.map((person) => aFamily(person).asHousehold)));
    return done.map(({ personIds }) => personIds[0]!) as [string, string, ...string[]];
  };
  const compared = async () => {
    await world.sweep();
    await world.runJobs();
    await world.sweep();
  };
  const proposed = async (query = '') => (await desk.json(`/api/v1/people/duplicates${query}`)).value.pairs.map(({ one, other }: any) => [one.name.full, other.name.full].sort()) as string[][];
  const person = (id: string) => world.read((read) => findPerson(read, id));
  const merge = async (one: string, other: string, fields: Record<string, string> = {}) => {
    const [first, second] = [await person(one), await person(other)] as [Person, Person];
    return desk.post(`/people/duplicates/${one}/${other}/merge`, { oneVersion: first.version, otherVersion: second.version, ...fields });
  };
  const mergerOf = async (id: string) => {
    const timeline = await world.read((read) => findTimeline(read, { type: 'person', id }, { limit: 20 }));
    return String(timeline.find(({ act }) => act === 'persons-merged')!.detail['merger']);
  };

  it('says that nobody was compared yet, and compares whoever is there the first time', async () => {
    expect((await desk.get('/people/duplicates')).body).toContain('Nog niet vergeleken');
    await register(aPerson('Youssef Nazari').born('1985-06-14'), aPerson('Joesoef Nazari').born('1985-06-14'), aPerson('Papegaai Duiker').born('1985-06-14'));
    await world.sweep();
    const running = await desk.get('/people/duplicates');
    for (const words of ['Alle inschrijvingen worden met elkaar vergeleken', '<progress', 'max="3"']) expect(running.body).toContain(words);
    await world.runJobs();
    expect(await proposed()).toEqual([['Joesoef Nazari', 'Youssef Nazari']]);
    const page = await desk.get('/people/duplicates');
    for (const words of ['1 paar om na te kijken', 'klinkt hetzelfde, zelfde geboortedag', 'Bijna zeker', '14 jun 1985']) expect(page.body).toContain(words);
  });

  it('finds whoever comes after, and whoever changes, by the next round', async () => {
    const [olena] = await register(aPerson('Olena Shevchenko').born('1979-11-30'), aPerson('Iemand Anders').born('1979-11-30'));
    await compared();
    expect(await proposed('?q=Shevchenko')).toEqual([]);
    const [other] = await register(aPerson('Олена Шевченко').born('1979-11-30'));
    await compared();
    expect(await proposed('?q=Shevchenko')).toEqual([['Olena Shevchenko', 'Олена Шевченко']]);
    await world.write((tx) => changePersons(tx, [{ id: other, birth: { year: 1951, month: 3, day: 3 } }]));
    await compared();
    expect(await proposed('?q=Shevchenko')).toEqual([]);
    expect(olena).not.toBe(other);
  });

  it('is filtered and sorted, and says when a filter leaves nobody', async () => {
    world.clock.advance({ minutes: 5 });
    await register(aPerson('Karim Zaheri').born('1990'), aPerson('Kareem Zaheri').born('1990-05-06'));
    await compared();
    expect(await proposed('?likelihood=probable')).toEqual([['Kareem Zaheri', 'Karim Zaheri']]);
    expect(await proposed('?sort=newest')).toEqual([['Kareem Zaheri', 'Karim Zaheri'], ['Joesoef Nazari', 'Youssef Nazari']]);
    expect((await desk.get('/people/duplicates?q=zebravink')).body).toContain('Geen paar met deze filters');
    expect((await desk.get('/people/duplicates?after=onzin&likelihood=geen')).status).toBe(200);
    expect((await desk.get('/')).body).toContain('2 paren om na te kijken');
  });

  it('is two people when someone says so, for ever, also when one of them is merged with a third', async () => {
    const [a, b] = await register(aPerson('Tesfay Haile').born('1991-04-04'), aPerson('Tesfai Haile').born('1991-04-04'));
    await compared();
    const page = await desk.get(`/people/duplicates/${a}/${b}`);
    for (const words of ['Is dit één persoon?', 'Dit zijn twee mensen', 'Samenvoegen']) expect(page.body).toContain(words);
    const done = await desk.post(`/people/duplicates/${a}/${b}/apart`);
    expect([done.status, done.location]).toEqual([303, '/people/duplicates']);
    expect(await proposed('?q=Haile')).toEqual([]);
    const [c] = await register(aPerson('Tesfay Haile').born('1991-04-04'));
    await compared();
    expect(await proposed('?q=Haile')).toHaveLength(2);
    // The third is the first: so the third is not the second either.
    expect((await merge(a, c)).status).toBe(303);
    await compared();
    await desk.post('/people/duplicates/compare');
    await compared();
    expect(await proposed('?q=Haile')).toEqual([]);
    // Taken apart, what was said of the first says nothing of the third any more.
    expect((await desk.post(`/people/mergers/${await mergerOf(a)}/split`, { version: 1 })).status).toBe(303);
    await world.write((tx) => changePersons(tx, [{ id: c, gender: 'man' }]));
    await compared();
    expect(await proposed('?q=Haile')).toEqual([['Tesfai Haile', 'Tesfay Haile']]);
  });

  it('may be looked at again when that was a mistake', async () => {
    const [a, b] = await register(aPerson('Hamid Rasuli').born('1988-08-08'), aPerson('Hameed Rasuli').born('1988-08-08'));
    await desk.post(`/people/duplicates/${a}/${b}/apart`);
    expect((await desk.get(`/people/duplicates/${a}/${b}`)).body).toContain('Iemand zei al dat dit twee mensen zijn');
    expect((await desk.post(`/people/duplicates/${b}/${a}/again`)).status).toBe(303);
    await compared();
    expect(await proposed('?q=Rasuli')).toHaveLength(1);
    expect((await desk.post(`/people/duplicates/${a}/${b}/again`)).status).toBe(409);
  });

  describe('two who are one', () => {
    it('become one with what was chosen, and the lists of both', async () => {
      const [a, b] = await register(
        aPerson('Amina Warsame').born('1990-01-01').speaking('so').from('SO').reachedAt('+32470000031'),
        aPerson('Aamina Warsame').born('1990-08-09').speaking('ar', 'so').from('SO', 'KE').reachedAt('+32470000032').knownAs('B-77'),
      );
      const page = await desk.get(`/people/duplicates/${a}/${b}`);
      for (const words of ['name="birth" value="other" checked', 'name="name" value="one" checked', '0470 00 00 31']) expect(page.body).toContain(words);
      const done = await merge(a, b, { name: 'other', birth: 'other' });
      expect([done.status, done.location]).toEqual([303, `/people/${a}`]);
      expect(await person(a)).toMatchObject({ name: { full: 'Aamina Warsame' }, birth: { year: 1990, month: 8, day: 9 }, otherNames: [{ full: 'Amina Warsame', kind: 'spelling' }], contactLanguages: ['so', 'ar'], nationalities: ['SO', 'KE'], reference: 'B-77' });
      expect((await person(a))!.contactWays.map(({ value }) => value)).toEqual(['+32470000031', '+32470000032']);
      expect(await person(b)).toBeUndefined();
      expect((await desk.json('/api/v1/people?q=Warsame')).value.persons).toHaveLength(1);
      for (const id of [a, b]) expect((await world.read((read) => findTimeline(read, { type: 'person', id }))).map(({ act }) => act)).toContain('persons-merged');
    });

    it('have one page: the old address leads to it', async () => {
      const [a, b, c] = await register(aPerson('Lidia Kovalenko').born('1970-02-02'), aPerson('Lydia Kovalenko').born('1970-02-02'), aPerson('Lidiia Kovalenko').born('1970-02-02'));
      await merge(b, c!);
      await merge(a, b);
      for (const gone of [b, c]) {
        const answer = await desk.get(`/people/${gone}`);
        expect([answer.status, answer.location]).toEqual([303, `/people/${a}`]);
      }
      expect((await desk.get(`/people/duplicates/${a}/${b}`)).status).toBe(404);
      expect((await desk.post(`/people/duplicates/${a}/${b}/apart`)).status).toBe(404);
    });

    it('come apart as they were, and keep what came after with the first', async () => {
      const [a, b] = await register(aPerson('Samir Azizi').born('1982-03-03').speaking('prs').reachedAt('+32470000041'), aPerson('Sameer Azizi').born('1982-03-04').speaking('ps').reachedAt('+32470000042').knownAs('C-5'));
      const [before, other] = [await person(a), await person(b)];
      await merge(a, b, { birth: 'other', name: 'other' });
      await world.write((tx) => changePersons(tx, [{ id: a, gender: 'man' }]));
      const merger = await mergerOf(a);
      const page = await desk.get(`/people/mergers/${merger}`);
      for (const words of ['Samengevoegde persoon', 'Noor Peeters', 'Weer splitsen', 'Sameer']) expect(page.body).toContain(words);
      const done = await desk.post(`/people/mergers/${merger}/split`, { version: 1 });
      expect([done.status, done.location]).toEqual([303, `/people/duplicates/${a}/${b}`]);
      const { version: _, ...asBefore } = before!;
      expect(await person(a)).toMatchObject({ ...asBefore, gender: 'man' });
      const { version: __, ...otherAsBefore } = other!;
      expect(await person(b)).toMatchObject(otherAsBefore);
      expect((await desk.get(`/people/${b}`)).status).toBe(200);
      expect((await desk.json('/api/v1/people?q=Azizi')).value.persons).toHaveLength(2);
      await compared();
      expect(await proposed('?q=Azizi')).toEqual([]);
      expect((await desk.post(`/people/mergers/${merger}/split`, { version: 1 })).status).toBe(409);
    });

    it('are not merged when one of them was changed since they were looked at', async () => {
      const [a, b] = await register(aPerson('Nadia Farah').born('1999-09-09'), aPerson('Nadiya Farah').born('1999-09-09'));
      const [one, other] = [await person(a), await person(b)];
      await world.write((tx) => changePersons(tx, [{ id: b, gender: 'woman' }]));
      const answer = await desk.post(`/people/duplicates/${a}/${b}/merge`, { oneVersion: one!.version, otherVersion: other!.version, name: 'other' });
      expect(answer.status).toBe(409);
      for (const words of ['Er is niets samengevoegd', 'Een van beiden is intussen gewijzigd', 'name="name" value="other" checked']) expect(answer.body).toContain(words);
      expect(await person(b)).toBeDefined();
    });

    it('are merged once when two desks do so at once', async () => {
      const [a, b] = await register(aPerson('Yonas Berhe').born('1993-03-03'), aPerson('Jonas Berhe').born('1993-03-03'));
      const fields = { oneVersion: (await person(a))!.version, otherVersion: (await person(b))!.version };
      const answers = await Promise.all([desk.post(`/people/duplicates/${a}/${b}/merge`, fields), desk.post(`/people/duplicates/${b}/${a}/merge`, { oneVersion: fields.otherVersion, otherVersion: fields.oneVersion })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    });
  });

  describe('their households', () => {
    const twoFamilies = async (name: string) => {
      const families = await world.write((tx) =>
        registerHouseholds(tx, [
          aFamily(aPerson(`Bilal ${name}`).born('1980-05-05')).with('child', aPerson(`Lina ${name}`).born('2012-02-02')).livingIn('Voorbeeldgem').asHousehold,
          aFamily(aPerson(`Bilaal ${name}`).born('1980-05-05')).with('partner', aPerson(`Rima ${name}`).born('1984-04-04')).livingIn('Overstad').asHousehold,
        ]),
      );
      return { a: families[0]!.personIds[0]!, lina: families[0]!.personIds[1]!, b: families[1]!.personIds[0]!, rima: families[1]!.personIds[1]!, first: families[0]!.id, second: families[1]!.id };
    };
    const members = async (id: string) => (await world.read((read) => findHousehold(read, id)))?.members.map(({ personId, role }) => `${personId} ${role}`);

    it('stay two, and the person lives where was chosen', async () => {
      const { a, b, lina, rima, first, second } = await twoFamilies('Hosseini');
      await merge(a, b, { home: 'other' });
      expect(await members(second)).toEqual([`${a} reference`, `${rima} partner`]);
      expect(await members(first)).toEqual([`${lina} reference`]);
      await desk.post(`/people/mergers/${await mergerOf(a)}/split`, { version: 1 });
      expect(await members(first)).toEqual([`${a} reference`, `${lina} child`]);
      expect(await members(second)).toEqual([`${b} reference`, `${rima} partner`]);
    });

    it('become one family when they are one, and two again when that was wrong', async () => {
      const { a, b, lina, rima, first, second } = await twoFamilies('Karzai');
      const page = await desk.get(`/people/duplicates/${a}/${b}`);
      for (const words of ['Waar woont deze persoon?', 'Het is één gezin: iedereen komt in het eerste huishouden', 'Overstad']) expect(page.body).toContain(words);
      await merge(a, b, { home: 'together-one' });
      expect(await members(first)).toEqual([`${a} reference`, `${lina} child`, `${rima} partner`]);
      const old = await desk.get(`/households/${second}`);
      expect([old.status, old.location]).toEqual([303, `/households/${first}`]);
      await desk.post(`/people/mergers/${await mergerOf(a)}/split`, { version: 1 });
      expect(await members(first)).toEqual([`${a} reference`, `${lina} child`]);
      expect(await members(second)).toEqual([`${b} reference`, `${rima} partner`]);
      expect((await desk.get(`/households/${second}`)).status).toBe(200);
    });

    it('of one alone is one with the other’s', async () => {
      const [family, single] = await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson('Gulalai Popal').born('1995-05-15')).with('child', aPerson('Zala Popal').born('2018')).asHousehold, aFamily(aPerson('Gul Alai Popal').born('1995-05-15')).asHousehold]));
      await merge(family!.personIds[0]!, single!.personIds[0]!);
      expect(await members(family!.id)).toHaveLength(2);
      expect((await desk.get(`/households/${single!.id}`)).location).toBe(`/households/${family!.id}`);
    });
  });

  it('answers for another authority’s as for who is not there, and to who may not merge', async () => {
    const elsewhere = await world.anotherTenant();
    const [foreign] = await world.write((tx) => registerPersons(tx, [aPerson('Verre Vreemde').asPerson]), elsewhere);
    const [own] = await register(aPerson('Eigen Inwoner'));
    for (const other of [foreign!, nowhere]) {
      expect((await desk.get(`/people/duplicates/${own}/${other}`)).status).toBe(404);
      for (const act of ['apart', 'again']) expect((await desk.post(`/people/duplicates/${own}/${other}/${act}`)).status).toBe(404);
      expect((await desk.post(`/people/duplicates/${own}/${other}/merge`, { oneVersion: 1, otherVersion: 1 })).status).toBe(404);
      expect((await desk.get(`/people/mergers/${other}`)).status).toBe(404);
      expect((await desk.post(`/people/mergers/${other}/split`, { version: 1 })).status).toBe(404);
    }
    for (const role of ['guide', 'policy', 'administrator'] as const) {
      const client = await world.signIn(role);
      expect((await client.get('/people/duplicates')).status).toBe(403);
      expect((await client.get('/')).body).not.toContain('/people/duplicates');
    }
  });
});
