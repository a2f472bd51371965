import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Holding } from '../../kernel/holdings/holding.ts';
import { MoveRefused } from '../../kernel/holdings/move-refused.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { findResponses, forgetResponses } from '../questionnaires/index.ts';
import { text } from './messages.ts';

const moved = 'cases.case_file';
/** Closed by the merger: its household has another running case of the same practice. */
const closed = 'cases.case_file closed';

/** The welcome of a household: its cases, with what was planned, invited and answered in them. */
export const householdHolding: Holding = {
  subject: 'household',
  name: 'cases',
  gather: gatherCases,
  /**
   * All cases of the one become cases of the other. Of two that run for the same practice the one goes on in which something was done; the other ends
   * as 'merged', which is how one household of two registrations is welcomed once. Where something was done in both, somebody must end one first.
   */
  async move(tx, from, into) {
    const cases = await lockCasesOf(tx, [from, into]);
    const running = cases.filter(({ isRunning }) => isRunning);
    const doubles = running.filter((one) => one.householdId === from).flatMap((one) => {
      const twin = running.find((other) => other.householdId === into && other.blueprint === one.blueprint);
      return twin ? [{ one, twin }] : [];
    });
    if (doubles.some(({ one, twin }) => one.isBegun && twin.isBegun)) throw new MoveRefused((locale) => text(locale, 'refusal.two-talks'));
    const ending = doubles.map(({ one, twin }) => (one.isBegun ? twin : one));
    await endAsMerged(tx, ending.map(({ id }) => id));
    const own = cases.filter(({ householdId }) => householdId === from).map(({ id }) => id);
    await setHousehold(tx, own, into);
    for (const { id } of ending) tx.record({ act: 'case-withdrawn', subjects: [{ type: 'case', id }, { type: 'household', id: into }], detail: { outcome: 'merged', on: dayOf(tx.now).toString() } });
    return [...own.map((id) => ({ table: moved, id })), ...ending.map(({ id }) => ({ table: closed, id }))];
  },
  async moveBack(tx, rows, to) {
    const ids = (table: string) => rows.filter((row) => row.table === table).map(({ id }) => id);
    await setHousehold(tx, ids(moved), to);
    for (const { id, householdId } of await takeUpAgain(tx, ids(closed))) tx.record({ act: 'case-reopened', subjects: [{ type: 'case', id }, { type: 'household', id: householdId }] });
  },
  async forget(tx, id) {
    const tenantId = tx.scope.tenantId;
    const cases = await lockCasesOf(tx, [id]);
    const ids = cases.map((one) => one.id);
    const db = tx.on<never>();
    await sql`
      with invitations as (delete from cases.invitation where tenant_id = ${tenantId} and case_id = any (${ids}::uuid[])),
        requests as (delete from cases.moment_request where tenant_id = ${tenantId} and case_id = any (${ids}::uuid[])),
        needs as (delete from cases.need where tenant_id = ${tenantId} and case_id = any (${ids}::uuid[])),
        links as (delete from kernel.link where tenant_id = ${tenantId} and subject_id = any (${ids}::uuid[]))
      delete from cases.plan_item where tenant_id = ${tenantId} and case_id = any (${ids}::uuid[])`.execute(db);
    await sql`delete from cases.appointment where tenant_id = ${tenantId} and case_id = any (${ids}::uuid[])`.execute(db);
    await sql`delete from cases.case_file where tenant_id = ${tenantId} and id = any (${ids}::uuid[])`.execute(db);
    await forgetResponses(tx, { type: 'case', ids });
  },
};

interface HeldCase {
  id: string;
  householdId: string;
  blueprint: string;
  isRunning: boolean;
  /** A talk was planned, a letter made or a page answered. */
  isBegun: boolean;
}

async function lockCasesOf(tx: Transaction, households: readonly string[]): Promise<HeldCase[]> {
  const found = await sql<HeldCase>`
    select id, household_id as "householdId", blueprint, closed_on is null as "isRunning",
      response_id is not null or reached_on is not null
        or exists (select from cases.appointment where appointment.tenant_id = file.tenant_id and appointment.case_id = file.id)
        or exists (select from cases.invitation where invitation.tenant_id = file.tenant_id and invitation.case_id = file.id) as "isBegun"
    from cases.case_file as file where tenant_id = ${tx.scope.tenantId} and household_id = any (${households}::uuid[]) order by id for update of file`.execute(tx.on<never>());
  return found.rows;
}

async function endAsMerged(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`
    update cases.case_file set closed_on = ${dayOf(tx.now)}::date, outcome = 'merged', version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[])`.execute(tx.on<never>());
}

async function setHousehold(tx: Transaction, ids: readonly string[], householdId: string): Promise<void> {
  await sql`
    update cases.case_file set household_id = ${householdId}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[])`.execute(tx.on<never>());
}

/** Goes on with those that the merger ended, unless their household has another that runs by now. */
async function takeUpAgain(tx: Transaction, ids: readonly string[]): Promise<{ id: string; householdId: string }[]> {
  const taken = await sql<{ id: string; householdId: string }>`
    update cases.case_file as file set closed_on = null, outcome = null, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[]) and outcome = 'merged'
      and not exists (select from cases.case_file as other where other.tenant_id = file.tenant_id and other.household_id = file.household_id and other.blueprint = file.blueprint and other.closed_on is null)
    returning id, household_id as "householdId"`.execute(tx.on<never>());
  return taken.rows;
}

async function gatherCases(read: Read, householdId: string): Promise<Record<string, unknown>[]> {
  const found = await sql<{
    blueprint: string; opened_on: Temporal.PlainDate; due_on: Temporal.PlainDate | null; reached_on: Temporal.PlainDate | null; closed_on: Temporal.PlainDate | null; outcome: string | null;
    approach: string | null; talk_language: string | null; response_id: string | null; talks: { startsAt: string; state: string; place: string | null }[]; letters: { language: string; madeAt: string }[];
  }>`
    select blueprint, opened_on, due_on, reached_on, closed_on, outcome, approach, talk_language, response_id,
      coalesce((select jsonb_agg(jsonb_build_object('startsAt', starts_at, 'state', state, 'place', coalesce(place, place_kind)) order by starts_at)
        from cases.appointment where appointment.tenant_id = file.tenant_id and appointment.case_id = file.id), '[]') as talks,
      coalesce((select jsonb_agg(jsonb_build_object('language', language, 'madeAt', made_at) order by made_at)
        from cases.invitation where invitation.tenant_id = file.tenant_id and invitation.case_id = file.id), '[]') as letters
    from cases.case_file as file where tenant_id = ${read.scope.tenantId} and household_id = ${householdId} order by opened_on, id`.execute(read.on<never>());
  const responses = new Map((await findResponses(read, found.rows.flatMap(({ response_id }) => response_id ?? []))).map((response) => [response.id, response]));
  return found.rows.map((row) => ({
    practice: row.blueprint,
    openedOn: row.opened_on.toString(),
    dueOn: row.due_on?.toString() ?? null,
    welcomedOn: row.reached_on?.toString() ?? null,
    closedOn: row.closed_on?.toString() ?? null,
    outcome: row.outcome,
    approach: row.approach,
    talkLanguage: row.talk_language,
    talks: row.talks,
    letters: row.letters,
    answers: row.response_id ? Object.fromEntries(Object.entries(responses.get(row.response_id)?.pages ?? {}).map(([page, { answers }]) => [page, answers])) : null,
  }));
}

export const caseHoldings: Holding[] = [householdHolding];
