import { sql } from 'kysely';
import { dayOf } from '../../kernel/clock/clock.ts';
import type { Read } from '../../kernel/db/types.ts';
import type { Municipality } from './service.ts';
import { baseTaxonomy } from './taxonomy/base-taxonomy.ts';
import { countsAs } from './taxonomy/taxonomy.ts';

export interface OwnLists {
  /** The municipalities of the area, by name. */
  area: Municipality[];
  /** The sub-themes that can be chosen today, by label, with the theme under which each counts. */
  subThemes: { id: string; label: string; theme: string }[];
  /** The organisations for which colleagues work or worked, by name. */
  employers: { id: string; name: string }[];
}

/** The authority's own lists by which things are found back. In one query, since every list of questions asks for them. */
export async function findOwnLists(read: Read): Promise<OwnLists> {
  const { tenantId } = read.scope;
  const today = dayOf(read.now);
  const { rows } = await sql<{ kind: 'municipality' | 'sub-theme' | 'employer'; id: string; label: string; theme: string }>`
    select 'municipality' as kind, nis as id, name as label, '' as theme from directory.municipality where tenant_id = ${tenantId}
    union all
    (select distinct on (sub_theme.id) 'sub-theme', sub_theme.id::text, label, place.theme
    from directory.sub_theme join directory.sub_theme_under as place on place.tenant_id = sub_theme.tenant_id and place.sub_theme_id = sub_theme.id and from_day <= ${today}::date
    where sub_theme.tenant_id = ${tenantId} and (ended_on is null or ended_on > ${today}::date)
    order by sub_theme.id, from_day desc)
    union all
    select distinct 'employer', organisation.id::text, organisation.name, ''
    from directory.employment join directory.organisation on organisation.tenant_id = employment.tenant_id and organisation.id = employment.organisation_id
    where employment.tenant_id = ${tenantId}`.execute(read.on<never>());
  const of = (kind: string) => rows.filter((row) => row.kind === kind).sort((one, other) => one.label.localeCompare(other.label, 'nl'));
  return {
    area: of('municipality').map(({ id, label }) => ({ nis: id, name: label })),
    subThemes: of('sub-theme').map(({ id, label, theme }) => ({ id, label, theme: countsAs(baseTaxonomy, theme, today) })),
    employers: of('employer').map(({ id, label }) => ({ id, name: label })),
  };
}
