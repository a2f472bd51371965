import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { replacePlaces } from './place.store.ts';
import type { Contact, Place, WholeService, Wording } from './service.ts';
import { asService, serviceColumns, serviceJoined, type ServiceRow } from './service.store.ts';

interface WholeRow extends ServiceRow {
  target_group: string;
  min_age: number | null;
  max_age: number | null;
  conditions: string;
  enrolment: string;
  wording: Record<string, Wording>;
  is_public: boolean;
  kept: WholeService['kept'];
  places: Place[];
  contacts: Contact[];
}

const wholeColumns = sql`${serviceColumns}, service.target_group, service.min_age, service.max_age, service.conditions, service.enrolment, service.wording, service.is_public, service.kept,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'street', street, 'postalCode', postal_code, 'city', city, 'nis', nis, 'latitude', latitude,
    'longitude', longitude, 'accessibility', accessibility, 'route', route) order by position), '[]')
    from directory.place where place.tenant_id = service.tenant_id and place.service_id = service.id) as places,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'role', role, 'name', name, 'phone', phone, 'email', email, 'languages', languages, 'note', note) order by position), '[]')
    from directory.contact where contact.tenant_id = service.tenant_id and contact.service_id = service.id) as contacts`;

/** Everything of a service, ended or not. */
export async function findWholeService(read: Read, id: string): Promise<WholeService | undefined> {
  return (await findWholeServices(read, [id]))[0];
}

/** In no particular order; ended ones included. */
export async function findWholeServices(read: Read, ids: readonly string[]): Promise<WholeService[]> {
  if (ids.length === 0) return [];
  const found = await sql<WholeRow>`
    select ${wholeColumns} from ${serviceJoined} where service.tenant_id = ${read.scope.tenantId} and service.id = any (${[...ids]}::uuid[])`.execute(read.on<never>());
  return found.rows.map(asWhole);
}

