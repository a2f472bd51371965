import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { putMunicipalities } from '../directory/municipality.store.ts';
import { releaseFigures } from './index.ts';
import { attacker } from './suppress-counts/attacker.testing.ts';
import type { Count, CountTable } from './suppress-counts/counted-table.ts';
import { ALL } from './suppress-counts/dimension.ts';
import type { SuppressedCell } from './suppress-counts/suppress-counts.ts';
import { askedIn, sentReferrals, welcomedFamilies } from './testing.ts';

type Coordinator = Awaited<ReturnType<World['signIn']>>;
const months2025 = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);

describe('the figures of an authority', () => {
  let world: World;
  let coordinator: Coordinator;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator');
  });
  afterAll(() => world.close());

  it('are not there before someone released them, and the page says who can', async () => {
    const guide = await world.signIn('guide');
    const page = await guide.get('/figures');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Nog geen cijfers vrijgegeven');
    expect(page.body).not.toContain('action="/figures/release"');
    expect((await guide.post('/figures/release')).status).toBe(403);
    expect((await coordinator.get('/figures/welcomed')).body).toContain('Nog geen cijfers');
  });

  it('show the share of families that was welcomed within the term', async () => {
    await world.write((tx) =>
      welcomedFamilies(tx, [
        { due: '2026-01-15', welcomed: '2026-01-10', language: 'ar', times: 30 },
        { due: '2026-01-20', welcomed: '2026-02-02', language: 'ti', times: 10 },
        { due: '2026-02-11', welcomed: '2026-02-11', language: 'ar', times: 20 },
        { due: '2026-03-11', welcomed: '2026-03-01', language: 'ar', times: 7 },
      ]),
    );
    await coordinator.post('/figures/release');
    const page = await coordinator.get('/figures/welcomed');
    expect(page.body).toMatch(/83,3\s?% van de gezinnen kreeg het welkomstgesprek binnen de termijn/);
    const { value } = await coordinator.json('/api/v1/figures/welcomed');
    expect(value.breakdowns[0].rows.map((row: { category: string; total: number }) => [row.category, row.total])).toEqual([['in-time', 50], ['not-in-time', 10]]);
    expect(value.releasedUpTo).toBe('2026-02');
  });

  it('show talks by language', async () => {
    const { value } = await coordinator.json('/api/v1/figures/talks?from=2026-01&to=2026-02');
    expect(value.breakdowns[0].rows.map((row: { category: string; values: number[] }) => [row.category, row.values])).toEqual([['ar', [30, 20]], ['ti', [0, 10]]]);
    const page = await coordinator.get('/figures/talks');
    expect(page.body).toContain('Tigrinya');
    expect(page.body).toContain('<svg class="chart" role="img"');
  });

  it('show referrals by outcome and by days to the answer, each referral once', async () => {
    const another = await createWorld({ at: '2026-03-03T09:00' });
    await another.write(async (tx) => {
      await sentReferrals(tx, [
        { sent: '2026-01-02', answered: '2026-01-03', state: 'done', times: 12 },
        { sent: '2026-01-02', answered: '2026-01-08', state: 'declined', times: 6 },
        { sent: '2026-01-02', state: 'sent', times: 8 },
        { sent: '2026-01-02', answered: '2026-02-20', state: 'accepted', times: 5 },
        { sent: '2026-02-20', state: 'sent', times: 40 },
      ]);
      await releaseFigures(tx);
    });
    const { value } = await (await another.signIn('policy')).json('/api/v1/figures/referrals');
    const totals = (by: string) => Object.fromEntries(value.breakdowns.find((one: { by: string }) => one.by === by).rows.map((row: { category: string; total: number }) => [row.category, row.total]));
    expect(totals('outcome')).toEqual({ 'taken-on': 12, declined: 6, 'no-answer': 13 });
    expect(totals('days')).toEqual({ '0-2': 12, '3-7': 6, none: 13 });
    await another.close();
  });

  it('are given as a file in which nothing is a formula and hidden counts have no number', async () => {
    await world.write((tx) => askedIn(tx, '2026-02', { housing: 40, work: 20, leisure: 3, dutch: 9 }));
    await coordinator.post('/figures/release');
    const file = await coordinator.get('/figures/questions.csv?from=2026-02&to=2026-02');
    expect(file.headers.get('content-type')).toContain('text/csv');
    const lines = file.body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('periode;gemeente;uitgesplitst volgens;categorie;aantal;getoond');
    expect(lines).toContain('2026-02;Alle gemeenten;Thema;Wonen;40;ja');
    expect(lines).toContain('2026-02;Alle gemeenten;Thema;Totaal;72;ja');
    expect(file.body).not.toContain('Vrije tijd;3');
    expect(file.body).not.toContain('Nederlands;9');
  });

  it('never hold a name', async () => {
    const policy = await world.signIn('policy');
    for (const path of ['/figures', '/figures/welcomed', '/figures/talks', '/figures/questions', '/figures/referrals']) {
      expect((await policy.get(path)).body).not.toMatch(/Selam|Tesfay/);
    }
  });

  it('are for the authority alone', async () => {
    const tenantId = await world.anotherTenant();
    const stranger = await world.signIn('coordinator', { tenantId });
    expect((await stranger.get('/figures')).body).toContain('Nog geen cijfers vrijgegeven');
    expect((await stranger.json('/api/v1/figures/talks')).value.breakdowns).toEqual([]);
  });

  it('say which choice in the address is wrong', async () => {
    for (const query of ['from=2026-13', 'unit=week', 'municipality=Gent', 'from=2026-02-03']) {
      expect((await coordinator.json(`/api/v1/figures/questions?${query}`)).status).toBe(422);
    }
  });
});

