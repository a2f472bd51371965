import { sql } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import { newId } from '../../../../kernel/id.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';
import type { AskedBy } from './erasure.store.ts';

export const holdGrounds = ['legal-duty', 'court-case', 'debt', 'complaint', 'asked'] as const;
export type HoldGround = (typeof holdGrounds)[number];

/** GDPR article 17 (3): a legal obligation, a task in the public interest, a legal claim. */
export const refusalGrounds = ['legal-duty', 'court-case', 'debt', 'complaint', 'public-task'] as const;
export type RefusalGround = (typeof refusalGrounds)[number];

export interface Hold {
  id: string;
  ground: HoldGround;
  source: string | null;
  until: Temporal.PlainDate | null;
}

/** What keeps a person from being erased on a day. */
export async function findHolds(read: Read, personId: string, on: Temporal.PlainDate): Promise<Hold[]> {
  const found = await sql<{ id: string; ground: HoldGround; source: string | null; until_day: Temporal.PlainDate | null }>`
    select id, ground, source, until_day from people.hold
    where tenant_id = ${read.scope.tenantId} and person_id = ${personId} and lifted_at is null and (until_day is null or until_day >= ${on}::date) order by placed_at`.execute(read.on<never>());
  return found.rows.map(({ until_day, ...row }) => ({ ...row, until: until_day }));
}

export async function placeHold(tx: Transaction, hold: { personId: string; ground: HoldGround; source: string | null; until: Temporal.PlainDate | null }): Promise<string> {
  const id = newId();
  await sql`insert into people.hold (tenant_id, id, person_id, ground, source, until_day, placed_by, placed_at)
    values (${tx.scope.tenantId}, ${id}, ${hold.personId}, ${hold.ground}, ${hold.source}, ${hold.until}, ${tx.scope.actorId}, ${tx.now})`.execute(tx.on<never>());
  return id;
}

/** False when it is not this person's, or was lifted. */
export async function liftHold(tx: Transaction, { id, personId }: { id: string; personId: string }): Promise<boolean> {
  const lifted = await sql`update people.hold set lifted_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and id = ${id} and person_id = ${personId} and lifted_at is null`.execute(tx.on<never>());
  return lifted.numAffectedRows === 1n;
}

export interface ErasureRefusal {
  askedBy: Exclude<AskedBy, 'retention'>;
  ground: RefusalGround;
  source: string;
  refusedAt: Temporal.Instant;
}

export async function findRefusals(read: Read, personId: string): Promise<ErasureRefusal[]> {
  const found = await sql<{ asked_by: ErasureRefusal['askedBy']; ground: RefusalGround; source: string; refused_at: Temporal.Instant }>`
    select asked_by, ground, source, refused_at from people.erasure_refusal where tenant_id = ${read.scope.tenantId} and person_id = ${personId} order by refused_at desc`.execute(read.on<never>());
  return found.rows.map((row) => ({ askedBy: row.asked_by, ground: row.ground, source: row.source, refusedAt: row.refused_at }));
}

export async function insertRefusal(tx: Transaction, refusal: Omit<ErasureRefusal, 'refusedAt'> & { personId: string }): Promise<void> {
  await sql`insert into people.erasure_refusal (tenant_id, id, person_id, asked_by, ground, source, refused_by, refused_at)
    values (${tx.scope.tenantId}, ${newId()}, ${refusal.personId}, ${refusal.askedBy}, ${refusal.ground}, ${refusal.source}, ${tx.scope.actorId}, ${tx.now})`.execute(tx.on<never>());
}
