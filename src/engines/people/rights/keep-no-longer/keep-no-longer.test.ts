import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../../../tests/client.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { registerPersons } from '../../index.ts';
import { aPerson } from '../../testing.ts';

let world: World;
let coordinator: Client;
let ids: { old: string; held: string; lately: string };
beforeAll(async () => {
  world = await createWorld({ at: '2020-01-10T09:00' });
  const [old, held, lately] = (await world.write((tx) => registerPersons(tx, ['Rima Vroeger', 'Idris Vastgehouden', 'Sara Onlangs'].map((name) => aPerson(name).asPerson)))) as [string, string, string];
  ids = { old, held, lately };
  world.clock.set('2025-12-01T09:00');
  coordinator = await world.signIn('coordinator');
});
afterAll(() => world.close());

const present = () => world.read(async (read) => (await sql<{ id: string }>`select id from people.person`.execute(read.on<never>())).rows.map(({ id }) => id).sort());

describe('retention', () => {
  it('shows who would go and when, before any term is set', async () => {
    await coordinator.post(`/people/${ids.lately}/consents`, { recipient: 'Club', purpose: 'enrolment', basis: 'consent', way: 'spoken', from: '2025-12-01' });
    await coordinator.post(`/people/${ids.held}/holds`, { holdGround: 'court-case' });
    const preview = await coordinator.get('/settings/retention?kind=registered&years=5&weeks=4');
    expect(preview.body).toContain('Rima Vroeger');
    expect(preview.body).toContain('29 dec 2025');
    expect(preview.body).not.toContain('Sara Onlangs');
    expect(await present()).toHaveLength(3);
  });

  it('erases nobody as long as no term runs', async () => {
    await world.sweep();
    expect(await present()).toHaveLength(3);
  });

  it('asks for a source, and warns on Today before anyone goes', async () => {
    const rule = { kind: 'registered', years: '5', weeks: '4', from: '2025-12-02' };
    expect((await coordinator.post('/settings/retention', rule)).status).toBe(422);
    expect((await coordinator.post('/settings/retention', { ...rule, source: 'Selectielijst', from: '2025-11-01' })).body).toContain('Kies vandaag of later.');
    expect((await coordinator.post('/settings/retention', { ...rule, source: 'Selectielijst' })).status).toBe(303);
    world.clock.set('2025-12-03T09:00');
    await world.sweep();
    expect(await present(), 'nobody goes without a warning').toHaveLength(3);
    expect((await coordinator.get('/')).body).toContain('1 persoon wordt binnenkort vanzelf gewist, de eerste op 30 dec 2025');
  });

  it('then erases by itself, but not who is held nor who was there lately', async () => {
    world.clock.set('2025-12-31T09:00');
    await world.sweep();
    expect(await present()).toEqual([ids.held, ids.lately].sort());
    const asked = await world.read(async (read) => (await sql<{ asked_by: string }>`select asked_by from people.erasure where person_id = ${ids.old}`.execute(read.on<never>())).rows);
    expect(asked).toEqual([{ asked_by: 'retention' }]);
    expect(world.logged).toEqual([]);
  });

  it('stops when its term is stopped', async () => {
    expect((await coordinator.post('/settings/retention/end', { kind: 'registered' })).status).toBe(303);
    world.clock.set('2035-01-01T09:00');
    await world.sweep();
    expect(await present()).toHaveLength(2);
  });
});
