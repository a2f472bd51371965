import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { aGuide, anArrival, plan, welcomed, wordsOf, type Guide, type Welcomed } from '../testing.ts';

describe('the list of families to welcome', () => {
  let world: World;
  let coordinator: Guide;
  let guide: Guide;
  let overdue: Welcomed, soon: Welcomed, later: Welcomed;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
    guide = await aGuide(world, 'Tigist Toeleider', ['ti', 'am', 'nl']);
    [overdue, soon, later] = (await welcomed(
      world,
      anArrival('Overtijd Gezin').arrivedOn('2025-11-30').speaking('ti'),
      anArrival('Binnenkort Gezin').arrivedOn('2025-12-20').speaking('ar', 'fr').livingIn('Buurgem', '23027'),
      anArrival('Later Gezin').arrivedOn('2026-02-20'),
    )) as [Welcomed, Welcomed, Welcomed];
  });
  afterAll(() => world.close());

  const namesIn = async (query = '', client = coordinator) => [...(await client.get(`/welcome${query}`)).body.matchAll(/(Overtijd|Binnenkort|Later) Gezin<\/a>/g)].map((match) => match[1]);

  test('shows who is most urgent first, with the clock explained, the languages, and who speaks them', async () => {
    const page = await coordinator.get('/welcome');
    expect(page.status).toBe(200);
    expect(await namesIn()).toEqual(['Overtijd', 'Binnenkort', 'Later']);
    const words = wordsOf(page.body);
    expect(words).toContain('3 dagen te laat');
    expect(words).toContain('nog 17 dagen');
    expect(words).toContain('zaterdag 28 februari 2026');
    expect(words).toContain('Aankomst op zondag 30 november 2025');
    expect(words).toContain('Hier: 3 maanden.');
    expect(words).toContain('Arabisch, Frans');
    expect(words).toContain('kan: Tigist Toeleider');
    expect(words).toContain('niemand spreekt dit');
    expect(words).toContain('Te laat: 1');
    expect(words).toContain('Binnenkort te laat: 1');
  });

  test.each<[string, string, string[]]>([
    ['who is late', '?state=overdue', ['Overtijd']],
    ['who is due within three weeks', '?state=soon', ['Binnenkort']],
    ['a contact language', '?language=fr', ['Binnenkort']],
    ['a municipality', '?municipality=23027', ['Binnenkort']],
    ['a last day', '?before=2026-03-20', ['Overtijd', 'Binnenkort']],
    ['nobody to hold the talk', '?guide=none', ['Overtijd', 'Binnenkort', 'Later']],
    ['several at once', '?before=2026-03-20&language=ti', ['Overtijd']],
    ['something that cannot be, which is passed over', '?before=31/02/2026&guide=x', ['Overtijd', 'Binnenkort', 'Later']],
  ])('is filtered in its address by %s', async (_, query, expected) => {
    expect(await namesIn(query)).toEqual(expected);
  });

  test('says so when a filter leaves nobody, and what can be done', async () => {
    expect(wordsOf((await coordinator.get('/welcome?state=withdrawn')).body)).toContain('Geen gezinnen met deze filters');
  });

  test('gives several families to a guide at once, who then sees those and no others', async () => {
    expect(await namesIn('', guide)).toEqual([]);
    const reply = await coordinator.post('/cases/assign', { case: [overdue.caseId, soon.caseId], guide: guide.accountId, back: '/welcome?state=running' });
    expect(reply).toMatchObject({ status: 303, location: '/welcome?state=running', notice: '2 gezinnen gaan naar Tigist Toeleider.' });
    expect(await namesIn('', guide)).toEqual(['Overtijd', 'Binnenkort']);
    expect(await namesIn(`?guide=${guide.accountId}`)).toEqual(['Overtijd', 'Binnenkort']);
    expect((await guide.get(`/cases/${overdue.caseId}`)).status).toBe(200);
    expect((await guide.get(`/cases/${later.caseId}`)).status).toBe(404);
  });

  test('asks for a guide when none was chosen, and keeps the families that were ticked', async () => {
    const reply = await coordinator.post('/cases/assign', { case: [later.caseId], guide: '' });
    expect(reply.status).toBe(422);
    expect(wordsOf(reply.body)).toContain('Later Gezin');
    expect(wordsOf(reply.body)).toContain('Tigist Toeleider');
    expect(reply.body).toContain(`name="case" value="${later.caseId}"`);
  });

  test('leaves a family with a planned talk with the guide of that talk', async () => {
    const other = await aGuide(world, 'Amal Toeleider', ['ar']);
    await plan(world, coordinator, later.caseId, { guide: other.accountId });
    const reply = await coordinator.post('/cases/assign', { case: [later.caseId], guide: guide.accountId });
    expect(reply.notice).toContain('0 gezinnen gaan naar Tigist Toeleider. 1 bleef waar het was');
    expect(await namesIn('?state=planned')).toEqual(['Later']);
    expect(wordsOf((await coordinator.get('/welcome')).body)).toContain('10 mrt 2026, 14:00');
  });

  test('never leads a form to another place than the list', async () => {
    const reply = await coordinator.post('/cases/assign', { case: [overdue.caseId], guide: guide.accountId, back: 'https://kwaad.example/welcome' });
    expect(reply.location).toBe('/welcome');
  });

  test('is closed to who has nothing to do with families', async () => {
    for (const role of ['policy', 'volunteer', 'coach'] as const) expect((await (await world.signIn(role)).get('/welcome')).status).toBe(403);
  });

  test('is JSON too, without a name', async () => {
    const program = await world.token(['cases:list']);
    const { status, value } = await program.json('/api/v1/welcome?state=overdue');
    expect(status).toBe(200);
    expect(value).toMatchObject({ count: 1, next: null, cases: [{ id: overdue.caseId, practice: 'welcome-talks', openedOn: '2025-11-30', dueOn: '2026-02-28', languages: ['ti'], asksOtherMoment: false }] });
    expect(JSON.stringify(value)).not.toContain('Gezin');
  });
});

