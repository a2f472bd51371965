import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { findMunicipalities, findServicesByIds, type Theme } from '../../directory/index.ts';
import type { BarrierReason } from '../note-barriers/barrier.ts';
import type { Signal, SignalState } from './signal.ts';

type Row = Omit<Signal, 'service' | 'municipality'> & { serviceId: string | null; nis: string };

const columns = (read: Read) => sql`signal.id, signal.origin, signal.reason, signal.theme, signal.service_id as "serviceId", signal.municipality as nis, signal.words,
  signal.state, signal.moved_at as "movedAt", signal.shown, signal.first_counted_on as "firstCountedOn", signal.last_counted_on as "lastCountedOn",
  signal.meeting_on as "meetingOn", signal.prepared_by as "preparedBy", signal.decided_on as "decidedOn", signal.promised_on as "promisedOn", signal.version,
  ${isMine(read)} as "isMine"`;

/** The reader wrote down a part of it, or raised it. */
function isMine(read: Read): RawBuilder<boolean> {
  return sql`(signal.raised_by is not distinct from ${read.scope.actorId}::uuid and signal.raised_by is not null or exists (select from questions.signal_part
    where signal_part.tenant_id = signal.tenant_id and signal_part.signal_id = signal.id and signal_part.recorder_id = ${read.scope.actorId}::uuid))`;
}

const back = sql`(signal.state in ('decided', 'not-taken-up', 'answered') and signal.last_counted_on > signal.decided_on)`;

/** Asks something of policy: it is not answered yet, came back, or what was promised is due. */
const waiting = (read: Read) => sql`(signal.state in ('before-policy', 'on-agenda', 'decided', 'not-taken-up') or ${back} or coalesce(signal.promised_on <= ${dayOf(read.now)}::date, false))`;

export const signalSorts = ['waiting', 'newest', 'most'] as const;
export type SignalSort = (typeof signalSorts)[number];

const orders: Record<SignalSort, (read: Read) => RawBuilder<unknown>> = {
  /** What asks something of policy first, and of that what waits longest. */
  waiting: (read) => sql`${waiting(read)} desc, signal.state = 'on-agenda', signal.moved_at, signal.id`,
  newest: () => sql`signal.made_at desc, signal.id desc`,
  most: () => sql`signal.shown desc, signal.moved_at, signal.id`,
};

export interface SignalFilter {
  states?: readonly SignalState[];
  theme?: Theme;
  reason?: BarrierReason;
  /** NIS code. */
  municipality?: string;
  service?: string;
  mine?: boolean;
  back?: boolean;
  /** Asks something of policy: not answered yet, or come back. */
  waiting?: boolean;
  /** Words wait inside until a colleague releases them: only their own and those to be read are seen then. */
  inside: 'own' | 'all' | 'none';
  meetingOn?: Temporal.PlainDate;
}

/** A list that is longer is narrowed, not leafed through. */
export const signalsAtMost = 300;

export async function findSignals(read: Read, filter: SignalFilter, sort: SignalSort = 'waiting', limit = signalsAtMost): Promise<Signal[]> {
  const conditions = [sql`signal.tenant_id = ${read.scope.tenantId}`, visible(read, filter.inside)];
  if (filter.states) conditions.push(sql`signal.state = any(${[...filter.states]}::text[])`);
  if (filter.theme) conditions.push(sql`signal.theme = ${filter.theme}`);
  if (filter.reason) conditions.push(sql`signal.reason = ${filter.reason}`);
  if (filter.municipality) conditions.push(sql`signal.municipality = ${filter.municipality}`);
  if (filter.service) conditions.push(sql`signal.service_id = ${filter.service}::uuid`);
  if (filter.mine) conditions.push(isMine(read));
  if (filter.back) conditions.push(back);
  if (filter.waiting) conditions.push(waiting(read));
  if (filter.meetingOn) conditions.push(sql`signal.meeting_on = ${filter.meetingOn}`);
  const found = await sql<Row>`
    select ${columns(read)} from questions.signal where ${sql.join(conditions, sql` and `)} order by ${orders[sort](read)} limit ${limit}`.execute(read.on<never>());
  return withNames(read, found.rows);
}

function visible(read: Read, inside: SignalFilter['inside']): RawBuilder<unknown> {
  if (inside === 'all') return sql`true`;
  const isPublic = sql`signal.state not in ('gathering', 'set-aside')`;
  return inside === 'none' ? isPublic : sql`(${isPublic} or signal.raised_by = ${read.scope.actorId}::uuid)`;
}

export async function findSignal(read: Read, id: string, inside: SignalFilter['inside']): Promise<Signal | undefined> {
  const found = await sql<Row>`
    select ${columns(read)} from questions.signal
    where signal.tenant_id = ${read.scope.tenantId} and signal.id = ${id} and ${visible(read, inside)}`.execute(read.on<never>());
  return (await withNames(read, found.rows))[0];
}

async function withNames(read: Read, rows: readonly Row[]): Promise<Signal[]> {
  if (rows.length === 0) return [];
  const services = new Map((await findServicesByIds(read, [...new Set(rows.flatMap(({ serviceId }) => serviceId ?? []))])).map(({ id, name }) => [id, { id, name }]));
  const municipalities = new Map((await findMunicipalities(read)).map(({ nis, name }) => [nis, name]));
  return rows.map(({ serviceId, nis, ...row }) => ({
    ...row,
    service: serviceId ? (services.get(serviceId) ?? null) : null,
    municipality: nis ? { nis, name: municipalities.get(nis) ?? nis } : null,
  }));
}

