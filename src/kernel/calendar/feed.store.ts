import { sql } from 'kysely';
import type { StaffLocale } from '../i18n/locale.ts';
import type { Read, Transaction } from '../db/types.ts';
import type { Temporal } from '../time/temporal.ts';

export const feedKinds = ['account', 'organisation', 'room'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A calendar that a program fetches by itself. */
export interface CalendarFeed {
  id: string;
  /** Who made it, and may end it. */
  accountId: string;
  locale: StaffLocale;
  of: { type: FeedKind; id: string };
  madeAt: Temporal.Instant;
  fetchedAt: Temporal.Instant | null;
  /** The program that asked last, as it calls itself. */
  fetchedBy: string | null;
  /** Set while the last time that a program asked, it could not be made. */
  failedAt: Temporal.Instant | null;
}

interface Row {
  id: string;
  account_id: string;
  locale: StaffLocale;
  of_type: FeedKind;
  of_id: string;
  made_at: Temporal.Instant;
  fetched_at: Temporal.Instant | null;
  fetched_by: string | null;
  failed_at: Temporal.Instant | null;
}

const columns = sql`feed.id, feed.account_id, account.locale, feed.of_type, feed.of_id, feed.made_at, feed.fetched_at, feed.fetched_by, feed.failed_at`;
const live = sql`kernel.calendar_feed as feed
  join kernel.account on account.tenant_id = feed.tenant_id and account.id = feed.account_id and account.ended_at is null`;

const asFeed = (row: Row): CalendarFeed => ({
  id: row.id,
  accountId: row.account_id,
  locale: row.locale,
  of: { type: row.of_type, id: row.of_id },
  madeAt: row.made_at,
  fetchedAt: row.fetched_at,
  fetchedBy: row.fetched_by,
  failedAt: row.failed_at,
});

/** A feed that is not ended, of an account that is not ended. */
export async function findFeed(read: Read, id: string): Promise<CalendarFeed | undefined> {
  const found = await sql<Row>`select ${columns} from ${live} where feed.tenant_id = ${read.scope.tenantId} and feed.id = ${id} and feed.ended_at is null`.execute(read.on<never>());
  return found.rows[0] && asFeed(found.rows[0]);
}

/** The feeds that someone made, the oldest first. */
export async function findFeedsOf(read: Read, accountId: string): Promise<CalendarFeed[]> {
  const found = await sql<Row>`
    select ${columns} from ${live} where feed.tenant_id = ${read.scope.tenantId} and feed.account_id = ${accountId} and feed.ended_at is null order by feed.made_at, feed.id`.execute(read.on<never>());
  return found.rows.map(asFeed);
}

/** Makes a feed; one that its maker has of the same stays, and is given instead. */
export async function putFeed(tx: Transaction, { id, accountId, of }: Pick<CalendarFeed, 'id' | 'accountId' | 'of'>): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into kernel.calendar_feed (tenant_id, id, account_id, of_type, of_id, made_at) values (${tx.scope.tenantId}, ${id}, ${accountId}, ${of.type}, ${of.id}, ${tx.now})
    on conflict (tenant_id, account_id, of_type, of_id) where ended_at is null do update set made_at = excluded.made_at, fetched_at = null, fetched_by = null, failed_at = null
    returning id`.execute(tx.on<never>());
  return made.rows[0]!.id;
}

/** True when it was theirs and is now ended. */
export async function endFeed(tx: Transaction, { id, accountId }: { id: string; accountId: string }): Promise<boolean> {
  const ended = await sql`
    update kernel.calendar_feed set ended_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id} and account_id = ${accountId} and ended_at is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** Notes that a program fetched it, or that it could not be made. */
export async function noteFetch(tx: Transaction, id: string, { by, failed }: { by: string | null; failed: boolean }): Promise<void> {
  await (failed
    ? sql`update kernel.calendar_feed set failed_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id}`
    : sql`update kernel.calendar_feed set fetched_at = ${tx.now}, fetched_by = ${by}, failed_at = null where tenant_id = ${tx.scope.tenantId} and id = ${id}`
  ).execute(tx.on<never>());
}