/** A stretch of all services by id, ended ones included: for exchange. */
export async function findWholeServicesAfter(read: Read, after: string | null, limit: number): Promise<WholeService[]> {
  const found = await sql<WholeRow>`
    select ${wholeColumns} from ${serviceJoined}
    where service.tenant_id = ${read.scope.tenantId} and service.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by service.id limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asWhole);
}

function asWhole(row: WholeRow): WholeService {
  const { target_group: targetGroup, min_age: minAge, max_age: maxAge, conditions, enrolment, wording, is_public: isPublic, kept, places, contacts } = row;
  return { ...asService(row), targetGroup, minAge, maxAge, conditions, enrolment, wording, isPublic, kept, places, contacts };
}

/** The columns that hold what people fill in, with their types: one list for adding and changing. */
const types = {
  organisation_id: 'uuid',
  name: 'text',
  does: 'text',
  themes: 'text[]',
  municipalities: 'text[]',
  languages: 'text[]',
  phone: 'text',
  email: 'text',
  website: 'text',
  opening_hours: 'text',
  hours: 'jsonb',
  offer: 'text',
  needed_dutch: 'text',
  has_interpreter: 'boolean',
  cost: 'text',
  cost_amount: 'numeric',
  cost_note: 'text',
  waiting_days: 'int',
  not_accepting_reason: 'text',
  not_accepting_since: 'date',
  not_accepting_until: 'date',
  ended_on: 'date',
  last_confirmed_on: 'date',
  target_group: 'text',
  min_age: 'int',
  max_age: 'int',
  conditions: 'text',
  enrolment: 'text',
  wording: 'jsonb',
  is_public: 'boolean',
  kept: 'jsonb',
};
const names = Object.keys(types);
const record = sql.raw(`(id uuid, version int, ${Object.entries(types).map(([name, type]) => `${name} ${type}`).join(', ')})`);

function rowOf(service: WholeService): Record<keyof typeof types | 'id' | 'version', unknown> {
  const day = (value: Temporal.PlainDate | null | undefined) => value?.toString() ?? null;
  return {
    id: service.id,
    version: service.version,
    organisation_id: service.organisation.id,
    name: service.name,
    does: service.does,
    themes: service.themes,
    municipalities: service.municipalities,
    languages: service.languages,
    phone: service.phone,
    email: service.email,
    website: service.website,
    opening_hours: service.openingHours,
    hours: service.hours,
    offer: service.offer,
    needed_dutch: service.neededDutch,
    has_interpreter: service.hasInterpreter,
    cost: service.cost?.kind ?? null,
    cost_amount: service.cost?.amount ?? null,
    cost_note: service.cost?.note ?? '',
    waiting_days: service.waitingDays,
    not_accepting_reason: service.notAccepting?.reason ?? null,
    not_accepting_since: day(service.notAccepting?.since),
    not_accepting_until: day(service.notAccepting?.until),
    ended_on: day(service.endedOn),
    last_confirmed_on: day(service.lastConfirmedOn),
    target_group: service.targetGroup,
    min_age: service.minAge,
    max_age: service.maxAge,
    conditions: service.conditions,
    enrolment: service.enrolment,
    wording: service.wording,
    is_public: service.isPublic,
    kept: service.kept,
  };
}

/** Adds services as wholes, with their places and contacts. */
export async function insertWholeServices(tx: Transaction, services: readonly WholeService[]): Promise<void> {
  if (services.length === 0) return;
  const list = sql.raw(names.join(', '));
  await sql`
    insert into directory.service (tenant_id, id, made_at, ${list})
    select ${tx.scope.tenantId}::uuid, id, ${tx.now}::timestamptz, ${list} from jsonb_to_recordset(${JSON.stringify(services.map(rowOf))}::jsonb) as row ${record}`.execute(tx.on<never>());
  await replaceParts(tx, services);
}

/** Saves services as wholes over the versions that they carry; answers the ids that were saved, without those that someone else changed in between. */
export async function updateWholeServices(tx: Transaction, services: readonly WholeService[]): Promise<Set<string>> {
  if (services.length === 0) return new Set();
  const set = sql.raw(names.map((name) => `${name} = row.${name}`).join(', '));
  const saved = await sql<{ id: string }>`
    update directory.service set ${set}, changed_at = ${tx.now}, version = service.version + 1
    from jsonb_to_recordset(${JSON.stringify(services.map(rowOf))}::jsonb) as row ${record}
    where service.tenant_id = ${tx.scope.tenantId} and service.id = row.id and service.version = row.version
    returning service.id`.execute(tx.on<never>());
  const ids = new Set(saved.rows.map(({ id }) => id));
  await replaceParts(tx, services.filter(({ id }) => ids.has(id)));
  return ids;
}

async function replaceParts(tx: Transaction, services: readonly WholeService[]): Promise<void> {
  if (services.length === 0) return;
  const ids = services.map(({ id }) => id);
  await replacePlaces(tx, ids, services.flatMap(({ id, places }) => places.map((place, position) => ({ ...place, serviceId: id, position }))));
  const contacts = services.flatMap(({ id, contacts: of }) => of.map((contact, position) => ({ ...contact, serviceId: id, position })));
  await sql`delete from directory.contact where tenant_id = ${tx.scope.tenantId} and service_id = any (${ids}::uuid[])`.execute(tx.on<never>());
  await sql`
    insert into directory.contact (tenant_id, service_id, id, position, role, name, phone, email, languages, note)
    select ${tx.scope.tenantId}::uuid, "serviceId", id, position, role, name, phone, email, languages, note
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as row ("serviceId" uuid, id uuid, position int, role text, name text, phone text, email text, languages text[], note text)`.execute(tx.on<never>());
}

export interface Revision {
  version: number;
  section: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  changedAt: Temporal.Instant;
  changedBy: string | null;
}

export interface NewRevision {
  serviceId: string;
  /** The version that the change made. */
  version: number;
  section: string;
  before: object;
  after: object;
}

export async function insertRevisions(tx: Transaction, revisions: readonly NewRevision[]): Promise<void> {
  if (revisions.length === 0) return;
  await sql`
    insert into directory.revision (tenant_id, service_id, version, section, before, after, changed_by, changed_at)
    select ${tx.scope.tenantId}::uuid, "serviceId", version, section, before, after, ${tx.scope.actorId}::uuid, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) as row ("serviceId" uuid, version int, section text, before jsonb, after jsonb)`.execute(tx.on<never>());
}

/** What changed and how it stood before, newest first. */
export async function findRevisions(read: Read, serviceId: string, limit = 30): Promise<Revision[]> {
  const found = await sql<Revision>`
    select revision.version, section, before, after, changed_at as "changedAt", account.name as "changedBy"
    from directory.revision left join kernel.account on account.tenant_id = revision.tenant_id and account.id = revision.changed_by
    where revision.tenant_id = ${read.scope.tenantId} and service_id = ${serviceId} order by revision.version desc limit ${limit}`.execute(read.on<never>());
  return found.rows;
}
