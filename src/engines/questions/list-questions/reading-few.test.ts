import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { themes } from '../../directory/index.ts';
import { recordQuestions, type NewQuestion } from '../index.ts';
import { channels } from '../question.ts';
import { findRecent } from '../recent.store.ts';
import type { QuestionFilter, Sort } from './question-filter.ts';
import { findQuestionPage } from './question-list.store.ts';

const count = 30_000;
const municipalities = ['34022', '34040', '34041', '44021', '44083', '46021', '71022', '71072', '72021', '73006'];
const languages = ['nl', 'nl', 'nl', 'fr', 'en', 'ar', 'ar', 'uk', 'ti', 'so', 'prs'];

/** Numbers that look thrown, and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

describe('a register of many questions', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    const throwDie = dice(20_260_303);
    const start = Temporal.Instant.from('2023-03-03T08:00:00Z');
    const made: NewQuestion[] = Array.from({ length: count }, (_, index) => ({
      theme: themes[throwDie(themes.length)]!,
      channel: channels[throwDie(channels.length)]!,
      language: languages[throwDie(languages.length)]!,
      municipality: municipalities[throwDie(municipalities.length)]!,
      handling: throwDie(4) === 0 ? [] : (['informed'] as const),
      askedAt: start.add({ minutes: 52 * index }),
      note: `${['vraag', 'brief', 'hulp'][throwDie(3)]} over ${['huurwaarborg', 'taalles', 'mutualiteit', 'premie'][throwDie(4)]}${index === 77 ? ' en een papegaaiduiker' : ''}`,
    }));
    await world.write((tx) => recordQuestions(tx, made));
    await analyse(world);
  });
  afterAll(() => world.close());

  /** How many rows of questions the work made the database read, whatever the way. */
  async function rowsRead(work: (read: Read) => Promise<unknown>): Promise<number> {
    return world.read(async (read) => {
      const counter = async () =>
        (await sql<{ n: number }>`select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as n from pg_stat_xact_user_tables where schemaname = 'questions' and relname = 'question'`.execute(read.on<never>())).rows[0]!.n;
      const before = await counter();
      await work(read);
      return (await counter()) - before;
    });
  }

  const cases: [string, QuestionFilter, Sort][] = [
    ['all, the newest first', {}, 'newest'],
    ['all, the oldest first', {}, 'oldest'],
    ['all, by theme', {}, 'theme'],
    ['all, by municipality', {}, 'municipality'],
    ['one theme', { theme: 'residence' }, 'newest'],
    ['a domain of two themes', { domain: 'living' }, 'newest'],
    ['one municipality, by theme', { municipality: '73006' }, 'theme'],
    ['what is open', { state: 'open' }, 'newest'],
    ['one month', { from: Temporal.PlainDate.from('2024-05-01'), to: Temporal.PlainDate.from('2024-05-31') }, 'newest'],
    ['four codes together that few questions have', { theme: 'residence', channel: 'home-visit', language: 'prs', municipality: '73006' }, 'newest'],
    ['a word that one note has', { q: 'papegaaiduiker' }, 'newest'],
    ['a word that no note has', { q: 'zebravink' }, 'newest'],
    ['the beginning of a word that no note has', { q: 'zebrav', theme: 'work' }, 'oldest'],
  ];

  it.each(cases)('is listed without reading a tenth of it: %s', async (_, filter, sort) => {
    expect(await rowsRead((read) => findQuestionPage(read, filter, { sort, limit: 50 }))).toBeLessThan(count / 10);
  });

  it('reads nothing at all for a word that no note has', async () => {
    expect(await rowsRead((read) => findQuestionPage(read, { q: 'zebravink' }, { sort: 'newest', limit: 50 }))).toBe(0);
  });

  it.each(['newest', 'theme', 'municipality'] as const)('is as quick on a page far in, by %s', async (sort) => {
    const { questions } = await world.read((read) => findQuestionPage(read, { theme: 'leisure', to: Temporal.PlainDate.from('2024-06-01') }, { sort: 'newest', limit: 1 }));
    const { askedAt, id, theme, municipality } = questions[0]!;
    const after = { askedAt: Temporal.Instant.from(askedAt), id, ...(sort === 'newest' ? {} : { group: sort === 'theme' ? theme : municipality! }) };
    expect(await rowsRead((read) => findQuestionPage(read, {}, { sort, limit: 50, after }))).toBeLessThan(count / 10);
  });

  it('opens the desk by the account’s own last questions alone', async () => {
    expect(await rowsRead((read) => findRecent(read, '01a20b0d-7869-7499-a46b-045d89c9fec7'))).toBeLessThan(10);
  });
});

/** What autovacuum does by itself after a while: without it the planner knows nothing of the rows. */
async function analyse(world: World): Promise<void> {
  const client = new pg.Client({ ...inject('superuser'), database: world.connection.database });
  await client.connect();
  await client.query('vacuum analyze questions.question, questions.monthly_count');
  await client.end();
}
