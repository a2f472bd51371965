import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Appointment, AppointmentState, PlaceKind } from './case.ts';

interface AppointmentRow {
  id: string;
  case_id: string;
  worker_id: string;
  worker_name: string;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  place_kind: PlaceKind;
  place: string | null;
  state: AppointmentState;
  reason: string | null;
  confirmed_at: Temporal.Instant | null;
  sequence: number;
  changed_at: Temporal.Instant;
  version: number;
}

const columns = sql.raw(`appointment.id, appointment.case_id, appointment.worker_id, worker.name as worker_name, appointment.starts_at, appointment.ends_at,
  appointment.place_kind, appointment.place, appointment.state, appointment.reason, appointment.confirmed_at, appointment.sequence, appointment.changed_at, appointment.version`);
const appointments = sql.raw('cases.appointment join kernel.account as worker on worker.tenant_id = appointment.tenant_id and worker.id = appointment.worker_id');

function asAppointment(row: AppointmentRow): Appointment {
  return {
    id: row.id,
    caseId: row.case_id,
    workerId: row.worker_id,
    workerName: row.worker_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    placeKind: row.place_kind,
    place: row.place,
    state: row.state,
    reason: row.reason,
    confirmedAt: row.confirmed_at,
    sequence: row.sequence,
    changedAt: row.changed_at,
    version: row.version,
  };
}

/** All appointments of a case, the latest first. */
export async function findAppointmentsOf(read: Read, caseId: string): Promise<Appointment[]> {
  const found = await sql<AppointmentRow>`
    select ${columns} from ${appointments}
    where appointment.tenant_id = ${read.scope.tenantId} and appointment.case_id = ${caseId}
    order by appointment.starts_at desc, appointment.id desc`.execute(read.on<never>());
  return found.rows.map(asAppointment);
}

/** The talk that is planned for each of these cases; a case without one is left out. */
export async function findTalksAhead(read: Read, caseIds: readonly string[]): Promise<Appointment[]> {
  if (caseIds.length === 0) return [];
  const found = await sql<AppointmentRow>`
    select ${columns} from ${appointments}
    where appointment.tenant_id = ${read.scope.tenantId} and appointment.case_id = any (${caseIds}::uuid[]) and appointment.state = 'planned'`.execute(read.on<never>());
  return found.rows.map(asAppointment);
}

export async function findTalkAhead(read: Read, caseId: string): Promise<Appointment | undefined> {
  return (await findTalksAhead(read, [caseId]))[0];
}

/** The appointments of these workers that touch this span, in order; called-off ones too when asked for. */
export async function findAppointmentsOfWorkers(read: Read, { workerIds, from, until, calledOff = false }: { workerIds: readonly string[]; from: Temporal.Instant; until?: Temporal.Instant; calledOff?: boolean }): Promise<Appointment[]> {
  const found = await sql<AppointmentRow>`
    select ${columns} from ${appointments}
    where appointment.tenant_id = ${read.scope.tenantId} and appointment.worker_id = any (${workerIds}::uuid[])
      and appointment.ends_at > ${from} and (${until ?? null}::timestamptz is null or appointment.starts_at < ${until ?? null}::timestamptz)
      and (${calledOff} or appointment.state <> 'called-off')
    order by appointment.starts_at, appointment.id limit 1000`.execute(read.on<never>());
  return found.rows.map(asAppointment);
}

export interface Moment {
  workerId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  placeKind: PlaceKind;
  place: string | null;
}

export async function insertAppointment(tx: Transaction, appointment: Moment & { caseId: string }): Promise<string> {
  const id = newId();
  await sql`
    insert into cases.appointment (tenant_id, id, case_id, worker_id, starts_at, ends_at, place_kind, place, changed_at, made_at)
    values (${tx.scope.tenantId}, ${id}, ${appointment.caseId}, ${appointment.workerId}, ${appointment.startsAt}, ${appointment.endsAt},
      ${appointment.placeKind}, ${appointment.place}, ${tx.now}, ${tx.now})`.execute(tx.on<never>());
  return id;
}

/** Moves a planned talk; what the family had confirmed was the old moment. False when someone else changed it since this version. */
export async function moveAppointment(tx: Transaction, { id, version, startsAt, endsAt, placeKind, place }: Omit<Moment, 'workerId'> & { id: string; version: number }): Promise<boolean> {
  const moved = await sql`
    update cases.appointment set starts_at = ${startsAt}, ends_at = ${endsAt}, place_kind = ${placeKind}, place = ${place},
      confirmed_at = null, sequence = sequence + 1, changed_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state = 'planned'`.execute(tx.on<never>());
  return moved.numAffectedRows === 1n;
}

