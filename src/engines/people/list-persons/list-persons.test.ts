import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { registerHouseholds } from '../index.ts';
import { aFamily, aPerson } from '../testing.ts';

describe('the list of persons', () => {
  let world: World;
  let desk: Client & { accountId: string };
  let ids: Map<string, string>;

  beforeAll(async () => {
    world = await createWorld({ kind: 'partnership' });
    desk = await world.signIn('front-desk');
    const households = [
      aFamily(aPerson('Yousef Haddad').born('1988-02-03').withName({ script: 'Arab', kind: 'script', full: 'يوسف حداد' })).with('child', aPerson('Lina Haddad').born('2015')).arrivedOn('2026-02-10').livingIn('Voorbeeldgem', '34022').speaking('ar', 'fr'),
      aFamily(aPerson('Олена Шевченко').needingAnInterpreter()).arrivedOn('2026-01-05').livingIn('Overstad', '34040').speaking('uk'),
      aFamily(aPerson('Tesfaye').from('ER')).livingIn('Voorbeeldgem', '34022').speaking('ti'),
      aFamily(aPerson('=HYPERLINK("http://example.org")')).arrivedOn('2025-12-01'),
    ];
    await world.write((tx) => registerHouseholds(tx, households.map(({ asHousehold }) => asHousehold)));
    const { value } = await desk.json('/api/v1/people');
    ids = new Map(value.persons.map(({ id, name }: { id: string; name: { full: string } }) => [name.full, id]));
  });
  afterAll(() => world.close());

  const listed = async (query: string) => {
    const { value } = await desk.json(`/api/v1/people?${query}`);
    return value.persons.map(({ name }: { name: { full: string } }) => name.full);
  };
  const [yousef, lina, olena, tesfaye, formula] = ['Yousef Haddad', 'Lina Haddad', 'Олена Шевченко', 'Tesfaye', '=HYPERLINK("http://example.org")'];

  it.each([
    ['', [lina, yousef, formula, olena, tesfaye]],
    ['sort=arrival', [lina, yousef, olena, formula, tesfaye]],
    ['q=joesoef', [yousef]],
    ['q=haddad+youssef', [yousef]],
    [`q=${encodeURIComponent('حداد')}`, [lina, yousef]],
    ['q=olena', [olena]],
    ['q=tesf', [tesfaye]],
    ['q=zebravink', []],
    [`q=${encodeURIComponent('?!')}`, []],
    ['q=%23contact-ar', []],
    ['language=ar', [lina, yousef]],
    ['language=fr&q=lina', [lina]],
    ['nationality=ER', [tesfaye]],
    ['municipality=34040', [olena]],
    ['municipality=34022&sort=arrival', [lina, yousef, tesfaye]],
    ['arrivedFrom=2026-01-05', [lina, yousef, olena]],
    ['arrivedFrom=2026-01-01&arrivedTo=2026-01-31', [olena]],
    ['interpreter=yes', [olena]],
    ['registeredFrom=2026-03-03', [lina, yousef, formula, olena, tesfaye]],
    ['registeredFrom=2026-03-04', []],
  ])('shows for "%s" %j', async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
  });

  it.each(['name', 'arrival'])('turns its pages by %s, forwards to the end and back to the start', async (sort) => {
    const all = await listed(`sort=${sort}`);
    const seen: string[][] = [];
    let next: string | undefined = `sort=${sort}&limit=2`;
    let previous: string | undefined;
    while (next) {
      const { value } = await desk.json(`/api/v1/people?${next}`);
      seen.push(value.persons.map(({ name }: { name: { full: string } }) => name.full));
      previous = value.previous && `sort=${sort}&limit=2&before=${value.previous}`;
      next = value.next && `sort=${sort}&limit=2&after=${value.next}`;
    }
    expect(seen).toEqual([all.slice(0, 2), all.slice(2, 4), all.slice(4)]);
    expect(await listed(previous!)).toEqual(all.slice(2, 4));
    const { value } = await desk.json(`/api/v1/people?${previous!}`);
    expect(await listed(`sort=${sort}&limit=2&before=${value.previous}`)).toEqual(all.slice(0, 2));
  });

  it('shows names in their scripts, how many there are, and the filters that are on', async () => {
    const page = await desk.get('/people?language=ar&arrivedFrom=2026-02-01');
    for (const words of ['2 personen', 'يوسف حداد', 'dir="rtl"', '3 feb 1988', 'Arabisch, Frans', 'Voorbeeldgem', '10 feb 2026', 'href="/people?arrivedFrom=2026-02-01"', 'aangekomen vanaf 1 feb 2026']) expect(page.body).toContain(words);
    expect(page.body).toContain(`href="/people/${ids.get(yousef)}"`);
  });

  it('passes over a filter or a place that cannot be, and refuses it to a program', async () => {
    expect((await desk.get('/people?language=%27%29&after=nonsense')).status).toBe(200);
    expect((await desk.json('/api/v1/people?language=%27%29')).status).toBe(422);
  });

  it('offers to register the name that nobody has, and to upload a list when there is nobody', async () => {
    expect((await desk.get('/people?q=zebravink')).body).toContain('href="/people/new?name=zebravink"');
    const fresh = await createWorld();
    const page = await (await fresh.signIn('front-desk')).get('/people');
    for (const words of ['Nog niemand ingeschreven', 'href="/people/import"', 'href="/people/new"']) expect(page.body).toContain(words);
    await fresh.close();
  });

  it('is found from the search in the header, by who may open a file', async () => {
    expect((await desk.get('/search?q=joesoef')).body).toContain(`/people/${ids.get(yousef)}`);
    expect((await (await world.signIn('administrator')).get('/search?q=joesoef')).body).not.toContain('Haddad');
  });

  it('leaves as a file without formulas, which each person’s history tells', async () => {
    const coordinator = await world.signIn('coordinator', { name: 'Noor Peeters' });
    const file = await coordinator.get('/people/export?sort=arrival');
    expect(file.headers.get('content-disposition')).toContain('personen-2026-03-03.csv');
    const lines = file.body.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[2]).toMatch(/^Yousef Haddad;Yousef;Haddad;يوسف حداد;3 feb 1988;"Arabisch, Frans";;[0-9a-f-]{36};Voorbeeldgem;2026-02-10$/);
    expect(lines[4]).toContain("'=HYPERLINK");
    const acts = (await world.read((read) => findTimeline(read, { type: 'person', id: ids.get(yousef)! }))).map(({ act }) => act);
    expect(acts).toContain('persons-exported');
    expect((await desk.get('/people/export')).status).toBe(403);
  });

  it('shows nothing of another authority', async () => {
    const elsewhere = await world.anotherTenant();
    await world.write((tx) => registerHouseholds(tx, [aFamily('Papegaai Duiker').arrivedOn('2026-02-01').livingIn('Elders').asHousehold]), elsewhere);
    expect(await listed('q=papegaai')).toEqual([]);
    expect((await desk.get('/people')).body).not.toContain('Elders');
  });

  it.each(['policy', 'volunteer', 'coach'] as const)('shows no name to the role %s', async (role) => {
    const client = await world.signIn(role);
    expect((await client.get('/people')).status).toBe(403);
    expect((await client.get('/')).body).not.toContain('/people');
  });
});
