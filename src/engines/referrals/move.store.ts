import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Appointment, DeclineReason, Referral, ReferralState, Settling } from './referral.ts';
import { selectReferrals } from './referral.store.ts';
import { usualTerms } from './term.ts';

export interface Move {
  id: string;
  /** The version that the mover saw. */
  version: number;
  state: ReferralState;
  reason?: DeclineReason | undefined;
  note?: string | undefined;
  appointment?: Pick<Appointment, 'at' | 'place' | 'with' | 'slotId'> | undefined;
  /** It leaves the house with this move, for the first time or once more. */
  isSending?: boolean | undefined;
  /** The social map learns with it how the service answered. */
  isNoted?: boolean | undefined;
  /** It goes back to where it came from. */
  isTakenBack?: boolean | undefined;
  /** To where a mistake may go back, when that is not where it comes from. */
  before?: ReferralState | undefined;
}

const answered: readonly ReferralState[] = ['accepted', 'declined', 'appointment', 'started', 'done'];

/** Moves a referral to another state over the version that the mover saw; false when someone else moved it in between. */
export async function moveReferral(tx: Transaction, move: Move): Promise<boolean> {
  return (await moveReferrals(tx, [move])).length === 1;
}

/** As many as there are in one statement; answers the ids of those that were moved. */
export async function moveReferrals(tx: Transaction, moves: readonly Move[]): Promise<string[]> {
  const rows = moves.map((move) => ({
    id: move.id,
    version: move.version,
    state: move.state,
    reason: move.reason ?? null,
    note: move.note ?? null,
    at: move.appointment?.at.toString() ?? null,
    place: move.appointment?.place ?? null,
    with_whom: move.appointment?.with ?? null,
    slot: move.appointment?.slotId ?? null,
    is_sending: move.isSending ?? (move.state === 'sent' && !move.isTakenBack),
    is_noted: move.isNoted ?? false,
    is_back: move.isTakenBack ?? false,
    before: move.before ?? null,
    is_answer: answered.includes(move.state),
  }));
  const moved = await sql<{ id: string }>`
    update referrals.referral set state = move.state, state_since = ${tx.now}, version = referral.version + 1,
      state_before = case when move.is_back then null else coalesce(move.before, referral.state) end,
      sent_at = case when move.is_sending then ${tx.now}::timestamptz else sent_at end,
      reminders_sent = case when move.is_sending then 0 else reminders_sent end,
      answer_noted = (answer_noted and not move.is_sending) or move.is_noted,
      seen_at = coalesce(seen_at, case when move.state in ('sent', 'prepared', 'withdrawn', 'stalled') then null else ${tx.now}::timestamptz end),
      answered_at = case when move.is_answer then coalesce(case when not move.is_sending then answered_at end, ${tx.now}::timestamptz) when move.is_sending or move.is_back then null else answered_at end,
      decline_reason = coalesce(move.reason, decline_reason),
      answer_note = case when move.is_answer then move.note when move.is_back then null else answer_note end,
      appointment_at = coalesce(move.at, appointment_at),
      appointment_place = case when move.at is null then appointment_place else move.place end,
      appointment_with = case when move.at is null then appointment_with else move.with_whom end,
      slot_id = case when move.at is not null then move.slot when move.state in ('started', 'done', 'stalled') or move.state = 'appointment' then slot_id end,
      appointment_version = appointment_version + case when move.at is not null or (referral.state = 'appointment' and move.state not in ('started', 'done', 'stalled')) then 1 else 0 end,
      settled_at = null, settled_how = null, next_id = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as move (id uuid, version int, state text, reason text, note text, at timestamptz, place text, with_whom text, slot uuid,
      is_sending boolean, is_noted boolean, is_back boolean, before text, is_answer boolean)
    where referral.tenant_id = ${tx.scope.tenantId} and referral.id = move.id and referral.version = move.version
    returning referral.id`.execute(tx.on<never>());
  return moved.rows.map(({ id }) => id);
}

/** What came back is dealt with; false when someone moved or settled it in between. */
export async function settleReferral(tx: Transaction, { id, version, how, nextId }: { id: string; version: number; how: Settling; nextId?: string | undefined }): Promise<boolean> {
  const settled = await sql`
    update referrals.referral set settled_at = ${tx.now}, settled_how = ${how}, next_id = ${nextId ?? null}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and state in ('declined', 'stalled') and settled_at is null`.execute(tx.on<never>());
  return settled.numAffectedRows === 1n;
}

const sentOn = sql`(sent_at at time zone 'Europe/Brussels')::date`;
/** A term of the day of sending. */
const term = (name: 'first_reminder' | 'second_reminder' | 'stalled', usual: number) =>
  sql`coalesce((select terms.${sql.ref(name)} from referrals.terms where terms.tenant_id = referral.tenant_id and terms.valid_from <= ${sentOn} order by terms.valid_from desc limit 1), ${usual}::int)`;

/**
 * What may be due today for a reminder or to go back, the longest unmoved first: working days are counted by the caller, and are
 * never fewer than as many calendar days. An appointment moves on its own day.
 */
export async function findDue(read: Read, today: Temporal.PlainDate, limit: number): Promise<Referral[]> {
  const waited = sql`(case state when 'appointment' then appointment_at else state_since end at time zone 'Europe/Brussels')::date`;
  const reminder = sql`case reminders_sent when 0 then ${term('first_reminder', usualTerms.firstReminder)} else ${term('second_reminder', usualTerms.secondReminder)} end`;
  return selectReferrals(
    read,
    sql`state in ('sent', 'seen', 'accepted', 'appointment') and person_id is not null and (
      ${waited} + ${term('stalled', usualTerms.stalled)} <= ${today}::date
      or (state in ('sent', 'seen') and reminders_sent < 2 and ${sentOn} + ${reminder} <= ${today}::date))`,
    limit,
  );
}

/** Appointments in a slot of a consultation, that are ahead or were after a moment. */
export async function findBooked(read: Read, after: Temporal.Instant, limit: number): Promise<Referral[]> {
  return selectReferrals(read, sql`state = 'appointment' and slot_id is not null and appointment_at > ${after}`, limit, sql`appointment_at, id`);
}

/** Counts a reminder for each of these, unless something moved meanwhile; returns those that were counted. */
export async function countReminders(tx: Transaction, referrals: Pick<Referral, 'id' | 'version'>[]): Promise<string[]> {
  const rows = JSON.stringify(referrals.map(({ id, version }) => ({ id, version })));
  const counted = await sql<{ id: string }>`
    update referrals.referral set reminders_sent = reminders_sent + 1, version = referral.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as due (id uuid, version int)
    where referral.tenant_id = ${tx.scope.tenantId} and referral.id = due.id and referral.version = due.version returning referral.id`.execute(tx.on<never>());
  return counted.rows.map(({ id }) => id);
}

/** Whether the person is told by message, from now on; false when someone moved the referral in between. */
export async function setTells(tx: Transaction, { id, version, tells }: { id: string; version: number; tells: boolean }): Promise<boolean> {
  const changed = await sql`
    update referrals.referral set tells = ${tells}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}