describe('months', () => {
  let world: World;
  let coordinator: Coordinator;
  beforeAll(async () => {
    world = await createWorld({ at: '2026-03-03T09:00' });
    coordinator = await world.signIn('coordinator');
    await world.write((tx) => askedIn(tx, '2026-01', { housing: 30, work: 20 }));
    await world.write((tx) => askedIn(tx, '2026-03', { housing: 50 }));
    await coordinator.post('/figures/release');
  });
  afterAll(() => world.close());

  const housing = async (query = '') => {
    const { value } = await coordinator.json(`/api/v1/figures/questions${query}`);
    const row = value.breakdowns[0].rows.find((one: { category: string }) => one.category === 'housing');
    return Object.fromEntries(value.periods.map((period: string, i: number) => [period, row?.values[i]]));
  };

  it('do not count while they run', async () => {
    expect(await housing('?from=2026-01&to=2026-03')).toEqual({ '2026-01': 30, '2026-02': 0 });
  });

  it('stay as they were when something is recorded late, since the difference would be a small count', async () => {
    await world.write((tx) => askedIn(tx, '2026-01', { housing: 2 }));
    const answer = await coordinator.post('/figures/release');
    expect(answer.notice).toContain('Alles was al bijgewerkt');
    expect((await housing())['2026-01']).toBe(30);
  });

  it('are revised when much was recorded late, and what changed by less than 5 goes hidden', async () => {
    await world.write((tx) => askedIn(tx, '2026-01', { housing: 38, work: 1, dutch: 20 }));
    await coordinator.post('/figures/release');
    const { value } = await coordinator.json('/api/v1/figures/questions?from=2026-01&to=2026-01');
    const shown = Object.fromEntries(value.breakdowns[0].rows.map((row: { category: string; values: (number | null)[] }) => [row.category, row.values[0]]));
    expect(value.breakdowns[0].total.values[0]).toBe(111);
    expect(shown).not.toMatchObject({ work: 21 });
    expect(Object.values(shown).filter((n) => n !== null).length).toBeLessThan(3);
  });

  it('are released by themselves on the sixth day, once a person released the first', async () => {
    const quiet = await createWorld({ at: '2026-04-06T09:00' });
    await quiet.write((tx) => askedIn(tx, '2026-03', { housing: 50 }));
    await quiet.sweep();
    expect((await (await quiet.signIn('policy')).json('/api/v1/figures/questions')).value.periods).toEqual([]);
    await quiet.close();

    world.clock.set('2026-04-05T09:00');
    await world.sweep();
    expect((await housing('?from=2026-03&to=2026-03'))['2026-03']).toBeUndefined();
    world.clock.set('2026-04-06T09:00');
    await world.sweep();
    expect((await housing('?from=2026-03&to=2026-03'))['2026-03']).toBe(50);
  });
});

