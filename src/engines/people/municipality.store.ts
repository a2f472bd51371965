import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import { fold } from './names/fold.ts';
import type { Municipality } from './person.ts';

/** Municipalities that households live in, by name: found by leaping over the index, however many households there are. */
export async function findMunicipalitiesInUse(read: Read): Promise<Municipality[]> {
  const found = await sql<Municipality>`
    with recursive leap as (
      (select municipality_name as name, municipality_nis as nis from people.household
        where tenant_id = ${read.scope.tenantId} and municipality_name is not null order by municipality_name, municipality_nis limit 1)
      union all
      select next.name, next.nis from leap cross join lateral (
        select municipality_name as name, municipality_nis as nis from people.household
        where tenant_id = ${read.scope.tenantId} and municipality_name > leap.name order by municipality_name, municipality_nis limit 1) as next
    ) select nis, name from leap`.execute(read.on<never>());
  return found.rows;
}

/** The authority's own, when it is of one municipality; null for a partnership. */
export async function findOwnMunicipality(read: Read): Promise<Municipality | null> {
  const found = await sql<Municipality>`
    select nis_code as nis, name from kernel.tenant
    where tenant_id = ${read.scope.tenantId} and kind <> 'partnership' and nis_code is not null`.execute(read.on<never>());
  const own = found.rows[0];
  return own ? { nis: own.nis, name: placeName(own.name!) } : null;
}

/** "OCMW Voorbeeldgem" and "Gemeente Voorbeeldgem" are of Voorbeeldgem. */
function placeName(authority: string): string {
  return authority.replace(/^(?:gemeente|stad|ocmw|sociaal huis|welzijnshuis|lokaal bestuur)\s+/i, '');
}

/** Gives a municipality the code that it is known by here, and a household of which none is known the authority's own. */
export async function municipalityFinder(read: Read): Promise<(told: Municipality) => Municipality> {
  const own = await findOwnMunicipality(read);
  const known = [...(own ? [own] : []), ...(await findMunicipalitiesInUse(read))].filter(({ nis }) => nis !== null);
  const byName = new Map(known.toReversed().map((municipality) => [fold(municipality.name ?? ''), municipality]));
  const byCode = new Map(known.toReversed().map((municipality) => [municipality.nis, municipality]));
  return ({ nis, name }) => {
    if (nis !== null) return { nis, name: name ?? byCode.get(nis)?.name ?? null };
    if (name !== null) return byName.get(fold(name)) ?? { nis, name };
    return own ?? { nis, name };
  };
}