/** A planned talk was held, missed or called off. False when it was no longer planned, or changed since this version. */
export async function endAppointment(tx: Transaction, { id, version, state, reason = null }: { id: string; version?: number; state: Exclude<AppointmentState, 'planned'>; reason?: string | null }): Promise<boolean> {
  const ended = await sql`
    update cases.appointment set state = ${state}, reason = ${reason}, sequence = sequence + 1, changed_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'planned' and (${version ?? null}::int is null or version = ${version ?? null}::int)`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** The family comes. False when there is nothing planned any more. */
export async function confirmAppointment(tx: Transaction, id: string): Promise<boolean> {
  const confirmed = await sql`
    update cases.appointment set confirmed_at = coalesce(confirmed_at, ${tx.now})
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'planned'`.execute(tx.on<never>());
  return confirmed.numAffectedRows === 1n;
}

/** Whether an error says that the worker has another talk at that time. */
export function isDoubleBooking(error: unknown): boolean {
  return (error as { constraint?: string } | null)?.constraint === 'a_guide_holds_one_talk_at_a_time';
}

/** Whether an error says that the case got another talk in between. */
export function isSecondTalk(error: unknown): boolean {
  return (error as { constraint?: string } | null)?.constraint === 'a_case_has_one_talk_ahead';
}

export interface MomentRequest {
  id: string;
  caseId: string;
  suits: string[];
  words: string | null;
  askedAt: Temporal.Instant;
}

/** What families wait for an answer to; of these cases, or of all when left out. The longest waiting first. */
export async function findMomentRequests(read: Read, caseIds?: readonly string[]): Promise<MomentRequest[]> {
  const found = await sql<{ id: string; case_id: string; suits: string[]; words: string | null; asked_at: Temporal.Instant }>`
    select id, case_id, suits, words, asked_at from cases.moment_request
    where tenant_id = ${read.scope.tenantId} and answered_at is null and (${caseIds ?? null}::uuid[] is null or case_id = any (${caseIds ?? null}::uuid[]))
    order by asked_at, id limit 200`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, caseId: row.case_id, suits: row.suits, words: row.words, askedAt: row.asked_at }));
}

/** The family asks for another moment; asking again says it anew. */
export async function askOtherMoment(tx: Transaction, request: { caseId: string; appointmentId: string; suits: readonly string[]; words: string | null }): Promise<void> {
  await sql`
    insert into cases.moment_request (tenant_id, id, case_id, appointment_id, suits, words, asked_at)
    values (${tx.scope.tenantId}, ${newId()}, ${request.caseId}, ${request.appointmentId}, ${request.suits}::text[], ${request.words}, ${tx.now})
    on conflict (tenant_id, case_id) where answered_at is null do update set suits = excluded.suits, words = excluded.words`.execute(tx.on<never>());
}

/** Whoever plans, moves or calls off the talk, or hears that the family comes after all, has answered. */
export async function answerMomentRequest(tx: Transaction, caseId: string): Promise<void> {
  await sql`
    update cases.moment_request set answered_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and case_id = ${caseId} and answered_at is null`.execute(tx.on<never>());
}

export interface MadeInvitation {
  appointmentId: string;
  appointmentSequence: number;
  language: string;
  madeAt: Temporal.Instant;
}

export async function insertInvitations(tx: Transaction, invitations: readonly { id: string; caseId: string; appointmentId: string; sequence: number; language: string }[]): Promise<void> {
  const rows = invitations.map((one) => ({ id: one.id, case_id: one.caseId, appointment_id: one.appointmentId, sequence: one.sequence, language: one.language }));
  await sql`
    insert into cases.invitation (tenant_id, id, case_id, appointment_id, appointment_sequence, language, made_at)
    select ${tx.scope.tenantId}::uuid, id, case_id, appointment_id, sequence, language, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, case_id uuid, appointment_id uuid, sequence int, language text)`.execute(tx.on<never>());
}

/** The letters that were made for a case, the latest first. */
export async function findInvitations(read: Read, caseId: string): Promise<MadeInvitation[]> {
  const found = await sql<{ appointment_id: string; appointment_sequence: number; language: string; made_at: Temporal.Instant }>`
    select appointment_id, appointment_sequence, language, made_at from cases.invitation
    where tenant_id = ${read.scope.tenantId} and case_id = ${caseId} order by made_at desc, id desc`.execute(read.on<never>());
  return found.rows.map((row) => ({ appointmentId: row.appointment_id, appointmentSequence: row.appointment_sequence, language: row.language, madeAt: row.made_at }));
}
