import { sql, type RawBuilder } from 'kysely';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { Theme } from '../../directory/index.ts';

/** Someone who waits at a counter, or is at a desk now. */
export interface Visitor {
  id: string;
  /** The ticket: the how-manieth of this day at this place. */
  number: number;
  /** A first name or initials. */
  calledName: string | null;
  /** BCP 47. */
  language: string;
  theme: Theme | null;
  placeId: string | null;
  waitingSince: Temporal.Instant;
  calledAt: Temporal.Instant | null;
  /** The account that called them. */
  calledBy: string | null;
}

export type NewVisitor = Pick<Visitor, 'calledName' | 'language' | 'theme' | 'placeId'>;

const columns = sql`id, number, called_name as "calledName", language, theme, place_id as "placeId", waiting_since as "waitingSince", called_at as "calledAt", called_by as "calledBy"`;

/** Gives the next ticket of today at this place. */
export async function insertVisitor(tx: Transaction, { calledName, language, theme, placeId }: NewVisitor): Promise<{ id: string; number: number }> {
  const db = tx.on<never>();
  const today = dayOf(tx.now);
  // Two who give tickets at once wait for each other, so that no number is given twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`questions.visitor ${tx.scope.tenantId} ${placeId}`}, 0))`.execute(db);
  const made = await sql<{ id: string; number: number }>`
    insert into questions.visitor (tenant_id, id, place_id, came_on, number, called_name, language, theme, waiting_since)
    select ${tx.scope.tenantId}::uuid, ${newId()}::uuid, ${placeId}::uuid, ${today}::date, coalesce(max(number), 0) + 1, ${calledName}, ${language}, ${theme}, ${tx.now}::timestamptz
    from questions.visitor where tenant_id = ${tx.scope.tenantId} and came_on = ${today}::date and place_id is not distinct from ${placeId}::uuid
    returning id, number`.execute(db);
  return made.rows[0]!;
}

/** Who is here today: those at desks and those who wait, in the order in which they came. Of one place, with those of no place; of all when it is left out. */
export async function findVisitors(read: Read, placeId?: string | null): Promise<Visitor[]> {
  const found = await sql<Visitor>`
    select ${columns} from questions.visitor
    where tenant_id = ${read.scope.tenantId} and left_at is null and came_on = ${dayOf(read.now)}::date and ${here(placeId)}
    order by waiting_since, number`.execute(read.on<never>());
  return found.rows;
}

/** Whether someone came today, whatever became of them. */
export async function cameToday(read: Read, id: string): Promise<boolean> {
  const found = await sql`select 1 from questions.visitor where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows.length > 0;
}

/** Those who wait at a place, with those who wait at no place in particular. */
const here = (placeId: string | null | undefined): RawBuilder<unknown> => (placeId ? sql`(place_id = ${placeId}::uuid or place_id is null)` : sql`true`);

/** Calls whoever waits longest to the desk of who acts; nobody when nobody waits. Two desks never call the same. */
export async function callLongest(tx: Transaction, placeId: string | null): Promise<Visitor | undefined> {
  return call(tx, sql`id = (
    select id from questions.visitor
    where tenant_id = ${tx.scope.tenantId} and left_at is null and called_at is null and came_on = ${dayOf(tx.now)}::date and ${here(placeId)}
    order by waiting_since, number limit 1 for update skip locked)`);
}

/** Calls one of those who wait; nobody when another desk just did. */
export async function callOne(tx: Transaction, id: string): Promise<Visitor | undefined> {
  return call(tx, sql`id = ${id}`);
}

async function call(tx: Transaction, which: RawBuilder<unknown>): Promise<Visitor | undefined> {
  const called = await sql<Visitor>`
    update questions.visitor set called_at = ${tx.now}, called_by = ${tx.scope.actorId}
    where tenant_id = ${tx.scope.tenantId} and ${which} and called_at is null and left_at is null
    returning ${columns}`.execute(tx.on<never>());
  return called.rows[0];
}

/** Whoever stands at the desk of who acts leaves it; answers who did. */
export async function clearDesk(tx: Transaction): Promise<string[]> {
  const left = await sql<{ id: string }>`
    update questions.visitor set left_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and called_by = ${tx.scope.actorId} and left_at is null returning id`.execute(tx.on<never>());
  return left.rows.map(({ id }) => id);
}

/** Helped, or gone. False when not here. */
export async function letLeave(tx: Transaction, id: string): Promise<boolean> {
  const left = await sql`update questions.visitor set left_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id} and left_at is null`.execute(tx.on<never>());
  return left.numAffectedRows === 1n;
}

/** Nothing of who waited is kept beyond the day. */
export async function forgetEarlierVisitors(tx: Transaction): Promise<void> {
  await sql`delete from questions.visitor where tenant_id = ${tx.scope.tenantId} and came_on < ${dayOf(tx.now)}::date`.execute(tx.on<never>());
}

export async function hasEarlierVisitors(read: Read): Promise<boolean> {
  const found = await sql`select 1 from questions.visitor where tenant_id = ${read.scope.tenantId} and came_on < ${dayOf(read.now)}::date limit 1`.execute(read.on<never>());
  return found.rows.length > 0;
}
