import { sql } from 'kysely';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { fewestAnswers } from './service.ts';

export interface NotedAnswer {
  serviceId: string;
  /** 'none': nothing was heard before the referral went back to its sender. */
  outcome: 'accepted' | 'declined' | 'none';
  /** Days from sending to the answer, or waited in vain. */
  days: number;
}

/** The last answers of a service that say how it answers now: at most so many, of the past year. */
const lastAnswers = 20;

/**
 * Referrals tell the map how a service answers; the map ranks by it and says it. "Within" is the number of days in which three
 * out of four answers came, silence counting as longest; it stays unknown under three answers, so that one chance weighs nothing.
 */
export async function noteAnswer(tx: Transaction, { serviceId, outcome, days }: NotedAnswer): Promise<void> {
  await sql`
    insert into directory.answer (tenant_id, id, service_id, outcome, days, noted_at)
    values (${tx.scope.tenantId}, ${newId()}, ${serviceId}, ${outcome}, ${Math.max(0, Math.round(days))}, ${tx.now})`.execute(tx.on<never>());
  await sql`
    with recent as (
      select outcome, days from directory.answer
      where tenant_id = ${tx.scope.tenantId} and service_id = ${serviceId} and noted_at > ${tx.now.subtract({ hours: 365 * 24 })}
      order by noted_at desc, id desc limit ${lastAnswers}
    ), told as (
      select count(*)::int as counted, percentile_disc(0.75) within group (order by case when outcome = 'none' then 'Infinity'::float else days end) as within from recent
    )
    update directory.service set answers_counted = told.counted,
      answers_within = case when told.counted >= ${fewestAnswers} and told.within < 'Infinity'::float then told.within::int end
    from told where service.tenant_id = ${tx.scope.tenantId} and service.id = ${serviceId}`.execute(tx.on<never>());
}
