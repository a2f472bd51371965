import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { ConsentWay, DeclineReason, Referral, ReferralState, Shareable } from './referral.ts';
import { usualTerms, type ReferralTerms } from './term.ts';

interface Row {
  id: string;
  question_id: string;
  person_id: string;
  service_id: string;
  service_name: string;
  organisation_name: string;
  theme: string;
  state: ReferralState;
  request: string;
  consent_on: Temporal.PlainDate;
  consent_way: ConsentWay;
  shares: Shareable[];
  prepared_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  seen_at: Temporal.Instant | null;
  answered_at: Temporal.Instant | null;
  state_since: Temporal.Instant;
  decline_reason: DeclineReason | null;
  answer_note: string | null;
  reminders_sent: number;
  sent_by: string | null;
  version: number;
}

const columns = sql`id, question_id, person_id, service_id, service_name, organisation_name, theme, state, request, consent_on, consent_way, shares,
  prepared_at, sent_at, seen_at, answered_at, state_since, decline_reason, answer_note, reminders_sent, sent_by, version`;

export async function findReferral(read: Read, id: string): Promise<Referral | undefined> {
  return (await select(read, sql`id = ${id}`, 1))[0];
}

export async function findReferralsOf(read: Read, { questionId, personId }: { questionId?: string; personId?: string }): Promise<Referral[]> {
  return select(read, questionId ? sql`question_id = ${questionId}` : sql`person_id = ${personId ?? null}`, 200);
}

/** States that belong together: under way, waiting for the receiver, back with the sender. */
export const referralGroups = {
  open: ['prepared', 'sent', 'seen', 'accepted', 'declined', 'started', 'stalled'],
  waiting: ['sent', 'seen'],
  back: ['declined', 'stalled'],
} as const satisfies Record<string, readonly ReferralState[]>;
export type ReferralGroup = keyof typeof referralGroups;

export interface ReferralFilter {
  state?: ReferralState | ReferralGroup | undefined;
  theme?: string | undefined;
  serviceId?: string | undefined;
  /** Only what this account sent. */
  sentBy?: string | undefined;
}

/** Those that wait longest first; among all, or those that ended, what moved last first. At most `limit`, from after `after` on. */
export async function listReferrals(read: Read, { state, theme, serviceId, sentBy }: ReferralFilter, { after, limit }: { after?: { since: string; id: string } | undefined; limit: number }): Promise<Referral[]> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (state) all.push(sql`state = any (${[...(state in referralGroups ? referralGroups[state as ReferralGroup] : [state as ReferralState])]}::text[])`);
  if (theme) all.push(sql`theme = ${theme}`);
  if (serviceId) all.push(sql`service_id = ${serviceId}`);
  if (sentBy) all.push(sql`sent_by = ${sentBy}`);
  const isLatestFirst = state === undefined || state === 'done' || state === 'withdrawn';
  if (after) all.push(sql`(state_since, id) ${isLatestFirst ? sql`<` : sql`>`} (${after.since}::timestamptz, ${after.id}::uuid)`);
  return select(read, sql.join(all, sql` and `), limit, isLatestFirst ? sql`desc` : sql`asc`);
}

export async function countByState(read: Read, sentBy?: string): Promise<Map<ReferralState, number>> {
  const found = await sql<{ state: ReferralState; n: number }>`
    select state, count(*) as n from referrals.referral
    where tenant_id = ${read.scope.tenantId} and (${sentBy ?? null}::uuid is null or sent_by = ${sentBy ?? null}::uuid) group by state`.execute(read.on<never>());
  return new Map(found.rows.map(({ state, n }) => [state, n]));
}

