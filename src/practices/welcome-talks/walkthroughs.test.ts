import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { withProfile, wordsOf, type Guide } from '../../engines/cases/testing.ts';
import { findAdoption } from '../../engines/cases/adoption.store.ts';
import { findToWelcome } from '../../engines/cases/list-to-welcome/to-welcome.store.ts';
import { holdTalks, planTalks } from '../../engines/cases/index.ts';
import { findWorkers } from '../../engines/cases/worker.store.ts';
import { proposeWorkers } from '../../engines/cases/worker.ts';
import { putMunicipalities } from '../../engines/directory/index.ts';
import { registerHouseholds } from '../../engines/people/index.ts';
import { findQuestionsOf } from '../../engines/questions/index.ts';
import { instantOf } from '../../kernel/clock/clock.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { answersOf, familiesOfTheYear, guides, languages, municipalities, region } from './walkthroughs.ts';

/** The guide's own year, acted out by a partnership of municipalities. */
let world: World;
let coordinator: Guide;
const families = familiesOfTheYear();
const accounts = new Map<string, Guide>();
let households: string[];

beforeAll(async () => {
  world = await createWorld({ at: '2015-01-01T08:00', kind: 'partnership', name: region.name });
  coordinator = await world.signIn('coordinator', { name: 'Coördinatie' });
  await world.write((tx) => putMunicipalities(tx, municipalities));
  for (const [name, ...spoken] of guides) {
    const guide = await world.signIn('guide', { name });
    accounts.set(name, guide);
    await world.write((tx) => withProfile(tx, guide.accountId, [...spoken]));
  }
}, 300_000);
afterAll(() => world.close());

test('has the figures of the guide', () => {
  expect(guides).toHaveLength(region.guides);
  expect(languages).toHaveLength(region.languages);
  expect(municipalities).toHaveLength(region.municipalities);
  expect(families).toHaveLength(region.families);
  expect(new Set(families.flatMap(({ members }) => members.flatMap((member) => ('person' in member ? (member.person.nationalities ?? []) : [])))).size).toBe(region.nationalities);
  expect(new Set(families.map(({ address }) => address!.municipality.nis)).size).toBe(region.municipalities);
});

test('each month, the families that arrived get a case by themselves, and every one finds a guide who speaks its language', async () => {
  households = [];
  for (let month = 1; month <= 12; month += 1) {
    const arrived = families.filter(({ arrivedOn }) => arrivedOn!.month === month);
    world.clock.set(`2015-${String(month).padStart(2, '0')}-28T18:00`);
    if (month === 12) world.clock.set('2015-12-31T18:00');
    households.push(...(await world.write((tx) => registerHouseholds(tx, arrived))).map(({ id }) => id));
    await world.sweep();
  }
  world.clock.set('2015-12-31T20:00');
  await world.sweep();
  const [workers, list] = await world.read(async (read) => [await findWorkers(read), await findToWelcome(read, {}, { reach: { kind: 'all' }, today: Temporal.PlainDate.from('2015-12-31'), limit: 5000 })] as const);
  expect(list.rows).toHaveLength(region.families);
  expect(list.rows.filter((file) => proposeWorkers(workers, file)[0]!.shared.length === 0)).toEqual([]);
  for (const { openedOn, dueOn } of list.rows) expect(dueOn).toEqual(openedOn.add({ months: 3 }));
}, 300_000);

test('the coordinator filters the year’s list by language, municipality and last day', async () => {
  const page = wordsOf((await coordinator.get('/welcome')).body);
  expect(page).toContain('2.169 gezinnen');
  expect(page).toContain('Te laat: ');
  const inHalle = await (await world.token(['cases:list'])).json('/api/v1/welcome?municipality=23027&language=ti');
  expect(inHalle.value.count).toBeGreaterThan(0);
  expect(inHalle.value.cases.every(({ languages: spoken, municipality }: { languages: string[]; municipality: string }) => spoken.includes('ti') && municipality === '23027')).toBe(true);
});

