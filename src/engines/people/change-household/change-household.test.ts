import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findHouseholdSummaries, getHousehold, getPerson, registerHousehold, setArrival } from '../index.ts';
import { aFamily, aPerson, type FamilyBuilder } from '../testing.ts';

describe('a household', () => {
  let world: World;
  let worker: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld({ kind: 'partnership' });
    worker = await world.signIn('social-worker');
  });
  afterAll(() => world.close());

  const register = (family: FamilyBuilder) => world.write((tx) => registerHousehold(tx, family.asHousehold));
  const household = (id: string) => world.read((read) => getHousehold(read, id));
  const acts = async (id: string) => (await world.read((read) => findTimeline(read, { type: 'household', id }))).map(({ act }) => act).filter((act) => !act.endsWith('-read'));
  const published = (id: string) => world.read(async (read) => (await sql<Record<string, unknown>>`select * from people.published_household where household_id = ${id}`.execute(read.on<never>())).rows[0]);
  const haddads = () => aFamily(aPerson('Amira Haddad').speaking('ar')).with('partner', aPerson('Karim Haddad').speaking('ar', 'fr')).with('child', aPerson('Lina Haddad')).arrivedOn('2026-02-10').livingIn('Overstad', '34040');

  it('has a page with its members and where it lives', async () => {
    const { id } = await register(haddads());
    const page = await worker.get(`/households/${id}`);
    for (const words of ['Gezin van Amira Haddad', '3 personen', 'Karim Haddad', 'partner', 'Kerkstraat 12', '1500 Overstad', '10 feb 2026', 'Arabisch, Frans']) expect(page.body).toContain(words);
  });

  it('is read on record for each of its members', async () => {
    const { id, personIds } = await register(haddads());
    await worker.get(`/households/${id}`);
    const ofMember = await world.read((read) => findTimeline(read, { type: 'person', id: personIds[2]! }));
    expect(ofMember.map(({ act }) => act)).toEqual(['household-read', 'household-registered']);
  });

  it('is published without a name for the engine that keeps the clock', async () => {
    const { id } = await register(haddads());
    const row = (await published(id))!;
    expect(row).toMatchObject({ household_id: id, municipality_nis: '34040', municipality_name: 'Overstad', size: 3, contact_languages: ['ar', 'fr'], needs_interpreter: false });
    expect(String(row['arrived_on'])).toBe('2026-02-10');
    expect(JSON.stringify(row)).not.toMatch(/Haddad|Amira/);
    expect((await world.read((read) => findHouseholdSummaries(read, [id]))).get(id)).toMatchObject({ name: 'Amira Haddad', size: 3, contactLanguages: ['ar', 'fr'] });
  });

  it('shares its day of arrival with who came along, not with who came later', async () => {
    const { id, personIds } = await register(haddads());
    await worker.post(`/households/${id}/add-member`, { version: 1, role: 'parent', joinedOn: '2026-03-01', given: 'Oma', family: 'Haddad' });
    const later = (await household(id)).members.at(-1)!.personId;
    await world.write((tx) => setArrival(tx, id, Temporal.PlainDate.from('2026-02-01')));
    const arrived = async (person: string) => String((await world.read((read) => getPerson(read, person))).arrivedOn);
    expect([await arrived(personIds[0]!), await arrived(personIds[2]!), await arrived(later)]).toEqual(['2026-02-01', '2026-02-01', '2026-03-01']);
    expect(await household(id)).toMatchObject({ address: { street: 'Kerkstraat' }, municipality: { nis: '34040' } });
    expect(await acts(id)).toEqual(['arrival-changed', 'member-added', 'household-registered']);
  });

  it('moves and keeps the old address, or has a mistake put right', async () => {
    const { id } = await register(haddads());
    const addresses = () => world.read(async (read) => (await sql<{ street: string; until: string | null }>`select street, until_day::text as until from people.address where household_id = ${id} order by id`.execute(read.on<never>())).rows);
    const typed = { arrivedOn: '2026-02-10', number: '5', postcode: '1500', municipality: 'Overstad' };
    await worker.post(`/households/${id}/change`, { ...typed, version: 1, street: 'Kerkstraatje' });
    expect(await addresses()).toEqual([{ street: 'Kerkstraatje', until: null }]);
    await worker.post(`/households/${id}/change`, { ...typed, version: 2, street: 'Stationsplein', municipality: 'Verderop', movedOn: '2026-03-01' });
    expect(await addresses()).toEqual([{ street: 'Kerkstraatje', until: '2026-03-01' }, { street: 'Stationsplein', until: null }]);
    expect(await household(id)).toMatchObject({ municipality: { nis: null, name: 'Verderop' }, version: 3 });
    expect((await worker.json('/api/v1/people?municipality=Verderop')).value.count).toBe(3);
    expect((await worker.json('/api/v1/people?municipality=34040&q=Lina')).value.persons.every(({ householdId }: { householdId: string }) => householdId !== id)).toBe(true);
  });

  it('shows both versions to the second of two who change it', async () => {
    const { id } = await register(haddads());
    await worker.post(`/households/${id}/change`, { version: 1, arrivedOn: '2026-02-11', street: 'Eerstestraat' });
    const second = await worker.post(`/households/${id}/change`, { version: 1, arrivedOn: '2026-02-12', street: 'Tweedestraat' });
    expect(second.status).toBe(409);
    for (const words of ['Iemand anders bewaarde intussen', 'Eerstestraat', 'value="Tweedestraat"', '2026-02-11', 'name="version" value="2"']) expect(second.body).toContain(words);
    expect((await household(id)).address).toMatchObject({ street: 'Eerstestraat' });
  });

  it('loses a member and takes it back', async () => {
    const { id, personIds } = await register(haddads());
    const left = await worker.post(`/households/${id}/remove-member`, { version: 1, person: personIds[0]!, leftOn: '2026-03-01' });
    expect(left.notice).toBe('Het vertrek is genoteerd.');
    expect((await household(id)).members.map(({ name, role }) => [name.full, role])).toEqual([['Karim Haddad', 'reference'], ['Lina Haddad', 'child']]);
    expect((await worker.get(`/people/${personIds[0]}`)).body).toContain('We weten niet met wie');
    expect((await worker.post(`/households/${id}/members/${personIds[0]}/return`)).status).toBe(303);
    expect((await household(id)).members).toHaveLength(3);
    expect((await worker.post(`/households/${id}/members/${personIds[0]}/return`)).status).toBe(404);
    expect(await acts(id)).toEqual(['member-returned', 'member-left', 'household-registered']);
  });

  it('takes a person who is known already from the household where they lived', async () => {
    const old = await register(aFamily(aPerson('Bilal Noori').born('1999-09-09')).with('sibling', aPerson('Farid Noori')).arrivedOn('2026-01-01'));
    const { id } = await register(haddads());
    const typed = { version: 1, role: 'other', joinedOn: '2026-03-01', given: 'Bilal', family: 'Noori', 'birth.year': '1999', 'birth.month': '9', 'birth.day': '9' };
    const asked = await worker.post(`/households/${id}/add-member`, typed);
    expect([asked.status, asked.body.includes('Ja: \u2068Bilal Noori\u2069, 9 sep 1999')]).toEqual([409, true]);
    expect((await worker.post(`/households/${id}/add-member`, { ...typed, sameAs: old.personIds[0]! })).status).toBe(303);
    expect((await household(id)).members.map(({ personId }) => personId)).toContain(old.personIds[0]);
    expect((await household(old.id)).members.map(({ name, role }) => [name.full, role])).toEqual([['Farid Noori', 'reference']]);
  });

  it('does not add a member to a household that changed meanwhile', async () => {
    const { id } = await register(haddads());
    await worker.post(`/households/${id}/change`, { version: 1, street: 'Eerstestraat' });
    const page = await worker.post(`/households/${id}/add-member`, { version: 1, role: 'child', joinedOn: '2026-03-01', given: 'Nieuwkind' });
    expect(page.status).toBe(409);
    for (const words of ['Dit huishouden is nu: Amira Haddad', 'value="Nieuwkind"', 'name="version" value="2"']) expect(page.body).toContain(words);
    expect((await worker.json('/api/v1/people?q=Nieuwkind')).value.count).toBe(0);
  });
});
