import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { createWorld, type Client, type World } from '../../../../../tests/world.ts';
import { addOrganisations, addServices } from '../../../directory/index.ts';
import { barriersMet } from '../testing.ts';

describe('a barrier that is met again and again', () => {
  let world: World;
  let policy: Client;
  let desk: Client & { accountId: string };
  beforeEach(async () => {
    world = await createWorld();
    policy = await world.signIn('policy');
    desk = await world.signIn('front-desk');
    return () => world.close();
  });
  afterEach(() => expect(world.logged).toEqual([]));

  const signals = async () => (await policy.json('/api/v1/signals')).value.signals as { reason: string; theme: string; shown: number; state: string; service: unknown; municipality: unknown }[];
  const monday = async (day: string) => {
    world.clock.set(`${day}T06:00`);
    await world.sweep();
  };
  const service = () =>
    world.write(async (tx) => {
      const [organisationId] = await addOrganisations(tx, [{ name: 'Huis van Wonen', phone: null, email: null, website: null }]);
      return (await addServices(tx, [{ organisationId: organisationId!, name: 'Huurdersbond', does: '', themes: ['housing'] }]))[0]!;
    });

  it('is put before policy on the next Monday, as a count rounded down to five', async () => {
    await barriersMet(world, desk.accountId, 7);
    await world.sweep();
    expect(await signals()).toEqual([]);
    await monday('2026-03-09');
    expect(await signals()).toMatchObject([{ reason: 'waiting-list', theme: 'housing', shown: 5, state: 'before-policy', service: null, municipality: { nis: '34022' } }]);
    expect((await policy.get('/signals')).body).toContain('Minstens 5 keer');
  });

  it('stays inside as long as it was met four times', async () => {
    await barriersMet(world, desk.accountId, 4);
    await monday('2026-03-09');
    expect(await signals()).toEqual([]);
    expect((await policy.get('/signals')).body).toContain('Nog geen signalen');
  });

  it('needs three who asked: who stays anonymous counts as one with the recorder', async () => {
    const others = [await world.signIn('guide'), await world.signIn('guide')];
    await barriersMet(world, desk.accountId, 4, {}, { personId: null });
    await barriersMet(world, others[0]!.accountId, 3, {}, { personId: null });
    await monday('2026-03-09');
    expect(await signals()).toEqual([]);
    await barriersMet(world, others[1]!.accountId, 1, {}, { personId: null });
    await monday('2026-03-16');
    expect(await signals()).toMatchObject([{ shown: 5 }]);
  });

  it('adds up by service where there is one and by municipality where there is none, each barrier once', async () => {
    const serviceId = await service();
    await barriersMet(world, desk.accountId, 5, { serviceId });
    await barriersMet(world, desk.accountId, 4);
    await monday('2026-03-09');
    expect(await signals()).toMatchObject([{ shown: 5, service: { name: 'Huurdersbond' }, municipality: null }]);
    await barriersMet(world, desk.accountId, 1);
    await monday('2026-03-16');
    expect(await signals()).toHaveLength(2);
  });

  it('grows only when as many came to it as a signal of its own needs, so that a difference is never one person', async () => {
    await barriersMet(world, desk.accountId, 9);
    await monday('2026-03-09');
    const seen = [(await signals())[0]!.shown];
    for (const week of ['2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06', '2026-04-13']) {
      await barriersMet(world, desk.accountId, 1);
      await monday(week);
      seen.push((await signals())[0]!.shown);
    }
    // Fourteen by now, of which the last five came one a week.
    expect(seen).toEqual([5, 5, 5, 5, 5, 10]);
  });

  it('does not move on any other day, and counts a week once', async () => {
    await barriersMet(world, desk.accountId, 5);
    await monday('2026-03-09');
    await barriersMet(world, desk.accountId, 20);
    for (const moment of ['2026-03-09T12:00', '2026-03-13T06:00', '2026-03-15T23:59']) {
      world.clock.set(moment);
      await world.sweep();
      expect((await signals())[0]!.shown).toBe(5);
    }
    world.clock.set('2026-03-16T00:01');
    await Promise.all([world.sweep(), world.sweep()]);
    expect((await signals())[0]!.shown).toBe(25);
  });

  it('does not shrink when a question is taken back afterwards', async () => {
    const ids = await barriersMet(world, desk.accountId, 5, {}, {});
    await monday('2026-03-09');
    await desk.post(`/questions/${ids[0]}/change`, { theme: 'housing', channel: 'desk', language: 'nl', version: 1 });
    await monday('2026-03-16');
    expect((await signals())[0]!.shown).toBe(5);
  });

  it('leaves out what was asked longer ago than the period, this week and what came later', async () => {
    const { clock } = world;
    const asked = (moment: string) => barriersMet(world, desk.accountId, 1, {}, { askedAt: (clock.set(moment), clock.now()) });
    await asked('2025-12-08T23:59');
    await barriersMet(world, desk.accountId, 4);
    await monday('2026-03-09');
    expect(await signals()).toEqual([]);
    await asked('2026-03-16T00:00');
    await monday('2026-03-16');
    expect(await signals()).toEqual([]);
  });

  it('follows the threshold of its day, under Settings', async () => {
    const coordinator = await world.signIn('coordinator');
    const set = (fields: Record<string, string>) => coordinator.post('/settings/signals', { from: '2026-03-10', times: '8', voices: '4', days: '60', source: 'Stuurgroep', ...fields });
    expect((await set({ times: '4' })).body).toContain('Vul 5 of meer in');
    expect((await set({ voices: '2' })).body).toContain('Vul 3 of meer in');
    expect((await set({ from: '2026-03-02' })).body).toContain('Deze dag is voorbij');
    expect((await set({})).notice).toBe('De nieuwe grens is bewaard.');
    await barriersMet(world, desk.accountId, 7, { reason: 'cost' });
    await monday('2026-03-09');
    expect(await signals()).toMatchObject([{ reason: 'cost', shown: 5 }]);
    await barriersMet(world, desk.accountId, 7, { reason: 'language' });
    await monday('2026-03-16');
    expect(await signals()).toHaveLength(1);
    const page = await coordinator.get('/settings/signals');
    for (const words of ['Nu: 8 keer, bij 4 vragers, binnen 60 dagen', 'Stuurgroep']) expect(page.body).toContain(words);
    expect((await desk.get('/settings/signals')).status).toBe(403);
  });

  it('is each authority’s own', async () => {
    const elsewhere = world.inside(await world.anotherTenant());
    await barriersMet(elsewhere, null, 5);
    await barriersMet(world, desk.accountId, 2);
    await monday('2026-03-09');
    expect(await signals()).toEqual([]);
  });
});

