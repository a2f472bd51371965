import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export const walkInOutcomes = ['helped', 'elsewhere', 'left'] as const;
export type WalkInOutcome = (typeof walkInOutcomes)[number];

export interface WalkIn {
  id: string;
  buildingId: string;
  service: { id: string; name: string } | null;
  personId: string | null;
  called: string | null;
  cameAt: Temporal.Instant;
  outcome: WalkInOutcome | null;
  endedAt: Temporal.Instant | null;
}

interface Row {
  id: string;
  building_id: string;
  service_id: string | null;
  service_name: string | null;
  person_id: string | null;
  called: string | null;
  came_at: Temporal.Instant;
  outcome: WalkInOutcome | null;
  ended_at: Temporal.Instant | null;
}

const asWalkIn = (row: Row): WalkIn => ({
  id: row.id,
  buildingId: row.building_id,
  service: row.service_id && row.service_name ? { id: row.service_id, name: row.service_name } : null,
  personId: row.person_id,
  called: row.called,
  cameAt: row.came_at,
  outcome: row.outcome,
  endedAt: row.ended_at,
});

const columns = sql`walk_in.id, walk_in.building_id, walk_in.service_id, service.name as service_name, walk_in.person_id, walk_in.called, walk_in.came_at, walk_in.outcome, walk_in.ended_at`;
const joined = sql`directory.walk_in left join directory.service on service.tenant_id = walk_in.tenant_id and service.id = walk_in.service_id`;

/** Who came without an appointment since this moment: those who still wait first, in the order in which they came. */
export async function findWalkIns(read: Read, buildingId: string, since: Temporal.Instant): Promise<WalkIn[]> {
  const found = await sql<Row>`
    select ${columns} from ${joined}
    where walk_in.tenant_id = ${read.scope.tenantId} and walk_in.building_id = ${buildingId} and walk_in.came_at >= ${since}
    order by walk_in.ended_at is not null, walk_in.came_at, walk_in.id limit 300`.execute(read.on<never>());
  return found.rows.map(asWalkIn);
}

export async function findWalkInsOfPerson(read: Read, personId: string): Promise<WalkIn[]> {
  const found = await sql<Row>`
    select ${columns} from ${joined} where walk_in.tenant_id = ${read.scope.tenantId} and walk_in.person_id = ${personId} order by walk_in.came_at desc limit 500`.execute(read.on<never>());
  return found.rows.map(asWalkIn);
}

export async function insertWalkIn(tx: Transaction, { id, buildingId, serviceId, personId, called }: { id: string; buildingId: string; serviceId: string | null; personId: string | null; called: string | null }): Promise<void> {
  await sql`
    insert into directory.walk_in (tenant_id, id, building_id, service_id, person_id, called, came_at, noted_by)
    values (${tx.scope.tenantId}, ${id}, ${buildingId}, ${serviceId}, ${personId}, ${called}, ${tx.now}, ${tx.scope.actorId})`.execute(tx.on<never>());
}

/** Gives the building of who was still waiting; undefined when there is nobody waiting with this id. */
export async function endWalkIn(tx: Transaction, id: string, outcome: WalkInOutcome): Promise<string | undefined> {
  const ended = await sql<{ building_id: string }>`
    update directory.walk_in set outcome = ${outcome}, ended_at = ${tx.now}
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_at is null returning building_id`.execute(tx.on<never>());
  return ended.rows[0]?.building_id;
}

/** By what word the desk knew who came before this moment. That someone came stays counted. */
export async function forgetWalkInNames(tx: Transaction, before: Temporal.Instant): Promise<void> {
  await sql`update directory.walk_in set called = null where tenant_id = ${tx.scope.tenantId} and called is not null and came_at < ${before}`.execute(tx.on<never>());
}
