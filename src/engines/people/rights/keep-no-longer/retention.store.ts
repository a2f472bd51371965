import { sql } from 'kysely';
import type { Read, Transaction } from '../../../../kernel/db/types.ts';
import { newId } from '../../../../kernel/id.ts';
import type { Temporal } from '../../../../kernel/time/temporal.ts';

export const retentionKinds = ['helped', 'registered'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export interface RetentionRule {
  id: string | null;
  kind: RetentionKind;
  years: number;
  warnWeeks: number;
  source: string;
  from: Temporal.PlainDate;
}

/** The rules that run on a day, one a kind at most. */
export async function findRules(read: Read, on: Temporal.PlainDate): Promise<RetentionRule[]> {
  const found = await sql<RetentionRule>`
    select distinct on (kind) id, kind, years, warn_weeks as "warnWeeks", source, from_day as "from" from people.retention_rule
    where tenant_id = ${read.scope.tenantId} and ended_at is null and from_day <= ${on}::date order by kind, from_day desc`.execute(read.on<never>());
  return found.rows;
}

/** A rule from a day on; one that was set for that same day gives way. */
export async function putRule(tx: Transaction, rule: Omit<RetentionRule, 'id'>): Promise<string> {
  const id = newId();
  await sql`update people.retention_rule set ended_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and kind = ${rule.kind} and from_day = ${rule.from}::date and ended_at is null`.execute(tx.on<never>());
  await sql`insert into people.retention_rule (tenant_id, id, kind, years, warn_weeks, source, from_day, set_by, set_at)
    values (${tx.scope.tenantId}, ${id}, ${rule.kind}, ${rule.years}, ${rule.warnWeeks}, ${rule.source}, ${rule.from}, ${tx.scope.actorId}, ${tx.now})`.execute(tx.on<never>());
  return id;
}

/** No rule of this kind runs any more. False when none did. */
export async function endRules(tx: Transaction, kind: RetentionKind): Promise<boolean> {
  const ended = await sql`update people.retention_rule set ended_at = ${tx.now} where tenant_id = ${tx.scope.tenantId} and kind = ${kind} and ended_at is null`.execute(tx.on<never>());
  return (ended.numAffectedRows ?? 0n) > 0n;
}

export interface Due {
  personId: string;
  kind: RetentionKind;
  ruleId: string | null;
  /** The day of the last thing that happened. */
  last: Temporal.PlainDate;
  /** The day on which the person goes. */
  on: Temporal.PlainDate;
}

/**
 * Whom these rules would erase up to and including a day, the first first. Counted from the last thing that was done (reading is doing
 * nothing) for the person or for the household where they live, and never before those concerned stood on Today for as long as the rule
 * warns. Who is held is left out, and so is who was merged: they go with the one that remains.
 */
export async function findDue(read: Read, rules: readonly RetentionRule[], until: Temporal.PlainDate, { limit = 500 }: { limit?: number } = {}): Promise<Due[]> {
  if (rules.length === 0) return [];
  const rows = rules.map(({ id, kind, years, warnWeeks, from }) => ({ id, kind, years, from_day: from.toString(), warned: warnWeeks * 7 }));
  const fewest = Math.min(...rules.map(({ years }) => years));
  const found = await sql<Due>`
    with rule as (
      select id, kind, years, from_day, warned from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, kind text, years int, from_day date, warned int)
    ), old as materialized (
      select id, registered_at, household_id from people.person
      where tenant_id = ${read.scope.tenantId} and merged_into is null and registered_at < (${until}::date - make_interval(years => ${fewest}::int) + interval '1 day')
    ), lately as (
      select old.id, greatest(old.registered_at, max(event.at)) at time zone 'Europe/Brussels' as last,
        bool_or(exists (select from unnest(event.subjects) as about where split_part(about, ':', 1) not in ('person', 'household', 'account', 'consent', 'link', 'import'))) as is_helped
      from old
      left join kernel.event_subject as subject on subject.tenant_id = ${read.scope.tenantId} and subject.subject in ('person:' || old.id, 'household:' || old.household_id)
      left join kernel.event on event.tenant_id = subject.tenant_id and event.sequence = subject.sequence and event.act not like '%-read' and event.act <> 'persons-exported'
      group by old.id, old.registered_at
    )
    select lately.id as "personId", rule.kind, rule.id as "ruleId", lately.last::date as last,
      greatest((lately.last::date + make_interval(years => rule.years))::date, rule.from_day + rule.warned) as "on"
    from lately join rule on rule.kind = case when lately.is_helped then 'helped' else 'registered' end
    where greatest((lately.last::date + make_interval(years => rule.years))::date, rule.from_day + rule.warned) <= ${until}::date
      and not exists (select from people.hold where hold.tenant_id = ${read.scope.tenantId} and hold.person_id = lately.id and hold.lifted_at is null and (hold.until_day is null or hold.until_day >= ${until}::date))
    order by "on", lately.id limit ${limit}`.execute(read.on<never>());
  return found.rows;
}

/** True for the first who asks on a day. */
export async function beginRun(tx: Transaction, day: Temporal.PlainDate): Promise<boolean> {
  const begun = await sql`insert into people.retention_run (tenant_id, day) values (${tx.scope.tenantId}, ${day})
    on conflict (tenant_id) do update set day = excluded.day where retention_run.day < excluded.day`.execute(tx.on<never>());
  return begun.numAffectedRows === 1n;
}

export async function findLastRun(read: Read): Promise<Temporal.PlainDate | undefined> {
  const found = await sql<{ day: Temporal.PlainDate }>`select day from people.retention_run where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0]?.day;
}
