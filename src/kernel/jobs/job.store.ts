import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';
import { newId } from '../id.ts';
import type { NewJob } from './job.ts';

export interface ClaimedJob {
  id: string;
  job: string;
  payload: Record<string, unknown>;
  attempts: number;
}

export const maximumAttempts = 8;

export async function plannedJobs(tx: Transaction, jobs: NewJob[]): Promise<void> {
  const rows = jobs.map((job) => ({
    id: newId(),
    job: job.job,
    payload: job.payload,
    key: job.key ?? null,
    not_before: (job.notBefore ?? tx.now).toString(),
  }));
  await sql`
    insert into kernel.job (tenant_id, id, job, payload, key, not_before)
    select ${tx.scope.tenantId}::uuid, id, job, payload, key, not_before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, job text, payload jsonb, key text, not_before timestamptz)
    on conflict (tenant_id, job, key) where ended_at is null do nothing`.execute(tx.on<never>());
}

/** Which jobs a worker takes: those with these names, or all others. */
export interface Lane {
  names: readonly string[];
  isOnly: boolean;
}

/** Takes due jobs for one worker; a claim lapses after ten minutes, so that what a killed process held is done again. */
export async function claimJobs(tx: Transaction, limit: number, { names, isOnly }: Lane): Promise<ClaimedJob[]> {
  const claimed = await sql<ClaimedJob>`
    update kernel.job set claimed_at = ${tx.now}, attempts = attempts + 1
    where tenant_id = ${tx.scope.tenantId} and id in (
      select id from kernel.job
      where tenant_id = ${tx.scope.tenantId} and ended_at is null and not_before <= ${tx.now}
        and (claimed_at is null or claimed_at < ${tx.now.subtract({ minutes: 10 })})
        and (job = any (${names}::text[])) = ${isOnly}::boolean
      order by not_before, id limit ${limit} for update skip locked)
    returning id, job, payload, attempts`.execute(tx.on<never>());
  return claimed.rows;
}

export async function finishJob(tx: Transaction, id: string): Promise<void> {
  await sql`update kernel.job set ended_at = ${tx.now}, outcome = 'done' where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

/** Tries again later, each time four times as long; after the last attempt the job stays visible as failed. */
export async function failJob(tx: Transaction, job: ClaimedJob, reason: string): Promise<void> {
  const isLast = job.attempts >= maximumAttempts;
  const wait = { seconds: Math.min(4 ** job.attempts, 6 * 3600) };
  await sql`
    update kernel.job set claimed_at = null, not_before = ${tx.now.add(wait)}, last_error = ${reason.slice(0, 500)},
      ended_at = ${isLast ? tx.now : null}::timestamptz, outcome = ${isLast ? 'failed' : null}::text
    where tenant_id = ${tx.scope.tenantId} and id = ${job.id}`.execute(tx.on<never>());
}

/** Gives back what a worker held that no longer lives: at the start there is no other on this database. */
export async function releaseClaims(tx: Transaction): Promise<void> {
  await sql`
    update kernel.job set claimed_at = null
    where tenant_id = ${tx.scope.tenantId} and ended_at is null and claimed_at is not null`.execute(tx.on<never>());
}

/** Gives back what a stopping worker did not begin. */
export async function releaseJob(tx: Transaction, id: string): Promise<void> {
  await sql`update kernel.job set claimed_at = null, attempts = attempts - 1 where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

export interface JobState {
  outcome: string | null;
  attempts: number;
  lastError: string | null;
}

export async function findJob(read: Read, job: string, key: string): Promise<JobState | undefined> {
  const found = await sql<{ outcome: string | null; attempts: number; last_error: string | null }>`
    select outcome, attempts, last_error from kernel.job
    where tenant_id = ${read.scope.tenantId} and job = ${job} and key = ${key} order by id desc limit 1`.execute(read.on<never>());
  const row = found.rows[0];
  return row && { outcome: row.outcome, attempts: row.attempts, lastError: row.last_error };
}