test.each([
  ['Amal', 'ar', 'housing', 'deposit'],
  ['Oksana', 'uk', 'work', 'find-work'],
  ['Hiwot', 'ti', 'school-childcare', 'enrol-school'],
  ['Luísa', 'fr', 'health-wellbeing', 'insurance'],
  ['Mei', 'zh', 'money-administration', 'letters'],
] as const)('%s holds a talk in %s, from the planning to the help question', async (name, language, theme, need) => {
  const guide = accounts.get(name)!;
  const { value } = await (await world.token(['cases:list'])).json(`/api/v1/welcome?language=${language}`);
  const { id } = value.cases.at(-1);
  const planned = await coordinator.post(`/cases/${id}/plan`, { guide: guide.accountId, day: '2016-01-05', time: '14:00', minutes: 60, placeKind: 'home' });
  expect(planned.status).toBe(303);
  expect((await coordinator.post(`/cases/${id}/invitation`, { language: 'fr' })).status).toBe(200);
  world.clock.set('2016-01-05T15:00');
  let next = (await guide.post(`/cases/${id}/talk`, { language })).location!;
  while (next.includes('/talk/')) {
    const page = next.split('/').at(-1)!;
    if (page === 'summary') next = `/cases/${id}/talk/approach`;
    else next = (await guide.post(next, page === theme ? { explained: 'yes', understood: 'yes', needs: [need] } : page === 'approach' ? { approach: 'information' } : page === 'expectations' ? { explained: 'yes', understood: 'yes' } : { explained: 'yes', understood: 'yes' })).location!;
  }
  expect((await guide.post(`/cases/${id}/finish`, { heldOn: '2016-01-05' })).notice).toBe('Verwelkomd! Er is 1 hulpvraag genoteerd.');
  expect((await world.read((read) => findQuestionsOf(read, { caseId: id })))[0]).toMatchObject({ theme, channel: 'talk', language });
  world.clock.set('2015-12-31T20:00');
});

test('at the end of the year all 2,169 families were welcomed, in 28 languages, and policy reads it without a name', async () => {
  const blueprint = (await world.read((read) => findAdoption(read, 'welcome-talks')))!.blueprint;
  world.clock.set('2016-03-31T20:00');
  const [open, workers] = await world.read(async (read) => [(await findToWelcome(read, {}, { reach: { kind: 'all' }, today: Temporal.PlainDate.from('2016-03-31'), limit: 5000 })).rows, await findWorkers(read)] as const);
  const busy = new Map<string, number>();
  const talks = open.map((file, index) => {
    const { worker, shared } = proposeWorkers(workers, file)[0]!;
    const turn = busy.get(worker.id) ?? 0;
    busy.set(worker.id, turn + 1);
    // Each guide holds four talks a day, one after the other; the families of a day arrived before it.
    const startsAt = instantOf(Temporal.PlainDate.from('2016-04-01').add({ days: Math.floor(turn / 4) }).toPlainDateTime({ hour: 9 + 2 * (turn % 4) }));
    const heldOn = file.openedOn.add({ days: 30 + (index % 70) });
    return { file, workerId: worker.id, language: shared[0]!, startsAt, heldOn, answers: answersOf(index) };
  });
  for (let from = 0; from < talks.length; from += 500) {
    const some = talks.slice(from, from + 500);
    await world.write((tx) => planTalks(tx, blueprint, some.map(({ file, workerId, startsAt }) => ({ householdId: file.householdId, workerId, startsAt, endsAt: startsAt.add({ minutes: 60 }), placeKind: 'home', place: null }))));
    await world.write((tx) => holdTalks(tx, blueprint, some.map(({ file, language, heldOn, answers }) => ({ householdId: file.householdId, personId: null, language, heldOn, answers }))));
  }
  const published = await countPublished(world);
  expect(published).toMatchObject({ cases: region.families, welcomed: region.families, languages: region.languages, municipalities: region.municipalities });
  const all = (await world.read((read) => findToWelcome(read, { state: 'welcomed' }, { reach: { kind: 'all' }, today: Temporal.PlainDate.from('2016-03-31'), limit: 5000 }))).rows;
  const late = all.filter(({ reachedOn, dueOn }) => Temporal.PlainDate.compare(reachedOn!, dueOn!) > 0).length;
  expect(late).toBeGreaterThan(0);
  expect(published.inTime).toBe(region.families - late);
  expect(published.columns.join()).not.toMatch(/name|household|person/);
  expect(wordsOf((await coordinator.get('/welcome?state=welcomed')).body)).toContain('2.169 gezinnen');
}, 300_000);

test('each guide sees the own families only', async () => {
  const { value } = await (await world.token(['cases:list'])).json(`/api/v1/welcome?state=welcomed&guide=${accounts.get('Hiwot')!.accountId}`);
  const seen = await accounts.get('Hiwot')!.get('/welcome?state=welcomed');
  expect(wordsOf(seen.body)).toContain(`${value.count} gezinnen`);
  expect(value.count).toBeLessThan(region.families / 4);
});

/** What the figures of policy are made of: the published view, which has no name in it. */
async function countPublished(of: World) {
  return of.read(async (handle) => {
    const columns = await sql<{ column_name: string }>`select column_name from information_schema.columns where table_schema = 'cases' and table_name = 'published_case'`.execute(handle.on<never>());
    const { rows } = await sql<{ cases: number; welcomed: number; inTime: number; languages: number; municipalities: number }>`
      select count(*)::int as cases, count(welcomed_on)::int as welcomed, (count(*) filter (where welcomed_on <= due_on))::int as "inTime",
        count(distinct talk_language)::int as languages, count(distinct municipality)::int as municipalities
      from cases.published_case`.execute(handle.on<never>());
    return { ...rows[0]!, columns: columns.rows.map(({ column_name }) => column_name) };
  });
}
