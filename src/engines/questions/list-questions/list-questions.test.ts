import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { addOrganisations, addSubThemes, employ, putMunicipalities } from '../../directory/index.ts';
import { themes } from '../../directory/index.ts';
import { recordQuestions, type NewQuestion } from '../index.ts';
import { channels } from '../question.ts';
import { anAsker, recorded } from '../testing.ts';

const at = (moment: string) => Temporal.Instant.from(moment);

describe('the list of questions', () => {
  let world: World;
  let guide: Client & { accountId: string };
  beforeAll(async () => {
    world = await createWorld({ kind: 'partnership' });
    guide = await world.signIn('guide');
    await world.write(async (tx) => {
      await putMunicipalities(tx, [{ nis: '34022', name: 'Voorbeeldgem' }, { nis: '34040', name: 'Overstad' }]);
      const person = await anAsker(tx, 'Amira Haddad');
      await recorded(
        tx,
        { theme: 'housing', municipality: '34022', askedAt: at('2026-01-15T10:00:00Z'), note: 'De huurwaarborg komt niet terug', handling: ['informed'] },
        { theme: 'waste-environment', municipality: '34040', askedAt: at('2026-01-31T23:30:00Z'), channel: 'online', language: 'ar', handling: ['referred', 'informed'] },
        { theme: 'work', personId: person, askedAt: at('2026-02-10T10:00:00Z'), note: 'Zoekt werk als kok', handling: [], language: 'ti' },
        { theme: 'dutch', askedAt: at('2026-02-28T22:59:59Z'), channel: 'telephone', handling: ['mediated'] },
      );
    });
  });
  afterAll(() => world.close());

  const listed = async (query: string) => {
    const { value } = await guide.json(`/api/v1/questions?${query}`);
    return value.questions.map((question: { theme: string }) => question.theme);
  };

  it.each([
    ['', ['dutch', 'work', 'waste-environment', 'housing']],
    ['sort=oldest', ['housing', 'waste-environment', 'work', 'dutch']],
    ['sort=theme', ['dutch', 'housing', 'waste-environment', 'work']],
    ['sort=municipality', ['dutch', 'work', 'housing', 'waste-environment']],
    ['theme=housing', ['housing']],
    ['domain=living', ['waste-environment', 'housing']],
    ['domain=living&theme=work', []],
    ['channel=telephone', ['dutch']],
    ['language=ar', ['waste-environment']],
    ['municipality=34040', ['waste-environment']],
    ['handling=informed', ['waste-environment', 'housing']],
    ['handling=none', ['work']],
    ['state=open', ['work']],
    ['asker=named', ['work']],
    ['asker=anonymous&domain=learning', ['dutch']],
    ['mine=yes', []],
    ['q=huurwaarborgen', ['housing']],
    ['q=huur', ['housing']],
    ['q=kok+werk', ['work']],
    ['q=kok+huur', []],
    ['q=zebravink', []],
  ])('shows for "%s" %j', async (query, expected) => {
    expect(await listed(query)).toEqual(expected);
  });

  it('counts a day as the town does: half past midnight in winter is the next month', async () => {
    expect(await listed('from=2026-02-01&to=2026-02-28')).toEqual(['dutch', 'work', 'waste-environment']);
    expect(await listed('to=2026-01-31')).toEqual(['housing']);
  });

  it('shows the filters that are on, each with the list without it', async () => {
    const page = await guide.get('/questions?theme=work&state=open&sort=oldest');
    expect(page.body).toContain('1 vraag');
    expect(page.body).toContain('href="/questions?state=open&amp;sort=oldest"');
    expect(page.body).toContain('Amira Haddad');
  });

  it('passes over a filter that cannot be on a page, and refuses it to a program', async () => {
    expect((await guide.get('/questions?theme=football')).body).toContain('4 vragen');
    expect((await guide.json('/api/v1/questions?theme=football')).status).toBe(422);
    expect((await guide.get('/questions?after=nonsense')).status).toBe(200);
  });

  it('offers a way out when nothing is found, and the first act when there is nothing', async () => {
    expect((await guide.get('/questions?q=zebravink')).body).toContain('Geen vragen met deze filters');
    const fresh = await createWorld();
    const page = await (await fresh.signIn('guide')).get('/questions');
    expect(page.body).toContain('Nog geen vragen genoteerd');
    expect(page.body).toContain('href="/questions/new"');
    await fresh.close();
  });

  it('is found from the search in the header', async () => {
    expect((await guide.get('/search?q=huurwaarborg')).body).toContain('De huurwaarborg komt niet terug');
  });

  it('goes out as a file without names, notes or formulas', async () => {
    const coordinator = await world.signIn('coordinator');
    await coordinator.post('/questions/places', { label: '=HYPERLINK("http://example.org")', municipality: '34022' });
    const { value } = await coordinator.json('/api/v1/questions/places');
    await coordinator.json('/api/v1/questions', { theme: 'leisure', channel: 'desk', language: 'nl', place: value.places[0].id, note: 'Geheim' });
    const file = await coordinator.get('/questions/export?sort=theme&language=nl');
    expect(file.headers.get('content-disposition')).toContain('vragen-2026-03-03.csv');
    const lines = file.body.trim().split('\r\n');
    expect(lines[0]).toBe('Datum;Thema;Levensdomein;Kanaal;Taal;Gemeente;Plaats;Gedaan;Minuten;Wie vraagt;Stand;Drempels;Dienst van de drempel;Deelthema;Genoteerd als;Gesprek;Dienst;Meegegaan op;Meegegaan naar;Minuten onderweg;Kilometers;Genoteerd voor');
    expect(lines[1]).toContain("'=HYPERLINK");
    expect(lines.at(-1)).toMatch(/^2026-01-15;Wonen;Wonen en leven;Balie;nl;Voorbeeldgem;;Geïnformeerd;;Anoniem;Afgerond;;;;;[0-9a-f]{12};;;;;;$/);
    expect(file.body).not.toMatch(/Geheim|Amira|huurwaarborg/);
    expect((await guide.get('/questions/export')).status).toBe(403);
  });

  it('narrows to a sub-theme, an employer, a way that was gone along and whoever came with a code', async () => {
    const coordinator = await world.signIn(['coordinator', 'guide']);
    const [deposit] = await world.write((tx) => addSubThemes(tx, [{ label: 'Attesten', theme: 'residence' }]));
    const [house] = (await world.write((tx) => addOrganisations(tx, [{ name: 'Sociaal Huis Noord' }]))) as [string];
    await world.write((tx) => employ(tx, { accountId: coordinator.accountId, organisationId: house, from: Temporal.PlainDate.from('2026-03-01') }));
    const made = await coordinator.json('/api/v1/questions', { theme: 'residence', subTheme: deposit, channel: 'going-along', handling: ['went-along'], minutes: 20, travelMinutes: 25, visitPlace: 'consulaat' });
    const coded = await coordinator.json('/api/v1/questions', { theme: 'leisure', channel: 'desk', newCode: true });
    const ids = async (query: string) => (await coordinator.json(`/api/v1/questions?${query}`)).value.questions.map(({ id }: { id: string }) => id);
    expect(await ids(`subTheme=${deposit}`)).toEqual([made.value.id]);
    expect(await ids('visit=yes')).toEqual([made.value.id]);
    expect((await ids(`employer=${house}`)).sort()).toEqual([made.value.id, coded.value.id].sort());
    expect(await ids('asker=coded')).toEqual([coded.value.id]);
    const { body } = await coordinator.get(`/questions?employer=${house}`);
    for (const words of ['Verblijf: Attesten', '20 + 25 op weg', 'Met een code', 'Sociaal Huis Noord']) expect(body).toContain(words);
    const file = (await coordinator.get(`/questions/export?subTheme=${deposit}`)).body;
    expect(file).toMatch(/Attesten;;[0-9a-f]{12};;2026-03-03;consulaat;25;;Sociaal Huis Noord/);
  });

  it('shows nothing of another authority', async () => {
    const elsewhere = await world.anotherTenant();
    await world.write((tx) => recorded(tx, { note: 'papegaaiduiker' }), elsewhere);
    expect(await listed('q=papegaaiduiker')).toEqual([]);
  });
});

