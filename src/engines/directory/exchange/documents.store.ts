import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { WholeService } from '../service.ts';
import { writeService, type HsdsFacts, type OrganisationFacts } from './hsds.ts';
import type { Json } from './json.ts';

const facts = sql`id, name, about, phone, email, website`;

export async function findOrganisationFacts(read: Read, ids: readonly string[]): Promise<Map<string, OrganisationFacts>> {
  const found = await sql<OrganisationFacts>`select ${facts} from directory.organisation where tenant_id = ${read.scope.tenantId} and id = any (${[...ids]}::uuid[])`.execute(read.on<never>());
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** By their names in lower case. */
export async function findOrganisationsByName(read: Read, names: readonly string[]): Promise<Map<string, OrganisationFacts>> {
  const found = await sql<OrganisationFacts>`
    select ${facts} from directory.organisation where tenant_id = ${read.scope.tenantId} and lower(name) = any (${names.map((name) => name.toLowerCase())}::text[])`.execute(read.on<never>());
  return new Map(found.rows.map((row) => [row.name.toLowerCase(), row]));
}

/** Adds organisations and brings known ones up to date. */
export async function putOrganisationFacts(tx: Transaction, organisations: readonly OrganisationFacts[]): Promise<void> {
  if (organisations.length === 0) return;
  await sql`
    insert into directory.organisation (tenant_id, id, name, about, phone, email, website, made_at)
    select ${tx.scope.tenantId}::uuid, id, name, about, phone, email, website, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(organisations)}::jsonb) as row (id uuid, name text, about text, phone text, email text, website text)
    on conflict (tenant_id, id) do update set name = excluded.name, about = excluded.about, phone = excluded.phone, email = excluded.email, website = excluded.website,
      version = organisation.version + 1`.execute(tx.on<never>());
}

/** Services as HSDS documents, in the order given. */
export async function documentsOf(read: Read, services: readonly WholeService[]): Promise<Json[]> {
  const organisations = await findOrganisationFacts(read, [...new Set(services.map(({ organisation }) => organisation.id))]);
  return services.map((service) => writeService(hsdsFacts(service, organisations.get(service.organisation.id)!), service.kept));
}

export function hsdsFacts(service: WholeService, organisation: OrganisationFacts): HsdsFacts {
  return { ...service, organisation };
}

/** A page of ids by number, as HSDS asks for them; the index alone is read to get there. */
export async function findServicePage(read: Read, page: number, perPage: number): Promise<{ ids: string[]; total: number }> {
  const ids = await sql<{ id: string }>`
    select id from directory.service where tenant_id = ${read.scope.tenantId} order by id limit ${perPage} offset ${(page - 1) * perPage}`.execute(read.on<never>());
  const count = await sql<{ total: number }>`select count(*)::int as total from directory.service where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return { ids: ids.rows.map(({ id }) => id), total: count.rows[0]!.total };
}
