import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/app/assemble.ts';
import { changePersons } from '../../src/engines/people/index.ts';
import { roles, type Role } from '../../src/kernel/access/role.ts';
import type { PageRoute } from '../../src/kernel/http/route.ts';
import type { Client, Reply } from '../client.ts';
import { createSeededWorld, type SeededWorld } from '../seeded-world.ts';

/** Everything by which the restricted person, and the home of a household that is wholly restricted, could be known. */
const traces = ['Quetzalbloem', 'Xochitl', 'كتزالبلوم', '470 00 00 77', '470000077', 'Schuilhoek', 'REF-SCHUIL'];

let seeded: SeededWorld;
let restricter: Client & { accountId: string };
let personId: string;
let householdId: string;
beforeAll(async () => {
  seeded = await createSeededWorld();
  ({ person: personId, household: householdId } = seeded.ids);
  const { world } = seeded;
  await world.write(async (tx) => {
    await changePersons(tx, [{ id: personId, name: { given: 'Xochitl', family: 'Quetzalbloem', full: 'Xochitl Quetzalbloem' }, otherNames: [{ script: 'Arab', kind: 'script', full: 'كتزالبلوم' }], reference: 'REF-SCHUIL', contactWays: [{ kind: 'phone', value: '+32470000077', isPreferred: true }] }]);
    await sql`update people.address set street = 'Schuilhoek' where tenant_id = ${world.tenantId} and household_id = ${householdId}`.execute(tx.on<never>());
  });
  restricter = await world.signIn('social-worker', { name: 'Mila Vertrouwd' });
});
afterAll(() => seeded.close());

function found({ body }: Pick<Reply, 'body'>): string[] {
  return traces.filter((trace) => body.includes(trace));
}

/** What each place in an address is filled in with: first the person's own. */
function addressesOf(path: string): string[] {
  const { ids } = seeded;
  const fill = (first: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === 'person' ? personId : name === 'line' ? '2' : name === 'page' ? 'housing' : name === 'nis' ? '34022' : name === 'slug' ? 'gesprek' : first));
  if (!path.includes(':')) return [path];
  if (path.startsWith('/people/import/')) return [ids.list.ready, ids.list.columns].map(fill);
  if (path.startsWith('/people/')) return [fill(personId)];
  if (path.startsWith('/households/')) return [fill(householdId)];
  const every = [personId, householdId, ids.question, ids.referral, ids.service, ids.organisation, ids.place, ids.guide, ids.account, ids.message, ids.statistic, ids.token, ...Object.values(ids.case)];
  return every.map(fill);
}

const pages = allRoutes().filter((route): route is PageRoute => route.kind === 'page' && typeof route.permission === 'string');

async function leaksOf(client: Client, role: Role): Promise<string[]> {
  const leaks: string[] = [];
  const look = async (address: string) => {
    const traced = found(await client.get(address));
    if (traced.length > 0) leaks.push(`${role} ${address}: ${traced.join(', ')}`);
  };
  for (const { path, api } of pages) for (const address of addressesOf(path)) {
    await look(address);
    if (api) await look(`/api/v1${address}`);
  }
  const typed = ['Quetzalbloem', 'quetzal', 'Xochitl', 'كتزالبلوم', '0470000077', 'REF-SCHUIL', 'Schuilhoek'].map(encodeURIComponent);
  const searches = ['/search?q=', '/people?q=', '/api/v1/people?q=', '/questions/askers?q=', '/questions?q=', '/api/v1/questions?q=', '/cases?q=', '/welcome?q='];
  for (const search of searches) for (const word of typed) {
    const { body } = await client.get(search + word);
    // What was typed stands in the box again: that is no answer.
    const traced = traces.filter((trace) => !decodeURIComponent(word).includes(trace) && body.includes(trace));
    if (body.includes(personId)) traced.push('the person');
    if (traced.length > 0) leaks.push(`${role} ${search}${word}: ${traced.join(', ')}`);
  }
  return leaks;
}

