import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { usualTerms, type ReferralTerms } from './term.ts';

export interface TermsFrom extends ReferralTerms {
  /** Null for what holds until an authority decides otherwise. */
  validFrom: Temporal.PlainDate | null;
  source: string | null;
}

interface Row {
  first_reminder: number;
  second_reminder: number;
  stalled: number;
  link: number;
  valid_from: Temporal.PlainDate;
  source: string;
}

/** All terms that an authority ever set, the latest first. */
export async function findAllTerms(read: Read): Promise<TermsFrom[]> {
  const found = await sql<Row>`
    select first_reminder, second_reminder, stalled, link, valid_from, source from referrals.terms
    where tenant_id = ${read.scope.tenantId} order by valid_from desc`.execute(read.on<never>());
  return found.rows.map((row) => ({ firstReminder: row.first_reminder, secondReminder: row.second_reminder, stalled: row.stalled, link: row.link, validFrom: row.valid_from, source: row.source }));
}

/** Those that hold for what is sent on a day. */
export function termsOn(all: readonly TermsFrom[], day: Temporal.PlainDate): TermsFrom {
  return all.find(({ validFrom }) => validFrom && Temporal.PlainDate.compare(validFrom, day) <= 0) ?? { ...usualTerms, validFrom: null, source: null };
}

/** The terms that hold for what is sent on a day. */
export async function findTerms(read: Read, day: Temporal.PlainDate): Promise<TermsFrom> {
  return termsOn(await findAllTerms(read), day);
}

export async function putTerms(tx: Transaction, validFrom: Temporal.PlainDate, terms: ReferralTerms, source: string): Promise<void> {
  await sql`
    insert into referrals.terms (tenant_id, valid_from, first_reminder, second_reminder, stalled, link, source)
    values (${tx.scope.tenantId}, ${validFrom}, ${terms.firstReminder}, ${terms.secondReminder}, ${terms.stalled}, ${terms.link}, ${source})
    on conflict (tenant_id, valid_from) do update set first_reminder = excluded.first_reminder, second_reminder = excluded.second_reminder,
      stalled = excluded.stalled, link = excluded.link, source = excluded.source`.execute(tx.on<never>());
}
