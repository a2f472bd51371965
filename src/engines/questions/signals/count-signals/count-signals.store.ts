import { sql } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import type { SignalRule } from '../signal.ts';

export async function isCounted(read: Read, monday: Temporal.PlainDate): Promise<boolean> {
  const found = await sql`select from questions.signal_round where tenant_id = ${read.scope.tenantId} and counted_on = ${monday}`.execute(read.on<never>());
  return found.rows.length > 0;
}

/** Takes the week on; false when another does, or did. */
export async function beginRound(tx: Transaction, monday: Temporal.PlainDate): Promise<boolean> {
  const begun = await sql`
    insert into questions.signal_round (tenant_id, counted_on) values (${tx.scope.tenantId}, ${monday}) on conflict do nothing`.execute(tx.on<never>());
  return begun.numAffectedRows === 1n;
}

/** Barriers of one kind that are enough to be told. */
export interface Grown {
  /** The signal that it adds to; null for a new one. */
  signal_id: string | null;
  reason: string;
  theme: string;
  service_id: string | null;
  municipality: string;
  /** What was told of the signal before. */
  shown: number;
  parts: { barrier: string; recorder: string | null }[];
}

/**
 * Barriers that no signal holds yet, by reason and theme and by service, or by municipality where they are no service's: those
 * kinds of which there are enough, of enough people. Of a signal that was decided upon only what was asked since.
 */
export async function findGrown(read: Read, { times, voices }: SignalRule, since: Temporal.Instant, until: Temporal.Instant): Promise<Grown[]> {
  const found = await sql<Grown>`
    with loose as (
      select barrier.id, barrier.reason, question.theme, barrier.service_id, case when barrier.service_id is null then question.municipality else '' end as municipality,
        coalesce(barrier.noted_by, question.recorded_by) as recorder, coalesce(question.person_id, question.pseudonym_id) as asker, question.asked_on
      from questions.question join questions.barrier on barrier.tenant_id = question.tenant_id and barrier.question_id = question.id
      where question.tenant_id = ${read.scope.tenantId} and question.asked_at >= ${since} and question.asked_at < ${until}
        and not exists (select from questions.signal_part where signal_part.tenant_id = barrier.tenant_id and signal_part.barrier_id = barrier.id)
    )
    select signal.id as signal_id, loose.reason, loose.theme, loose.service_id, loose.municipality,
      coalesce(signal.shown, 0) as shown,
      jsonb_agg(jsonb_build_object('barrier', loose.id, 'recorder', loose.recorder)) as parts
    from loose left join questions.signal on signal.tenant_id = ${read.scope.tenantId} and signal.origin = 'counted' and signal.reason = loose.reason
      and signal.theme = loose.theme and signal.service_id is not distinct from loose.service_id and signal.municipality = loose.municipality
    where signal.decided_on is null or loose.asked_on > signal.decided_on
    group by signal.id, signal.shown, loose.reason, loose.theme, loose.service_id, loose.municipality
    having count(*) >= ${times} and count(distinct coalesce(loose.asker, loose.recorder)) >= ${voices}`.execute(read.on<never>());
  return found.rows;
}

export interface Growth {
  id: string;
  /** Of the step that tells its beginning; null for a signal that was there. */
  stepId: string | null;
  grown: Grown;
  /** What is told of it from now on. */
  shown: number;
}

/** Writes new signals, what each grew by and what it is made of. */
export async function writeGrowth(tx: Transaction, growths: readonly Growth[], monday: Temporal.PlainDate): Promise<void> {
  const tenant = tx.scope.tenantId;
  const rows = growths.map(({ id, stepId, shown, grown: { parts, reason, theme, service_id, municipality, shown: before } }) => ({ id, step_id: stepId, reason, theme, service_id, municipality, n: parts.length, told: shown, more: shown - before }));
  const parts = growths.flatMap(({ id, grown }) => grown.parts.map(({ barrier, recorder }) => ({ signal_id: id, barrier_id: barrier, recorder_id: recorder })));
  const grown = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, step_id uuid, reason text, theme text, service_id uuid, municipality text, n int, told int, more int)`;
  await sql`
    insert into questions.signal (tenant_id, id, origin, reason, theme, service_id, municipality, made_at, state, moved_at, counted, shown, first_counted_on, last_counted_on)
    select ${tenant}::uuid, id, 'counted', reason, theme, service_id, municipality, ${tx.now}::timestamptz, 'before-policy', ${tx.now}::timestamptz, n, told, ${monday}::date, ${monday}::date
    from ${grown} where step_id is not null`.execute(tx.on<never>());
  await sql`
    update questions.signal set counted = counted + row.n, shown = row.told, last_counted_on = ${monday}, version = version + 1
    from ${grown} where signal.tenant_id = ${tenant} and signal.id = row.id and row.step_id is null`.execute(tx.on<never>());
  await sql`
    insert into questions.signal_step (tenant_id, id, signal_id, step, at)
    select ${tenant}::uuid, step_id, id, 'counted', ${tx.now}::timestamptz from ${grown} where step_id is not null`.execute(tx.on<never>());
  await sql`
    insert into questions.signal_batch (tenant_id, signal_id, counted_on, n, shown)
    select ${tenant}::uuid, id, ${monday}::date, n, more from ${grown}`.execute(tx.on<never>());
  await sql`
    insert into questions.signal_part (tenant_id, barrier_id, signal_id, counted_on, recorder_id)
    select ${tenant}::uuid, barrier_id, signal_id, ${monday}::date, recorder_id
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as row (signal_id uuid, barrier_id uuid, recorder_id uuid)`.execute(tx.on<never>());
}
