import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { firstRule, type SignalRule } from './signal.ts';

/** The rule that holds on a day. */
export async function findSignalRule(read: Read, day: Temporal.PlainDate): Promise<SignalRule> {
  const found = await sql<SignalRule>`
    select times, voices, days, valid_from as "validFrom", source from questions.signal_rule
    where tenant_id = ${read.scope.tenantId} and valid_from <= ${day} order by valid_from desc limit 1`.execute(read.on<never>());
  return found.rows[0] ?? firstRule;
}

/** All rules, those to come included, the latest first. */
export async function findSignalRules(read: Read): Promise<SignalRule[]> {
  const found = await sql<SignalRule>`
    select times, voices, days, valid_from as "validFrom", source from questions.signal_rule
    where tenant_id = ${read.scope.tenantId} order by valid_from desc`.execute(read.on<never>());
  return found.rows;
}

/** From a day on; the same day once more takes the place of what was set for it. */
export async function putSignalRule(tx: Transaction, { validFrom, times, voices, days, source }: { validFrom: Temporal.PlainDate; times: number; voices: number; days: number; source: string }): Promise<void> {
  await sql`
    insert into questions.signal_rule (tenant_id, valid_from, times, voices, days, source, set_at, set_by)
    values (${tx.scope.tenantId}, ${validFrom}, ${times}, ${voices}, ${days}, ${source}, ${tx.now}, ${tx.scope.actorId})
    on conflict (tenant_id, valid_from) do update set times = excluded.times, voices = excluded.voices, days = excluded.days,
      source = excluded.source, set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx.on<never>());
}
