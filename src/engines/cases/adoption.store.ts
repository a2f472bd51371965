import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import { newId } from '../../kernel/id.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Blueprint, ClockRule, Overrides } from './blueprint.ts';
import type { Term } from './clock.ts';

/** A practice as the authority runs it. */
export interface Adoption {
  id: string;
  /** The kept copy that new cases begin with. */
  blueprintId: string;
  blueprint: Blueprint;
  overrides: Overrides;
  adoptedAt: Temporal.Instant;
  version: number;
}

interface AdoptionRow {
  id: string;
  blueprint_id: string;
  content: Blueprint;
  overrides: Overrides;
  adopted_at: Temporal.Instant;
  version: number;
}

const adoptionColumns = sql.raw('adoption.id, adoption.blueprint_id, blueprint.content, adoption.overrides, adoption.adopted_at, adoption.version');

function asAdoption(row: AdoptionRow): Adoption {
  return { id: row.id, blueprintId: row.blueprint_id, blueprint: row.content, overrides: row.overrides, adoptedAt: row.adopted_at, version: row.version };
}

/** What the authority runs, by when it was adopted. What is kept was checked when it was kept. */
export async function findAdoptions(read: Read): Promise<Adoption[]> {
  const found = await sql<AdoptionRow>`
    select ${adoptionColumns} from cases.adoption
    join cases.blueprint on blueprint.tenant_id = adoption.tenant_id and blueprint.id = adoption.blueprint_id
    where adoption.tenant_id = ${read.scope.tenantId} order by adoption.adopted_at, adoption.id`.execute(read.on<never>());
  return found.rows.map(asAdoption);
}

export async function findAdoption(read: Read, blueprint: string): Promise<Adoption | undefined> {
  return (await findAdoptions(read)).find((adoption) => adoption.blueprint.id === blueprint);
}

/** Which practices are adopted, without their content: for a look each minute. */
export async function findAdoptedNames(read: Read): Promise<string[]> {
  const found = await sql<{ blueprint: string }>`select blueprint from cases.adoption where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows.map(({ blueprint }) => blueprint);
}

/** Keeps a copy of this version, or finds the one that is kept; answers its id. */
export async function keepBlueprint(tx: Transaction, blueprint: Blueprint): Promise<string> {
  const kept = await sql<{ id: string }>`
    insert into cases.blueprint as kept (tenant_id, id, blueprint, version, content, kept_at)
    values (${tx.scope.tenantId}, ${newId()}, ${blueprint.id}, ${blueprint.version}, ${JSON.stringify(blueprint)}::jsonb, ${tx.now})
    on conflict (tenant_id, blueprint, version) do update set version = kept.version returning id`.execute(tx.on<never>());
  return kept.rows[0]!.id;
}

/** False when the practice was adopted already. */
export async function insertAdoption(tx: Transaction, { blueprint, blueprintId }: { blueprint: string; blueprintId: string }): Promise<string | undefined> {
  const made = await sql<{ id: string }>`
    insert into cases.adoption (tenant_id, id, blueprint, blueprint_id, adopted_at)
    values (${tx.scope.tenantId}, ${newId()}, ${blueprint}, ${blueprintId}, ${tx.now})
    on conflict (tenant_id, blueprint) do nothing returning id`.execute(tx.on<never>());
  return made.rows[0]?.id;
}

/** False when someone else changed it since this version. */
export async function updateOverrides(tx: Transaction, { id, version, overrides }: { id: string; version: number; overrides: Overrides }): Promise<boolean> {
  const changed = await sql`
    update cases.adoption set overrides = ${JSON.stringify(overrides)}::jsonb, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

/** New cases begin with this version from now on; false when they did already. */
export async function updateAdoptedVersion(tx: Transaction, { blueprint, blueprintId }: { blueprint: string; blueprintId: string }): Promise<boolean> {
  const changed = await sql`
    update cases.adoption set blueprint_id = ${blueprintId}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and blueprint = ${blueprint} and blueprint_id <> ${blueprintId}`.execute(tx.on<never>());
  return changed.numAffectedRows === 1n;
}

export interface SetTerm extends Term {
  blueprint: string;
  clock: string;
  setAt: Temporal.Instant;
  /** The name on the account that set it; null for the blueprint's own term. */
  setByName: string | null;
}

/** The terms of the clocks of a practice, or of all, the latest first. */
export async function findTerms(read: Read, blueprint?: string): Promise<SetTerm[]> {
  const found = await sql<{ id: string; blueprint: string; clock: string; duration: string; valid_from: Temporal.PlainDate; source: string; set_at: Temporal.Instant; set_by_name: string | null }>`
    select term.id, blueprint, clock, duration, valid_from, source, set_at, account.name as set_by_name
    from cases.term left join kernel.account on account.tenant_id = term.tenant_id and account.id = term.set_by
    where term.tenant_id = ${read.scope.tenantId} and (${blueprint ?? null}::text is null or blueprint = ${blueprint ?? null}::text) order by valid_from desc`.execute(read.on<never>());
  return found.rows.map((row) => ({ id: row.id, blueprint: row.blueprint, clock: row.clock, duration: row.duration, validFrom: row.valid_from, source: row.source, setAt: row.set_at, setByName: row.set_by_name }));
}

/** Adds a term; undefined when there is one already from that day on. */
export async function insertTerm(tx: Transaction, term: { blueprint: string; clock: string; duration: string; validFrom: Temporal.PlainDate; source: string }): Promise<string | undefined> {
  const made = await sql<{ id: string }>`
    insert into cases.term (tenant_id, id, blueprint, clock, duration, valid_from, source, set_at, set_by)
    values (${tx.scope.tenantId}, ${newId()}, ${term.blueprint}, ${term.clock}, ${term.duration}, ${term.validFrom}, ${term.source}, ${tx.now}, ${tx.scope.actorId})
    on conflict (tenant_id, blueprint, clock, valid_from) do nothing returning id`.execute(tx.on<never>());
  return made.rows[0]?.id;
}

/** Takes back a term that has not begun. False when it is not there or has. */
export async function deleteTermAhead(tx: Transaction, id: string, today: Temporal.PlainDate): Promise<boolean> {
  const gone = await sql`
    delete from cases.term where tenant_id = ${tx.scope.tenantId} and id = ${id} and valid_from > ${today}
      and not exists (select from cases.case_file where case_file.tenant_id = term.tenant_id and case_file.term_id = term.id)`.execute(tx.on<never>());
  return gone.numAffectedRows === 1n;
}

/** What explains a clock: the rule of the version that the case runs on, and the term that counted for it. */
export interface ClockFacts {
  /** By the id of the kept blueprint. */
  rules: Map<string, ClockRule>;
  /** By id. */
  terms: Map<string, SetTerm>;
}

export async function findClockFacts(read: Read): Promise<ClockFacts> {
  const found = await sql<{ id: string; clock: ClockRule }>`
    select id, content #> '{trajectory,clocks,0}' as clock from cases.blueprint
    where tenant_id = ${read.scope.tenantId} and jsonb_array_length(content #> '{trajectory,clocks}') > 0`.execute(read.on<never>());
  const terms = await findTerms(read);
  return { rules: new Map(found.rows.map(({ id, clock }) => [id, clock])), terms: new Map(terms.map((term) => [term.id, term])) };
}
