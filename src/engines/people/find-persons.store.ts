import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { comparableName, compareNames } from './names/name-similarity.ts';
import { nameSearchQuery, nearNameQuery } from './names/search-tokens.ts';
import type { OtherName, PersonSummary } from './person.ts';
import { birthOf, contactLanguagesOf, nameOf, otherNamesOf } from './person.store.ts';
import { revealOpened } from './rights/restriction.store.ts';

export interface SummaryRow {
  id: string;
  given_name: string | null;
  family_name: string | null;
  full_name: string;
  other_names: OtherName[];
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  contact_languages: string[];
  needs_interpreter: boolean | null;
  household_id: string | null;
  is_restricted: boolean;
  household_size: number;
  municipality_nis: string | null;
  municipality_name: string | null;
  arrived_on: Temporal.PlainDate | null;
}

/** What makes a line of a row of `person`, with its `household` joined. */
export const summaryColumns = sql`person.id, given_name, family_name, full_name, birth_year, birth_month, birth_day, needs_interpreter, person.household_id, person.is_restricted, person.arrived_on,
  household.municipality_nis, household.municipality_name, ${otherNamesOf} as other_names, ${contactLanguagesOf} as contact_languages,
  (select count(*)::int from people.household_member as mate
    where mate.tenant_id = person.tenant_id and mate.household_id = person.household_id and mate.left_on is null) as household_size`;

export const joinHousehold = sql`left join people.household on household.tenant_id = person.tenant_id and household.id = person.household_id`;

export function asSummary(row: SummaryRow): PersonSummary {
  return {
    id: row.id,
    name: nameOf(row),
    otherNames: row.other_names.map(({ script, full }) => ({ script, full })),
    birth: birthOf(row),
    contactLanguages: row.contact_languages,
    needsInterpreter: row.needs_interpreter,
    householdId: row.household_id,
    householdSize: row.household_size,
    municipality: { nis: row.municipality_nis, name: row.municipality_name },
    arrivedOn: row.arrived_on,
  };
}

/** One line a person, by id; those that are not there are left out. One query. */
export async function findPersonSummaries(read: Read, ids: readonly string[]): Promise<Map<string, PersonSummary>> {
  if (ids.length === 0) return new Map();
  const found = await sql<SummaryRow>`
    select ${summaryColumns} from people.person ${joinHousehold}
    where person.tenant_id = ${read.scope.tenantId} and person.id = any (${ids}::uuid[]) and person.merged_into is null`.execute(read.on<never>());
  const restricted = found.rows.filter(({ is_restricted }) => is_restricted).map(({ id }) => id);
  const opened = restricted.length > 0 ? await revealOpened(read, restricted) : undefined;
  return new Map(found.rows.map((row) => {
    const identity = opened?.get(row.id);
    return [row.id, identity ? { ...asSummary(row), name: identity.name, birth: identity.birth } : asSummary(row)];
  }));
}

/**
 * Persons whose name is like what was typed, in any script, spelling or order of words; who bear the typed words themselves come
 * before who bear words that sound so. When nobody is, those whose name is so with a letter of each word typed wrong, the likest first.
 */
export async function searchPersons(read: Read, typed: string, { limit = 20 }: { limit?: number } = {}): Promise<PersonSummary[]> {
  const query = nameSearchQuery(typed);
  if (query === null) return [];
  const found = await findRanked(read, query, limit);
  const near = found.length === 0 ? nearNameQuery(typed) : null;
  if (near === null) return found;
  const asked = comparableName(typed);
  const scored = (await findRanked(read, near, mostNear)).map((person) => ({ person, score: Math.max(...[person.name.full, ...person.otherNames.map(({ full }) => full)].map((name) => compareNames(asked, comparableName(name)).score)) }));
  return scored.filter(({ score }) => score >= nearEnough).toSorted((a, b) => b.score - a.score).slice(0, limit).map(({ person }) => person);
}

/** Of who is spelt nearly so, this many are weighed, and this likeness of the whole name is worth showing. */
const mostNear = 60;
const nearEnough = 0.7;

async function findRanked(read: Read, query: string, limit: number): Promise<PersonSummary[]> {
  const found = await sql<SummaryRow>`
    with found as materialized (
      select id, ts_rank(search, ${query}::tsquery) as nearness, sort_name from people.person
      where tenant_id = ${read.scope.tenantId} and search @@ ${query}::tsquery and not is_restricted
      limit ${mostRanked}
    ), best as materialized (
      select id, nearness, sort_name from found order by nearness desc, sort_name, id limit ${limit}
    )
    select ${summaryColumns} from best join people.person on person.tenant_id = ${read.scope.tenantId} and person.id = best.id ${joinHousehold}
    order by best.nearness desc, best.sort_name, best.id`.execute(read.on<never>());
  return found.rows.map(asSummary);
}

/** Of more than this many nobody can pick: they need a second word, not a better order. */
const mostRanked = 2_000;
