import { sql } from 'kysely';
import type { Read, Transaction } from '../db/types.ts';

/** The answer to keep for a key: where a form went, or what an API call gave. */
export interface KeptAnswer {
  inputHash: Buffer;
  answer: unknown;
}

/**
 * Keeps the answer to a keyed request, with the act's own transaction. A second request with the same key waits here
 * for the first to end; false means that the first one did the act, and this one must be rolled back.
 */
export async function keepAnswer(tx: Transaction, actorId: string, key: string, route: string, { inputHash, answer }: KeptAnswer): Promise<boolean> {
  const kept = await sql`
    insert into kernel.request_key (tenant_id, actor_id, key, route, input_hash, answer, made_at)
    values (${tx.scope.tenantId}, ${actorId}, ${key}, ${route}, ${inputHash}, ${JSON.stringify(answer)}::jsonb, ${tx.now})
    on conflict (tenant_id, actor_id, key) do nothing`.execute(tx.on<never>());
  return kept.numAffectedRows === 1n;
}

export async function findAnswer(read: Read, actorId: string, key: string): Promise<KeptAnswer | undefined> {
  const found = await sql<{ input_hash: Buffer; answer: unknown }>`
    select input_hash, answer from kernel.request_key
    where tenant_id = ${read.scope.tenantId} and actor_id = ${actorId} and key = ${key}`.execute(read.on<never>());
  const row = found.rows[0];
  return row && { inputHash: row.input_hash, answer: row.answer };
}

/** Keys older than two days are forgotten. */
export async function forgetAnswers(tx: Transaction): Promise<void> {
  await sql`delete from kernel.request_key where tenant_id = ${tx.scope.tenantId} and made_at < ${tx.now.subtract({ hours: 48 })}`.execute(tx.on<never>());
}
