import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Pair } from './pair.ts';

/** How far the comparing of everyone with everyone is. */
export interface Comparison {
  state: 'running' | 'done';
  /** Everyone up to this one was compared with all who come after. */
  afterId: string | null;
  done: number;
  total: number;
  startedAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
}

export async function findComparison(read: Read): Promise<Comparison | undefined> {
  const found = await sql<Comparison>`
    select state, after_id as "afterId", done, total, started_at as "startedAt", ended_at as "endedAt" from people.comparison where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0];
}

/** Begins anew with everyone. False when it runs already, or there is nobody. */
export async function startComparison(tx: Transaction): Promise<boolean> {
  const started = await sql`
    insert into people.comparison as comparison (tenant_id, state, total, started_at)
    select ${tx.scope.tenantId}::uuid, 'running', count(*), ${tx.now}::timestamptz from people.person where tenant_id = ${tx.scope.tenantId} and merged_into is null having count(*) > 0
    on conflict (tenant_id) do update set state = 'running', after_id = null, done = 0, total = excluded.total, started_at = excluded.started_at, ended_at = null
    where comparison.state = 'done'`.execute(tx.on<never>());
  if (started.numAffectedRows === 0n) return false;
  await sql`delete from people.to_compare where tenant_id = ${tx.scope.tenantId}`.execute(tx.on<never>());
  return true;
}

export async function advanceComparison(tx: Transaction, { done, afterId }: { done: number; afterId?: string }): Promise<void> {
  await sql`
    update people.comparison set done = least(total, ${done}::int), after_id = coalesce(${afterId ?? null}::uuid, after_id)
    where tenant_id = ${tx.scope.tenantId} and state = 'running'`.execute(tx.on<never>());
}

export async function endComparison(tx: Transaction): Promise<void> {
  await sql`update people.comparison set state = 'done', done = total, ended_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and state = 'running'`.execute(tx.on<never>());
}

/** Whoever is new or was changed is compared with all others soon. */
export async function markToCompare(tx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await sql`
    insert into people.to_compare (tenant_id, person_id) select distinct ${tx.scope.tenantId}::uuid, id from unnest(${personIds}::uuid[]) as marked (id)
    order by 2 on conflict do nothing`.execute(tx.on<never>());
}

/** Takes some who wait to be compared: whoever is changed meanwhile waits anew. */
export async function takeToCompare(tx: Transaction, limit: number): Promise<string[]> {
  const taken = await sql<{ person_id: string }>`
    delete from people.to_compare where tenant_id = ${tx.scope.tenantId}
      and person_id in (select person_id from people.to_compare where tenant_id = ${tx.scope.tenantId} order by person_id limit ${limit} for update skip locked)
    returning person_id`.execute(tx.on<never>());
  return taken.rows.map(({ person_id }) => person_id);
}

export async function countToCompare(read: Read): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from people.to_compare where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0]!.n;
}

/** A telephone that more people share than this is that of a centre. */
const mostSharers = 20;

/** Pairs of who have a register number, reference, telephone or mail in common, the first of them within this stretch of ids. */
export async function findSharingPairs(read: Read, { after, until }: { after: string | null; until: string }): Promise<Pair[]> {
  const found = await sql<{ one_id: string; other_id: string }>`
    with shared as materialized (
      select key from people.person_key where tenant_id = ${read.scope.tenantId} group by key having count(*) between 2 and ${mostSharers}
    )
    select distinct one.person_id as one_id, other.person_id as other_id
    from shared
    join people.person_key as one on one.tenant_id = ${read.scope.tenantId} and one.key = shared.key and one.person_id <= ${until} and (${after}::uuid is null or one.person_id > ${after}::uuid)
    join people.person_key as other on other.tenant_id = ${read.scope.tenantId} and other.key = shared.key and other.person_id > one.person_id`.execute(read.on<never>());
  return found.rows.map((row) => ({ oneId: row.one_id, otherId: row.other_id }));
}
