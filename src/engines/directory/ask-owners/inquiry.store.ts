import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

/** A service whose owner is to be asked or reminded, and where. */
export interface ToAsk {
  serviceId: string;
  name: string;
  email: string;
}

/** Where an owner is reached: the contact who leads, who takes people in, where referrals go, the organisation. */
const ownerEmail = sql`coalesce(
  (select contact.email from directory.contact where contact.tenant_id = service.tenant_id and contact.service_id = service.id and contact.email is not null and role in ('director', 'intake')
    order by role = 'director' desc, position limit 1),
  service.email, organisation.email)`;

/** Services that nobody looked at for so long, whose owner was not asked since, longest first. */
export async function findDueServices(read: Read, before: Temporal.PlainDate, limit: number): Promise<ToAsk[]> {
  const found = await sql<ToAsk>`
    select service.id as "serviceId", service.name, ${ownerEmail} as email
    from directory.service join directory.organisation on organisation.tenant_id = service.tenant_id and organisation.id = service.organisation_id
    where service.tenant_id = ${read.scope.tenantId} and service.ended_on is null and service.last_confirmed_on <= ${before} and ${ownerEmail} is not null
      and not exists (select from directory.inquiry where inquiry.tenant_id = service.tenant_id and inquiry.service_id = service.id and (outcome is null or asked_on > ${before}))
    order by service.last_confirmed_on, service.id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export async function insertInquiries(tx: Transaction, serviceIds: readonly string[], today: Temporal.PlainDate): Promise<void> {
  const rows = serviceIds.map((serviceId) => ({ id: newId(), serviceId }));
  await sql`
    insert into directory.inquiry (tenant_id, id, service_id, asked_on)
    select ${tx.scope.tenantId}::uuid, id, "serviceId", ${today}::date from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, "serviceId" uuid)`.execute(tx.on<never>());
}

/** Those who were asked so long ago that they are to be reminded, counted as reminded by this. */
export async function takeReminders(tx: Transaction, sent: number, askedBefore: Temporal.PlainDate, limit: number): Promise<ToAsk[]> {
  const found = await sql<ToAsk>`
    with due as (
      select inquiry.id from directory.inquiry where tenant_id = ${tx.scope.tenantId} and outcome is null and reminders_sent = ${sent} and asked_on <= ${askedBefore} order by asked_on, id limit ${limit}
    ), counted as (
      update directory.inquiry set reminders_sent = reminders_sent + 1 from due where inquiry.tenant_id = ${tx.scope.tenantId} and inquiry.id = due.id returning inquiry.service_id
    )
    select service.id as "serviceId", service.name, ${ownerEmail} as email
    from counted join directory.service on service.tenant_id = ${tx.scope.tenantId} and service.id = counted.service_id
    join directory.organisation on organisation.tenant_id = service.tenant_id and organisation.id = service.organisation_id
    where ${ownerEmail} is not null`.execute(tx.on<never>());
  return found.rows;
}

/** Closes what needs no answer any more: someone looked in the meantime, the service ended, or nobody answered in time. */
export async function closeInquiries(tx: Transaction, today: Temporal.PlainDate, askedBefore: Temporal.PlainDate): Promise<void> {
  await sql`
    update directory.inquiry set outcome = case when service.ended_on is not null then 'ended' when service.last_confirmed_on >= inquiry.asked_on then 'right' else 'silent' end, answered_on = ${today}
    from directory.service where service.tenant_id = inquiry.tenant_id and service.id = inquiry.service_id
      and inquiry.tenant_id = ${tx.scope.tenantId} and inquiry.outcome is null
      and (service.ended_on is not null or service.last_confirmed_on >= inquiry.asked_on or inquiry.asked_on <= ${askedBefore})`.execute(tx.on<never>());
}

/** The owner answered. */
export async function answerInquiry(tx: Transaction, serviceId: string, outcome: 'right' | 'corrected' | 'ended', today: Temporal.PlainDate): Promise<void> {
  await sql`update directory.inquiry set outcome = ${outcome}, answered_on = ${today} where tenant_id = ${tx.scope.tenantId} and service_id = ${serviceId} and outcome is null`.execute(tx.on<never>());
}

export const checkReasons = ['proposal', 'silent', 'no-mail', 'stale'] as const;
export type CheckReason = (typeof checkReasons)[number];

export interface ToCheck {
  serviceId: string;
  name: string;
  organisation: string;
  lastConfirmedOn: Temporal.PlainDate;
  reason: CheckReason;
  proposalId: string | null;
}

/** What waits for whoever keeps the map: proposals first, then owners who stay silent, owners without an address, and what nobody looked at. */
export async function findToCheck(read: Read, before: Temporal.PlainDate, limit: number): Promise<ToCheck[]> {
  const tenant = read.scope.tenantId;
  const found = await sql<ToCheck>`
    select * from (
      select service.id as "serviceId", service.name, organisation.name as organisation, service.last_confirmed_on as "lastConfirmedOn",
        case when proposal.id is not null then 'proposal'
          when (select outcome from directory.inquiry where inquiry.tenant_id = service.tenant_id and inquiry.service_id = service.id order by asked_on desc limit 1) = 'silent' then 'silent'
          when ${ownerEmail} is null then 'no-mail' else 'stale' end as reason,
        proposal.id as "proposalId"
      from directory.service join directory.organisation on organisation.tenant_id = service.tenant_id and organisation.id = service.organisation_id
      left join directory.proposal on proposal.tenant_id = service.tenant_id and proposal.service_id = service.id and proposal.decision is null
      where service.tenant_id = ${tenant} and service.ended_on is null and (proposal.id is not null or service.last_confirmed_on < ${before})) as waiting
    order by array_position(${[...checkReasons]}::text[], reason), "lastConfirmedOn", "serviceId" limit ${limit}`.execute(read.on<never>());
  return found.rows;
}
