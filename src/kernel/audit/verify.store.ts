import { sql } from 'kysely';
import type { Read } from '../db/types.ts';
import type { Temporal } from '../time/temporal.ts';
import type { Event } from './event.ts';

export interface ChainedRow {
  sequence: number;
  at: Temporal.Instant;
  actor_id: string | null;
  actor_role: string;
  act: string;
  subjects: string[];
  detail: Event['detail'];
  hash: Buffer;
  /** How many of its subjects are in the index that timelines read. */
  indexed: number;
}

/** The next entries of the tenant's chain after a sequence number, in order. */
export async function selectChain(read: Read, after: number, limit: number): Promise<ChainedRow[]> {
  const found = await sql<ChainedRow>`
    select sequence, at, actor_id, actor_role, act, subjects, detail, hash,
      (select count(*) from kernel.event_subject as subject
       where subject.tenant_id = event.tenant_id and subject.sequence = event.sequence and subject.subject = any (event.subjects)) as indexed
    from kernel.event where tenant_id = ${read.scope.tenantId} and sequence > ${after} order by sequence limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

export async function selectHead(read: Read): Promise<{ sequence: number; hash: Buffer } | undefined> {
  const found = await sql<{ sequence: number; hash: Buffer }>`select sequence, hash from kernel.chain_head where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0];
}
