import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';

/**
 * Tables of a person that say neither who nor where someone is: codes, days, ids and digests. All others hide the rows of whoever is
 * restricted; a new table is on one side or the other.
 */
const tellsNobody = [
  'apart', 'consent', 'elsewhere', 'erasure', 'erasure_refusal', 'hold', 'household_member', 'newcomer_row', 'newcomer_source', 'person_key', 'person_language', 'person_nationality',
  'restriction', 'restriction_access', 'restriction_opening', 'seal_opening', 'to_compare',
];

let world: World;
let superuser: pg.Client;
beforeAll(async () => {
  world = await createWorld();
  superuser = new pg.Client({ ...inject('superuser'), database: world.connection.database });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});

it('hides the rows of someone restricted in every table that tells who or where they are', async () => {
  const { rows } = await superuser.query<{ name: string }>(`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'r' and nspname = 'people' and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'person_id' and not attisdropped)
      and not exists (select from pg_policies where schemaname = 'people' and tablename = relname and policyname = 'not_of_someone_hidden') order by 1`);
  expect(rows.map(({ name }) => name).filter((name) => !tellsNobody.includes(name))).toEqual([]);
});
