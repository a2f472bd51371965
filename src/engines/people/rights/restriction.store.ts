import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { newId } from '../../../kernel/id.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { PartialDate, PersonName } from '../person.ts';

export const restrictionReasons = ['violence', 'threat', 'colleague', 'asked', 'other'] as const;
export type RestrictionReason = (typeof restrictionReasons)[number];

export interface Restriction {
  personId: string;
  reason: RestrictionReason;
  words: string | null;
  until: Temporal.PlainDate | null;
  restrictedBy: string | null;
  restrictedAt: Temporal.Instant;
  /** Accounts that may open it. */
  accountIds: string[];
  /** Since when, until when and why it stands open for who reads. */
  openUntil: Temporal.Instant | null;
}

export interface RestrictedIdentity {
  personId: string;
  name: PersonName;
  birth: PartialDate | null;
  reference: string | null;
}

/**
 * Makes those of these restricted persons visible, to the end of the transaction, whom the actor opened with a reason less than an
 * hour ago; answers who they are. Everyone else stays hidden by the database's own policy.
 */
export async function revealOpened(read: Read, ids: readonly string[]): Promise<Map<string, RestrictedIdentity>> {
  if (read.scope.actorId === null || ids.length === 0) return new Map();
  const opened = await sql<{ opened: string | null }>`
    select string_agg(distinct person_id::text, ',') as opened from people.restriction_opening
    where tenant_id = ${read.scope.tenantId} and account_id = ${read.scope.actorId} and ends_at > ${read.now} and person_id = any (${ids}::uuid[])`.execute(read.on<never>());
  const found = opened.rows[0]?.opened;
  if (!found) return new Map();
  await reveal(read, found.split(','));
  return findIdentities(read, ids);
}

/** Whoever these are, they are visible to the end of the transaction: for lifting, erasing and handing over, which ask their own leave. */
export async function reveal(read: Read, ids: readonly string[]): Promise<void> {
  await sql`select set_config('wegwijs.opened', array_to_string(people.opened() || ${ids}::uuid[], ','), true)`.execute(read.on<never>());
}

async function findIdentities(read: Read, ids: readonly string[]): Promise<Map<string, RestrictedIdentity>> {
  const found = await sql<{ person_id: string; given_name: string | null; family_name: string | null; full_name: string; birth_year: number | null; birth_month: number | null; birth_day: number | null; reference: string | null }>`
    select person_id, given_name, family_name, full_name, birth_year, birth_month, birth_day, reference from people.restricted_identity
    where tenant_id = ${read.scope.tenantId} and person_id = any (${ids}::uuid[])`.execute(read.on<never>());
  return new Map(
    found.rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        name: { given: row.given_name, family: row.family_name, full: row.full_name },
        birth: row.birth_year === null && row.birth_month === null && row.birth_day === null ? null : { year: row.birth_year, month: row.birth_month, day: row.birth_day },
        reference: row.reference,
      },
    ]),
  );
}

/** The restriction that holds, with until when it stands open for who reads. */
export async function findRestriction(read: Read, personId: string): Promise<Restriction | undefined> {
  return (await findRestrictions(read, personId))[0];
}

/** All that hold, or that of one person. */
export async function findRestrictions(read: Read, personId?: string): Promise<Restriction[]> {
  const found = await sql<{ person_id: string; reason: RestrictionReason; words: string | null; until_day: Temporal.PlainDate | null; restricted_by: string | null; restricted_at: Temporal.Instant; account_ids: string[]; open_until: Temporal.Instant | null }>`
    select person_id, reason, words, until_day, restricted_by, restricted_at,
      array(select account_id from people.restriction_access as access where access.tenant_id = restriction.tenant_id and access.person_id = restriction.person_id) as account_ids,
      (select max(ends_at) from people.restriction_opening as opening
        where opening.tenant_id = restriction.tenant_id and opening.person_id = restriction.person_id and account_id = ${read.scope.actorId}::uuid and ends_at > ${read.now}) as open_until
    from people.restriction
    where tenant_id = ${read.scope.tenantId} and ended_at is null and (${personId ?? null}::uuid is null or person_id = ${personId ?? null}::uuid)
    order by restricted_at desc, id`.execute(read.on<never>());
  return found.rows.map((row) => ({
    personId: row.person_id,
    reason: row.reason,
    words: row.words,
    until: row.until_day,
    restrictedBy: row.restricted_by,
    restrictedAt: row.restricted_at,
    accountIds: row.account_ids,
    openUntil: row.open_until,
  }));
}