/** By whom a signal was raised; for who reads it before policy does. */
export async function findRaiser(read: Read, id: string): Promise<{ id: string; name: string } | undefined> {
  const found = await sql<{ id: string; name: string }>`
    select account.id, account.name from questions.signal join kernel.account on account.tenant_id = signal.tenant_id and account.id = signal.raised_by
    where signal.tenant_id = ${read.scope.tenantId} and signal.id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

export interface NewSignal {
  reason: BarrierReason;
  theme: Theme;
  serviceId: string | null;
  municipality: string | null;
  words: string;
}

/** A colleague's own words, kept inside until another has read them. */
export async function insertRaised(tx: Transaction, { reason, theme, serviceId, municipality, words }: NewSignal): Promise<string> {
  const id = newId();
  await sql`
    insert into questions.signal (tenant_id, id, origin, reason, theme, service_id, municipality, words, raised_by, made_at, state, moved_at)
    values (${tx.scope.tenantId}, ${id}, 'raised', ${reason}, ${theme}, ${serviceId}, ${municipality ?? ''}, ${words}, ${tx.scope.actorId}, ${tx.now}, 'gathering', ${tx.now})`.execute(tx.on<never>());
  await insertStep(tx, { signalId: id, step: 'raised' });
  return id;
}

export const signalSteps = ['counted', 'raised', 'released', 'set-aside', 'planned', 'decided', 'not-taken-up', 'answered', 'kept'] as const;
export type StepName = (typeof signalSteps)[number];

export interface NewStep {
  signalId: string;
  step: StepName;
  meetingOn?: Temporal.PlainDate;
  preparedBy?: string | null;
  reason?: string;
  words?: string;
  action?: string | null;
  dueOn?: Temporal.PlainDate | null;
}

export async function insertStep(tx: Transaction, { signalId, step, meetingOn, preparedBy, reason, words, action, dueOn }: NewStep): Promise<string> {
  const id = newId();
  await sql`
    insert into questions.signal_step (tenant_id, id, signal_id, step, at, by_account, meeting_on, prepared_by, reason, words, action, due_on)
    values (${tx.scope.tenantId}, ${id}, ${signalId}, ${step}, ${tx.now}, ${tx.scope.actorId}, ${meetingOn ?? null}, ${preparedBy ?? null}, ${reason ?? null},
      ${words ?? null}, ${action ?? null}, ${dueOn ?? null})`.execute(tx.on<never>());
  return id;
}

export interface Step {
  id: string;
  step: StepName;
  at: Temporal.Instant;
  meetingOn: Temporal.PlainDate | null;
  preparedBy: string | null;
  reason: string | null;
  words: string | null;
  action: string | null;
  dueOn: Temporal.PlainDate | null;
}

/** What happened with a signal, the latest first; without by whom, since everyone reads it. */
export async function findSteps(read: Read, signalId: string): Promise<Step[]> {
  const found = await sql<Step>`
    select id, step, at, meeting_on as "meetingOn", prepared_by as "preparedBy", reason, words, action, due_on as "dueOn" from questions.signal_step
    where tenant_id = ${read.scope.tenantId} and signal_id = ${signalId} order by at desc, id desc`.execute(read.on<never>());
  return found.rows;
}

export interface Move {
  state: SignalState;
  /** From which states it may be moved. */
  from: readonly SignalState[];
  words?: string;
  meetingOn?: Temporal.PlainDate | null;
  preparedBy?: string | null;
  decidedOn?: Temporal.PlainDate;
  promisedOn?: Temporal.PlainDate | null;
}

/** Moves on from the version that was seen; false when someone else did in between. */
export async function moveSignal(tx: Transaction, id: string, version: number, { state, from, words, meetingOn, preparedBy, decidedOn, promisedOn }: Move): Promise<boolean> {
  const moved = await sql`
    update questions.signal set state = ${state}, moved_at = ${tx.now}, version = version + 1, words = coalesce(${words ?? null}, words),
      meeting_on = ${meetingOn === undefined ? sql`meeting_on` : sql`${meetingOn}::date`}, prepared_by = ${preparedBy === undefined ? sql`prepared_by` : sql`${preparedBy}::text`},
      decided_on = coalesce(${decidedOn ?? null}::date, decided_on), promised_on = ${promisedOn === undefined ? sql`promised_on` : sql`${promisedOn}::date`}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state = any(${[...from]}::text[])`.execute(tx.on<never>());
  return moved.numAffectedRows === 1n;
}

/** How a signal grew: what was told on each Monday that it did. */
export async function findGrowth(read: Read, signalId: string): Promise<{ countedOn: Temporal.PlainDate; shown: number }[]> {
  const found = await sql<{ countedOn: Temporal.PlainDate; shown: number }>`
    select counted_on as "countedOn", shown from questions.signal_batch
    where tenant_id = ${read.scope.tenantId} and signal_id = ${signalId} order by counted_on`.execute(read.on<never>());
  return found.rows;
}

/** The meetings that signals are on the agenda of, the earliest first. */
export async function findMeetings(read: Read): Promise<{ day: Temporal.PlainDate; count: number }[]> {
  const found = await sql<{ day: Temporal.PlainDate; count: number }>`
    select meeting_on as day, count(*)::int as count from questions.signal
    where tenant_id = ${read.scope.tenantId} and state = 'on-agenda' group by meeting_on order by meeting_on`.execute(read.on<never>());
  return found.rows;
}
