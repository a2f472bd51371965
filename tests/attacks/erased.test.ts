import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { changePersons } from '../../src/engines/people/index.ts';
import { createSeededWorld, type SeededWorld } from '../seeded-world.ts';

const traces = ['Quetzalbloem', 'كتزالبلوم', '470000077', 'quetzal@example.org'];

let seeded: SeededWorld;
let superuser: pg.Client;
let personId: string;
beforeAll(async () => {
  seeded = await createSeededWorld();
  const { world } = seeded;
  superuser = new pg.Client({ ...inject('superuser'), database: world.connection.database });
  await superuser.connect();
  // Of whom the town knows most: a question, a referral and a file of their own.
  const found = await superuser.query<{ id: string }>(`select person_id as id from questions.question where tenant_id = $1 and id = $2`, [world.tenantId, seeded.ids.question]);
  personId = found.rows[0]!.id;
  await world.write(async (tx) => {
    await changePersons(tx, [{ id: personId, name: { given: 'Xochitl', family: 'Quetzalbloem', full: 'Xochitl Quetzalbloem' }, otherNames: [{ script: 'Arab', kind: 'script', full: 'كتزالبلوم' }], contactWays: [{ kind: 'phone', value: '+32470000077', isPreferred: true }, { kind: 'email', value: 'quetzal@example.org', isPreferred: false }] }]);
    await sql`update questions.question set note = 'Xochitl Quetzalbloem zoekt een woning' where tenant_id = ${world.tenantId} and person_id = ${personId}`.execute(tx.on<never>());
    await sql`update referrals.referral set request = 'Bel Xochitl Quetzalbloem' where tenant_id = ${world.tenantId} and person_id = ${personId}`.execute(tx.on<never>());
  });
});
afterAll(async () => {
  await superuser.end();
  await seeded.close();
});

/** Tables, of every schema, in which something is left by which the person could be known. */
async function whereLeft(): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(`select quote_ident(nspname) || '.' || quote_ident(relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and nspname not in ('pg_catalog', 'information_schema') order by 1`);
  const all = rows.map(({ name }) => `select '${name}' as name where exists (select from ${name} as t where exists (select from unnest($1::text[]) as trace where strpos(t::text, trace) > 0))`).join(' union all ');
  return (await superuser.query<{ name: string }>(all, [traces])).rows.map(({ name }) => name);
}

describe('a person with a history in every part of the house', () => {
  it('is gone from every table of every part once erased', async () => {
    expect(await whereLeft()).toEqual(expect.arrayContaining(['people.person', 'people.person_name', 'people.contact_way', 'questions.question', 'referrals.referral']));
    const coordinator = await seeded.as('coordinator');
    expect((await coordinator.get(`/people/${personId}/erase`)).status).toBe(200);
    expect((await coordinator.post(`/people/${personId}/erase`, { askedBy: 'person' })).status).toBe(303);
    expect(await whereLeft()).toEqual([]);
  });

  it('leaves every page of colleagues whole', async () => {
    for (const path of ['/', '/people', '/questions', '/referrals', '/cases', '/figures']) expect((await (await seeded.as('coordinator')).get(path)).status, path).toBeLessThan(500);
    expect(seeded.world.logged).toEqual([]);
  });
});
