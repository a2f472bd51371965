import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { DeclineReason, Referral, ReferralState, Settling, Shareable } from './referral.ts';

interface Row {
  id: string;
  question_id: string;
  person_id: string | null;
  service_id: string;
  organisation_id: string | null;
  service_name: string;
  organisation_name: string;
  theme: string;
  state: ReferralState;
  state_before: ReferralState | null;
  request: string;
  shares: Shareable[];
  tells: boolean;
  answer_noted: boolean;
  prepared_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  seen_at: Temporal.Instant | null;
  answered_at: Temporal.Instant | null;
  state_since: Temporal.Instant;
  decline_reason: DeclineReason | null;
  answer_note: string | null;
  appointment_at: Temporal.Instant | null;
  appointment_place: string | null;
  appointment_with: string | null;
  appointment_version: number;
  slot_id: string | null;
  reminders_sent: number;
  sent_by: string | null;
  settled_at: Temporal.Instant | null;
  settled_how: Settling | null;
  next_id: string | null;
  version: number;
}

const columns = sql`id, question_id, person_id, service_id, organisation_id, service_name, organisation_name, theme, state, state_before, request, shares, tells, answer_noted,
  prepared_at, sent_at, seen_at, answered_at, state_since, decline_reason, answer_note, appointment_at, appointment_place, appointment_with, appointment_version,
  slot_id, reminders_sent, sent_by, settled_at, settled_how, next_id, version`;

export async function findReferral(read: Read, id: string): Promise<Referral | undefined> {
  return (await selectReferrals(read, sql`id = ${id}`, 1))[0];
}

export async function findReferralsOf(read: Read, { questionId, personId }: { questionId?: string; personId?: string }): Promise<Referral[]> {
  return selectReferrals(read, questionId ? sql`question_id = ${questionId}` : sql`person_id = ${personId ?? null}`, 200);
}

/** Those under a condition, that moved longest ago first unless told otherwise. */
export async function selectReferrals(read: Read, condition: RawBuilder<unknown>, limit: number, order: RawBuilder<unknown> = sql`state_since, id`): Promise<Referral[]> {
  const found = await sql<Row>`
    select ${columns} from referrals.referral where tenant_id = ${read.scope.tenantId} and ${condition}
    order by ${order} limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asReferral);
}

export type NewReferral = Pick<Referral, 'id' | 'questionId' | 'serviceId' | 'organisationId' | 'serviceName' | 'organisationName' | 'theme' | 'request' | 'shares' | 'tells' | 'sentBy'> & { personId: string };

/** It is prepared and not yet sent. */
export async function insertReferral(tx: Transaction, referral: NewReferral): Promise<void> {
  await sql`
    insert into referrals.referral (tenant_id, id, question_id, person_id, service_id, organisation_id, service_name, organisation_name, theme, state, request, shares, tells,
      prepared_at, state_since, sent_by)
    values (${tx.scope.tenantId}, ${referral.id}, ${referral.questionId}, ${referral.personId}, ${referral.serviceId}, ${referral.organisationId}, ${referral.serviceName},
      ${referral.organisationName}, ${referral.theme}, 'prepared', ${referral.request}, ${referral.shares}::text[], ${referral.tells}, ${tx.now}, ${tx.now}, ${referral.sentBy})`.execute(tx.on<never>());
}

/** States in which the facts of an appointment are to be shown. */
const withAppointment: readonly ReferralState[] = ['appointment', 'started', 'done', 'stalled'];

function asReferral(row: Row): Referral {
  const hasAppointment = row.appointment_at && withAppointment.includes(row.state);
  return {
    id: row.id,
    questionId: row.question_id,
    personId: row.person_id,
    serviceId: row.service_id,
    organisationId: row.organisation_id,
    serviceName: row.service_name,
    organisationName: row.organisation_name,
    theme: row.theme,
    state: row.state,
    stateBefore: row.state_before,
    request: row.request,
    shares: row.shares,
    tells: row.tells,
    isAnswerNoted: row.answer_noted,
    preparedAt: row.prepared_at,
    sentAt: row.sent_at,
    seenAt: row.seen_at,
    answeredAt: row.answered_at,
    stateSince: row.state_since,
    declineReason: row.state === 'declined' ? row.decline_reason : null,
    answerNote: row.answer_note,
    appointment: hasAppointment ? { at: row.appointment_at!, place: row.appointment_place, with: row.appointment_with, slotId: row.slot_id, version: row.appointment_version } : null,
    appointmentVersion: row.appointment_version,
    remindersSent: row.reminders_sent,
    sentBy: row.sent_by,
    settled: row.settled_at && row.settled_how ? { at: row.settled_at, how: row.settled_how, nextId: row.next_id } : null,
    version: row.version,
  };
}
