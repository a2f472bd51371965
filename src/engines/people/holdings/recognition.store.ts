import { sql } from 'kysely';
import type { Transaction } from '../../../kernel/db/types.ts';
import type { Holding, Moved } from '../../../kernel/holdings/holding.ts';

/**
 * By what the next newcomer list, and the search for duplicates, recognise a person: digests and references. They go with the one that
 * remains, so that the list finds that one.
 */
export const recognitionHolding: Holding = {
  subject: 'person',
  name: 'recognition',
  gather: async (read, id) => {
    const found = await sql<{ kind: string; n: number }>`
      select split_part(key, ':', 1) as kind, count(*)::int as n from (
        select key from people.person_key where tenant_id = ${read.scope.tenantId} and person_id = ${id}
        union all select key from people.newcomer_source where tenant_id = ${read.scope.tenantId} and person_id = ${id}
      ) as known group by 1 order by 1`.execute(read.on<never>());
    return found.rows.map(({ kind, n }) => ({ recognisedBy: kind, digests: n }));
  },
  move: async (tx, from, into) => [
    ...(await moveRows(tx, 'people.person_key', sql`key`, from, into, sql`and not exists (select from people.person_key as there where there.tenant_id = here.tenant_id and there.person_id = ${into} and there.key = here.key)`)),
    ...(await moveRows(tx, 'people.newcomer_source', sql`key`, from, into, sql``)),
    ...(await moveRows(tx, 'people.newcomer_row', sql`list_id || '/' || line`, from, into, sql``)),
  ],
  moveBack: async (tx, moved, to) => {
    const of = (table: string) => moved.filter((each) => each.table === table).map(({ id }) => id);
    await sql`
      with keys as (
        delete from people.person_key where tenant_id = ${tx.scope.tenantId} and key = any (${of('people.person_key')}::text[])
          and person_id = (select merged_into from people.person where tenant_id = ${tx.scope.tenantId} and id = ${to}) returning key
      ), sources as (
        update people.newcomer_source set person_id = ${to} where tenant_id = ${tx.scope.tenantId} and key = any (${of('people.newcomer_source')}::text[])
      ), rows as (
        update people.newcomer_row set person_id = ${to} where tenant_id = ${tx.scope.tenantId} and list_id || '/' || line = any (${of('people.newcomer_row')}::text[])
      )
      insert into people.person_key (tenant_id, key, person_id) select ${tx.scope.tenantId}::uuid, key, ${to}::uuid from unnest(${of('people.person_key')}::text[]) as moved (key)
      on conflict do nothing`.execute(tx.on<never>());
  },
  forget: async (tx, id) => {
    await sql`
      with keys as (delete from people.person_key where tenant_id = ${tx.scope.tenantId} and person_id = ${id}),
        sources as (delete from people.newcomer_source where tenant_id = ${tx.scope.tenantId} and person_id = ${id}),
        mergers as (delete from people.merger where tenant_id = ${tx.scope.tenantId} and (kept_id = ${id} or gone_id = ${id}))
      delete from people.newcomer_row where tenant_id = ${tx.scope.tenantId} and person_id = ${id}`.execute(tx.on<never>());
  },
};

async function moveRows(tx: Transaction, table: string, key: ReturnType<typeof sql>, from: string, into: string, unless: ReturnType<typeof sql>): Promise<Moved[]> {
  const moved = await sql<{ id: string }>`
    update ${sql.table(table)} as here set person_id = ${into} where tenant_id = ${tx.scope.tenantId} and person_id = ${from} ${unless} returning ${key} as id`.execute(tx.on<never>());
  return moved.rows.map(({ id }) => ({ table, id }));
}
