import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Telling, TellingKind, TellingState } from './telling.ts';

interface Row {
  id: string;
  referral_id: string;
  kind: TellingKind;
  appointment_version: number;
  due_at: Temporal.Instant;
  state: TellingState;
  channel: 'sms' | 'mail' | null;
  language: string | null;
  ended_at: Temporal.Instant | null;
}

const columns = sql`id, referral_id, kind, appointment_version, due_at, state, channel, language, ended_at`;

/** `appointmentVersion` is that of the referral as it is now. */
export async function insertTelling(tx: Transaction, telling: Pick<Telling, 'id' | 'referralId' | 'kind' | 'dueAt'>): Promise<void> {
  await sql`
    insert into referrals.telling (tenant_id, id, referral_id, kind, appointment_version, due_at, state)
    select ${tx.scope.tenantId}, ${telling.id}::uuid, id, ${telling.kind}, appointment_version, ${telling.dueAt}::timestamptz, 'planned'
    from referrals.referral where tenant_id = ${tx.scope.tenantId} and id = ${telling.referralId}`.execute(tx.on<never>());
}

/** What was planned and no longer holds is not told. */
export async function dropTellings(tx: Transaction, referralId: string): Promise<void> {
  await sql`
    update referrals.telling set state = 'dropped', ended_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and referral_id = ${referralId} and state = 'planned'`.execute(tx.on<never>());
}

/** Takes what is planned to end it; undefined when another did, so that it is told at most once. */
export async function takeTelling(tx: Transaction, id: string): Promise<Telling | undefined> {
  const found = await sql<Row>`select ${columns} from referrals.telling where tenant_id = ${tx.scope.tenantId} and id = ${id} and state = 'planned' for update`.execute(tx.on<never>());
  return found.rows[0] && asTelling(found.rows[0]);
}

export async function endTelling(tx: Transaction, id: string, { state, channel, language }: { state: Exclude<TellingState, 'planned'>; channel?: 'sms' | 'mail'; language?: string | undefined }): Promise<void> {
  await sql`
    update referrals.telling set state = ${state}, channel = ${channel ?? null}, language = ${language ?? null}, ended_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

/** What waited to be said by someone is said; answers of what. */
export async function markSaid(tx: Transaction, referralId: string): Promise<TellingKind[]> {
  const said = await sql<{ kind: TellingKind }>`
    update referrals.telling set state = 'told', ended_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and referral_id = ${referralId} and state = 'by-hand' returning kind`.execute(tx.on<never>());
  return said.rows.map(({ kind }) => kind);
}

/** Referrals of which the person must still hear something from someone; of one sender, or of all. */
export async function countToSay(read: Read, sentBy?: string): Promise<{ count: number; first: string | null }> {
  const found = await sql<{ count: number; first: string | null }>`
    select count(distinct referral_id)::int as count, (array_agg(referral_id order by due_at))[1] as first
    from referrals.telling join referrals.referral on referral.tenant_id = telling.tenant_id and referral.id = telling.referral_id
    where telling.tenant_id = ${read.scope.tenantId} and telling.state = 'by-hand' and (${sentBy ?? null}::uuid is null or referral.sent_by = ${sentBy ?? null}::uuid)`.execute(read.on<never>());
  return found.rows[0]!;
}

/** What the person was or will be told of a referral, the latest first. */
export async function findTellings(read: Read, referralId: string): Promise<Telling[]> {
  const found = await sql<Row>`
    select ${columns} from referrals.telling where tenant_id = ${read.scope.tenantId} and referral_id = ${referralId} and state <> 'dropped'
    order by due_at desc, id desc limit 30`.execute(read.on<never>());
  return found.rows.map(asTelling);
}

/** What was told or planned of several referrals. */
export async function findTellingsOf(read: Read, referralIds: readonly string[]): Promise<Telling[]> {
  if (referralIds.length === 0) return [];
  const found = await sql<Row>`
    select ${columns} from referrals.telling where tenant_id = ${read.scope.tenantId} and referral_id = any (${[...referralIds]}::uuid[]) order by due_at, id`.execute(read.on<never>());
  return found.rows.map(asTelling);
}

function asTelling(row: Row): Telling {
  return { id: row.id, referralId: row.referral_id, kind: row.kind, appointmentVersion: row.appointment_version, dueAt: row.due_at, state: row.state, channel: row.channel, language: row.language, endedAt: row.ended_at };
}
