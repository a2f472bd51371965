import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';

/** An authority whose log is longer has long begun. */
const early = 2000;

/** Which of these acts were done already; undefined for an authority that has long begun. Looks at one page of the log at most. */
export async function findEarlyActs(read: Read, acts: readonly string[]): Promise<Set<string> | undefined> {
  const tenant = read.scope.tenantId;
  const found = await sql<{ sequence: number; acts: string[] | null }>`
    select head.sequence, case when head.sequence <= ${early} then (
      select array_agg(distinct act) from kernel.event where tenant_id = ${tenant} and act = any (${acts}::text[])
    ) end as acts
    from kernel.chain_head as head where tenant_id = ${tenant}`.execute(read.on<never>());
  const row = found.rows[0];
  if (!row) return new Set();
  return row.sequence > early ? undefined : new Set(row.acts ?? []);
}
