import { sql, type RawBuilder } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Referral, ReferralState } from '../referral.ts';
import { selectReferrals } from '../referral.store.ts';

/** States that belong together: under way, waiting for the receiver, back with the sender, all. */
export const referralGroups = ['open', 'waiting', 'back', 'all'] as const;
export type ReferralGroup = (typeof referralGroups)[number];

const settledOnes = sql`(state in ('declined', 'stalled') and settled_at is not null)`;
const groups: Record<ReferralGroup, RawBuilder<unknown>> = {
  open: sql`(state not in ('done', 'withdrawn') and not ${settledOnes})`,
  waiting: sql`state in ('sent', 'seen')`,
  back: sql`(state in ('declined', 'stalled') and settled_at is null)`,
  all: sql`true`,
};

export const referralSorts = ['since', 'sent', 'service'] as const;
export type ReferralSort = (typeof referralSorts)[number];
const keys: Record<ReferralSort, RawBuilder<unknown>> = { since: sql`state_since`, sent: sql`coalesce(sent_at, prepared_at)`, service: sql`lower(service_name)` };

export interface ReferralFilter {
  state?: ReferralState | ReferralGroup | undefined;
  theme?: string | undefined;
  serviceId?: string | undefined;
  /** Only what this account sent. */
  sentBy?: string | undefined;
  /** For whom it waits. */
  waits?: 'sender' | 'receiver' | undefined;
}

export interface Order {
  by: ReferralSort;
  descending: boolean;
}

/** In the order asked for; at most `limit`, from after the one whose sort value and id are given. */
export async function listReferrals(read: Read, filter: ReferralFilter, { order, after, limit }: { order: Order; after?: { value: string; id: string } | undefined; limit: number }): Promise<Referral[]> {
  const all = [conditionOf(filter)];
  const key = keys[order.by];
  const direction = order.descending ? sql`desc` : sql`asc`;
  if (after) all.push(sql`(${key}, id) ${order.descending ? sql`<` : sql`>`} (${order.by === 'service' ? sql`${after.value}::text` : sql`${after.value}::timestamptz`}, ${after.id}::uuid)`);
  return selectReferrals(read, sql.join(all, sql` and `), limit, sql`${key} ${direction}, id ${direction}`);
}

/** What the next page begins after. */
export function sortValue(referral: Referral, by: ReferralSort): string {
  if (by === 'service') return referral.serviceName.toLowerCase();
  const moment: Temporal.Instant = by === 'since' ? referral.stateSince : (referral.sentAt ?? referral.preparedAt);
  return moment.toString();
}

export async function countReferrals(read: Read, filter: ReferralFilter): Promise<number> {
  const found = await sql<{ n: number }>`select count(*) as n from referrals.referral where tenant_id = ${read.scope.tenantId} and ${conditionOf(filter)}`.execute(read.on<never>());
  return found.rows[0]!.n;
}

/** Services that were referred to, by name: the choices of a filter. */
export async function findReferredServices(read: Read): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select service_id as id, max(service_name) as name from referrals.referral where tenant_id = ${read.scope.tenantId}
    group by service_id order by lower(max(service_name)) limit 300`.execute(read.on<never>());
  return found.rows;
}

export interface BackAndWaiting {
  back: number;
  waiting: number;
  /** Accepted, started or with an appointment. */
  busy: number;
}

export async function countBackAndWaiting(read: Read, sentBy?: string): Promise<BackAndWaiting> {
  const found = await sql<BackAndWaiting>`
    select count(*) filter (where ${groups.back}) as back, count(*) filter (where ${groups.waiting}) as waiting, count(*) filter (where state in ('accepted', 'appointment', 'started')) as busy
    from referrals.referral
    where tenant_id = ${read.scope.tenantId} and state not in ('done', 'withdrawn') and (${sentBy ?? null}::uuid is null or sent_by = ${sentBy ?? null}::uuid)`.execute(read.on<never>());
  return found.rows[0]!;
}

function conditionOf({ state, theme, serviceId, sentBy, waits }: ReferralFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (state) all.push(state in groups ? groups[state as ReferralGroup] : sql`state = ${state}`);
  if (theme) all.push(sql`theme = ${theme}`);
  if (serviceId) all.push(sql`service_id = ${serviceId}`);
  if (sentBy) all.push(sql`sent_by = ${sentBy}`);
  if (waits === 'sender') all.push(sql`(state = 'prepared' or ${groups.back})`);
  if (waits === 'receiver') all.push(sql`state in ('sent', 'seen', 'accepted', 'appointment', 'started')`);
  return sql.join(all, sql` and `);
}
