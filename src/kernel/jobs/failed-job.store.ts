import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import type { Temporal } from '../time/temporal.ts';

/** A job that failed for good, or that failed and will be tried again. */
export interface FailedJob {
  id: string;
  job: string;
  attempts: number;
  error: string | null;
  /** When it will be tried again; null when it will not. */
  nextAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
}

/** Jobs that failed, those given up first and the newest of them first. */
export async function findFailedJobs(read: Read, { limit = 100 } = {}): Promise<FailedJob[]> {
  const found = await sql<{ id: string; job: string; attempts: number; last_error: string | null; not_before: Temporal.Instant; ended_at: Temporal.Instant | null }>`
    select id, job, attempts, last_error, not_before, ended_at from kernel.job
    where tenant_id = ${read.scope.tenantId} and (outcome = 'failed' or (ended_at is null and last_error is not null))
    order by ended_at desc nulls last, id desc limit ${limit}`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, job: row.job, attempts: row.attempts, error: row.last_error, nextAt: row.ended_at ? null : row.not_before, endedAt: row.ended_at }));
}

export async function countFailedJobs(read: Read): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from kernel.job where tenant_id = ${read.scope.tenantId} and outcome = 'failed'`.execute(read.on<never>());
  return found.rows[0]!.count;
}

/** Has a failed job done again, from its first attempt. False when it did not fail, or the same work waits already. */
export async function retryJob(tx: Transaction, id: string): Promise<boolean> {
  const retried = await sql`
    update kernel.job set outcome = null, ended_at = null, claimed_at = null, attempts = 0, not_before = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and outcome = 'failed'
      and not exists (select from kernel.job as other where other.tenant_id = job.tenant_id and other.job = job.job and other.key = job.key and other.ended_at is null)`.execute(tx.on<never>());
  return retried.numAffectedRows === 1n;
}
