import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';

export interface KeptPractice {
  practice: string;
  version: number;
  content: unknown;
  adoptedAt: Temporal.Instant | null;
}

const columns = sql.raw('practice, version, content, adopted_at as "adoptedAt"');

export async function findKeptPractices(read: Read): Promise<KeptPractice[]> {
  const found = await sql<KeptPractice>`select ${columns} from kernel.practice where tenant_id = ${read.scope.tenantId} order by practice`.execute(read.on<never>());
  return found.rows;
}

/** Keeps a blueprint as it came in or is adopted now; an adoption stays one. */
export async function keepPractice(tx: Transaction, kept: { practice: string; version: number; content: unknown; isAdopted: boolean }): Promise<void> {
  const [at, by] = kept.isAdopted ? [tx.now, tx.scope.actorId] : [null, null];
  await sql`
    insert into kernel.practice as kept (tenant_id, practice, version, content, kept_at, adopted_at, adopted_by)
    values (${tx.scope.tenantId}, ${kept.practice}, ${kept.version}, ${JSON.stringify(kept.content)}::jsonb, ${tx.now}, ${at}, ${by})
    on conflict (tenant_id, practice) do update set version = excluded.version, content = excluded.content, kept_at = excluded.kept_at,
      adopted_at = coalesce(kept.adopted_at, excluded.adopted_at), adopted_by = coalesce(kept.adopted_by, excluded.adopted_by)`.execute(tx.on<never>());
}