describe('whoever compares one Monday with the next', () => {
  it('never finds a difference of fewer than five questions or three people, whatever was noted and taken back', async () => {
    const world = await createWorld({ at: '2026-03-03T09:00' });
    const policy = await world.signIn('policy');
    const desks = [await world.signIn('front-desk'), await world.signIn('guide'), await world.signIn('social-worker')];
    // Always the same chances, so that a failure can be looked at.
    let seed = 20_160_601;
    const below = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    const seen = new Map<string, number>();
    let changes = 0;
    for (let week = 0; week < 10; week += 1) {
      const reasons = ['cost', 'language', 'refusal'] as const;
      for (const reason of reasons) {
        const ids = await barriersMet(world, desks[below(3)]!.accountId, below(6), { reason }, below(3) === 0 ? { personId: null } : {});
        if (ids.length > 1 && below(2) === 0) await desks[0]!.post(`/questions/${ids[0]}/change`, { theme: 'housing', channel: 'desk', language: 'nl', version: 1 });
      }
      world.clock.advance({ days: 7 });
      await world.sweep();
      const { signals } = (await policy.json('/api/v1/signals')).value as { signals: { id: string; shown: number }[] };
      for (const { id, shown } of signals) {
        const before = seen.get(id) ?? 0;
        seen.set(id, shown);
        if (shown === before) continue;
        changes += 1;
        expect(shown - before).toBeGreaterThanOrEqual(5);
        const [batch] = await world.read(
          async (read) =>
            (
              await sql<{ questions: number; voices: number }>`
                select count(*)::int as questions, count(distinct coalesce(question.person_id, part.recorder_id))::int as voices
                from questions.signal_part as part join questions.barrier on barrier.id = part.barrier_id join questions.question on question.id = barrier.question_id
                where part.signal_id = ${id} and part.counted_on = (select max(counted_on) from questions.signal_batch where signal_id = ${id})`.execute(read.on<never>())
            ).rows,
        );
        expect(batch!.questions).toBeGreaterThanOrEqual(5);
        expect(batch!.voices).toBeGreaterThanOrEqual(3);
      }
    }
    expect(changes).toBeGreaterThan(4);
    await world.close();
  });
});
