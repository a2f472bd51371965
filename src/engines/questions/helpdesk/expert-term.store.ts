import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { firstTerm, type ExpertTerm } from './expert.ts';

export async function findExpertTerm(read: Read, day: Temporal.PlainDate): Promise<ExpertTerm> {
  const found = await sql<ExpertTerm>`
    select normal_days as "normalDays", urgent_days as "urgentDays", valid_from as "validFrom", source from questions.expert_term
    where tenant_id = ${read.scope.tenantId} and valid_from <= ${day} order by valid_from desc limit 1`.execute(read.on<never>());
  return found.rows[0] ?? firstTerm;
}

/** From a day on; questions that were asked keep the term they had. */
export async function putExpertTerm(tx: Transaction, { validFrom, normalDays, urgentDays, source }: { validFrom: Temporal.PlainDate; normalDays: number; urgentDays: number; source: string }): Promise<void> {
  await sql`
    insert into questions.expert_term (tenant_id, valid_from, normal_days, urgent_days, source, set_at, set_by)
    values (${tx.scope.tenantId}, ${validFrom}, ${normalDays}, ${urgentDays}, ${source}, ${tx.now}, ${tx.scope.actorId})
    on conflict (tenant_id, valid_from) do update set normal_days = excluded.normal_days, urgent_days = excluded.urgent_days, source = excluded.source,
      set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx.on<never>());
}