describe('a long list of questions', () => {
  let world: World;
  let guide: Client;
  const count = 1630;
  beforeAll(async () => {
    world = await createWorld({ kind: 'partnership', at: '2026-03-03T09:00' });
    guide = await world.signIn('guide');
    const municipalities = [null, '34022', '34040'];
    const people = await world.write((tx) => Promise.all(['Amira', 'Samir', 'Dawit'].map((name) => anAsker(tx, name))));
    const made: NewQuestion[] = Array.from({ length: count }, (_, index) => ({
      theme: themes[(index * 7) % themes.length]!,
      channel: channels[(index * 3) % channels.length]!,
      language: index % 5 === 0 ? 'ar' : 'nl',
      municipality: municipalities[index % 3],
      personId: people[index % 4],
      // Three at a time at one moment: only the id tells them apart.
      askedAt: at('2026-03-01T08:00:00Z').subtract({ minutes: 20 * Math.floor(index / 3) }),
      note: index % 400 === 0 ? 'zeldzaam woord' : 'gewone vraag aan de balie',
    }));
    await world.write((tx) => recordQuestions(tx, made));
  });
  afterAll(() => world.close());

  /** Every page from the first to the last, and back again. */
  async function walk(query: string): Promise<{ there: string[]; back: string[]; pages: number }> {
    const there: string[] = [];
    let pages = 0;
    let page = await read(query);
    for (; ; page = await read(`${query}&after=${encodeURIComponent(page.next)}`)) {
      there.push(...page.questions.map(({ id }: { id: string }) => id));
      pages += 1;
      if (!page.next) break;
    }
    const back: string[] = page.questions.map(({ id }: { id: string }) => id);
    while (page.previous) {
      page = await read(`${query}&before=${encodeURIComponent(page.previous)}`);
      back.unshift(...page.questions.map(({ id }: { id: string }) => id));
    }
    return { there, back, pages };
  }
  const read = async (query: string) => (await guide.json(`/api/v1/questions?${query}`)).value;

  const orders = { newest: 'asked_at desc, id desc', oldest: 'asked_at, id', theme: 'theme, asked_at desc, id desc', municipality: 'municipality, asked_at desc, id desc' };
  const cases: [string, string, string][] = [
    ['sort=newest', 'true', orders.newest],
    ['sort=oldest', 'true', orders.oldest],
    ['sort=theme', 'true', orders.theme],
    ['sort=municipality', 'true', orders.municipality],
    // Fewer than a thousand: found all, then sorted.
    ['sort=theme&municipality=34040', `municipality = '34040'`, orders.theme],
    ['sort=municipality&language=ar', `language = 'ar'`, orders.municipality],
    // More than a thousand that the counts per month cannot tell.
    ['sort=theme&language=nl', `language = 'nl'`, orders.theme],
    ['sort=newest&q=gewone', `note like 'gewone%'`, orders.newest],
    ['sort=oldest&q=zeldzaam', `note like 'zeldzaam%'`, orders.oldest],
  ];

  it.each(cases)('leafs through "%s" there and back, each question once and in order', async (query, where, order) => {
    const expected = await world.read(async (handle) => {
      const found = await sql<{ id: string }>`select id from questions.question where ${sql.raw(where)} order by ${sql.raw(order)}`.execute(handle.on<never>());
      return found.rows.map(({ id }) => id);
    });
    const { there, back, pages } = await walk(query);
    expect(there).toEqual(expected);
    expect(back).toEqual(expected);
    expect(pages).toBe(Math.ceil(expected.length / 50));
  });

  it('asks the database seven things for a page of fifty questions, most of them of someone by name', async () => {
    const asked: string[] = [];
    world.database.pool.on('acquire', (client: pg.PoolClient & { isHeard?: boolean }) => {
      if (client.isHeard) return;
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      Object.assign(client, { isHeard: true, query: (...given: unknown[]) => (asked.push(String(given[0])), query(...given)) });
    });
    const page = await guide.get('/questions');
    expect(page.body.match(/<tr[^>]*ww-table__row/g)).toHaveLength(50);
    for (const name of ['Amira', 'Samir', 'Dawit']) expect(page.body).toContain(name);
    // Begin, who it is, how many, the rows, the names, the area, commit.
    expect(asked).toHaveLength(7);
  });

  it('counts exactly what the counts per month know, and up to a thousand of the rest', async () => {
    expect(await read('sort=newest')).toMatchObject({ count, isMore: false });
    expect(await read('language=nl')).toMatchObject({ count: 1000, isMore: true });
    expect(await read('language=ar')).toMatchObject({ count: 326, isMore: false });
    expect((await guide.get('/questions?language=nl')).body).toContain('Meer dan 1.000 vragen');
  });
});
