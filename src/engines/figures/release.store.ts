import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { byFigure, type MonthCount } from './count-months.store.ts';
import type { ReleasedFigure } from './figure.ts';
import type { PublishedCell, Release, ReleasedSoFar } from './release-figures/plan-release.ts';

/** One release at a time per authority: the second sees what the first published. */
export async function lockReleases(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`figures:${tx.scope.tenantId}`}, 0))`.execute(tx.on<never>());
}

/** What has been released of every figure. */
export async function getReleasedSoFar(read: Read): Promise<(figure: ReleasedFigure) => ReleasedSoFar> {
  const { tenantId } = read.scope;
  const db = read.on<never>();
  const months = await sql<{ figure: ReleasedFigure; month: Temporal.PlainDate }>`select figure, month from figures.released_month where tenant_id = ${tenantId}`.execute(db);
  const counted = await sql<MonthCount & { figure: ReleasedFigure }>`select figure, month, grouping_code as "grouping", category, n from figures.counted where tenant_id = ${tenantId}`.execute(db);
  const published = await sql<PublishedCell & { figure: ReleasedFigure }>`
    select figure, unit, starts_on as "startsOn", grouping_code as "grouping", category, n, shown, was_hidden as "wasHidden"
    from figures.published where tenant_id = ${tenantId}`.execute(db);
  const ofMonths = byFigure(months.rows);
  const ofCounted = byFigure(counted.rows);
  const ofPublished = byFigure(published.rows);
  return (figure) => ({ months: (ofMonths.get(figure) ?? []).map(({ month }) => month), counted: ofCounted.get(figure) ?? [], published: ofPublished.get(figure) ?? [] });
}

/** The last month that was released of any figure; nothing before the first release. */
export async function findLastReleasedMonth(read: Read): Promise<Temporal.PlainDate | undefined> {
  const found = await sql<{ month: Temporal.PlainDate | null }>`select max(month) as month from figures.released_month where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0]?.month ?? undefined;
}

/** Writes releases of figures: months, the counts that they rest on, and the cells that may be seen. */
export async function saveReleases(tx: Transaction, releases: ReadonlyMap<ReleasedFigure, Release>): Promise<void> {
  const { tenantId } = tx.scope;
  const db = tx.on<never>();
  const of = <Part>(part: (release: Release) => readonly Part[]) => [...releases].flatMap(([figure, release]) => part(release).map((row) => ({ figure, ...row })));
  const months = of((release) => [...release.fresh, ...release.revised].map((month) => ({ month })));
  await sql`
    insert into figures.released_month (tenant_id, figure, month, released_at)
    select ${tenantId}::uuid, figure, month, ${tx.now}::timestamptz from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as row (figure text, month date)
    on conflict (tenant_id, figure, month) do update set revised_at = excluded.released_at`.execute(db);
  await sql`
    delete from figures.counted using jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as row (figure text, month date)
    where counted.tenant_id = ${tenantId} and counted.figure = row.figure and counted.month = row.month`.execute(db);
  await sql`
    insert into figures.counted (tenant_id, figure, month, grouping_code, category, n)
    select ${tenantId}::uuid, figure, month, "grouping", category, n
    from jsonb_to_recordset(${JSON.stringify(of(({ counted }) => counted))}::jsonb) as row (figure text, month date, "grouping" text, category text, n int)`.execute(db);
  await sql`
    insert into figures.published (tenant_id, figure, unit, starts_on, grouping_code, category, n, shown, was_hidden)
    select ${tenantId}::uuid, figure, unit, "startsOn", "grouping", category, n, array(select jsonb_array_elements_text(shown)::int), "wasHidden"
    from jsonb_to_recordset(${JSON.stringify(of(({ published }) => published))}::jsonb)
      as row (figure text, unit text, "startsOn" date, "grouping" text, category text, n int, shown jsonb, "wasHidden" boolean)
    on conflict (tenant_id, figure, unit, starts_on, grouping_code, category)
      do update set n = excluded.n, shown = excluded.shown, was_hidden = excluded.was_hidden`.execute(db);
}
