import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type Client, type World } from '../../../tests/world.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { findCountDifferences, recordQuestions, recountMonths } from './index.ts';
import { aQuestion, anAsker, recorded } from './testing.ts';

describe('the counts per month', () => {
  let world: World;
  let guide: Client;
  beforeEach(async () => {
    world = await createWorld();
    guide = await world.signIn('guide');
    return () => world.close();
  });

  const counts = () =>
    world.read(async (read) => {
      const found = await sql<{ month: Temporal.PlainDate; theme: string; municipality: string | null; n: number }>`
        select month, theme, municipality, n from questions.published_count order by month, theme, municipality`.execute(read.on<never>());
      return found.rows.map(({ month, theme, municipality, n }) => `${month} ${theme} ${municipality ?? '-'} ${n}`);
    });
  const differences = () => world.read((read) => findCountDifferences(read));
  const typed = { theme: 'housing', channel: 'desk', language: 'nl' };

  it('follow a question that is recorded, changed and undone', async () => {
    const { value } = await guide.json('/api/v1/questions', typed);
    expect(await counts()).toEqual(['2026-03-01 housing 34022 1']);
    await guide.post(`/questions/${value.id}/change`, { ...typed, version: 1, theme: 'work', askedOn: '2026-02-28' });
    expect(await counts()).toEqual(['2026-02-01 work 34022 1']);
    const { value: second } = await guide.json('/api/v1/questions', typed);
    await guide.post(`/questions/${second.id}/undo`);
    expect(await counts()).toEqual(['2026-02-01 work 34022 1']);
    expect(await differences()).toEqual([]);
  });

  it('stay as they are when a change is refused', async () => {
    const { value } = await guide.json('/api/v1/questions', typed);
    await guide.post(`/questions/${value.id}/change`, { ...typed, version: 7, theme: 'work' });
    expect(await counts()).toEqual(['2026-03-01 housing 34022 1']);
  });

  it('are exact after eight desks recorded, changed and undid at once', async () => {
    const desks = await Promise.all(Array.from({ length: 8 }, () => world.signIn('front-desk')));
    const statuses = await Promise.all(
      desks.map(async (desk, number) => {
        const seen: number[] = [];
        for (let turn = 0; turn < 15; turn += 1) {
          const { status, value } = await desk.json('/api/v1/questions', { ...typed, theme: turn % 2 === 0 ? 'housing' : 'work' });
          seen.push(status);
          if (turn % 5 === 0) seen.push((await desk.post(`/questions/${value.id}/undo`)).status);
          if (turn % 5 === 1) seen.push((await desk.post(`/questions/${value.id}/change`, { ...typed, version: 1, theme: number % 2 === 0 ? 'dutch' : 'housing' })).status);
        }
        return seen;
      }),
    );
    expect(new Set(statuses.flat())).toEqual(new Set([201, 303]));
    expect(await differences()).toEqual([]);
    const { value } = await guide.json('/api/v1/questions');
    expect(value.count).toBe(8 * 12);
  });

  it('let two that count the same months in opposite order both through', async () => {
    const months = Array.from({ length: 40 }, (_, index) => Temporal.Instant.from('2026-02-15T12:00:00Z').subtract({ hours: 24 * 30 * index }));
    const inOneTransactionEach = (moments: Temporal.Instant[]) =>
      world.write(async (tx) => {
        for (const askedAt of moments) await recordQuestions(tx, [aQuestion({ askedAt })]);
      });
    await Promise.all(Array.from({ length: 6 }, (_, number) => inOneTransactionEach(number % 2 === 0 ? months : months.toReversed())));
    expect(await differences()).toEqual([]);
  });

  it('stay few rows when one desk records after another', async () => {
    for (let turn = 0; turn < 20; turn += 1) await guide.json('/api/v1/questions', typed);
    const rows = await world.read(async (read) => (await sql<{ n: number }>`select count(*) as n from questions.monthly_count`.execute(read.on<never>())).rows[0]!.n);
    expect(rows).toBe(1);
  });

  it('are set right by counting anew, which tells what was wrong', async () => {
    await world.write((tx) => recorded(tx, {}, {}, { theme: 'work' }));
    await world.write((tx) => sql`update questions.monthly_count set n = n + 3 where theme = 'work'`.execute(tx.on<never>()));
    expect(await world.write((tx) => recountMonths(tx))).toMatchObject([{ theme: 'work', municipality: '', counted: 1, kept: 4 }]);
    expect(await differences()).toEqual([]);
    expect(await world.write((tx) => recountMonths(tx))).toEqual([]);
  });

  it('keep what was asked by someone who is erased, as nobody’s', async () => {
    const person = await world.write((tx) => anAsker(tx));
    await world.write((tx) => recorded(tx, { personId: person }));
    await world.write(async (tx) => {
      await sql`delete from people.person_name where person_id = ${person}`.execute(tx.on<never>());
      await sql`delete from people.person where id = ${person}`.execute(tx.on<never>());
    });
    const { value } = await guide.json('/api/v1/questions?asker=anonymous');
    expect(value.questions).toHaveLength(1);
    expect(await differences()).toEqual([]);
  });
});

describe('what the register publishes', () => {
  let world: World;
  beforeAll(async () => void (world = await createWorld()));
  afterAll(() => world.close());

  it('holds codes and days, never who asked or what was said', async () => {
    const person = await world.write((tx) => anAsker(tx));
    const [id] = await world.write((tx) => recorded(tx, { personId: person, handling: ['referred', 'informed'], minutes: 12, municipality: '34022', note: 'Geheim', askedAt: Temporal.Instant.from('2026-02-28T23:30:00Z') }));
    const rows = await world.read(async (read) => (await sql`select * from questions.published_question`.execute(read.on<never>())).rows);
    expect(rows).toEqual([
      { tenant_id: world.tenantId, question_id: id, asked_on: Temporal.PlainDate.from('2026-03-01'), theme: 'housing', life_domain: 'living', channel: 'desk', language: 'nl', municipality: '34022', handling: 'informed,referred', minutes: 12, anonymous: false,
        recorded_theme: 'housing', sub_theme_id: null, contact_id: id, visited_on: null, travel_minutes: null, travel_km: null, employer_id: null, employer_name: null, service_id: null },
    ]);
  });

  it('shows each authority its own', async () => {
    const elsewhere = await world.anotherTenant();
    const rows = await world.read(async (read) => (await sql`select * from questions.published_question`.execute(read.on<never>())).rows, elsewhere);
    expect(rows).toEqual([]);
  });
});
