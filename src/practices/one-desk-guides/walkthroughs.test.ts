import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { employ } from '../../engines/directory/index.ts';
import { addOrganisations, addServices } from '../../engines/directory/index.ts';
import { newId } from '../../kernel/id.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { bridgeFigures, employers, months, perMonth, recordedBy, recordedInAll } from './walkthroughs.ts';

type Colleague = Client & { accountId: string };

/** A quarter at the one-stop desk of a made-up town, acted out by everyone who has a part in it. */
let world: World;
let coordinator: Colleague;
let policy: Colleague;
const figures: Colleague[] = [];
const service = newId();

beforeAll(async () => {
  world = await createWorld({ at: '2026-01-02T09:00', name: 'Leiestad', nisCode: '34022' });
  coordinator = await world.signIn('coordinator', { name: 'Coördinatie' });
  policy = await world.signIn('policy', { name: 'Beleid' });
  for (const { name } of bridgeFigures) figures.push(await world.signIn('guide', { name }));
});
afterAll(() => world.close());

const places = async () => new Map<string, string>((await coordinator.json('/api/v1/questions/places')).value.places.map(({ id, label }: { id: string; label: string }) => [label, id]));

test('the town adopts the practice, and says for whom each bridge figure works', async () => {
  expect((await coordinator.post('/settings/practices/one-desk-guides/adopt')).status).toBe(303);
  const organisations = employers.map((name) => ({ id: newId(), name }));
  await world.write(async (tx) => {
    await addOrganisations(tx, organisations);
    await addServices(tx, [{ id: service, organisationId: organisations[1]!.id, name: 'Huurderswerking', themes: ['housing'], does: 'Helpt huurders aan een woning.' }]);
    for (const [index, { employer }] of bridgeFigures.entries()) await employ(tx, { accountId: figures[index]!.accountId, organisationId: organisations[employer]!.id, from: Temporal.PlainDate.from('2026-01-01') });
  });
  const page = await coordinator.get('/directory/colleagues');
  for (const name of [...employers, ...bridgeFigures.map((one) => one.name)]) expect(page.body).toContain(name);
});

test('eight bridge figures of two employers record three months of questions, each where they are', async () => {
  const where = await places();
  for (const month of months) {
    world.clock.set(`${month}-12T10:00`);
    await Promise.all(
      bridgeFigures.map(async ({ employer, channel, place }, index) => {
        for (const [theme, times] of Object.entries(perMonth[employer])) {
          for (let time = 0; time < times; time += 1) {
            const reply = await figures[index]!.json('/api/v1/questions', { theme, channel, language: 'ar', handling: ['informed'], minutes: 10, ...(place ? { place: where.get(place)! } : {}) });
            expect([reply.status, reply.value]).toEqual([201, expect.anything()]);
          }
        }
      }),
    );
  }
}, 120_000);

test('a template records what comes back every day', async () => {
  const [amal] = figures;
  const { value } = await amal!.json('/api/v1/questions/templates');
  const letter = value.templates.find(({ label }: { label: string }) => label === 'Brief uitgelegd');
  const filled = await amal!.post('/questions', { template: letter.id, theme: 'other', channel: 'desk', language: 'nl' });
  expect(filled.body).toMatch(/name="minutes"[^>]*value="10"|value="10"[^>]*name="minutes"/);
});

test('the register of both employers gives one figure, which adds up and compares', async () => {
  world.clock.set('2026-04-07T09:00');
  expect((await coordinator.post('/figures/release')).status).toBe(303);
  const { value } = await policy.json('/api/v1/figures/employers');
  expect(value.quarters).toEqual(['2026-Q1']);
  const byName = new Map<string, number>(value.employers.map(({ name, total }: { name: string; total: number }) => [name, total]));
  expect(employers.map((name) => byName.get(name))).toEqual([recordedInAll(0), recordedInAll(1)]);
  expect(value.together.total).toBe(recordedInAll(0) + recordedInAll(1));
  const housing = value.themes.find(({ name }: { name: string }) => name === 'Wonen');
  expect(housing.total).toBe(recordedBy(0, 'housing') + recordedBy(1, 'housing'));
  const page = await policy.get('/figures/employers');
  for (const { name } of bridgeFigures) expect(page.body).not.toContain(name);
});

test('a waiting list that is met again and again becomes an agenda item, is answered, and the answer comes back to who noted it', async () => {
  for (const [index, figure] of figures.entries()) {
    const reply = await figure.json('/api/v1/questions', { theme: 'housing', channel: 'desk', language: 'ti', handling: ['referred'], barriers: ['waiting-list'], barrierService: service, note: `Gezin ${index}` });
    expect(reply.status).toBe(201);
  }
  world.clock.set('2026-04-13T08:00');
  await world.sweep();
  const { value } = await policy.json('/api/v1/signals?reason=waiting-list');
  expect(value.signals).toHaveLength(1);
  const { id } = value.signals[0];
  const act = async (name: string, fields: Record<string, string>) => policy.post(`/signals/${id}/${name}`, { version: String((await policy.json(`/api/v1/signals/${id}`)).value.version), ...fields });
  const seen = await policy.get(`/signals/${id}`);
  expect(seen.body).toContain('Huurderswerking');
  for (const { name } of bridgeFigures) expect(seen.body).not.toContain(name);
  expect((await act('plan', { meetingOn: '2026-04-21', preparedBy: 'Dienst Wonen' })).status).toBe(303);
  expect((await policy.get('/signals/agenda')).body).toContain('Huurderswerking');
  expect((await act('decide', { decision: 'Een tweede avond per week', action: 'Huurderswerking krijgt een halftijdse kracht', dueOn: '2026-06-01' })).status).toBe(303);
  expect((await act('answer', { answer: 'Vanaf juni is er een tweede avond.' })).notice).toContain('8 collega’s');
  for (const figure of figures) expect((await figure.get('/')).body).toContain('Vanaf juni is er een tweede avond.');
});
