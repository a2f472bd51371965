import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Hours } from './hours.ts';
import { insertPlaces, placeOfLines } from './place.store.ts';
import type { DutchLevel, NotAcceptingReason, Offer, Service } from './service.ts';
import type { Theme } from './themes.ts';

export interface ServiceRow {
  id: string;
  organisation_id: string;
  organisation_name: string;
  name: string;
  does: string;
  themes: Theme[];
  municipalities: string[];
  languages: string[];
  address: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  opening_hours: string | null;
  hours: Hours | null;
  offer: Offer;
  needed_dutch: DutchLevel | null;
  has_interpreter: boolean | null;
  cost: 'free' | 'paid' | null;
  cost_amount: string | null;
  cost_note: string;
  waiting_days: number | null;
  located: string[];
  not_accepting_reason: NotAcceptingReason | null;
  not_accepting_since: Temporal.PlainDate | null;
  not_accepting_until: Temporal.PlainDate | null;
  ended_on: Temporal.PlainDate | null;
  last_confirmed_on: Temporal.PlainDate;
  answers_counted: number;
  answers_within: number | null;
  version: number;
}

/** The lines of its first place. */
const address = sql`(select nullif(concat_ws(E'\n', nullif(street, ''), nullif(concat_ws(' ', nullif(postal_code, ''), nullif(city, '')), '')), '')
  from directory.place where place.tenant_id = service.tenant_id and place.service_id = service.id order by position limit 1)`;

export const serviceColumns = sql`service.id, service.organisation_id, organisation.name as organisation_name, service.name, service.does, service.themes,
  service.municipalities, service.languages, ${address} as address, service.phone, service.email, service.website, service.opening_hours, service.hours,
  service.offer, service.needed_dutch, service.has_interpreter, service.cost, service.cost_amount, service.cost_note, service.waiting_days, service.located,
  service.not_accepting_reason, service.not_accepting_since, service.not_accepting_until, service.ended_on, service.last_confirmed_on,
  service.answers_counted, service.answers_within, service.version`;

export const serviceJoined = sql`directory.service
  join directory.organisation on organisation.tenant_id = service.tenant_id and organisation.id = service.organisation_id`;

export async function findService(read: Read, id: string): Promise<Service | undefined> {
  const [service] = await findServicesByIds(read, [id]);
  return service;
}

/** The service, ended or not. Throws when there is none with this id. */
export async function getService(read: Read, id: string): Promise<Service> {
  const service = await findService(read, id);
  if (!service) throw new Error(`There is no service ${id}.`);
  return service;
}

/** Services by their ids, ended ones included, in no particular order. */
export async function findServicesByIds(read: Read, ids: readonly string[]): Promise<Service[]> {
  if (ids.length === 0) return [];
  const found = await sql<ServiceRow>`
    select ${serviceColumns} from ${serviceJoined}
    where service.tenant_id = ${read.scope.tenantId} and service.id = any(${[...ids]}::uuid[])`.execute(read.on<never>());
  return found.rows.map(asService);
}

export async function findServicesOfOrganisation(read: Read, organisationId: string): Promise<Service[]> {
  const found = await sql<ServiceRow>`
    select ${serviceColumns} from ${serviceJoined}
    where service.tenant_id = ${read.scope.tenantId} and service.organisation_id = ${organisationId}
    order by service.ended_on is not null, lower(service.name), service.id`.execute(read.on<never>());
  return found.rows.map(asService);
}

/** What must or may be said of a service from the start; the rest is filled in section by section. */
export interface ServiceFacts extends Pick<Service, 'name' | 'does' | 'themes' | 'municipalities' | 'languages' | 'phone' | 'email' | 'website' | 'notAccepting'> {
  organisationId: string;
}
/** Of a new service also where it is and when it is open, as lines of text. */
export interface NewServiceFacts extends ServiceFacts {
  id: string;
  address: string | null;
  openingHours: string | null;
  lastConfirmedOn: Temporal.PlainDate;
}

export async function insertServices(tx: Transaction, services: readonly NewServiceFacts[]): Promise<void> {
  const rows = services.map((service) => ({ ...columnsOf(service), id: service.id, opening_hours: service.openingHours, last_confirmed_on: service.lastConfirmedOn.toString() }));
  await sql`
    insert into directory.service (tenant_id, id, organisation_id, name, does, themes, municipalities, languages, phone, email, website,
      opening_hours, not_accepting_reason, not_accepting_since, last_confirmed_on, made_at)
    select ${tx.scope.tenantId}::uuid, id, organisation_id, name, does, themes, municipalities, languages, phone, email, website,
      opening_hours, not_accepting_reason, not_accepting_since, last_confirmed_on, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, organisation_id uuid, name text, does text, themes text[], municipalities text[],
      languages text[], phone text, email text, website text, opening_hours text, not_accepting_reason text, not_accepting_since date,
      last_confirmed_on date)`.execute(tx.on<never>());
  await insertPlaces(tx, services.flatMap(({ id, address: lines }) => (lines ? [{ serviceId: id, position: 0, ...placeOfLines(lines) }] : [])));
}

function columnsOf(service: ServiceFacts) {
  return {
    organisation_id: service.organisationId,
    name: service.name,
    does: service.does,
    themes: service.themes,
    municipalities: service.municipalities,
    languages: service.languages,
    phone: service.phone,
    email: service.email,
    website: service.website,
    not_accepting_reason: service.notAccepting?.reason ?? null,
    not_accepting_since: service.notAccepting?.since.toString() ?? null,
    not_accepting_until: service.notAccepting?.until?.toString() ?? null,
  };
}

/** Someone looked and it still holds. False when there is no such service. */
export async function confirmService(tx: Transaction, id: string, today: Temporal.PlainDate): Promise<boolean> {
  const changed = await sql`
    update directory.service set last_confirmed_on = ${today}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_on is null`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Takes nobody on for now, or accepts again with null. False when there is no such service. */
export async function setAccepting(tx: Transaction, id: string, notAccepting: Service['notAccepting']): Promise<boolean> {
  const changed = await sql`
    update directory.service set not_accepting_reason = ${notAccepting?.reason ?? null}, not_accepting_since = ${notAccepting?.since ?? null}::date,
      not_accepting_until = ${notAccepting?.until ?? null}::date, changed_at = ${tx.now}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_on is null`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** Ends a service on a day, or brings it back with null. False when there is no such service, or it already is so. */
export async function endService(tx: Transaction, id: string, day: Temporal.PlainDate | null): Promise<boolean> {
  const changed = await sql`
    update directory.service set ended_on = ${day}::date, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and (ended_on is null) = (${day}::date is not null)`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

export function asService(row: ServiceRow): Service {
  return {
    id: row.id,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    name: row.name,
    does: row.does,
    themes: row.themes,
    municipalities: row.municipalities,
    languages: row.languages,
    address: row.address,
    phone: row.phone,
    email: row.email,
    website: row.website,
    openingHours: row.opening_hours,
    hours: row.hours,
    offer: row.offer,
    neededDutch: row.needed_dutch,
    hasInterpreter: row.has_interpreter,
    cost: row.cost && { kind: row.cost, amount: row.cost_amount === null ? null : Number(row.cost_amount), note: row.cost_note },
    waitingDays: row.waiting_days,
    located: row.located,
    notAccepting: row.not_accepting_reason && row.not_accepting_since && { reason: row.not_accepting_reason, since: row.not_accepting_since, until: row.not_accepting_until },
    endedOn: row.ended_on,
    lastConfirmedOn: row.last_confirmed_on,
    answers: { counted: row.answers_counted, within: row.answers_within },
    version: row.version,
  };
}