export interface NewRestriction {
  reason: RestrictionReason;
  words: string | null;
  until: Temporal.PlainDate | null;
  accountIds: readonly string[];
}

/** What stands in the place of a name: tells two restricted persons apart and says of neither who they are. */
export function maskOf(id: string): string {
  const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const bytes = Buffer.from(id.replaceAll('-', '').slice(-8), 'hex');
  return `Afgeschermd ${[...bytes].map((byte) => letters[byte % 32]).join('')}`;
}

/**
 * Restricts persons, with those who were merged into them. Their names, births and references go where the database's policy guards
 * them, the words that they were found by go, nobody proposes them as somebody's double. Who is restricted already stays so.
 */
export async function restrictPersons(tx: Transaction, personIds: readonly string[], restriction: NewRestriction): Promise<void> {
  const db = tx.on<never>();
  const tenantId = tx.scope.tenantId;
  const all = await sql<{ id: string; home_id: string | null }>`
    with recursive self as (
      select id, household_id from people.person where tenant_id = ${tenantId} and id = any (${personIds}::uuid[])
      union select person.id, person.household_id from people.person join self on person.tenant_id = ${tenantId} and person.merged_into = self.id
    )
    select self.id, (select household.id from people.household where household.tenant_id = ${tenantId} and household.id = self.household_id
      and not exists (select from people.household_member as mate join people.person on person.tenant_id = mate.tenant_id and person.id = mate.person_id
        where mate.tenant_id = ${tenantId} and mate.household_id = household.id and mate.left_on is null and not person.is_restricted and person.id <> all (${personIds}::uuid[]))) as home_id
    from self join people.person on person.tenant_id = ${tenantId} and person.id = self.id where not person.is_restricted`.execute(db);
  const rows = all.rows.map(({ id, home_id }) => ({ row_id: newId(), person_id: id, household_id: home_id, mask: maskOf(id) }));
  if (rows.length === 0) return;
  const ids = rows.map(({ person_id }) => person_id);
  // Before the policy hides them: what stays behind keeps none of their words.
  await sql`insert into people.restricted_identity (tenant_id, person_id, given_name, family_name, full_name, birth_year, birth_month, birth_day, reference)
    select tenant_id, id, given_name, family_name, full_name, birth_year, birth_month, birth_day, reference from people.person
    where tenant_id = ${tenantId} and id = any (${ids}::uuid[])`.execute(db);
  await sql`delete from people.probable_pair where tenant_id = ${tenantId} and (one_id = any (${ids}::uuid[]) or other_id = any (${ids}::uuid[]))`.execute(db);
  await sql`delete from people.to_compare where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[])`.execute(db);
  await sql`update people.newcomer_row set cells = array_fill(''::text, array[cardinality(cells)]), person = null, differences = '[]', candidates = '[]'
    where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[])`.execute(db);
  await sql`update people.person set given_name = null, family_name = null, full_name = mask, sort_name = lower(mask), birth_year = null, birth_month = null, birth_day = null,
      reference = null, search = '', is_restricted = true, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (person_id uuid, mask text) where person.tenant_id = ${tenantId} and person.id = row.person_id`.execute(db);
  await sql`insert into people.restriction_access (tenant_id, person_id, account_id)
    select ${tenantId}, person_id, account_id from unnest(${ids}::uuid[]) as person_id, unnest(${[...restriction.accountIds]}::uuid[]) as account_id
    on conflict do nothing`.execute(db);
  await sql`insert into people.restriction (tenant_id, id, person_id, household_id, reason, words, until_day, restricted_by, restricted_at)
    select ${tenantId}, row_id, person_id, household_id, ${restriction.reason}, ${restriction.words}, ${restriction.until}::date, ${tx.scope.actorId}::uuid, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (row_id uuid, person_id uuid, household_id uuid)`.execute(db);
}