async function select(read: Read, condition: RawBuilder<unknown>, limit: number, order = sql`asc`): Promise<Referral[]> {
  const found = await sql<Row>`
    select ${columns} from referrals.referral where tenant_id = ${read.scope.tenantId} and ${condition}
    order by state_since ${order}, id ${order} limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asReferral);
}

export type NewReferral = Pick<Referral, 'id' | 'questionId' | 'personId' | 'serviceId' | 'serviceName' | 'organisationName' | 'theme' | 'request' | 'consent' | 'shares' | 'sentBy'>;

/** As many as there are, in one statement; they are prepared and not yet sent. */
export async function insertReferrals(tx: Transaction, referrals: readonly NewReferral[]): Promise<void> {
  const rows = referrals.map((referral) => ({
    id: referral.id,
    question_id: referral.questionId,
    person_id: referral.personId,
    service_id: referral.serviceId,
    service_name: referral.serviceName,
    organisation_name: referral.organisationName,
    theme: referral.theme,
    request: referral.request,
    consent_on: referral.consent.on.toString(),
    consent_way: referral.consent.way,
    shares: referral.shares,
    sent_by: referral.sentBy,
  }));
  await sql`
    insert into referrals.referral (tenant_id, id, question_id, person_id, service_id, service_name, organisation_name, theme, state, request, consent_on, consent_way,
      shares, prepared_at, state_since, sent_by)
    select ${tx.scope.tenantId}::uuid, id, question_id, person_id, service_id, service_name, organisation_name, theme, 'prepared', request, consent_on, consent_way,
      shares, ${tx.now}::timestamptz, ${tx.now}::timestamptz, sent_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, question_id uuid, person_id uuid, service_id uuid, service_name text,
      organisation_name text, theme text, request text, consent_on date, consent_way text, shares text[], sent_by uuid)`.execute(tx.on<never>());
}

export interface Move {
  id: string;
  version: number;
  state: ReferralState;
  reason?: DeclineReason | undefined;
  note?: string | undefined;
}

/** Moves a referral to another state over the version that the mover saw; false when someone else moved it in between. */
export async function moveReferral(tx: Transaction, move: Move): Promise<boolean> {
  return (await moveReferrals(tx, [move])).length === 1;
}

/** As many as there are in one statement; answers the ids of those that were moved. */
export async function moveReferrals(tx: Transaction, moves: readonly Move[]): Promise<string[]> {
  const rows = moves.map(({ id, version, state, reason, note }) => ({ id, version, state, reason: reason ?? null, note: note ?? null, is_answer: ['accepted', 'declined', 'started', 'done'].includes(state) }));
  const moved = await sql<{ id: string }>`
    update referrals.referral set state = move.state, state_since = ${tx.now}, version = referral.version + 1,
      sent_at = case when move.state = 'sent' then ${tx.now}::timestamptz else sent_at end,
      reminders_sent = case when move.state = 'sent' then 0 else reminders_sent end,
      seen_at = coalesce(seen_at, case when move.state in ('sent', 'prepared', 'withdrawn', 'stalled') then null else ${tx.now}::timestamptz end),
      answered_at = case when move.state = 'sent' then null when move.is_answer then coalesce(answered_at, ${tx.now}::timestamptz) else answered_at end,
      decline_reason = case when move.state = 'declined' then move.reason when move.is_answer then null else decline_reason end,
      answer_note = case when move.is_answer then move.note else answer_note end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as move (id uuid, version int, state text, reason text, note text, is_answer boolean)
    where referral.tenant_id = ${tx.scope.tenantId} and referral.id = move.id and referral.version = move.version
    returning referral.id`.execute(tx.on<never>());
  return moved.rows.map(({ id }) => id);
}

/** Whatever still waits and was sent, or did not move, before a moment: what reminders and stalling look at. */
export async function findUnmoved(read: Read, before: Temporal.Instant, limit: number): Promise<Referral[]> {
  return select(read, sql`state in ('sent', 'seen', 'accepted') and state_since < ${before}`, limit);
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

/** Puts these back with their senders, unless something moved meanwhile; returns those that were. */
export async function markStalled(tx: Transaction, referrals: Pick<Referral, 'id' | 'version'>[]): Promise<string[]> {
  const rows = JSON.stringify(referrals.map(({ id, version }) => ({ id, version })));
  const stalled = await sql<{ id: string }>`
    update referrals.referral set state = 'stalled', state_since = ${tx.now}, version = referral.version + 1
    from jsonb_to_recordset(${rows}::jsonb) as due (id uuid, version int)
    where referral.tenant_id = ${tx.scope.tenantId} and referral.id = due.id and referral.version = due.version returning referral.id`.execute(tx.on<never>());
  return stalled.rows.map(({ id }) => id);
}

/** Days to a first answer per service over the last year: the median and of how many. */
export async function findAnswerTimes(read: Read, serviceIds: readonly string[]): Promise<Map<string, { medianDays: number; answered: number }>> {
  if (serviceIds.length === 0) return new Map();
  const found = await sql<{ service_id: string; median: number; answered: number }>`
    select service_id, percentile_disc(0.5) within group (order by days_to_answer) as median, count(*) as answered
    from referrals.published_referral
    where tenant_id = ${read.scope.tenantId} and service_id = any (${[...serviceIds]}::uuid[]) and days_to_answer is not null
      and sent_on > (${read.now}::timestamptz at time zone 'Europe/Brussels')::date - 365
    group by service_id`.execute(read.on<never>());
  return new Map(found.rows.map((row) => [row.service_id, { medianDays: row.median, answered: row.answered }]));
}

/** The terms that hold for what is sent on a day. */
export async function findTerms(read: Read, day: Temporal.PlainDate): Promise<ReferralTerms & { validFrom: Temporal.PlainDate | null; source: string | null }> {
  const found = await sql<{ first_reminder: number; second_reminder: number; stalled: number; link: number; valid_from: Temporal.PlainDate; source: string }>`
    select first_reminder, second_reminder, stalled, link, valid_from, source from referrals.terms
    where tenant_id = ${read.scope.tenantId} and valid_from <= ${day} order by valid_from desc limit 1`.execute(read.on<never>());
  const row = found.rows[0];
  if (!row) return { ...usualTerms, validFrom: null, source: null };
  return { firstReminder: row.first_reminder, secondReminder: row.second_reminder, stalled: row.stalled, link: row.link, validFrom: row.valid_from, source: row.source };
}

export async function putTerms(tx: Transaction, validFrom: Temporal.PlainDate, terms: ReferralTerms, source: string): Promise<void> {
  await sql`
    insert into referrals.terms (tenant_id, valid_from, first_reminder, second_reminder, stalled, link, source)
    values (${tx.scope.tenantId}, ${validFrom}, ${terms.firstReminder}, ${terms.secondReminder}, ${terms.stalled}, ${terms.link}, ${source})
    on conflict (tenant_id, valid_from) do update set first_reminder = excluded.first_reminder, second_reminder = excluded.second_reminder,
      stalled = excluded.stalled, link = excluded.link, source = excluded.source`.execute(tx.on<never>());
}

function asReferral(row: Row): Referral {
  return {
    id: row.id,
    questionId: row.question_id,
    personId: row.person_id,
    serviceId: row.service_id,
    serviceName: row.service_name,
    organisationName: row.organisation_name,
    theme: row.theme,
    state: row.state,
    request: row.request,
    consent: { on: row.consent_on, way: row.consent_way },
    shares: row.shares,
    preparedAt: row.prepared_at,
    sentAt: row.sent_at,
    seenAt: row.seen_at,
    answeredAt: row.answered_at,
    stateSince: row.state_since,
    declineReason: row.decline_reason,
    answerNote: row.answer_note,
    remindersSent: row.reminders_sent,
    sentBy: row.sent_by,
    version: row.version,
  };
}
