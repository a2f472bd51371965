import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Organisation } from './service.ts';

const columns = sql`id, name, phone, email, website, version`;

/** All organisations, by name. */
export async function findOrganisations(read: Read): Promise<Organisation[]> {
  const found = await sql<Organisation>`
    select ${columns} from directory.organisation where tenant_id = ${read.scope.tenantId} order by lower(name)`.execute(read.on<never>());
  return found.rows;
}

export async function findOrganisation(read: Read, id: string): Promise<Organisation | undefined> {
  const found = await sql<Organisation>`
    select ${columns} from directory.organisation where tenant_id = ${read.scope.tenantId} and id = ${id}`.execute(read.on<never>());
  return found.rows[0];
}

export async function findOrganisationByName(read: Read, name: string): Promise<Organisation | undefined> {
  const found = await sql<Organisation>`
    select ${columns} from directory.organisation where tenant_id = ${read.scope.tenantId} and lower(name) = lower(${name})`.execute(read.on<never>());
  return found.rows[0];
}

export type OrganisationFacts = Omit<Organisation, 'id' | 'version'>;

export async function insertOrganisations(tx: Transaction, organisations: readonly (OrganisationFacts & { id: string })[]): Promise<void> {
  await sql`
    insert into directory.organisation (tenant_id, id, name, phone, email, website, made_at)
    select ${tx.scope.tenantId}::uuid, id, name, phone, email, website, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as row (id uuid, name text, phone text, email text, website text)`.execute(tx.on<never>());
}

/** Saves over the version that the writer saw; false when someone else saved in between. */
export async function updateOrganisation(tx: Transaction, id: string, version: number, facts: OrganisationFacts): Promise<boolean> {
  const changed = await sql`
    update directory.organisation set name = ${facts.name}, phone = ${facts.phone}, email = ${facts.email}, website = ${facts.website}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}
