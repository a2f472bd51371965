import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../../tests/world.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { findQuestionsOf } from '../index.ts';
import { anAsker } from '../testing.ts';
import { countAskers } from './pseudonym.store.ts';

describe('someone who gives no name', () => {
  let world: World;
  let desk: Client;
  beforeAll(async () => {
    world = await createWorld();
    desk = await world.signIn('front-desk');
  });
  afterAll(() => world.close());

  const question = { theme: 'housing', channel: 'desk', language: 'ar' };
  const give = async (): Promise<string> => {
    const reply = await desk.post('/questions', { ...question, newCode: 'yes' });
    expect(reply.status).toBe(200);
    return /[a-z]{4}-[a-z]{4}-\d\d/.exec(reply.body)![0];
  };
  const day = Temporal.PlainDate.from('2026-03-03');
  const counted = () => world.read((read) => countAskers(read, day, day));

  it('gets a code once, on a card in their language, and counts once when they return with it', async () => {
    const reply = await desk.post('/questions', { ...question, newCode: 'yes' });
    expect(reply.body).toContain('Dit is je code.');
    expect(reply.body).toContain('lang="ar" dir="rtl"');
    const code = /[a-z]{4}-[a-z]{4}-\d\d/.exec(reply.body)![0];
    expect(await counted()).toMatchObject({ askers: 1, byCode: 1, questions: 1, questionsOfNobody: 0 });
    await desk.post('/questions', { ...question, theme: 'work', code: code.toUpperCase().replaceAll('-', ' ') });
    await desk.post('/questions', { ...question, theme: 'work' });
    expect(await counted()).toMatchObject({ askers: 1, byCode: 1, questions: 3, questionsOfNobody: 1 });
    const { rows } = await world.read((read) => sql`select count(distinct asker)::int as askers from questions.published_asker`.execute(read.on<never>()));
    expect(rows).toEqual([{ askers: 1 }]);
  });

  it('leaves nothing of the code but a keyed hash', async () => {
    const code = await give();
    const { rows } = await world.read((read) => sql<{ row: string }>`
      select pseudonym::text as row from questions.pseudonym union all select question::text from questions.question union all select answer::text from kernel.request_key union all select detail::text from kernel.event`.execute(read.on<never>()));
    expect(rows.length).toBeGreaterThan(3);
    for (const { row } of rows) for (const part of [code, code.replaceAll('-', '')]) expect(row ?? '').not.toContain(part);
  });

  it('is told of a slip, and of a code from elsewhere', async () => {
    const code = await give();
    const slip = await desk.post('/questions', { ...question, code: `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}` });
    expect(slip.status).toBe(422);
    expect(slip.body).toContain('Deze code klopt niet');
    const other = await world.anotherTenant();
    const elsewhere = await world.inside(other).signIn('front-desk', { tenantId: other });
    expect((await elsewhere.post('/questions', { ...question, code })).body).toContain('Deze code kennen we hier niet');
    expect((await desk.post('/questions', { ...question, code, person: await world.write((tx) => anAsker(tx)) })).body).toContain('Kies een naam of een code');
  });

  it('can wish to be known: all that was asked by the code becomes theirs, and what follows too', async () => {
    const code = await give();
    const person = await world.write((tx) => anAsker(tx, 'Amira Haddad'));
    expect((await desk.post('/questions/codes', { code, person })).body).toContain('alleen als de persoon dat zelf vraagt');
    const tied = await desk.post('/questions/codes', { code, person, wish: 'yes' });
    expect(tied.location).toBe(`/people/${person}`);
    await desk.post('/questions', { ...question, theme: 'leisure', code });
    const asked = await world.read((read) => findQuestionsOf(read, { personId: person }));
    expect(asked.map(({ theme }) => theme).sort()).toEqual(['housing', 'leisure']);
    const again = await desk.post('/questions/codes', { code, person: await world.write((tx) => anAsker(tx, 'Iemand Anders')), wish: 'yes' });
    expect(again.body).toContain('Deze code hoort al bij een persoon');
  });

  it('stays unknown when only one question gets a name', async () => {
    const code = await give();
    const person = await world.write((tx) => anAsker(tx, 'Dawit Bekele'));
    const [named] = (await desk.json('/api/v1/questions?mine=yes')).value.questions.filter(({ pseudonymId, personId }: { pseudonymId: string | null; personId: string | null }) => pseudonymId && !personId).slice(0, 1);
    await desk.post(`/questions/${named.id}/change`, { version: named.version, theme: named.theme, channel: named.channel, language: named.language, person });
    expect((await desk.json(`/api/v1/questions/${named.id}`)).value).toMatchObject({ personId: person, pseudonymId: null });
    await desk.post('/questions', { ...question, theme: 'leisure', code });
    expect(await world.read((read) => findQuestionsOf(read, { personId: person }))).toHaveLength(1);
  });
});
