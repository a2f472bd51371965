import { sql } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import type { PlanState } from '../plan.ts';

/** A household that a case can be opened for. */
export interface Arrival {
  householdId: string;
  arrivedOn: Temporal.PlainDate;
  languages: string[];
  municipality: string | null;
}

interface ArrivalRow {
  household_id: string;
  arrived_on: Temporal.PlainDate;
  contact_languages: string[];
  municipality_nis: string | null;
}

function asArrival(row: ArrivalRow): Arrival {
  return { householdId: row.household_id, arrivedOn: row.arrived_on, languages: row.contact_languages, municipality: row.municipality_nis };
}

/** Households that arrived in this span and never had a case of this practice, the longest here first. */
export async function findArrivals(read: Read, { blueprint, from, until, limit }: { blueprint: string; from: Temporal.PlainDate; until: Temporal.PlainDate; limit: number }): Promise<Arrival[]> {
  const found = await sql<ArrivalRow>`
    select household.household_id, household.arrived_on, household.contact_languages, household.municipality_nis
    from people.published_household as household
    where household.tenant_id = ${read.scope.tenantId} and household.arrived_on between ${from} and ${until} and household.size > 0
      and not exists (select from cases.case_file as file
        where file.tenant_id = household.tenant_id and file.household_id = household.household_id and file.blueprint = ${blueprint})
    order by household.arrived_on, household.household_id limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asArrival);
}

/** These households, those without a day of arrival left out. */
export async function findArrivalsOf(read: Read, householdIds: readonly string[]): Promise<Arrival[]> {
  const found = await sql<ArrivalRow>`
    select household_id, arrived_on, contact_languages, municipality_nis from people.published_household
    where tenant_id = ${read.scope.tenantId} and household_id = any (${householdIds}::uuid[]) and arrived_on is not null`.execute(read.on<never>());
  return found.rows.map(asArrival);
}

export interface NewCase extends Arrival {
  id: string;
  termId: string | null;
  dueOn: Temporal.PlainDate | null;
  attentionOn: Temporal.PlainDate | null;
}

/** Opens cases, all with the same plan; answers the ids of those that were opened: a household with a running one keeps that. */
export async function insertCases(tx: Transaction, { blueprint, blueprintId, plan, cases }: { blueprint: string; blueprintId: string; plan: PlanState; cases: readonly NewCase[] }): Promise<Set<string>> {
  const rows = cases.map((one) => ({
    id: one.id,
    household_id: one.householdId,
    opened_on: one.arrivedOn.toString(),
    term_id: one.termId,
    due_on: one.dueOn?.toString() ?? null,
    attention_on: one.attentionOn?.toString() ?? null,
    languages: one.languages,
    municipality: one.municipality,
  }));
  const made = await sql<{ id: string }>`
    with made as (
      insert into cases.case_file (tenant_id, id, blueprint, blueprint_id, household_id, opened_on, term_id, due_on, attention_on, languages, municipality, opened_at)
      select ${tx.scope.tenantId}::uuid, id, ${blueprint}, ${blueprintId}::uuid, household_id, opened_on, term_id, due_on, attention_on, languages, municipality, ${tx.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, household_id uuid, opened_on date, term_id uuid, due_on date, attention_on date, languages text[], municipality text)
      on conflict (tenant_id, household_id, blueprint) where closed_on is null do nothing
      returning id
    ) select id from made`.execute(tx.on<never>());
  const ids = made.rows.map(({ id }) => id);
  await sql`
    insert into cases.plan_item (tenant_id, case_id, item, state, since)
    select ${tx.scope.tenantId}::uuid, case_id, item, state, ${tx.now}::timestamptz
    from unnest(${ids}::uuid[]) as case_id cross join unnest(${Object.keys(plan)}::text[], ${Object.values(plan)}::text[]) as entry (item, state)`.execute(tx.on<never>());
  return new Set(ids);
}

/** A running case that no longer fits what is known of its household. */
export interface Misfit extends Arrival {
  id: string;
  openedOn: Temporal.PlainDate;
  termId: string | null;
  /** Its clock can still be set right: the milestone was not reached. */
  isRunning: boolean;
}

/** Running cases whose household arrived on another day than we thought, moved, or is reached in other languages. */
export async function findMisfits(read: Read, blueprint: string, limit: number): Promise<Misfit[]> {
  const found = await sql<ArrivalRow & { id: string; opened_on: Temporal.PlainDate; term_id: string | null; is_running: boolean }>`
    select file.id, file.opened_on, file.term_id, file.reached_on is null as is_running, household.household_id,
      coalesce(household.arrived_on, file.opened_on) as arrived_on, household.contact_languages, household.municipality_nis
    from cases.case_file as file
    join people.published_household as household on household.tenant_id = file.tenant_id and household.household_id = file.household_id
    where file.tenant_id = ${read.scope.tenantId} and file.blueprint = ${blueprint} and file.closed_on is null
      and (household.contact_languages <> file.languages or household.municipality_nis is distinct from file.municipality
        or (household.arrived_on <> file.opened_on and file.reached_on is null))
    limit ${limit}`.execute(read.on<never>());
  return found.rows.map((row) => ({ ...asArrival(row), id: row.id, openedOn: row.opened_on, termId: row.term_id, isRunning: row.is_running }));
}

export async function updateFits(tx: Transaction, cases: readonly NewCase[]): Promise<void> {
  const rows = cases.map((one) => ({ id: one.id, opened_on: one.arrivedOn.toString(), term_id: one.termId, due_on: one.dueOn?.toString() ?? null, attention_on: one.attentionOn?.toString() ?? null, languages: one.languages, municipality: one.municipality }));
  await sql`
    update cases.case_file as file
    set languages = row.languages, municipality = row.municipality, opened_on = row.opened_on, term_id = row.term_id, due_on = row.due_on, attention_on = row.attention_on, version = file.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, opened_on date, term_id uuid, due_on date, attention_on date, languages text[], municipality text)
    where file.tenant_id = ${tx.scope.tenantId} and file.id = row.id and file.closed_on is null`.execute(tx.on<never>());
}
