import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';

/**
 * A slot of the counts that no other transaction holds: the first whose lock is free, kept until the commit. Writers at
 * once therefore never meet on a row, and cannot deadlock whatever the order in which they count. In the quiet all take
 * slot 0, so that the counts stay few rows. Should all be taken, the connection's own number decides and writers may wait.
 */
export function ownSlot(tx: Transaction): RawBuilder<unknown> {
  return sql`select coalesce(
    (select slot from generate_series(0, 63) as slot
      where pg_try_advisory_xact_lock(hashtextextended('questions.monthly_count ' || ${tx.scope.tenantId}, slot)) limit 1),
    pg_backend_pid() % 64)::smallint as slot`;
}

/** Adds up what `changes` (rows of asked_on, theme, municipality, difference) comes to, into the transaction's own slot. */
export function addToCounts(tx: Transaction, changes: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into questions.monthly_count as kept (tenant_id, month, theme, municipality, slot, n)
    select ${tx.scope.tenantId}::uuid, date_trunc('month', asked_on)::date, theme, municipality, slot, sum(difference)
    from (${changes}) as change, (${ownSlot(tx)}) as own
    group by 1, 2, 3, 4, 5 having sum(difference) <> 0
    order by 1, 2, 3, 4, 5
    on conflict (tenant_id, month, theme, municipality, slot) do update set n = kept.n + excluded.n`;
}

export interface CountDifference {
  /** First day of the month. */
  month: Temporal.PlainDate;
  theme: string;
  /** NIS code, or '' where it is not known. */
  municipality: string;
  /** What the questions come to. */
  counted: number;
  /** What the counts said. */
  kept: number;
}

/** Where the counts differ from the questions: nothing, unless someone wrote around the register. */
export async function findCountDifferences(read: Read): Promise<CountDifference[]> {
  const found = await sql<CountDifference>`
    with counted as (
      select date_trunc('month', asked_on)::date as month, theme, municipality, count(*)::int as n
      from questions.question where tenant_id = ${read.scope.tenantId} group by 1, 2, 3
    ), kept as (
      select month, theme, municipality, sum(n)::int as n
      from questions.monthly_count where tenant_id = ${read.scope.tenantId} group by 1, 2, 3
    )
    select month, theme, municipality, coalesce(counted.n, 0) as counted, coalesce(kept.n, 0) as kept
    from counted full join kept using (month, theme, municipality)
    where coalesce(counted.n, 0) <> coalesce(kept.n, 0)
    order by month, theme, municipality`.execute(read.on<never>());
  return found.rows;
}

/**
 * Counts all questions anew and keeps that, in one slot; answers what was not right. Nobody records while it counts:
 * two seconds for a million questions.
 */
export async function recountMonths(tx: Transaction): Promise<CountDifference[]> {
  const db = tx.on<never>();
  await sql`lock table questions.question in share row exclusive mode`.execute(db);
  const differences = await findCountDifferences(tx);
  await sql`delete from questions.monthly_count where tenant_id = ${tx.scope.tenantId}`.execute(db);
  await sql`
    insert into questions.monthly_count (tenant_id, month, theme, municipality, slot, n)
    select tenant_id, date_trunc('month', asked_on)::date, theme, municipality, 0, count(*)
    from questions.question where tenant_id = ${tx.scope.tenantId} group by 1, 2, 3, 4`.execute(db);
  return differences;
}
