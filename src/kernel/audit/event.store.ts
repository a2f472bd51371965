import { sql } from 'kysely';
import type { Transaction } from '../db/types.ts';
import { Temporal } from '../time/temporal.ts';
import { chainHash, genesis } from './chain.ts';
import type { Event, NewEvent } from './event.ts';

/**
 * Appends events to the tenant's chain. The head's row is locked until the commit, so that eight writers at once
 * follow each other and the chain cannot fork.
 */
export async function appendEvents(tx: Transaction, events: NewEvent[]): Promise<void> {
  const { tenantId, actorId, actorRole } = tx.scope;
  const db = tx.on<never>();
  const head = await sql<{ sequence: number; hash: Buffer }>`
    insert into kernel.chain_head as head (tenant_id, sequence, hash) values (${tenantId}, 0, ${genesis})
    on conflict (tenant_id) do update set sequence = head.sequence returning sequence, hash`.execute(db);
  let { sequence, hash } = head.rows[0]!;
  const at = Temporal.Instant.fromEpochMilliseconds(tx.now.epochMilliseconds);
  const rows = events.map((event) => {
    sequence += 1;
    const entry: Event = { ...event, detail: event.detail ?? {}, sequence, at, actorId, actorRole };
    hash = chainHash(hash, tenantId, entry);
    return { sequence, act: entry.act, subjects: entry.subjects.map((s) => `${s.type}:${s.id}`), detail: entry.detail, hash: hash.toString('hex') };
  });
  await sql`
    with entry as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as entry (sequence bigint, act text, subjects text[], detail jsonb, hash text)
    ), event as (
      insert into kernel.event (tenant_id, sequence, at, actor_id, actor_role, act, subjects, detail, hash)
      select ${tenantId}::uuid, sequence, ${at}::timestamptz, ${actorId}::uuid, ${actorRole}, act, subjects, detail, decode(hash, 'hex') from entry
    ), subject as (
      insert into kernel.event_subject (tenant_id, subject, sequence)
      select distinct ${tenantId}::uuid, subject, sequence from entry, unnest(subjects) as subject
    )
    update kernel.chain_head set sequence = ${sequence}, hash = ${hash} where tenant_id = ${tenantId}`.execute(db);
}
