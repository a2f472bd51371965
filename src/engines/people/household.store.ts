import { sql } from 'kysely';
import type { Read } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { hasAddress, type Address, type Household, type HouseholdRole, type HouseholdSummary, type Member } from './household.ts';
import { revealOpened, type RestrictedIdentity } from './rights/restriction.store.ts';
import { birthOf, contactLanguagesOf, contactWaysOf, nameOf, otherNamesOf } from './person.store.ts';

interface HouseholdRow {
  id: string;
  reference: string | null;
  arrived_on: Temporal.PlainDate | null;
  municipality_nis: string | null;
  municipality_name: string | null;
  registered_at: Temporal.Instant;
  version: number;
  street: string | null;
  number: string | null;
  box: string | null;
  postcode: string | null;
  address_nis: string | null;
  address_name: string | null;
}

interface MemberRow {
  household_id: string;
  person_id: string;
  role: HouseholdRole;
  given_name: string | null;
  family_name: string | null;
  full_name: string;
  is_restricted: boolean;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  needs_interpreter: boolean | null;
  other_names: Member['otherNames'];
  contact_languages: string[];
  contact_ways: Member['contactWays'];
}

/** Households with their members and where they live, in two queries; those that are not there are left out. */
export async function findHouseholdsByIds(read: Read, ids: readonly string[]): Promise<Household[]> {
  if (ids.length === 0) return [];
  const rows = await selectHouseholds(read, ids);
  const restricted = rows.members.filter(({ is_restricted }) => is_restricted).map(({ person_id }) => person_id);
  const opened = restricted.length > 0 ? await revealOpened(read, restricted) : new Map<string, RestrictedIdentity>();
  // Read once more: where they live and how they are reached can be seen only now.
  const { households, members } = opened.size > 0 ? await selectHouseholds(read, ids) : rows;
  return households.map((row) => asHousehold(row, members.filter(({ household_id }) => household_id === row.id).map(asMember).map((member) => withIdentity(member, opened.get(member.personId)))));
}

function withIdentity(member: Member, identity: RestrictedIdentity | undefined): Member {
  return identity ? { ...member, name: identity.name, birth: identity.birth } : member;
}

async function selectHouseholds(read: Read, ids: readonly string[]): Promise<{ households: HouseholdRow[]; members: MemberRow[] }> {
  const db = read.on<never>();
  const households = await sql<HouseholdRow>`
    select household.id, reference, arrived_on, household.municipality_nis, household.municipality_name, registered_at, version,
      street, number, box, postcode, address.municipality_nis as address_nis, address.municipality_name as address_name
    from people.household
    left join people.address on address.tenant_id = household.tenant_id and address.household_id = household.id and address.until_day is null
    where household.tenant_id = ${read.scope.tenantId} and household.id = any (${ids}::uuid[])`.execute(db);
  const members = await sql<MemberRow>`
    select member.household_id, member.person_id, member.role, given_name, family_name, full_name, is_restricted, birth_year, birth_month, birth_day, needs_interpreter,
      ${otherNamesOf} as other_names, ${contactLanguagesOf} as contact_languages, ${contactWaysOf} as contact_ways
    from people.household_member as member
    join people.person on person.tenant_id = member.tenant_id and person.id = member.person_id
    where member.tenant_id = ${read.scope.tenantId} and member.household_id = any (${ids}::uuid[]) and member.left_on is null
    order by member.role <> 'reference', member.place, person.sort_name`.execute(db);
  return { households: households.rows, members: members.rows };
}

export async function findHousehold(read: Read, id: string): Promise<Household | undefined> {
  return (await findHouseholdsByIds(read, [id]))[0];
}

/** Throws when there is no such household in this authority. */
export async function getHousehold(read: Read, id: string): Promise<Household> {
  const household = await findHousehold(read, id);
  if (!household) throw new Error('No such household');
  return household;
}

/** One line a household, by its id; those that are not there are left out. One query. */
export async function findHouseholdSummaries(read: Read, ids: readonly string[]): Promise<Map<string, HouseholdSummary>> {
  if (ids.length === 0) return new Map();
  const found = await sql<{ household_id: string; name: string; size: number; arrived_on: Temporal.PlainDate | null; contact_languages: string[]; municipality_nis: string | null; municipality_name: string | null }>`
    select household.household_id, coalesce(first.full_name, '') as name, household.size, household.arrived_on, household.contact_languages, household.municipality_nis, household.municipality_name
    from people.published_household as household
    left join lateral (
      select person.full_name from people.household_member as member
      join people.person on person.tenant_id = member.tenant_id and person.id = member.person_id
      where member.tenant_id = household.tenant_id and member.household_id = household.household_id and member.left_on is null
      order by member.role <> 'reference', member.place limit 1
    ) as first on true
    where household.tenant_id = ${read.scope.tenantId} and household.household_id = any (${ids}::uuid[])`.execute(read.on<never>());
  return new Map(
    found.rows.map((row) => [
      row.household_id,
      { id: row.household_id, name: row.name, size: row.size, arrivedOn: row.arrived_on, contactLanguages: row.contact_languages, municipality: { nis: row.municipality_nis, name: row.municipality_name } },
    ]),
  );
}

function asMember(row: MemberRow): Member {
  return {
    personId: row.person_id,
    role: row.role,
    name: nameOf(row),
    otherNames: row.other_names,
    birth: birthOf(row),
    contactLanguages: row.contact_languages,
    needsInterpreter: row.needs_interpreter,
    contactWays: row.contact_ways,
  };
}

function asHousehold(row: HouseholdRow, members: Member[]): Household {
  const address: Address = { street: row.street, number: row.number, box: row.box, postcode: row.postcode, municipality: { nis: row.address_nis, name: row.address_name } };
  return {
    id: row.id,
    reference: row.reference,
    members,
    arrivedOn: row.arrived_on,
    contactLanguages: contactLanguagesTogether(members),
    needsInterpreter: members.some(({ needsInterpreter }) => needsInterpreter),
    municipality: { nis: row.municipality_nis, name: row.municipality_name },
    address: hasAddress(address) ? address : null,
    registeredAt: row.registered_at,
    version: row.version,
  };
}

/** By the rank that any member gives them, then by the order of members: as the published view has it. */
function contactLanguagesTogether(members: readonly Member[]): string[] {
  const ranked = members.flatMap(({ contactLanguages }, place) => contactLanguages.map((code, rank) => ({ code, rank, place })));
  ranked.sort((a, b) => a.rank - b.rank || a.place - b.place || (a.code < b.code ? -1 : 1));
  return [...new Set(ranked.map(({ code }) => code))];
}
