import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { RollUp } from '../directory/index.ts';
import { addToCounts } from './monthly-count.store.ts';

/** What a roll-up is about: a code of the shared list, or the id of a sub-theme. */
const aboutOf = ({ theme, subThemeId }: RollUp) => subThemeId ?? theme!;

/** Those of the roll-ups that the questions do not follow yet. */
export async function findNewRollUps(read: Read, wanted: readonly RollUp[]): Promise<RollUp[]> {
  const kept = await sql<{ about: string; counts_as: string; life_domain: string }>`
    select about, counts_as, life_domain from questions.roll_up where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  const known = new Map(kept.rows.map((row) => [row.about, row]));
  return wanted.filter((one) => {
    const row = known.get(aboutOf(one));
    return row?.counts_as !== one.countsAs || row.life_domain !== one.lifeDomain;
  });
}

/**
 * Counts the questions that these are about as they say from now on, in the months in which they were asked, and keeps under
 * which theme each was recorded. Answers how many were moved.
 */
export async function applyRollUps(tx: Transaction, rollUps: readonly RollUp[]): Promise<number> {
  const rows = rollUps.map((one) => ({ about: aboutOf(one), sub_theme_id: one.subThemeId, theme: one.theme, counts_as: one.countsAs, life_domain: one.lifeDomain, kind: one.kind, from_day: one.from.toString() }));
  const moved = await sql<{ moved: number }>`
    with wanted as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (about text, sub_theme_id uuid, theme text, counts_as text, life_domain text, kind text, from_day date)
    ), kept as (
      insert into questions.roll_up as known (tenant_id, about, sub_theme_id, theme, counts_as, life_domain, kind, from_day, applied_at)
      select ${tx.scope.tenantId}::uuid, about, sub_theme_id, theme, counts_as, life_domain, kind, from_day, ${tx.now}::timestamptz from wanted
      on conflict (tenant_id, about) do update set theme = excluded.theme, counts_as = excluded.counts_as, life_domain = excluded.life_domain,
        kind = excluded.kind, from_day = excluded.from_day, applied_at = excluded.applied_at
    ), old as materialized (
      select question.id, asked_on, question.theme, municipality, counts_as, wanted.life_domain
      from wanted join questions.question on question.tenant_id = ${tx.scope.tenantId} and question.sub_theme_id = wanted.sub_theme_id and question.theme <> counts_as
      union all
      select question.id, asked_on, question.theme, municipality, counts_as, wanted.life_domain
      from wanted join questions.question on question.tenant_id = ${tx.scope.tenantId} and question.theme = wanted.about and question.sub_theme_id is null and question.theme <> counts_as
    ), moved as (
      update questions.question
      set theme = old.counts_as, life_domain = old.life_domain, recorded_theme = nullif(coalesce(question.recorded_theme, question.theme), old.counts_as)
      from old where question.tenant_id = ${tx.scope.tenantId} and question.id = old.id
      returning question.asked_on, question.theme, question.municipality
    ), counted as (${addToCounts(tx, sql`select asked_on, theme, municipality, -1 as difference from old union all select asked_on, theme, municipality, 1 from moved`)})
    select count(*)::int as moved from moved`.execute(tx.on<never>());
  return moved.rows[0]!.moved;
}
