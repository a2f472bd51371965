import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';

type Colleague = Client & { accountId: string };

/** One question on residence, from a guide to an expert and back to everyone: professionals ask, an answer within a set time, with a date and a source, to be used again. */
let world: World;
let guide: Colleague;
let expert: Colleague;
let question: string;

beforeAll(async () => {
  world = await createWorld({ at: '2026-03-03T10:00', name: 'Leiestad' });
  const coordinator = await world.signIn('coordinator');
  expect((await coordinator.post('/settings/practices/legal-helpdesk/adopt')).status).toBe(303);
  guide = await world.signIn('guide', { name: 'Amal Idris' });
  expert = await world.signIn('social-worker', { name: 'Joke Jurist' });
});
afterAll(() => world.close());

const act = async (name: string, fields: Record<string, string> = {}) => expert.post(`/legal/questions/${question}/${name}`, { version: (await expert.json(`/api/v1/legal/questions/${question}`)).value.version, ...fields });

test('a guide asks, without a name, and is promised an answer within five working days', async () => {
  const asked = await guide.post('/legal/questions', { ask: 'Mag iemand met een attest van immatriculatie al werken?', theme: 'work', urgency: 'normal' });
  question = asked.location!.split('/').at(-1)!;
  const { value } = await guide.json(`/api/v1/legal/questions/${question}`);
  expect(value).toMatchObject({ state: 'asked', termDays: 5, dueOn: '2026-03-10' });
});

test('the expert answers within the term, with a source and a day to look at it again', async () => {
  world.clock.set('2026-03-06T15:00');
  expect((await act('take')).status).toBe(303);
  const answered = await act('answer', {
    answer: 'Ja, vanaf vier maanden na de aanvraag, zolang er geen beslissing is.',
    sources: 'Koninklijk besluit arbeid van vreemdelingen | https://example.org/kb',
    reviewBy: '2026-09-01',
    publish: 'yes',
    general: 'Vanaf wanneer mag iemand tijdens de procedure werken?',
  });
  expect(answered.status).toBe(303);
  const page = await guide.get(`/legal/questions/${question}`);
  for (const words of ['vier maanden', 'Koninklijk besluit']) expect(page.body).toContain(words);
});

test('the next one who asks finds the answer first', async () => {
  const colleague = await world.signIn('front-desk');
  const found = await colleague.get(`/legal/ask?q=${encodeURIComponent('werken tijdens de procedure')}`);
  expect(found.body).toContain('Vanaf wanneer mag iemand tijdens de procedure werken?');
});

test('an answer that is due to be looked at says so', async () => {
  world.clock.set('2026-09-02T09:00');
  const { value } = await guide.json('/api/v1/legal');
  expect(JSON.stringify(value)).toContain('2026-09-01');
  expect((await guide.get('/legal')).body).toContain('Nakijken');
});
