import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import type { Blueprint } from './blueprint.ts';
import type { CaseFile } from './case.ts';
import type { PlanState } from './plan.ts';

export interface CaseRow {
  id: string;
  blueprint: string;
  blueprint_id: string;
  household_id: string;
  opened_on: Temporal.PlainDate;
  term_id: string | null;
  due_on: Temporal.PlainDate | null;
  attention_on: Temporal.PlainDate | null;
  reached_on: Temporal.PlainDate | null;
  closed_on: Temporal.PlainDate | null;
  outcome: string | null;
  guide_id: string | null;
  guide_name: string | null;
  languages: string[];
  municipality: string | null;
  response_id: string | null;
  talk_language: string | null;
  approach: string | null;
  version: number;
}

export const caseColumns = sql.raw(`file.id, file.blueprint, file.blueprint_id, file.household_id, file.opened_on, file.term_id, file.due_on, file.attention_on,
  file.reached_on, file.closed_on, file.outcome, file.guide_id, guide.name as guide_name, file.languages, file.municipality, file.response_id,
  file.talk_language, file.approach, file.version`);

export const casesWithGuide = sql.raw('cases.case_file as file left join kernel.account as guide on guide.tenant_id = file.tenant_id and guide.id = file.guide_id');

export function asCase(row: CaseRow): CaseFile {
  return {
    id: row.id,
    blueprint: row.blueprint,
    blueprintId: row.blueprint_id,
    householdId: row.household_id,
    openedOn: row.opened_on,
    termId: row.term_id,
    dueOn: row.due_on,
    attentionOn: row.attention_on,
    reachedOn: row.reached_on,
    closedOn: row.closed_on,
    outcome: row.outcome,
    guideId: row.guide_id,
    guideName: row.guide_name,
    languages: row.languages,
    municipality: row.municipality,
    responseId: row.response_id,
    talkLanguage: row.talk_language,
    approach: row.approach,
    version: row.version,
  };
}

export async function findCase(read: Read, id: string): Promise<CaseFile | undefined> {
  return (await findCasesByIds(read, [id]))[0];
}

export async function findCasesByIds(read: Read, ids: readonly string[]): Promise<CaseFile[]> {
  if (ids.length === 0) return [];
  const found = await sql<CaseRow>`select ${caseColumns} from ${casesWithGuide} where file.tenant_id = ${read.scope.tenantId} and file.id = any (${ids}::uuid[])`.execute(read.on<never>());
  return found.rows.map(asCase);
}

/** The case, held until the commit: who finishes a talk twice waits here for the first. */
export async function lockCase(tx: Transaction, id: string): Promise<CaseFile | undefined> {
  await sql`select id from cases.case_file where tenant_id = ${tx.scope.tenantId} and id = ${id} for update`.execute(tx.on<never>());
  return findCase(tx, id);
}

/** The cases of a household, the running one first. */
export async function findCasesOf(read: Read, householdId: string): Promise<CaseFile[]> {
  const found = await sql<CaseRow>`
    select ${caseColumns} from ${casesWithGuide}
    where file.tenant_id = ${read.scope.tenantId} and file.household_id = ${householdId}
    order by file.closed_on is not null, file.opened_on desc, file.id`.execute(read.on<never>());
  return found.rows.map(asCase);
}

/** The running cases of these households, by the last day of their term. */
export async function findRunningCasesOf(read: Read, householdIds: readonly string[]): Promise<CaseFile[]> {
  if (householdIds.length === 0) return [];
  const found = await sql<CaseRow>`
    select ${caseColumns} from ${casesWithGuide}
    where file.tenant_id = ${read.scope.tenantId} and file.household_id = any (${householdIds}::uuid[]) and file.closed_on is null
    order by file.due_on nulls last, file.id`.execute(read.on<never>());
  return found.rows.map(asCase);
}

/** The blueprint that a case runs on. */
export async function getBlueprint(read: Read, blueprintId: string): Promise<Blueprint> {
  const blueprint = (await findBlueprints(read, [blueprintId])).get(blueprintId);
  if (!blueprint) throw new Error(`There is no kept blueprint ${blueprintId}.`);
  return blueprint;
}

/** Kept blueprints by id. */
export async function findBlueprints(read: Read, ids: readonly string[]): Promise<Map<string, Blueprint>> {
  const found = await sql<{ id: string; content: Blueprint }>`select id, content from cases.blueprint where tenant_id = ${read.scope.tenantId} and id = any (${ids}::uuid[])`.execute(read.on<never>());
  return new Map(found.rows.map(({ id, content }) => [id, content]));
}

export async function findPlan(read: Read, caseId: string): Promise<PlanState> {
  return (await findPlans(read, [caseId])).get(caseId) ?? {};
}

/** Where the plan of each of these cases stands. */
export async function findPlans(read: Read, caseIds: readonly string[]): Promise<Map<string, PlanState>> {
  const found = await sql<{ case_id: string; plan: PlanState }>`
    select case_id, jsonb_object_agg(item, state) as plan from cases.plan_item
    where tenant_id = ${read.scope.tenantId} and case_id = any (${caseIds}::uuid[]) group by case_id`.execute(read.on<never>());
  return new Map(found.rows.map(({ case_id, plan }) => [case_id, plan]));
}

export async function savePlans(tx: Transaction, changes: readonly { caseId: string; changes: PlanState }[]): Promise<void> {
  const rows = changes.flatMap((one) => Object.entries(one.changes).map(([item, state]) => ({ case_id: one.caseId, item, state })));
  if (rows.length === 0) return;
  await sql`
    insert into cases.plan_item (tenant_id, case_id, item, state, since)
    select ${tx.scope.tenantId}::uuid, case_id, item, state, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as change (case_id uuid, item text, state text)
    on conflict (tenant_id, case_id, item) do update set state = excluded.state, since = excluded.since`.execute(tx.on<never>());
}

/** What can change of a case by itself; what is left out stays. */
export interface CaseChange {
  guideId?: string | null;
  reachedOn?: Temporal.PlainDate | null;
  closedOn?: Temporal.PlainDate | null;
  outcome?: string | null;
  responseId?: string;
  talkLanguage?: string;
  approach?: string | null;
}

/** Throws when there is no such case. Callers hold it by `lockCase`. */
export async function updateCase(tx: Transaction, id: string, change: CaseChange): Promise<void> {
  const columns = { guideId: 'guide_id', reachedOn: 'reached_on', closedOn: 'closed_on', outcome: 'outcome', responseId: 'response_id', talkLanguage: 'talk_language', approach: 'approach' } as const;
  const sets = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => change[name] !== undefined).map((name) => sql`${sql.ref(columns[name])} = ${change[name]}`);
  const changed = await sql`
    update cases.case_file set ${sql.join([...sets, sql`version = version + 1`])}
    where tenant_id = ${tx.scope.tenantId} and id = ${id}`.execute(tx.on<never>());
  if (changed.numAffectedRows !== 1n) throw new Error(`There is no case ${id}.`);
}
