import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import { comparable, type Comparable } from './likeness.ts';
import type { OtherName, PartialDate, PersonName } from './person.ts';
import { birthOf, nameOf, otherNamesOf } from './person.store.ts';

/** What to look for on behalf of one newcomer. */
export interface Lookup {
  /** Tells the answers apart: the place in the list that was asked. */
  ref: number;
  /** Each a `tsquery` of names that could be the same, the telling ones first; each is looked for by itself, since the index is quick with
   * words that must stand together and slow with alternatives. */
  names: readonly string[];
  keys: readonly string[];
}

export interface Candidate {
  ref: number;
  id: string;
  names: string[];
  birth: PartialDate | null;
  /** The keys in common. */
  keys: string[];
}

/** Of more people than this who share a name, or the telephone of a reception centre, no desk could pick one. */
const mostNamesakes = 40;

/** Persons who could be the same as those looked for: by a key in common, or by name. One query for all. */
export async function findCandidates(read: Read, lookups: readonly Lookup[]): Promise<Candidate[]> {
  if (lookups.length === 0) return [];
  const found = await sql<{ ref: number; id: string; keys: string[]; names: string[]; birth_year: number | null; birth_month: number | null; birth_day: number | null }>`
    with lookup as materialized (
      select ref, names, keys from jsonb_to_recordset(${JSON.stringify(lookups)}::jsonb) as row (ref int, names text[], keys text[])
    ), alike as (
      select lookup.ref, namesake.id, null::text as key from lookup cross join lateral unnest(lookup.names) as wanted (name) cross join lateral (
        select id from people.person where tenant_id = ${read.scope.tenantId} and search @@ wanted.name::tsquery limit ${mostNamesakes}) as namesake
      union all
      select lookup.ref, shared.person_id, wanted.key from lookup cross join lateral unnest(lookup.keys) as wanted (key) cross join lateral (
        select person_id from people.person_key where tenant_id = ${read.scope.tenantId} and key = wanted.key limit ${mostNamesakes}) as shared
    ), candidate as (
      select ref, id, coalesce(array_agg(key) filter (where key is not null), '{}') as keys from alike group by ref, id
    )
    select candidate.ref, candidate.keys, person.id, birth_year, birth_month, birth_day,
      person.full_name || array(select own.full_name from people.person_name as own where own.tenant_id = person.tenant_id and own.person_id = person.id order by place) as names
    from candidate join people.person on person.tenant_id = ${read.scope.tenantId} and person.id = candidate.id and person.merged_into is null and not person.is_restricted`.execute(read.on<never>());
  return found.rows.map((row) => ({ ref: row.ref, id: row.id, names: row.names, birth: birthOf(row), keys: row.keys }));
}

export interface KnownPerson extends Comparable {
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  householdId: string | null;
}

/** Persons with all that the scorer weighs, by id; those that are not there are left out. One query. */
export async function findComparables(read: Read, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{
    id: string; given_name: string | null; family_name: string | null; full_name: string; other_names: OtherName[]; birth_year: number | null; birth_month: number | null; birth_day: number | null;
    gender: string | null; household_id: string | null; nationalities: string[]; keys: string[]; household_key: string | null; street: string | null; number: string | null; box: string | null; postcode: string | null;
  }>`
    select person.id, given_name, family_name, full_name, ${otherNamesOf} as other_names, birth_year, birth_month, birth_day, gender, person.household_id,
      array(select country from people.person_nationality as own where own.tenant_id = person.tenant_id and own.person_id = person.id) as nationalities,
      array(select key from people.person_key as own where own.tenant_id = person.tenant_id and own.person_id = person.id) as keys,
      household.reference as household_key, street, number, box, postcode
    from people.person
    left join people.household on household.tenant_id = person.tenant_id and household.id = person.household_id
    left join people.address on address.tenant_id = person.tenant_id and address.household_id = person.household_id and address.until_day is null
    where person.tenant_id = ${read.scope.tenantId} and person.id = any (${ids}::uuid[]) and person.merged_into is null`.execute(read.on<never>());
  return new Map(
    found.rows.map((row) => {
      const { id, gender, nationalities, street, number, box, postcode } = row;
      const person = { name: nameOf(row), otherNames: row.other_names, birth: birthOf(row), householdId: row.household_id };
      const likeness = comparable({ ...person, gender, nationalities, householdKey: row.household_key, address: { street, number, box, postcode, municipality: { nis: null, name: null } } });
      return [id, { ...likeness, ...person, keys: new Set(row.keys) }];
    }),
  );
}

/** Who holds one of these keys (see `keysOf`); of all at once. */
export async function findPersonsByKeys(read: Read, keys: readonly string[]): Promise<{ key: string; personId: string }[]> {
  if (keys.length === 0) return [];
  const found = await sql<{ key: string; personId: string }>`
    select key, person_id as "personId" from people.person_key where tenant_id = ${read.scope.tenantId} and key = any (${keys}::text[])`.execute(read.on<never>());
  return found.rows;
}
