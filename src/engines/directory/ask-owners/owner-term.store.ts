import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { monthsUntilStale } from '../service.ts';

/** The terms of asking owners. Dated data: what an authority sets counts from a day on. */
export interface OwnerTerms {
  /** Months after the last look until the owner is asked. */
  months: number;
  /** Days after asking until the first and the second reminder. */
  firstReminder: number;
  secondReminder: number;
  /** Days that the link works; after them nobody waits any more. */
  link: number;
}

/** What holds until an authority decides otherwise: twice a year, reminders after two and four weeks, two months to answer. */
export const usualOwnerTerms: OwnerTerms = { months: monthsUntilStale, firstReminder: 14, secondReminder: 28, link: 60 };

export async function findOwnerTerms(read: Read, day: Temporal.PlainDate): Promise<OwnerTerms> {
  const found = await sql<OwnerTerms>`
    select months, first_reminder_days as "firstReminder", second_reminder_days as "secondReminder", link_days as link from directory.owner_term
    where tenant_id = ${read.scope.tenantId} and valid_from <= ${day} order by valid_from desc limit 1`.execute(read.on<never>());
  return found.rows[0] ?? usualOwnerTerms;
}

export async function putOwnerTerms(tx: Transaction, from: Temporal.PlainDate, terms: OwnerTerms): Promise<void> {
  await sql`
    insert into directory.owner_term (tenant_id, valid_from, months, first_reminder_days, second_reminder_days, link_days, set_by, set_at)
    values (${tx.scope.tenantId}, ${from}, ${terms.months}, ${terms.firstReminder}, ${terms.secondReminder}, ${terms.link}, ${tx.scope.actorId}, ${tx.now})
    on conflict (tenant_id, valid_from) do update set months = excluded.months, first_reminder_days = excluded.first_reminder_days, second_reminder_days = excluded.second_reminder_days,
      link_days = excluded.link_days, set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx.on<never>());
}