describe('an attacker who keeps every page, month after month', () => {
  let world: World;
  let reader: Coordinator;
  const towns = ['23016', '23077', '23101'];
  const themes = ['housing', 'work', 'dutch', 'leisure'] as const;
  const counts: Count[] = [];
  const collected: SuppressedCell[] = [];

  beforeAll(async () => {
    world = await createWorld({ at: '2025-01-02T09:00', kind: 'partnership' });
    reader = await world.signIn('policy');
    await world.write((tx) => putMunicipalities(tx, towns.map((nis) => ({ nis, name: `Gemeente ${nis}` }))));
    let seed = 7;
    const next = (below: number) => ((seed = (seed * 1103515245 + 12345) % 2147483648) >> 8) % below;
    for (const month of months2025) {
      await world.write(async (tx) => {
        for (const town of towns) {
          const row = Object.fromEntries(themes.map((theme) => [theme, next(4) === 0 ? next(5) : 5 + next(20)]));
          await askedIn(tx, month, row, town);
          counts.push(...Object.entries(row).map(([theme, n]) => ({ at: [month, town, theme], n })));
        }
      });
      const after = Number(month.slice(5)) === 12 ? '2026-01' : `2025-${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
      world.clock.set(`${after}-02T09:00`);
      await world.write((tx) => releaseFigures(tx));
      await collect();
    }
  });
  afterAll(() => world.close());

  /** Every unit, every municipality and their sum, as the API gives them. */
  async function collect(): Promise<void> {
    for (const unit of ['month', 'quarter', 'year']) {
      for (const town of ['', ...towns]) {
        const { value } = await reader.json(`/api/v1/figures/questions?unit=${unit}&from=2025-01&to=2025-12${town ? `&municipality=${town}` : ''}`);
        for (const { rows, total } of value.breakdowns) {
          for (const row of [...rows, total]) {
            value.periods.forEach((period: string, i: number) => collected.push({ at: [period, town || ALL, row.category], n: row.values[i] }));
          }
        }
      }
    }
  }

  const table = (): CountTable => ({
    dimensions: [
      {
        name: 'month',
        values: months2025,
        groups: [{ name: '2025', values: months2025 }, ...[0, 1, 2, 3].map((q) => ({ name: `2025-Q${q + 1}`, values: months2025.slice(q * 3, q * 3 + 3) }))],
        total: null,
      },
      { name: 'town', values: towns },
      { name: 'theme', values: [...themes] },
    ],
    counts,
  });

  it('sees whole numbers that are right and never under 5', () => {
    const shown = collected.filter(({ n }) => n !== null);
    expect(shown.length).toBeGreaterThan(300);
    expect(shown.every(({ n }) => n === 0 || n! >= 5)).toBe(true);
    expect(collected.some(({ at, n }) => at[0] === '2025' && at[1] === ALL && at[2] === ALL && n === counts.reduce((sum, count) => sum + count.n, 0))).toBe(true);
  });

  it('finds out no small count', () => {
    const unique = [...new Map(collected.filter(({ n }) => n !== null).map((cell) => [cell.at.join('|'), cell])).values()];
    const solver = attacker(table(), unique);
    const smalls = counts.filter(({ n }) => n > 0 && n < 5);
    expect(smalls.length).toBeGreaterThan(15);
    for (const { at } of smalls) {
      const { low, high } = solver.range(at);
      expect(low).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThanOrEqual(5);
    }
  });
});
