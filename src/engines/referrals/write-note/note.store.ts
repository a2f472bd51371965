import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export interface Note {
  id: string;
  referralId: string;
  by: 'sender' | 'receiver';
  body: string;
  at: Temporal.Instant;
}

export async function insertNote(tx: Transaction, { id, referralId, by, body, accountId }: Omit<Note, 'at'> & { accountId: string | null }): Promise<void> {
  await sql`
    insert into referrals.note (tenant_id, id, referral_id, written_by, body, written_at, account_id)
    values (${tx.scope.tenantId}, ${id}, ${referralId}, ${by}, ${body}, ${tx.now}, ${accountId})`.execute(tx.on<never>());
}

/** What was written on these referrals, in the order of time. */
export async function findNotes(read: Read, referralIds: readonly string[]): Promise<Note[]> {
  if (referralIds.length === 0) return [];
  const found = await sql<{ id: string; referral_id: string; written_by: Note['by']; body: string; written_at: Temporal.Instant }>`
    select id, referral_id, written_by, body, written_at from referrals.note
    where tenant_id = ${read.scope.tenantId} and referral_id = any (${[...referralIds]}::uuid[]) order by written_at, id`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, referralId: row.referral_id, by: row.written_by, body: row.body, at: row.written_at }));
}