describe('a long list', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
  });
  afterAll(() => world.close());

  test('of nobody says what the page is for, and offers the first act', async () => {
    const desk = await world.signIn('front-desk');
    const words = wordsOf((await desk.get('/welcome')).body);
    expect(words).toContain('Nog geen gezinnen te verwelkomen');
    expect(words).toContain('Lijst met nieuwkomers inlezen');
  });

  test('goes on page after page, each family once, in the order of the last day', async () => {
    const families = Array.from({ length: 120 }, (_, index) => anArrival(`Gezin ${index}`).arrivedOn(`2026-0${1 + (index % 2)}-${String(1 + (index % 20)).padStart(2, '0')}`));
    const all = await welcomed(world, ...families);
    const coordinator = await world.signIn('coordinator');
    const seen: string[] = [];
    const dues: string[] = [];
    const program = await world.token(['cases:list']);
    for (let after: string | null = ''; after !== null; ) {
      const { value }: { value: { cases: { id: string; dueOn: string }[]; next: string | null } } = await program.json(`/api/v1/welcome${after ? `?after=${after}` : ''}`);
      seen.push(...value.cases.map(({ id }) => id));
      dues.push(...value.cases.map(({ dueOn }) => dueOn));
      after = value.next;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(all.map(({ caseId }) => caseId)));
    expect(dues).toEqual(dues.toSorted());
    expect((await coordinator.get('/welcome')).body).toContain('rel="next"');
  });
});

describe('the search in the header', () => {
  test('finds the running cases of a name, those of the own families for a guide', async () => {
    const world = await createWorld({ at: '2026-03-03T09:00' });
    const [one] = await welcomed(world, anArrival('Ibrahim Nouri'), anArrival('Leyla Nouri').speaking('fa'));
    const coordinator = await world.signIn('coordinator');
    const guide = await aGuide(world, 'Tigist Toeleider', ['ti']);
    await coordinator.post('/cases/assign', { case: [one!.caseId], guide: guide.accountId });
    const found = async (client: Guide) => [...(await client.get('/search?q=nouri')).body.matchAll(/href="(\/cases\/[\w-]+)"/g)].map((match) => match[1]);
    expect(await found(coordinator)).toHaveLength(2);
    expect(await found(guide)).toEqual([`/cases/${one!.caseId}`]);
    await world.close();
  });
});
