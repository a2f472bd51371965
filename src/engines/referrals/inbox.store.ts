import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Referral } from './referral.ts';
import { selectReferrals } from './referral.store.ts';

/** The mailbox of an organisation to which referrals go. */
export interface Inbox {
  id: string;
  organisationId: string;
  email: string;
  openedAt: Temporal.Instant | null;
  withdrawnAt: Temporal.Instant | null;
}

interface Row {
  id: string;
  organisation_id: string;
  email: string;
  opened_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
}

/** The inbox of this mailbox, made when there is none yet. One that was closed stays closed. */
export async function keepInbox(tx: Transaction, { organisationId, email }: { organisationId: string; email: string }): Promise<Inbox> {
  const kept = await sql<Row>`
    insert into referrals.inbox (tenant_id, id, organisation_id, email, made_at)
    values (${tx.scope.tenantId}, ${newId()}, ${organisationId}, ${email}, ${tx.now})
    on conflict (tenant_id, organisation_id, lower(email)) do update set email = excluded.email
    returning id, organisation_id, email, opened_at, withdrawn_at`.execute(tx.on<never>());
  return asInbox(kept.rows[0]!);
}

export async function findInbox(read: Read, id: string): Promise<Inbox | undefined> {
  const found = await sql<Row>`select id, organisation_id, email, opened_at, withdrawn_at from referrals.inbox where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0] && asInbox(found.rows[0]);
}

export interface KeptInbox extends Inbox {
  /** As it was called at the last referral. */
  organisationName: string;
  /** What runs with the organisation. */
  running: number;
}

/** All mailboxes that ever asked for their list, by name. */
export async function findInboxes(read: Read): Promise<KeptInbox[]> {
  const found = await sql<Row & { organisation_name: string; running: number }>`
    select inbox.id, inbox.organisation_id, inbox.email, inbox.opened_at, inbox.withdrawn_at, max(referral.organisation_name) as organisation_name,
      count(*) filter (where referral.state in ('sent', 'seen', 'accepted', 'appointment', 'started')) as running
    from referrals.inbox join referrals.referral on referral.tenant_id = inbox.tenant_id and referral.organisation_id = inbox.organisation_id
    where inbox.tenant_id = ${read.scope.tenantId} group by inbox.tenant_id, inbox.id order by lower(max(referral.organisation_name)), inbox.email`.execute(read.on<never>());
  return found.rows.map((row) => ({ ...asInbox(row), organisationName: row.organisation_name, running: row.running }));
}

export async function noteOpened(tx: Transaction, id: string): Promise<void> {
  await sql`update referrals.inbox set opened_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

/** Closes a mailbox's list, or opens it again; false when it is not there or was so already. */
export async function setInboxClosed(tx: Transaction, id: string, isClosed: boolean): Promise<boolean> {
  const changed = await sql`
    update referrals.inbox set withdrawn_at = ${isClosed ? tx.now : null}::timestamptz
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and (withdrawn_at is null) = ${isClosed}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Services of an organisation to which was referred since a moment, or where something still waits. */
export async function findServiceIdsReferredTo(read: Read, organisationId: string): Promise<string[]> {
  const found = await sql<{ service_id: string }>`
    select distinct service_id from referrals.referral
    where tenant_id = ${read.scope.tenantId} and organisation_id = ${organisationId} and state not in ('prepared', 'withdrawn')`.execute(read.on<never>());
  return found.rows.map(({ service_id }) => service_id);
}

/** What was sent to these services and runs, or ended after a moment; what waits longest first. */
export async function findReferralsTo(read: Read, { organisationId, serviceIds, endedAfter, limit }: { organisationId: string; serviceIds: readonly string[]; endedAfter: Temporal.Instant; limit: number }): Promise<Referral[]> {
  if (serviceIds.length === 0) return [];
  return selectReferrals(
    read,
    sql`organisation_id = ${organisationId} and service_id = any (${[...serviceIds]}::uuid[]) and person_id is not null and state not in ('prepared', 'withdrawn')
      and (settled_at is null or settled_how = 'along') and (state not in ('done', 'declined') or state_since > ${endedAfter})`,
    limit,
    sql`sent_at, id`,
  );
}

function asInbox(row: Row): Inbox {
  return { id: row.id, organisationId: row.organisation_id, email: row.email, openedAt: row.opened_at, withdrawnAt: row.withdrawn_at };
}
