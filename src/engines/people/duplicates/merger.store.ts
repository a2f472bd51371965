import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Moved } from '../../../kernel/holdings/holding.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { PlainFields } from './fields.ts';
import type { Changed } from './homes.ts';

/** What was moved of one subject, by the names of the holdings. */
export type MovedBy = Record<string, Moved[]>;

export interface Merger {
  id: string;
  keptId: string;
  goneId: string;
  mergedAt: Temporal.Instant;
  mergedByName: string | null;
  /** Of the one that remains, before and after; and of the other as it was. */
  fields: { before: PlainFields; after: PlainFields; gone: PlainFields };
  homes: { rows: Changed[]; living: { personId: string; before: string | null; after: string | null }[]; household: { goneId: string; keptId: string; moved: MovedBy } | null };
  moved: MovedBy;
  splitAt: Temporal.Instant | null;
  version: number;
}

export async function insertMerger(tx: Transaction, { id, keptId, goneId, fields, homes, moved }: Omit<Merger, 'mergedAt' | 'mergedByName' | 'splitAt' | 'version'>): Promise<void> {
  await sql`
    insert into people.merger (tenant_id, id, kept_id, gone_id, merged_at, merged_by, fields, homes, moved)
    values (${tx.scope.tenantId}, ${id}, ${keptId}, ${goneId}, ${tx.now}, ${tx.scope.actorId}, ${JSON.stringify(fields)}::jsonb, ${JSON.stringify(homes)}::jsonb, ${JSON.stringify(moved)}::jsonb)`.execute(tx.on<never>());
}

export async function findMerger(read: Read, id: string): Promise<Merger | undefined> {
  return (await selectMergers(read, sql`merger.id = ${id}`))[0];
}

/** Who was merged into this person and not split off again, the newest first. */
export async function findMergersInto(read: Read, personId: string): Promise<Merger[]> {
  return selectMergers(read, sql`merger.kept_id = ${personId} and merger.split_at is null`);
}

async function selectMergers(read: Read, where: ReturnType<typeof sql>): Promise<Merger[]> {
  const found = await sql<Merger>`
    select merger.id, kept_id as "keptId", gone_id as "goneId", merged_at as "mergedAt", account.name as "mergedByName", fields, homes, moved, split_at as "splitAt", merger.version
    from people.merger left join kernel.account on account.tenant_id = merger.tenant_id and account.id = merger.merged_by
    where merger.tenant_id = ${read.scope.tenantId} and ${where} order by merged_at desc, merger.id desc`.execute(read.on<never>());
  return found.rows;
}

/** False when it was taken apart already, or changed since. */
export async function endMerger(tx: Transaction, { id, version }: { id: string; version: number }): Promise<boolean> {
  const ended = await sql`
    update people.merger set split_at = ${tx.now}, split_by = ${tx.scope.actorId}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and split_at is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** The one who remains of a person who was merged, through as many mergers as there were; undefined of who was not, or who is not there. */
export async function findRemaining(read: Read, personId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    with recursive remaining as (
      select id, merged_into from people.person where tenant_id = ${read.scope.tenantId} and id = ${personId} and merged_into is not null
      union
      select person.id, person.merged_into from remaining join people.person on person.tenant_id = ${read.scope.tenantId} and person.id = remaining.merged_into
    )
    select id from remaining where merged_into is null`.execute(read.on<never>());
  return found.rows[0]?.id;
}

/** The household that remains of one that turned out to be another. */
export async function findRemainingHousehold(read: Read, householdId: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    with recursive remaining as (
      select id, merged_into from people.household where tenant_id = ${read.scope.tenantId} and id = ${householdId} and merged_into is not null
      union
      select household.id, household.merged_into from remaining join people.household on household.tenant_id = ${read.scope.tenantId} and household.id = remaining.merged_into
    )
    select id from remaining where merged_into is null`.execute(read.on<never>());
  return found.rows[0]?.id;
}

/** In the order of their ids, so that two mergers wait for each other instead of for ever. */
export async function lockPair(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`select id from people.person where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[]) order by id for update`.execute(tx.on<never>());
}

/** Nobody finds the person from now on. All else of the row stays as it was. */
export async function hidePerson(tx: Transaction, id: string, into: string): Promise<void> {
  await sql`
    update people.person set merged_into = ${into}, household_id = null, search = ''::tsvector, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}

export async function showPerson(tx: Transaction, id: string): Promise<void> {
  await sql`update people.person set merged_into = null, version = version + 1 where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
}
