import { sql } from 'kysely';
import type { Role } from '../../../kernel/access/role.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';

export interface Employer {
  organisationId: string;
  name: string;
}

export interface Employment extends Employer {
  id: string;
  from: Temporal.PlainDate;
  /** The last day; null while it goes on. */
  until: Temporal.PlainDate | null;
}

export interface Colleague {
  accountId: string;
  name: string;
  roles: Role[];
  /** Of this day; null for whoever works for none of the map. */
  employer: (Employer & { since: Temporal.PlainDate }) | null;
}

/** For whom someone works on a day; undefined when that was never said. */
export async function findEmployer(read: Read, accountId: string, on: Temporal.PlainDate): Promise<Employer | undefined> {
  const found = await sql<Employer>`
    select organisation.id as "organisationId", organisation.name
    from directory.employment
    join directory.organisation on organisation.tenant_id = employment.tenant_id and organisation.id = employment.organisation_id
    where employment.tenant_id = ${read.scope.tenantId} and employment.account_id = ${accountId}
      and employment.from_on <= ${on} and (employment.until_on is null or employment.until_on >= ${on})`.execute(read.on<never>());
  return found.rows[0];
}

/** Everyone with an account that is not ended, by name, with their employer of that day; of one organisation when it is given. */
export async function findColleagues(read: Read, { on, organisationId }: { on: Temporal.PlainDate; organisationId?: string }): Promise<Colleague[]> {
  const found = await sql<{ id: string; name: string; roles: Role[]; organisation_id: string | null; organisation_name: string | null; from_on: Temporal.PlainDate | null }>`
    select account.id, account.name, account.roles, organisation.id as organisation_id, organisation.name as organisation_name, employment.from_on
    from kernel.account
    left join directory.employment on employment.tenant_id = account.tenant_id and employment.account_id = account.id
      and employment.from_on <= ${on} and (employment.until_on is null or employment.until_on >= ${on})
    left join directory.organisation on organisation.tenant_id = employment.tenant_id and organisation.id = employment.organisation_id
    where account.tenant_id = ${read.scope.tenantId} and account.ended_at is null
      and (${organisationId ?? null}::uuid is null or employment.organisation_id = ${organisationId ?? null}::uuid)
    order by lower(account.name), account.id limit 1000`.execute(read.on<never>());
  return found.rows.map(({ id, name, roles, organisation_id, organisation_name, from_on }) => ({
    accountId: id,
    name,
    roles,
    employer: organisation_id && organisation_name && from_on ? { organisationId: organisation_id, name: organisation_name, since: from_on } : null,
  }));
}

/** The organisations for which someone works or worked, by name. */
export async function findEmployers(read: Read): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select id, name from directory.organisation
    where tenant_id = ${read.scope.tenantId} and id in (select organisation_id from directory.employment where tenant_id = ${read.scope.tenantId})
    order by lower(name)`.execute(read.on<never>());
  return found.rows;
}

/** All that is known of whom someone worked for, the latest first. */
export async function findEmployments(read: Read, accountId: string): Promise<Employment[]> {
  const found = await sql<{ id: string; organisation_id: string; name: string; from_on: Temporal.PlainDate; until_on: Temporal.PlainDate | null }>`
    select employment.id, employment.organisation_id, organisation.name, employment.from_on, employment.until_on
    from directory.employment
    join directory.organisation on organisation.tenant_id = employment.tenant_id and organisation.id = employment.organisation_id
    where employment.tenant_id = ${read.scope.tenantId} and employment.account_id = ${accountId}
    order by employment.from_on desc`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, organisationId: row.organisation_id, name: row.name, from: row.from_on, until: row.until_on }));
}

/** Two who say for whom someone works wait for each other. */
export async function lockForEmployment(tx: Transaction, accountId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directory.employment ${tx.scope.tenantId} ${accountId}`}, 0))`.execute(tx.on<never>());
}

/**
 * Takes away what begins on that day or later and ends what still runs the day before. True when someone works for `keep`
 * already just before that day: that employment then simply goes on.
 */
export async function clearEmploymentFrom(tx: Transaction, accountId: string, from: Temporal.PlainDate, keep: string | null): Promise<boolean> {
  await sql`delete from directory.employment where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and from_on >= ${from}`.execute(tx.on<never>());
  const kept = await sql`
    update directory.employment
    set until_on = case when organisation_id = ${keep}::uuid then null else ${from.subtract({ days: 1 })}::date end
    where tenant_id = ${tx.scope.tenantId} and account_id = ${accountId} and (until_on is null or until_on >= ${from.subtract({ days: 1 })}::date)
    returning organisation_id = ${keep}::uuid as "isKept"`.execute(tx.on<never>());
  return (kept.rows as { isKept: boolean | null }[]).some(({ isKept }) => isKept === true);
}

export async function insertEmployment(tx: Transaction, { id, accountId, organisationId, from }: { id: string; accountId: string; organisationId: string; from: Temporal.PlainDate }): Promise<void> {
  await sql`
    insert into directory.employment (tenant_id, id, account_id, organisation_id, from_on, made_at)
    values (${tx.scope.tenantId}, ${id}, ${accountId}, ${organisationId}, ${from}, ${tx.now})`.execute(tx.on<never>());
}
