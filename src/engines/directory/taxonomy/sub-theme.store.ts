import { sql } from 'kysely';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { baseTaxonomy } from './base-taxonomy.ts';
import { baseRollUps, countsAs, rollUp, type RollUp, type SubTheme, type Taxonomy } from './taxonomy.ts';

interface Row {
  id: string;
  label: string;
  ended_on: Temporal.PlainDate | null;
  version: number;
  theme: string;
  next_theme: string | null;
  next_day: Temporal.PlainDate | null;
}

export interface SubThemeOptions {
  /** Those that ended too. */
  ended?: boolean;
  taxonomy?: Taxonomy;
}

/** The authority's own themes by label, with the theme under which each counts today. A theme that went is followed to what it became. */
export async function findSubThemes(read: Read, { ended = false, taxonomy = baseTaxonomy }: SubThemeOptions = {}): Promise<(SubTheme & { version: number })[]> {
  const today = dayOf(read.now);
  const found = await sql<Row>`
    select sub_theme.id, label, ended_on, version, now_under.theme, later.theme as next_theme, later.from_day as next_day
    from directory.sub_theme
    cross join lateral (
      select theme from directory.sub_theme_under as place
      where place.tenant_id = sub_theme.tenant_id and place.sub_theme_id = sub_theme.id and from_day <= ${today}::date
      order by from_day desc limit 1
    ) as now_under
    left join lateral (
      select theme, from_day from directory.sub_theme_under as place
      where place.tenant_id = sub_theme.tenant_id and place.sub_theme_id = sub_theme.id and from_day > ${today}::date
      order by from_day limit 1
    ) as later on true
    where sub_theme.tenant_id = ${read.scope.tenantId} and (${ended}::boolean or ended_on is null or ended_on > ${today}::date)
    order by lower(label)`.execute(read.on<never>());
  return found.rows.map((row) => ({
    id: row.id,
    label: row.label,
    theme: countsAs(taxonomy, row.theme, today),
    endedOn: row.ended_on,
    moves: row.next_theme && row.next_day ? { theme: row.next_theme, from: row.next_day } : null,
    version: row.version,
  }));
}

/**
 * As what all counts today: themes of the shared list that went, and every sub-theme. A sub-theme that moved counts under its
 * new theme whenever it was asked, so that the series of both themes stay comparable.
 */
export async function findRollUps(read: Read, taxonomy: Taxonomy = baseTaxonomy): Promise<RollUp[]> {
  const today = dayOf(read.now);
  const places = await sql<{ id: string; theme: string; from_day: Temporal.PlainDate; was_under: string | null }>`
    select distinct on (sub_theme_id) sub_theme_id as id, theme, from_day, lag(theme) over (partition by sub_theme_id order by from_day) as was_under
    from directory.sub_theme_under where tenant_id = ${read.scope.tenantId} and from_day <= ${today}::date
    order by sub_theme_id, from_day desc`.execute(read.on<never>());
  const ofSubThemes = places.rows.map(({ id, theme, from_day, was_under }) => {
    const kind = was_under === null ? ('placed' as const) : ('moved' as const);
    return rollUp(taxonomy, { theme: was_under, subThemeId: id, countsAs: countsAs(taxonomy, theme, today), kind, from: from_day });
  });
  return [...baseRollUps(taxonomy, today), ...ofSubThemes];
}

/** Adds sub-themes that count from `from`; answers the ids of those that are new: a label that is in use stays one sub-theme. */
export async function insertSubThemes(tx: Transaction, subThemes: readonly { id: string; label: string; theme: string }[], from: Temporal.PlainDate): Promise<string[]> {
  const made = await sql<{ id: string }>`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(subThemes)}::jsonb) as row (id uuid, label text, theme text)
    ), made as (
      insert into directory.sub_theme (tenant_id, id, label, made_at)
      select ${tx.scope.tenantId}::uuid, id, label, ${tx.now}::timestamptz from row
      on conflict (tenant_id, lower(label)) where ended_on is null do nothing
      returning id
    ), put as (
      insert into directory.sub_theme_under (tenant_id, sub_theme_id, from_day, theme, set_at)
      select ${tx.scope.tenantId}::uuid, row.id, ${from}::date, row.theme, ${tx.now}::timestamptz from row join made using (id)
    )
    select id from made`.execute(tx.on<never>());
  return made.rows.map(({ id }) => id);
}

/** Gives another label; false when someone saved in between, when it ended, or when it is not there. Throws nothing for a label in use: see `isLabelInUse`. */
export async function renameSubTheme(tx: Transaction, id: string, version: number, label: string): Promise<boolean> {
  const renamed = await sql`
    update directory.sub_theme set label = ${label}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and version = ${version} and ended_on is null`.execute(tx.on<never>());
  return renamed.numAffectedRows === 1n;
}

/** Whether another sub-theme that can be chosen has this label, in whatever case. */
export async function isLabelInUse(read: Read, label: string, exceptId: string): Promise<boolean> {
  const found = await sql`
    select 1 from directory.sub_theme
    where tenant_id = ${read.scope.tenantId} and lower(label) = lower(${label}) and id <> ${exceptId} and ended_on is null`.execute(read.on<never>());
  return found.rows.length > 0;
}

/** Can no longer be chosen from a day on; what was recorded stays. False when it is not there or ended already. */
export async function endSubTheme(tx: Transaction, id: string, on: Temporal.PlainDate): Promise<boolean> {
  const ended = await sql`
    update directory.sub_theme set ended_on = ${on}, version = version + 1
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_on is null`.execute(tx.on<never>());
  return ended.numAffectedRows === 1n;
}

/** Counts under another theme from a day on; what was planned for later days is given up. False when it is not there or ended. */
export async function putSubThemeUnder(tx: Transaction, id: string, theme: string, from: Temporal.PlainDate): Promise<boolean> {
  const db = tx.on<never>();
  await sql`delete from directory.sub_theme_under where tenant_id = ${tx.scope.tenantId} and sub_theme_id = ${id} and from_day > ${from}::date and from_day > ${dayOf(tx.now)}::date`.execute(db);
  const put = await sql`
    insert into directory.sub_theme_under as place (tenant_id, sub_theme_id, from_day, theme, set_at)
    select tenant_id, id, ${from}::date, ${theme}, ${tx.now}::timestamptz from directory.sub_theme
    where tenant_id = ${tx.scope.tenantId} and id = ${id} and ended_on is null
    on conflict (tenant_id, sub_theme_id, from_day) do update set theme = excluded.theme, set_at = excluded.set_at`.execute(db);
  return put.numAffectedRows === 1n;
}