describe('someone restricted', () => {
  it('was to be seen before: the attack looks where there is something to find', async () => {
    const leaks = await leaksOf(await seeded.as('coordinator'), 'coordinator');
    for (const place of [`/people/${personId}`, `/households/${householdId}`, '/search?q=', '/people?q=', '/people/export']) expect(leaks.some((leak) => leak.includes(place)), place).toBe(true);
  });

  it('has no name, telephone, address or number on any page or in any answer for anyone else, by link, by search or by a guess', async () => {
    const reply = await restricter.post(`/people/${personId}/restrict`, { reason: 'violence', household: 'yes' });
    expect(reply.status).toBe(303);
    const leaks: string[] = [];
    for (const role of roles) leaks.push(...(await leaksOf(await seeded.as(role), role)));
    expect(leaks).toEqual([]);
  });

  it('is told to no program with every right', async () => {
    const scopes = [...new Set(pages.map(({ permission }) => permission as string))];
    const program = await seeded.world.token(scopes);
    const leaks: string[] = [];
    for (const { path, api } of pages) if (api) for (const address of addressesOf(path)) {
      const traced = found(await program.get(`/api/v1${address}`));
      if (traced.length > 0) leaks.push(`${address}: ${traced.join(', ')}`);
    }
    expect(leaks).toEqual([]);
  });

  it('is not proposed to who registers someone with the same name and telephone', async () => {
    const desk = await seeded.as('front-desk');
    const reply = await desk.post('/people', { 'members.0.given': 'Xochitl', 'members.0.family': 'Quetzalbloem', 'members.0.phones.0': '0470000077', 'members.0.role': 'reference' });
    expect(reply.body).not.toContain(personId);
  });

  it('counts as before', async () => {
    const { world } = seeded;
    const size = await world.read(async (read) => (await sql<{ size: number }>`select size from people.published_household where tenant_id = ${world.tenantId} and household_id = ${householdId}`.execute(read.on<never>())).rows[0]!.size);
    expect(size).toBeGreaterThan(1);
  });

  it('is opened by who was named, with a reason, for an hour, and the team is told', async () => {
    const guide = await seeded.as('guide');
    expect((await guide.post(`/people/${personId}/open-restricted`, { reason: 'Nieuwsgierig' })).body).toContain('Vraag het aan een coördinator.');
    expect((await restricter.post(`/people/${personId}/open-restricted`, { reason: '' })).status).toBe(422);
    expect((await restricter.post(`/people/${personId}/open-restricted`, { reason: 'Belt over een afspraak' })).status).toBe(303);
    expect((await restricter.get(`/people/${personId}`)).body).toContain('Quetzalbloem');
    expect((await restricter.get(`/households/${householdId}`)).body).toContain('Schuilhoek');
    expect(await leaksOf(guide, 'guide'), 'opened to one, it is closed to others').toEqual([]);
    const today = (await (await seeded.as('coordinator')).get('/')).body;
    expect(today).toContain('Mila Vertrouwd');
    expect(today).toContain('Belt over een afspraak');
  });

  it('stays hidden when who opened the file changes it', async () => {
    const { body } = await restricter.get(`/people/${personId}/change`);
    expect(body).toContain('Quetzalbloem');
    await seeded.world.write(async (tx) => {
      const scoped = Object.assign(tx, { scope: { ...tx.scope, actorId: restricter.accountId } });
      const changed = await changePersons(scoped, [{ id: personId, name: { given: 'Xochitl', family: 'Quetzalbloem-Nieuw', full: 'Xochitl Quetzalbloem-Nieuw' } }]);
      expect(changed.refused).toEqual([]);
    });
    expect((await restricter.get(`/people/${personId}`)).body).toContain('Quetzalbloem-Nieuw');
    expect(await leaksOf(await seeded.as('front-desk'), 'front-desk')).toEqual([]);
  });

  it('closes again after the hour, and lifting needs it open', async () => {
    seeded.world.clock.advance({ minutes: 61 });
    expect(found(await restricter.get(`/people/${personId}`))).toEqual([]);
    expect((await restricter.post(`/people/${personId}/lift-restriction`)).body).toContain('Open het dossier eerst');
  });

  it('is found again once the restriction is lifted', async () => {
    await restricter.post(`/people/${personId}/open-restricted`, { reason: 'Opheffen' });
    expect((await restricter.post(`/people/${personId}/lift-restriction`)).status).toBe(303);
    const desk = await seeded.as('front-desk');
    expect((await desk.get('/people?q=Quetzalbloem')).body).toContain(personId);
    expect((await desk.get(`/people/${personId}`)).body).toContain('Quetzalbloem-Nieuw');
  });

  it('faults nowhere', () => {
    expect(seeded.world.logged).toEqual([]);
  });
});

