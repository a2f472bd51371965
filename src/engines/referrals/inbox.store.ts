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
