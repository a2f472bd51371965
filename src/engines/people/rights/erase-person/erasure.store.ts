import { sql } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import { newId } from '../../../../kernel/id.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';

export type AskedBy = 'person' | 'representative' | 'authority' | 'retention';

export interface NewErasure {
  askedBy: AskedBy;
  ruleId?: string | null;
}

/** A person, and everyone who was merged into them. */
export async function findSelves(read: Read, personIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive self as (
      select id from people.person where tenant_id = ${read.scope.tenantId} and id = any (${personIds}::uuid[])
      union select person.id from people.person join self on person.tenant_id = ${read.scope.tenantId} and person.merged_into = self.id
    ) select id from self`.execute(read.on<never>());
  return found.rows.map(({ id }) => id);
}

/**
 * By what these persons could be found back in what was written and sent: telephones, mail addresses, and names of more than one word,
 * since one word alone is the name of others too.
 */
export async function findWords(read: Read, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ word: string }>`
    select distinct word from (
      select full_name as word from people.person where tenant_id = ${read.scope.tenantId} and id = any (${ids}::uuid[]) and not is_restricted
      union all select full_name from people.restricted_identity where tenant_id = ${read.scope.tenantId} and person_id = any (${ids}::uuid[])
      union all select full_name from people.person_name where tenant_id = ${read.scope.tenantId} and person_id = any (${ids}::uuid[])
    ) as named where length(word) > 6 and word like '% %'
    union select value from people.contact_way where tenant_id = ${read.scope.tenantId} and person_id = any (${ids}::uuid[]) and kind in ('phone', 'email') and length(value) > 6`.execute(read.on<never>());
  return found.rows.map(({ word }) => word);
}

/** Households of which nobody else ever was a member. */
export async function findLonelyHouseholds(read: Read, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ household_id: string }>`
    select household_id from people.household_member where tenant_id = ${read.scope.tenantId}
      and household_id in (select household_id from people.household_member where tenant_id = ${read.scope.tenantId} and person_id = any (${ids}::uuid[]))
    group by household_id having bool_and(person_id = any (${ids}::uuid[]))`.execute(read.on<never>());
  return found.rows.map(({ household_id }) => household_id);
}

/** Erases persons with all that belongs to them, and households that were theirs alone. */
export async function deletePersons(tx: Transaction, ids: readonly string[], householdIds: readonly string[]): Promise<void> {
  const db = tx.on<never>();
  const tenantId = tx.scope.tenantId;
  await sql`update people.person set household_id = null where tenant_id = ${tenantId} and id = any (${ids}::uuid[])`.execute(db);
  await sql`delete from people.household_member where tenant_id = ${tenantId} and household_id = any (${householdIds}::uuid[])`.execute(db);
  await sql`delete from people.household_turn where tenant_id = ${tenantId} and (from_household_id = any (${householdIds}::uuid[]) or into_household_id = any (${householdIds}::uuid[])
    or exists (select from unnest(${ids}::text[]) as gone where strpos(before::text, gone) > 0))`.execute(db);
  await sql`delete from people.person where tenant_id = ${tenantId} and id = any (${ids}::uuid[])`.execute(db);
  await sql`delete from people.address where tenant_id = ${tenantId} and household_id = any (${householdIds}::uuid[])`.execute(db);
  await sql`delete from people.household where tenant_id = ${tenantId} and id = any (${householdIds}::uuid[])`.execute(db);
}

/** What lists, messages, jobs, links and kept answers still say of them. */
export async function deleteTraces(tx: Transaction, ids: readonly string[], words: readonly string[]): Promise<void> {
  const db = tx.on<never>();
  const tenantId = tx.scope.tenantId;
  const names = (column: ReturnType<typeof sql>) => sql`exists (select from unnest(${[...words, ...ids]}::text[]) as word where strpos(${column}, word) > 0)`;
  await sql`delete from people.newcomer_row where tenant_id = ${tenantId} and (person_id = any (${ids}::uuid[]) or ${names(sql`(array_to_string(cells, ' ') || coalesce(person::text, '') || differences::text || candidates::text)`)})`.execute(db);
  await sql`update kernel.message set recipient = '-', subject = '', body = '' where tenant_id = ${tenantId} and state in ('sent', 'kept', 'failed', 'uncertain')
    and (subject_id = any (${ids}::uuid[]) or recipient = any (${[...words]}::text[]) or ${names(sql`(subject || ' ' || body)`)})`.execute(db);
  await sql`delete from kernel.message where tenant_id = ${tenantId} and state = 'waiting' and (subject_id = any (${ids}::uuid[]) or recipient = any (${[...words]}::text[]) or ${names(sql`(subject || ' ' || body)`)})`.execute(db);
  await sql`delete from kernel.request_key where tenant_id = ${tenantId} and ${names(sql`answer::text`)}`.execute(db);
  await sql`delete from kernel.job where tenant_id = ${tenantId} and (ended_at is not null or claimed_at is null) and ${names(sql`payload::text`)}`.execute(db);
  await sql`delete from kernel.link where tenant_id = ${tenantId} and subject_id = any (${ids}::uuid[])`.execute(db);
}

/** Keeps that they were erased: by ids alone. */
export async function insertErasures(tx: Transaction, ids: readonly string[], { askedBy, ruleId = null }: NewErasure): Promise<void> {
  const rows = ids.map((personId) => ({ id: newId(), person_id: personId }));
  await sql`insert into people.erasure (tenant_id, id, person_id, asked_by, rule_id, erased_by, erased_at)
    select ${tx.scope.tenantId}, id, person_id, ${askedBy}, ${ruleId}::uuid, ${tx.scope.actorId}::uuid, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, person_id uuid) on conflict do nothing`.execute(tx.on<never>());
}

export interface Erasure {
  personId: string;
  askedBy: AskedBy;
  erasedAt: Temporal.Instant;
}

/** Those that are not yet in the file outside the database. */
export async function findUnwritten(read: Read): Promise<Erasure[]> {
  const found = await sql<{ person_id: string; asked_by: AskedBy; erased_at: Temporal.Instant }>`
    select person_id, asked_by, erased_at from people.erasure where tenant_id = ${read.scope.tenantId} and written_at is null order by erased_at`.execute(read.on<never>());
  return found.rows.map((row) => ({ personId: row.person_id, askedBy: row.asked_by, erasedAt: row.erased_at }));
}

export async function markWritten(tx: Transaction, personIds: readonly string[]): Promise<void> {
  await sql`update people.erasure set written_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and person_id = any (${personIds}::uuid[]) and written_at is null`.execute(tx.on<never>());
}

/** Of these, who stands here again. */
export async function findReturned(read: Read, personIds: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from people.person where tenant_id = ${read.scope.tenantId} and id = any (${personIds}::uuid[])`.execute(read.on<never>());
  return found.rows.map(({ id }) => id);
}
