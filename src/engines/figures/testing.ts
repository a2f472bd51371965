import { sql } from 'kysely';
import type { Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import { Temporal } from '../../kernel/time/temporal.ts';
import { registerHouseholds } from '../people/index.ts';
import type { Theme } from '../directory/index.ts';
import { recordQuestions } from '../questions/index.ts';

export const noon = (day: string): Temporal.Instant => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: '12:00' }).toInstant();

/** Questions that were asked in a month ('2026-01'), by theme, in one municipality. */
export async function askedIn(tx: Transaction, month: string, counts: Partial<Record<Theme, number>>, municipality: string | null = null): Promise<void> {
  const questions = Object.entries(counts).flatMap(([theme, n]) =>
    Array.from({ length: n }, () => ({ theme: theme as Theme, channel: 'desk' as const, language: 'nl', municipality, handling: ['informed' as const], askedAt: noon(`${month}-10`) })),
  );
  await recordQuestions(tx, questions);
}

export interface CaseTraits {
  due: string;
  /** Day of the talk; none for a family that was not welcomed. */
  welcomed?: string;
  language?: string;
  municipality?: string;
  times?: number;
}

/** Families whose term ended and, or not, whose talk was held. Their cases are closed long after. */
export async function welcomedFamilies(tx: Transaction, families: readonly CaseTraits[]): Promise<void> {
  const [household] = await registerHouseholds(tx, [
    { arrivedOn: Temporal.PlainDate.from('2025-01-02'), address: null, members: [{ role: 'reference', person: { name: { given: null, family: null, full: 'Selam Tesfay' } } }] },
  ]);
  const blueprintId = newId();
  const { tenantId } = tx.scope;
  const db = tx.on<never>();
  await sql`insert into cases.blueprint (tenant_id, id, blueprint, version, content, kept_at) values (${tenantId}, ${blueprintId}, ${`welcome-${blueprintId}`}, 1, '{}', ${tx.now})`.execute(db);
  const rows = families.flatMap(({ times = 1, ...family }) => Array.from({ length: times }, () => ({ id: newId(), ...family })));
  await sql`
    insert into cases.case_file (tenant_id, id, blueprint, blueprint_id, household_id, opened_on, due_on, reached_on, closed_on, outcome, municipality, talk_language, opened_at)
    select ${tenantId}::uuid, id, ${`welcome-${blueprintId}`}, ${blueprintId}::uuid, ${household!.id}::uuid, due - 90, due, welcomed, due + 400, 'welcomed', municipality, language, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, due date, welcomed date, municipality text, language text)`.execute(db);
}

export interface ReferralTraits {
  sent: string;
  answered?: string;
  state: 'sent' | 'accepted' | 'declined' | 'done' | 'stalled' | 'withdrawn';
  times?: number;
}

/** Referrals that were sent and, or not, answered. */
export async function sentReferrals(tx: Transaction, referrals: readonly ReferralTraits[]): Promise<void> {
  const rows = referrals.flatMap(({ times = 1, sent, answered, state }) => Array.from({ length: times }, () => ({ id: newId(), sent: noon(sent), answered: answered ? noon(answered) : null, state })));
  await sql`
    insert into referrals.referral (tenant_id, id, question_id, person_id, service_id, service_name, organisation_name, theme, state, request, shares, prepared_at, sent_at, answered_at, state_since, decline_reason)
    select ${tx.scope.tenantId}::uuid, id, id, id, id, 'Woonwinkel', 'Woonwinkel vzw', 'housing', state, 'Zoekt een woning', '{}', sent, sent, answered, sent, case state when 'declined' then 'full' end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, sent timestamptz, answered timestamptz, state text)`.execute(tx.on<never>());
}
