import { sql } from 'kysely';
import type { Transaction } from '../db/types.ts';
import type { Limit } from './attempt.ts';

export interface Counted {
  /** Some limit was passed: this try must not be looked at. */
  isStopped: boolean;
  /** This try is the last that some limit lets through. */
  isLast: boolean;
}

/**
 * Counts one try against each limit before it is looked at, so that a hundred at once are not all looked at. When a limit
 * is reached the rest begins anew: its length is always the whole one.
 */
export async function countAttempt(tx: Transaction, limits: Limit[]): Promise<Counted> {
  const rows = limits.map((limit) => ({ key: limit.key.toString('hex'), most: limit.most, until: tx.now.add({ minutes: limit.minutes }).toString() }));
  const counted = await sql<{ key: Buffer; count: number; most: number }>`
    with tried as (
      select decode(key, 'hex') as key, most, until from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (key text, most int, until timestamptz)
    ), counted as (
      insert into kernel.attempt as kept (tenant_id, key, count, ends_at)
      select ${tx.scope.tenantId}::uuid, key, 1, until from tried order by key
      on conflict (tenant_id, key) do update set
        count = case when kept.ends_at <= ${tx.now} then 1 else kept.count + 1 end,
        ends_at = case when kept.ends_at <= ${tx.now} or kept.count + 1 = (select most from tried where tried.key = kept.key) then excluded.ends_at else kept.ends_at end
      returning key, count
    )
    select key, count, most from counted join tried using (key)`.execute(tx.on<never>());
  return {
    isStopped: counted.rows.some(({ count, most }) => count > most),
    isLast: counted.rows.some(({ count, most }) => count === most),
  };
}

/** The try was right: it does not count, and neither do the wrong ones before it for the limits in `cleared`. */
export async function forgiveAttempt(tx: Transaction, { cleared, counted }: { cleared: Limit[]; counted: Limit[] }): Promise<void> {
  const hex = (limits: Limit[]) => limits.map((limit) => limit.key.toString('hex'));
  await sql`
    with cleared as (
      delete from kernel.attempt where tenant_id = ${tx.scope.tenantId} and key in (select decode(one, 'hex') from unnest(${hex(cleared)}::text[]) as one)
    )
    update kernel.attempt set count = greatest(count - 1, 0)
    where tenant_id = ${tx.scope.tenantId} and key in (select decode(one, 'hex') from unnest(${hex(counted)}::text[]) as one)`.execute(tx.on<never>());
}

/** What has rested, ended or expired is of no use to anyone. */
export async function forgetEnded(tx: Transaction): Promise<void> {
  const tenant = tx.scope.tenantId;
  await sql`
    with attempt as (delete from kernel.attempt where tenant_id = ${tenant} and ends_at <= ${tx.now}),
      session as (delete from kernel.session where tenant_id = ${tenant} and expires_at <= ${tx.now})
    delete from kernel.spent_challenge where tenant_id = ${tenant} and expires_at <= ${tx.now}`.execute(tx.on<never>());
}
