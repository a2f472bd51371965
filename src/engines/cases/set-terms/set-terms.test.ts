import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { blueprint as welcomeTalks } from '../../../practices/welcome-talks/blueprint.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { takeVersion } from '../adoption.ts';
import { findAdoption, findTerms } from '../adoption.store.ts';
import { findCase, getBlueprint } from '../case.store.ts';
import { readBlueprint } from '../part.ts';
import { anArrival, welcomed, wordsOf, type Guide } from '../testing.ts';

let world: World;
let coordinator: Guide;
beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T09:00' });
  coordinator = await world.signIn('coordinator', { name: 'Bea Coördinator' });
  await world.sweep();
});
afterAll(() => world.close());
const term = (fields: Record<string, string | number> = {}) => coordinator.post('/settings/cases/terms', { practice: 'welcome-talks', amount: 6, unit: 'weeks', validFrom: '2026-03-04', source: 'Besluit van 2 maart', ...fields });
const due = async (caseId: string) => (await world.read((read) => findCase(read, caseId)))!.dueOn!.toString();

test('an authority runs the welcome talks from the start, by the term of the guide, with its source', async () => {
  const words = wordsOf((await coordinator.get('/settings/cases')).body);
  expect(words).toContain('Welkomstgesprekken');
  expect(words).toContain('3 maanden altijd Richttermijn van 3 maanden uit de gids van 2016 (Middenkempen); geen wettelijke termijn de praktijk zelf telt nu');
});

test.each([
  ['from today, since who arrived today has today’s term', { validFrom: '2026-03-03' }, 'Kies een dag na vandaag.'],
  ['from a day that has passed', { validFrom: '2020-01-01' }, 'Kies een dag na vandaag.'],
  ['of nothing', { amount: 0 }, 'Vul 1 of meer in.'],
  ['without a source', { source: '' }, 'Vul dit in.'],
])('a term cannot be set %s', async (_, wrong, sentence) => {
  const reply = await term(wrong);
  expect(reply.status).toBe(422);
  expect(wordsOf(reply.body)).toContain(sentence);
  expect(reply.body).toContain('source' in wrong ? 'value="6"' : 'value="Besluit van 2 maart"');
  expect(await world.read((read) => findTerms(read))).toHaveLength(1);
});

test('a new term counts for who arrives from that day on, and leaves running cases as they are', async () => {
  const [before] = await welcomed(world, anArrival('Voor').arrivedOn('2026-03-03'));
  expect((await term()).notice).toBe('De termijn is ingesteld.');
  world.clock.set('2026-03-05T09:00');
  const [after, late] = await welcomed(world, anArrival('Na').arrivedOn('2026-03-04'), anArrival('Laat ingeschreven').arrivedOn('2026-03-02'));
  expect(await due(before!.caseId)).toBe('2026-06-03');
  expect(await due(late!.caseId)).toBe('2026-06-02');
  expect(await due(after!.caseId)).toBe('2026-04-15');
  const words = wordsOf((await coordinator.get(`/cases/${after!.caseId}`)).body);
  expect(words).toContain('Hier: 6 weken.');
  expect(words).toContain('Besluit van 2 maart (vanaf 4 mrt 2026)');
});

test('one term from a day, and one that has not begun can be taken back', async () => {
  await term({ validFrom: '2026-06-01', amount: 2, unit: 'months' });
  expect(wordsOf((await term({ validFrom: '2026-06-01', amount: 5 })).body)).toContain('Vanaf die dag is er al een termijn.');
  const [latest, running] = await world.read((read) => findTerms(read));
  expect((await coordinator.post(`/settings/cases/terms/${running!.id}/withdraw`)).status).toBe(409);
  expect((await coordinator.post(`/settings/cases/terms/${latest!.id}/withdraw`)).notice).toBe('De termijn is ingetrokken.');
  expect((await world.read((read) => findTerms(read))).map(({ duration }) => duration)).toEqual(['P6W', 'P3M']);
});

test('what the authority does differently stands in the form to plan with', async () => {
  const version = (await world.read((read) => findAdoption(read, 'welcome-talks')))!.version;
  const own = { practice: 'welcome-talks', version, minutes: 90, place: 'Onthaal, Markt 1' };
  expect((await coordinator.post('/settings/cases/own-way', own)).notice).toBe('Bewaard.');
  const [family] = await welcomed(world, anArrival('Nour'));
  const { body } = await coordinator.get(`/cases/${family!.caseId}/plan`);
  expect(body).toContain('value="90"');
  expect(body).toContain('value="Onthaal, Markt 1"');
  const second = await coordinator.post('/settings/cases/own-way', { ...own, minutes: 45 });
  expect(second.status).toBe(409);
  expect(wordsOf(second.body)).toContain('90 minuten · Onthaal, Markt 1');
  expect(second.body).toContain('value="45"');
});

test('a running case stays with the version of the practice that it began with', async () => {
  const [old] = await welcomed(world, anArrival('Oude versie'));
  const second = readBlueprint({ ...welcomeTalks, version: 2, title: { nl: 'Onthaalgesprekken', en: 'Reception talks' } });
  await world.write(async (tx) => takeVersion(tx, (await findAdoption(tx, 'welcome-talks'))!, second));
  const [fresh] = await welcomed(world, anArrival('Nieuwe versie'));
  const versionOf = async (caseId: string) => world.read(async (read) => (await getBlueprint(read, (await findCase(read, caseId))!.blueprintId)).version);
  expect(await versionOf(old!.caseId)).toBe(1);
  expect(await versionOf(fresh!.caseId)).toBe(2);
  expect((await coordinator.get(`/cases/${old!.caseId}`)).status).toBe(200);
});

test('terms are days and durations for a program', async () => {
  const program = await world.token(['cases:settings']);
  const made = await program.json('/api/v1/settings/cases/terms', { practice: 'welcome-talks', amount: 30, unit: 'days', validFrom: '2027-01-01', source: 'Besluit' });
  expect(made.status).toBe(201);
  const { value } = await program.json('/api/v1/settings/cases');
  expect(value.terms[0]).toEqual({ id: made.value.id, practice: 'welcome-talks', clock: 'welcome', duration: 'P30D', validFrom: '2027-01-01', source: 'Besluit' });
  expect(Temporal.Duration.from(value.terms[0].duration).days).toBe(30);
});
