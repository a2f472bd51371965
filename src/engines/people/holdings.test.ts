import { sql, type KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { staysWithThePerson } from './holdings.ts';
import { registerPersons } from './index.ts';
import { aPerson } from './testing.ts';

describe('what hangs on a person', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  it('moves with the one that remains, or is said to stay: no table is forgotten', async () => {
    const moved = new Set<string>();
    await world.write(async (tx) => {
      // A holding says which tables it moves by moving: of a person with nothing, by the statements that it sends.
      const [from, into] = (await registerPersons(tx, [aPerson('Een Iemand').reachedAt('+32470000061').asPerson, aPerson('Twee Iemand').asPerson])) as [string, string];
      const listening: KyselyPlugin = { transformQuery: ({ node }) => (collectTables(node, moved), node), transformResult: async ({ result }) => result };
      const log: Transaction = Object.assign(Object.create(tx) as Transaction, { on: () => tx.on<never>().withPlugin(listening) });
      for (const holding of world.services.holdings) if (holding.subject === 'person') await holding.move(log, from, into);
    });
    const hanging = await world.read(async (read) => (await sql<{ name: string }>`
      select distinct namespace.nspname || '.' || hanging.relname as name from pg_constraint
      join pg_class as hanging on hanging.oid = conrelid join pg_namespace as namespace on namespace.oid = hanging.relnamespace
      where contype = 'f' and confrelid = 'people.person'::regclass order by 1`.execute(read.on<never>())).rows.map(({ name }) => name));
    expect(hanging.filter((name) => !moved.has(name) && !staysWithThePerson.includes(name))).toEqual([]);
  });

  it('comes back to whom it was taken from', async () => {
    await world.write(async (tx) => {
      const [from, into] = (await registerPersons(tx, [aPerson('Vier Iemand').asPerson, aPerson('Vijf Iemand').asPerson])) as [string, string];
      const consent = newId();
      await sql`insert into people.consent (tenant_id, id, person_id, recipient_name, purpose, basis, way, shares, from_day, given_at)
        values (${tx.scope.tenantId}, ${consent}, ${from}, 'Voorbeeldorganisatie', 'referral', 'consent', 'spoken', '{phone}', '2026-03-01', ${tx.now})`.execute(tx.on<never>());
      const whose = async () => (await sql<{ person_id: string }>`select person_id from people.consent where id = ${consent}`.execute(tx.on<never>())).rows[0]?.person_id;
      const holding = world.services.holdings.find(({ name }) => name === 'consents')!;
      const moved = await holding.move(tx, from, into);
      expect([moved, await whose()]).toEqual([[{ table: 'people.consent', id: consent }], into]);
      await holding.moveBack(tx, moved, from);
      expect(await whose()).toBe(from);
      await holding.forget(tx, from);
      expect(await whose()).toBeUndefined();
    });
  });
});

/** The names of tables in a statement, in its text or as identifiers. */
function collectTables(node: unknown, into: Set<string>): void {
  if (typeof node === 'string') for (const [name] of node.matchAll(/\b[a-z]+\.[a-z_]+\b/g)) into.add(name);
  if (typeof node !== 'object' || node === null) return;
  const { schema, identifier } = node as { schema?: { name?: string }; identifier?: { name?: string } };
  if (schema?.name && identifier?.name) into.add(`${schema.name}.${identifier.name}`);
  for (const inner of Object.values(node)) collectTables(inner, into);
}
