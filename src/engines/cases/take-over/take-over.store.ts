import { sql } from 'kysely';
import type { Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Moment } from '../appointment.store.ts';
import { asCase, caseColumns, casesWithGuide, type CaseRow } from '../case.store.ts';
import type { AppointmentState, CaseFile } from '../case.ts';
import type { PlanState } from '../plan.ts';

/** A running case with all that a step of it needs. */
export interface RunningCase {
  file: CaseFile;
  plan: PlanState;
  ahead: { id: string; workerId: string; startsAt: Temporal.Instant } | null;
}

/** The running cases of these households, by household. */
export async function findRunning(tx: Transaction, blueprint: string, householdIds: readonly string[]): Promise<Map<string, RunningCase>> {
  const found = await sql<CaseRow & { plan: PlanState; ahead_id: string | null; ahead_worker_id: string; ahead_starts_at: Temporal.Instant }>`
    select ${caseColumns}, (select jsonb_object_agg(item, state) from cases.plan_item where plan_item.tenant_id = file.tenant_id and plan_item.case_id = file.id) as plan,
      ahead.id as ahead_id, ahead.worker_id as ahead_worker_id, ahead.starts_at as ahead_starts_at
    from ${casesWithGuide}
    left join cases.appointment as ahead on ahead.tenant_id = file.tenant_id and ahead.case_id = file.id and ahead.state = 'planned'
    where file.tenant_id = ${tx.scope.tenantId} and file.blueprint = ${blueprint} and file.household_id = any (${householdIds}::uuid[]) and file.closed_on is null
    for update of file`.execute(tx.on<never>());
  return new Map(
    found.rows.map((row) => {
      const ahead = row.ahead_id === null ? null : { id: row.ahead_id, workerId: row.ahead_worker_id, startsAt: row.ahead_starts_at };
      return [row.household_id, { file: asCase(row), plan: row.plan, ahead }];
    }),
  );
}

export async function insertAppointments(tx: Transaction, appointments: readonly (Moment & { caseId: string })[]): Promise<void> {
  const rows = appointments.map((one) => ({ id: newId(), case_id: one.caseId, worker_id: one.workerId, starts_at: one.startsAt.toString(), ends_at: one.endsAt.toString(), place_kind: one.placeKind, place: one.place }));
  await sql`
    insert into cases.appointment (tenant_id, id, case_id, worker_id, starts_at, ends_at, place_kind, place, changed_at, made_at)
    select ${tx.scope.tenantId}::uuid, id, case_id, worker_id, starts_at, ends_at, place_kind, place, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, case_id uuid, worker_id uuid, starts_at timestamptz, ends_at timestamptz, place_kind text, place text)`.execute(tx.on<never>());
}

export async function endAppointments(tx: Transaction, ids: readonly string[], state: Exclude<AppointmentState, 'planned'>, reason: string | null = null): Promise<void> {
  await sql`
    update cases.appointment set state = ${state}, reason = ${reason}, sequence = sequence + 1, changed_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[]) and state = 'planned'`.execute(tx.on<never>());
}

/** What is left out, or null, stays as it was. */
export interface CaseStep {
  id: string;
  guideId?: string | null;
  responseId?: string;
  talkLanguage?: string;
  approach?: string | null;
  reachedOn?: Temporal.PlainDate | null;
  closedOn?: Temporal.PlainDate | null;
  outcome?: string | null;
}

export async function updateCases(tx: Transaction, steps: readonly CaseStep[]): Promise<void> {
  const rows = steps.map((step) => ({
    id: step.id,
    guide_id: step.guideId ?? null,
    response_id: step.responseId ?? null,
    talk_language: step.talkLanguage ?? null,
    approach: step.approach ?? null,
    reached_on: step.reachedOn?.toString() ?? null,
    closed_on: step.closedOn?.toString() ?? null,
    outcome: step.outcome ?? null,
  }));
  await sql`
    update cases.case_file as file set version = file.version + 1, guide_id = coalesce(row.guide_id, file.guide_id), response_id = coalesce(row.response_id, file.response_id),
      talk_language = coalesce(row.talk_language, file.talk_language), approach = coalesce(row.approach, file.approach), reached_on = coalesce(row.reached_on, file.reached_on),
      closed_on = coalesce(row.closed_on, file.closed_on), outcome = coalesce(row.outcome, file.outcome)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, guide_id uuid, response_id uuid, talk_language text, approach text, reached_on date, closed_on date, outcome text)
    where file.tenant_id = ${tx.scope.tenantId} and file.id = row.id`.execute(tx.on<never>());
}

/** The needs of many talks and the questions that they became. */
export async function insertNeedsOf(tx: Transaction, needs: readonly { caseId: string; page: string; need: string; questionId: string }[]): Promise<void> {
  const rows = needs.map(({ caseId, page, need, questionId }) => ({ case_id: caseId, page, need, question_id: questionId }));
  await sql`
    insert into cases.need (tenant_id, case_id, page, need, question_id)
    select ${tx.scope.tenantId}::uuid, case_id, page, need, question_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (case_id uuid, page text, need text, question_id uuid)`.execute(tx.on<never>());
}

export interface WorkerProfile {
  /** The account's. */
  id: string;
  /** BCP 47. */
  languages: readonly string[];
  /** NIS codes; none is everywhere. */
  municipalities: readonly string[];
}

/** Who has a profile already keeps it. */
export async function insertProfiles(tx: Transaction, profiles: readonly WorkerProfile[]): Promise<void> {
  await sql`
    insert into cases.worker (tenant_id, id, languages, municipalities)
    select ${tx.scope.tenantId}::uuid, id, languages, municipalities
    from jsonb_to_recordset(${JSON.stringify(profiles)}::jsonb) as row (id uuid, languages text[], municipalities text[])
    on conflict do nothing`.execute(tx.on<never>());
}
