import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { findTimeline } from '../../../kernel/audit/timeline.ts';
import { findHousehold, findPerson, findPersonSummaries, registerHouseholds } from '../index.ts';
import { aFamily, aPerson } from '../testing.ts';

const nowhere = '019f0000-0000-7000-8000-000000000000';

describe('registering people', () => {
  let world: World;
  let desk: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld({ name: 'OCMW Voorbeeldgem' });
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());

  const personAt = async (location: string | null) => world.read((read) => findPerson(read, location!.split('/').at(-1)!));
  const householdAt = async (location: string | null) => world.read((read) => findHousehold(read, location!.split('/').at(-1)!));
  const countNamed = async (name: string) => (await desk.json(`/api/v1/people?q=${encodeURIComponent(name)}`)).value.count;

  it('needs no more than one name', async () => {
    const done = await desk.post('/people/new', { 'members.0.given': 'Suharto' });
    expect(done.status).toBe(303);
    expect(await personAt(done.location)).toMatchObject({ name: { given: 'Suharto', family: null, full: 'Suharto' }, birth: null, needsInterpreter: null, version: 1 });
  });

  it('takes a name in another script only as the name', async () => {
    const done = await desk.post('/people/new', { 'members.0.otherNames': 'محمد علي' });
    const person = await personAt(done.location);
    expect(person).toMatchObject({ name: { given: null, family: null, full: 'محمد علي' }, otherNames: [] });
    expect((await desk.json('/api/v1/people?q=mohamed+ali')).value.persons.map(({ id }: { id: string }) => id)).toContain(person!.id);
  });

  it('keeps all that was asked of a person', async () => {
    const done = await desk.post('/people/new', {
      'members.0.given': 'Amira',
      'members.0.family': 'Khalil',
      'members.0.otherNames': 'أميرة خليل',
      'members.0.birth.month': '7',
      'members.0.birth.year': '1991',
      'members.0.gender': 'woman',
      'members.0.nationalities': ['Syrië', '', 'libanon'],
      'members.0.contactLanguages': ['Arabisch', 'frans'],
      'members.0.otherLanguages': ['Koerdisch (Kurmanji)', ''],
      'members.0.interpreter': 'yes',
      'members.0.phones': '0470 00 00 12',
      'members.0.emails': 'amira@example.org',
      'members.0.preferredContact': 'email',
      arrivedOn: '2026-02-20',
      street: 'Kerkstraat',
      number: '12',
      postcode: '1500',
      municipality: 'voorbeeldgem',
    });
    const person = await personAt(done.location);
    expect(person).toMatchObject({
      name: { given: 'Amira', family: 'Khalil', full: 'Amira Khalil' },
      otherNames: [{ script: 'Arab', kind: 'script', full: 'أميرة خليل' }],
      birth: { year: 1991, month: 7, day: null },
      gender: 'woman',
      nationalities: ['SY', 'LB'],
      contactLanguages: ['ar', 'fr'],
      languages: [{ code: 'ar', contactRank: 1 }, { code: 'fr', contactRank: 2 }, { code: 'kmr', contactRank: null }],
      needsInterpreter: true,
      contactWays: [{ kind: 'email', value: 'amira@example.org', isPreferred: true }, { kind: 'phone', value: '+32470000012', isPreferred: false }],
    });
    expect(String(person!.arrivedOn)).toBe('2026-02-20');
    const household = await world.read((read) => findHousehold(read, person!.householdId!));
    expect(household).toMatchObject({ municipality: { nis: '34022', name: 'Voorbeeldgem' }, address: { street: 'Kerkstraat', number: '12', municipality: { nis: '34022' } }, contactLanguages: ['ar', 'fr'], needsInterpreter: true });
  });

  it('enters a family once, opening a block a member without losing what was typed', async () => {
    const typed = { 'members.0.given': 'Dawit', 'members.0.family': 'Gebremedhin', 'members.0.contactLanguages': 'Tigrinya', arrivedOn: '2026-03-01' };
    const oneMore = await desk.post('/people/new', { ...typed, more: 'yes' });
    for (const words of ['value="Dawit"', 'value="Tigrinya"', 'value="2026-03-01"', 'name="members.1.given"']) expect(oneMore.body).toContain(words);
    const done = await desk.post('/people/new', {
      ...typed,
      'members.1.given': 'Selam',
      'members.1.role': 'partner',
      'members.1.contactLanguages': 'Engels',
      'members.2.given': 'Yonas',
      'members.2.role': 'child',
      'members.2.birth.year': '2020',
      'members.3.role': 'child',
      'members.3.given': ' ',
    });
    expect(done.notice).toBe('3 personen zijn ingeschreven.');
    const household = await householdAt(done.location);
    expect(household!.members.map(({ name, role }) => [name.full, role])).toEqual([['Dawit Gebremedhin', 'reference'], ['Selam', 'partner'], ['Yonas', 'child']]);
    expect(household).toMatchObject({ contactLanguages: ['ti', 'en'], municipality: { nis: '34022' } });
    const events = await world.read((read) => findTimeline(read, { type: 'household', id: household!.id }));
    expect(events).toMatchObject([{ act: 'household-registered', actorRole: 'front-desk', detail: { size: 3, arrivedOn: '2026-03-01' } }]);
    expect(JSON.stringify(events)).not.toContain('Dawit');
  });

  it('enters a family once: what holds for everyone is told once, and may differ for one', async () => {
    const form = await desk.get('/people/new?family=yes&name=Amina+Rahimi');
    for (const words of ['Voor het hele gezin', 'name="together.contactLanguages"', 'value="Rahimi"', 'name="members.3.given"', 'Een rij per persoon']) expect(form.body).toContain(words);
    const typed = { 'together.family': 'Rahimi', 'together.contactLanguages': ['Dari', ''], 'together.nationalities': ['Afghanistan', ''], 'together.interpreter': 'yes', arrivedOn: '2026-03-01', street: 'Kerkstraat', number: '5', postcode: '1500', municipality: 'Voorbeeldgem' };
    const members = { 'members.0.given': 'Amina', 'members.0.birth.year': '1990', 'members.1.given': 'Farid', 'members.1.role': 'partner', 'members.1.contactLanguages': ['Engels', ''], 'members.1.interpreter': 'no', 'members.1.family': 'Noori', 'members.2.given': 'Sahar', 'members.2.role': 'child', 'members.2.birth.year': '2018', 'members.3.role': 'child', 'members.3.given': '' };
    const more = await desk.post('/people/new', { ...typed, ...members, more: 'yes' });
    for (const words of ['value="Rahimi"', 'value="Farid"', 'name="members.6.given"']) expect(more.body).toContain(words);
    const wrong = await desk.post('/people/new', { ...typed, ...members, 'together.contactLanguages': 'Klingoons van hier' });
    expect([wrong.status, wrong.body.includes('Deze taal kennen we niet'), wrong.body.includes('id="together-contactLanguages-0"')]).toEqual([422, true, true]);
    const done = await desk.post('/people/new', { ...typed, ...members });
    expect(done.notice).toBe('3 personen zijn ingeschreven.');
    const household = (await householdAt(done.location))!;
    expect(household.members.map(({ name, role, contactLanguages, needsInterpreter }) => [name.full, role, contactLanguages, needsInterpreter])).toEqual([
      ['Amina Rahimi', 'reference', ['prs'], true],
      ['Farid Noori', 'partner', ['en'], false],
      ['Sahar Rahimi', 'child', ['prs'], true],
    ]);
    expect(await world.read((read) => findPerson(read, household.members[1]!.personId))).toMatchObject({ nationalities: ['AF'] });
    expect(household).toMatchObject({ address: { street: 'Kerkstraat', number: '5' } });
  });

  it('says beside each field what is wrong, with all that was typed still there', async () => {
    const page = await desk.post('/people/new', {
      'members.0.birth.day': '31',
      'members.0.birth.month': '2',
      'members.0.birth.year': '1990',
      'members.0.contactLanguages': ['Arabisch', 'Klingoons van hier'],
      'members.0.nationalities': 'Atlantis',
      'members.0.phones': 'bel mij',
      'members.0.emails': 'geen adres',
      arrivedOn: '2026-02-31',
    });
    expect(page.status).toBe(422);
    for (const words of ['Vul een naam in', 'Deze datum bestaat niet', 'Deze taal kennen we niet', 'Dit land kennen we niet', 'telefoonnummer met cijfers', 'Dit is geen e-mailadres', 'value="Klingoons van hier"', 'value="Atlantis"', 'value="bel mij"', 'value="geen adres"', 'value="2026-02-31"', 'href="#members-0-phones-0"', 'id="members-0-phones-0"'])
      expect(page.body).toContain(words);
  });

  it('refuses a birth or an arrival that has yet to come', async () => {
    expect((await desk.post('/people/new', { 'members.0.given': 'Toekomst', 'members.0.birth.year': '2027' })).body).toContain('Deze geboortedag moet nog komen');
    expect((await desk.post('/people/new', { 'members.0.given': 'Toekomst', arrivedOn: '2026-03-04' })).body).toContain('Deze dag moet nog komen');
    expect(await countNamed('Toekomst')).toBe(0);
  });

  describe('someone who may be known already', () => {
    let known: string;
    beforeAll(async () => {
      const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson('Youssef Nazari').born('1985-06-14')).with('child', aPerson('Zahra Nazari').born('2012')).asHousehold]));
      known = family!.personIds[0]!;
    });
    const typed = { 'members.0.given': 'Joesoef', 'members.0.family': 'Nazari', 'members.0.birth.day': '14', 'members.0.birth.month': '6', 'members.0.birth.year': '1985' };

    it('is shown with the reasons before anyone is written down', async () => {
      const before = await countNamed('Nazari');
      const page = await desk.post('/people/new', typed);
      expect(page.status).toBe(409);
      for (const words of ['Misschien staat iemand er al', 'Ja: \u2068Youssef Nazari\u2069, 14 jun 1985', 'klinkt hetzelfde, zelfde geboortedag', `value="${known}"`, 'Nee, dit is iemand anders', 'value="Joesoef"']) expect(page.body).toContain(words);
      expect(await countNamed('Nazari')).toBe(before);
    });

    it('is written down apart when the desk says so, and is not proposed as the same again', async () => {
      const page = await desk.post('/people/new', typed);
      expect(page.body).toContain(`name="members.0.shown" value="${known}"`);
      const done = await desk.post('/people/new', { ...typed, 'members.0.sameAs': 'new', 'members.0.shown': known });
      expect(done.status).toBe(303);
      const apart = (await personAt(done.location))!.id;
      expect(apart).not.toBe(known);
      await world.sweep();
      await world.runJobs();
      await world.sweep();
      const { value } = await desk.json('/api/v1/people/duplicates?q=Nazari');
      expect(value.pairs.filter(({ oneId, otherId }: { oneId: string; otherId: string }) => [known, apart].includes(oneId) && [known, apart].includes(otherId))).toEqual([]);
      await world.write((tx) => sql`delete from people.person where id = ${apart}`.execute(tx.on<never>()));
    });

    it('is asked anew when nobody was shown yet, or another name was typed since', async () => {
      expect((await desk.post('/people/new', { ...typed, 'members.0.sameAs': 'new' })).status).toBe(409);
      const again = await desk.post('/people/new', { ...typed, 'members.0.sameAs': 'new', 'members.0.shown': nowhere });
      expect(again.status).toBe(409);
      expect(again.body).not.toMatch(/value="new" checked/);
      const refused = await desk.json('/api/v1/people', { members: [{ given: 'Joesoef', family: 'Nazari', birth: '1985-06-14', sameAs: 'new', shown: [] }] });
      expect([refused.status, refused.value.detail]).toEqual([409, 'probable-matches']);
    });

    it('comes to the new household when it is the same person, and leaves the old one', async () => {
      const done = await desk.post('/people/new', { ...typed, 'members.0.sameAs': known, 'members.1.given': 'Parwana', 'members.1.role': 'partner', arrivedOn: '2026-03-02' });
      const household = await householdAt(done.location);
      expect(household!.members.map(({ personId, name }) => [personId === known, name.full])).toEqual([[true, 'Youssef Nazari'], [false, 'Parwana']]);
      const zahra = (await desk.json('/api/v1/people?q=Zahra+Nazari')).value.persons[0];
      expect(zahra).toMatchObject({ householdSize: 1 });
      expect((await world.read((read) => findHousehold(read, zahra.householdId)))!.members).toMatchObject([{ role: 'reference', name: { full: 'Zahra Nazari' } }]);
    });

    it('is never someone that the choice did not offer', async () => {
      const [stranger] = await world.write((tx) => registerHouseholds(tx, [aFamily('Heel Iemand-Anders').asHousehold]));
      expect((await desk.post('/people/new', { ...typed, 'members.0.sameAs': stranger!.personIds[0]! })).status).toBe(409);
      const elsewhere = await world.anotherTenant();
      const [foreign] = await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson('Youssef Nazari').born('1985-06-14')).asHousehold]), elsewhere);
      expect((await desk.post('/people/new', { ...typed, 'members.0.sameAs': foreign!.personIds[0]! })).status).toBe(409);
    });
  });

  it('does one thing for a double click', async () => {
    const form = { _key: 'dezelfde-klik-twee-keer', 'members.0.given': 'Dubbelklik' };
    const both = await Promise.all([desk.post('/people/new', form), desk.post('/people/new', form)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(both[0]!.location).toBe(both[1]!.location);
    expect(await countNamed('Dubbelklik')).toBe(1);
  });

  it('speaks JSON with the same rules', async () => {
    const done = await desk.json('/api/v1/people', { members: [{ given: 'Ivan', family: 'Petrov', birth: '1979-05-01', contactLanguages: ['ru'] }, { given: 'Anna', role: 'partner' }], arrivedOn: '2026-02-01' });
    expect(done.status).toBe(201);
    expect((await world.read((read) => findPersonSummaries(read, done.value.personIds))).size).toBe(2);
    const refused = await desk.json('/api/v1/people', { members: [{ given: 'Ivan', family: 'Petrov', birth: '1979-05-01' }] });
    expect([refused.status, refused.value.detail]).toEqual([409, 'probable-matches']);
    const wrong = await desk.json('/api/v1/people', { members: [{ family: 'X', birth: '1979-02-30' }], other: 1 });
    expect([wrong.status, wrong.value.errors.map(({ field }: { field: string }) => field).sort()]).toEqual([422, ['members.0.birth', 'other']]);
  });

  it('fills in the name that was searched for', async () => {
    const page = await desk.get('/people/new?name=Yousef+van+Damascus');
    for (const words of ['value="Yousef"', 'value="van Damascus"', 'value="Voorbeeldgem"']) expect(page.body).toContain(words);
  });

  it('is not for who may only read', async () => {
    const guide = await world.signIn('guide');
    expect((await guide.get('/people/new')).status).toBe(403);
    expect((await guide.post('/people/new', { 'members.0.given': 'Nee' })).status).toBe(403);
  });
});