/** Puts back who they are; who was merged into them with them. They can be found again once they are indexed. Answers whom. */
export async function liftRestrictions(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
  const db = tx.on<never>();
  const tenantId = tx.scope.tenantId;
  const self = await sql<{ id: string }>`
    with recursive self as (
      select id from people.person where tenant_id = ${tenantId} and id = any (${personIds}::uuid[])
      union select person.id from people.person join self on person.tenant_id = ${tenantId} and person.merged_into = self.id
    ) select self.id from self join people.person on person.tenant_id = ${tenantId} and person.id = self.id where is_restricted`.execute(db);
  const ids = self.rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await reveal(tx, ids);
  await sql`update people.person set given_name = identity.given_name, family_name = identity.family_name, full_name = identity.full_name, birth_year = identity.birth_year,
      birth_month = identity.birth_month, birth_day = identity.birth_day, reference = identity.reference, is_restricted = false, version = version + 1
    from people.restricted_identity as identity
    where identity.tenant_id = ${tenantId} and identity.person_id = any (${ids}::uuid[]) and person.tenant_id = identity.tenant_id and person.id = identity.person_id`.execute(db);
  await sql`delete from people.restricted_identity where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[])`.execute(db);
  await sql`delete from people.restriction_access where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[])`.execute(db);
  await sql`update people.restriction set ended_at = ${tx.now} where tenant_id = ${tenantId} and person_id = any (${ids}::uuid[]) and ended_at is null`.execute(db);
  return ids;
}

/** Writes an opened person's changed identity where it stands hidden. */
export async function changeIdentities(tx: Transaction, identities: readonly RestrictedIdentity[]): Promise<void> {
  if (identities.length === 0) return;
  const rows = identities.map(({ personId, name, birth, reference }) => ({ person_id: personId, given_name: name.given, family_name: name.family, full_name: name.full, birth_year: birth?.year ?? null, birth_month: birth?.month ?? null, birth_day: birth?.day ?? null, reference }));
  await sql`update people.restricted_identity as identity set given_name = row.given_name, family_name = row.family_name, full_name = row.full_name, birth_year = row.birth_year,
      birth_month = row.birth_month, birth_day = row.birth_day, reference = row.reference
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (person_id uuid, given_name text, family_name text, full_name text, birth_year smallint, birth_month smallint, birth_day smallint, reference text)
    where identity.tenant_id = ${tx.scope.tenantId} and identity.person_id = row.person_id`.execute(tx.on<never>());
}

/** The last day of these restrictions has passed. */
export async function findRestrictionsOver(read: Read, today: Temporal.PlainDate): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select person_id from people.restriction where tenant_id = ${read.scope.tenantId} and ended_at is null and until_day < ${today}::date`.execute(read.on<never>());
  return found.rows.map(({ person_id }) => person_id);
}

/** A file stands open for this account, for an hour at most. */
export async function openRestricted(tx: Transaction, { personId, accountId, reason, endsAt }: { personId: string; accountId: string; reason: string; endsAt: Temporal.Instant }): Promise<void> {
  await sql`insert into people.restriction_opening (tenant_id, id, person_id, account_id, reason, opened_at, ends_at)
    values (${tx.scope.tenantId}, ${newId()}, ${personId}, ${accountId}, ${reason}, ${tx.now}, ${endsAt})`.execute(tx.on<never>());
}

export interface RestrictedOpening {
  personId: string;
  accountName: string | null;
  reason: string;
  openedAt: Temporal.Instant;
}

/** Who opened what and why, since a moment, the newest first: of those that this account may open, or of all. */
export async function findOpenings(read: Read, { since, accountId, limit = 20 }: { since: Temporal.Instant; accountId: string | null; limit?: number }): Promise<RestrictedOpening[]> {
  const found = await sql<{ person_id: string; account_name: string | null; reason: string; opened_at: Temporal.Instant }>`
    select opening.person_id, account.name as account_name, opening.reason, opening.opened_at
    from people.restriction_opening as opening left join kernel.account on account.tenant_id = opening.tenant_id and account.id = opening.account_id
    where opening.tenant_id = ${read.scope.tenantId} and opening.opened_at >= ${since}
      and (${accountId}::uuid is null or exists (select from people.restriction_access as access
        where access.tenant_id = opening.tenant_id and access.person_id = opening.person_id and access.account_id = ${accountId}::uuid))
    order by opening.opened_at desc limit ${limit}`.execute(read.on<never>());
  return found.rows.map((row) => ({ personId: row.person_id, accountName: row.account_name, reason: row.reason, openedAt: row.opened_at }));
}
