import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Read, Transaction } from '../../kernel/db/types.ts';
import type { Temporal } from '../../kernel/time/temporal.ts';
import { searchWordsOf, sortNameOf } from './found-by.ts';
import { markToCompare } from './duplicates/comparison.store.ts';
import { keysOf } from './person-key.ts';
import { revealOpened, type RestrictedIdentity } from './rights/restriction.store.ts';
import type { ContactWay, Municipality, NewPerson, OtherName, PartialDate, Person, PersonLanguage, PersonName } from './person.ts';

/** A new person with where they live, as far as that is known. */
export type PersonToInsert = NewPerson & { id: string; householdId: string | null; municipality: Municipality | null };

/** Persons with all that belongs to them; one statement a table, however many they are. */
export async function insertPersons(tx: Transaction, persons: readonly PersonToInsert[]): Promise<void> {
  const secret = persons.some(({ registerNumber }) => registerNumber) ? await registerSecret(tx) : null;
  const rows = persons.map((person) => ({
    id: person.id,
    ...nameColumns(person.name),
    ...birthColumns(person.birth ?? null),
    gender: person.gender ?? null,
    needs_interpreter: person.needsInterpreter ?? null,
    reference: person.reference ?? null,
    arrived_on: person.arrivedOn?.toString() ?? null,
    household_id: person.householdId,
    search: searchWordsOf({
      name: person.name,
      otherNames: person.otherNames ?? [],
      birth: person.birth ?? null,
      nationalities: person.nationalities ?? [],
      languages: person.languages ?? [],
      needsInterpreter: person.needsInterpreter ?? null,
      municipality: person.municipality,
    }),
  }));
  await sql`
    insert into people.person (tenant_id, id, given_name, family_name, full_name, sort_name, birth_year, birth_month, birth_day, gender,
      needs_interpreter, reference, arrived_on, household_id, search, registered_at)
    select ${tx.scope.tenantId}::uuid, id, given_name, family_name, full_name, sort_name, birth_year, birth_month, birth_day, gender,
      needs_interpreter, reference, arrived_on, household_id, array_to_tsvector(search), ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, given_name text, family_name text, full_name text, sort_name text,
      birth_year smallint, birth_month smallint, birth_day smallint, gender text, needs_interpreter boolean, reference text, arrived_on date,
      household_id uuid, search text[])`.execute(tx.on<never>());
  await insertParts(tx, persons.map((person) => ({ personId: person.id, ...person })));
  await insertKeys(tx, persons.flatMap((person) => keysOf(person, secret).map((key) => ({ key, person_id: person.id }))));
  await markToCompare(tx, persons.map(({ id }) => id));
}

export interface PersonParts {
  personId: string;
  otherNames?: readonly OtherName[] | undefined;
  nationalities?: readonly string[] | undefined;
  languages?: readonly PersonLanguage[] | undefined;
  contactWays?: readonly ContactWay[] | undefined;
}

export async function insertParts(tx: Transaction, persons: readonly PersonParts[]): Promise<void> {
  const db = tx.on<never>();
  const tenantId = tx.scope.tenantId;
  const names = persons.flatMap(({ personId, otherNames = [] }) => otherNames.map(({ script, kind, full }, place) => ({ person_id: personId, place, script, kind, full_name: full })));
  if (names.length > 0)
    await sql`insert into people.person_name (tenant_id, person_id, place, script, kind, full_name)
      select ${tenantId}::uuid, person_id, place, script, kind, full_name
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as row (person_id uuid, place smallint, script text, kind text, full_name text)`.execute(db);
  const nationalities = persons.flatMap(({ personId, nationalities: countries = [] }) => [...new Set(countries)].map((country, place) => ({ person_id: personId, place, country })));
  if (nationalities.length > 0)
    await sql`insert into people.person_nationality (tenant_id, person_id, place, country)
      select ${tenantId}::uuid, person_id, place, country
      from jsonb_to_recordset(${JSON.stringify(nationalities)}::jsonb) as row (person_id uuid, place smallint, country text)`.execute(db);
  const languages = persons.flatMap(({ personId, languages: spoken = [] }) => oncePerLanguage(spoken).map(({ code, contactRank }) => ({ person_id: personId, language: code, contact_rank: contactRank })));
  if (languages.length > 0)
    await sql`insert into people.person_language (tenant_id, person_id, language, contact_rank)
      select ${tenantId}::uuid, person_id, language, contact_rank
      from jsonb_to_recordset(${JSON.stringify(languages)}::jsonb) as row (person_id uuid, language text, contact_rank smallint)`.execute(db);
  const ways = persons.flatMap(({ personId, contactWays = [] }) => contactWays.map(({ kind, value, through = null, takesTexts = null, isPreferred }, place) => ({ person_id: personId, place, kind, value, through, takes_texts: takesTexts, is_preferred: isPreferred })));
  if (ways.length > 0)
    await sql`insert into people.contact_way (tenant_id, person_id, place, kind, value, through, takes_texts, is_preferred)
      select ${tenantId}::uuid, person_id, place, kind, value, through, takes_texts, is_preferred
      from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as row (person_id uuid, place smallint, kind text, value text, through text, takes_texts boolean, is_preferred boolean)`.execute(db);
}

/** A language told twice is one; as a contact language if either says so. */
function oncePerLanguage(languages: readonly PersonLanguage[]): PersonLanguage[] {
  const kept = new Map<string, PersonLanguage>();
  for (const language of languages) if ((kept.get(language.code)?.contactRank ?? null) === null) kept.set(language.code, language);
  return [...kept.values()];
}

export async function insertKeys(tx: Transaction, keys: readonly { key: string; person_id: string }[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`insert into people.person_key (tenant_id, key, person_id)
    select ${tx.scope.tenantId}::uuid, key, person_id from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as row (key text, person_id uuid)
    on conflict do nothing`.execute(tx.on<never>());
}

/** The secret of this authority's register digests; null as long as no register number was ever kept. */
export async function findRegisterSecret(read: Read): Promise<Buffer | null> {
  const found = await sql<{ secret: Buffer }>`select secret from people.register_key where tenant_id = ${read.scope.tenantId}`.execute(read.on<never>());
  return found.rows[0]?.secret ?? null;
}

export async function registerSecret(tx: Transaction): Promise<Buffer> {
  await sql`insert into people.register_key (tenant_id, secret) values (${tx.scope.tenantId}, ${randomBytes(32)}) on conflict do nothing`.execute(tx.on<never>());
  return (await findRegisterSecret(tx))!;
}

interface PersonRow {
  id: string;
  given_name: string | null;
  family_name: string | null;
  full_name: string;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  gender: string | null;
  needs_interpreter: boolean | null;
  reference: string | null;
  arrived_on: Temporal.PlainDate | null;
  household_id: string | null;
  is_restricted: boolean;
  registered_at: Temporal.Instant;
  version: number;
  other_names: OtherName[];
  nationalities: string[];
  languages: PersonLanguage[];
  contact_ways: ContactWay[];
}

/** Persons by id, with all that belongs to them, in one query; those that are not there are left out. */
export async function findPersonsByIds(read: Read, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const rows = await selectPersons(read, ids);
  const restricted = rows.filter(({ is_restricted }) => is_restricted).map(({ id }) => id);
  const opened = restricted.length > 0 ? await revealOpened(read, restricted) : new Map<string, RestrictedIdentity>();
  // Read once more: what belongs to whom was opened can be seen only now.
  const seen = opened.size > 0 ? await selectPersons(read, ids) : rows;
  return seen.map(asPerson).map((person) => withIdentity(person, opened.get(person.id)));
}

/** Who the person really is, for whom it was opened. */
function withIdentity(person: Person, identity: RestrictedIdentity | undefined): Person {
  return identity ? { ...person, name: identity.name, birth: identity.birth, reference: identity.reference, isMasked: false } : person;
}

async function selectPersons(read: Read, ids: readonly string[]): Promise<PersonRow[]> {
  const found = await sql<PersonRow>`
    select person.id, given_name, family_name, full_name, birth_year, birth_month, birth_day, gender, needs_interpreter, reference, arrived_on,
      household_id, is_restricted, registered_at, version,
      ${otherNamesOf} as other_names,
      array(select country from people.person_nationality as own where own.tenant_id = person.tenant_id and own.person_id = person.id order by place) as nationalities,
      coalesce((select jsonb_agg(jsonb_build_object('code', language, 'contactRank', contact_rank) order by contact_rank nulls last, language)
        from people.person_language as own where own.tenant_id = person.tenant_id and own.person_id = person.id), '[]') as languages,
      ${contactWaysOf} as contact_ways
    from people.person
    where person.tenant_id = ${read.scope.tenantId} and person.id = any (${ids}::uuid[]) and person.merged_into is null`.execute(read.on<never>());
  return found.rows;
}

export async function findPerson(read: Read, id: string): Promise<Person | undefined> {
  return (await findPersonsByIds(read, [id]))[0];
}

/** Throws when there is no such person in this authority. */
export async function getPerson(read: Read, id: string): Promise<Person> {
  const person = await findPerson(read, id);
  if (!person) throw new Error('No such person');
  return person;
}

/** Other names of the row of `people.person` that the query is at. */
export const otherNamesOf = sql<OtherName[]>`coalesce((select jsonb_agg(jsonb_build_object('script', script, 'kind', kind, 'full', own.full_name) order by place)
  from people.person_name as own where own.tenant_id = person.tenant_id and own.person_id = person.id), '[]')`;

/** Contact languages of that row, best first. */
export const contactLanguagesOf = sql<string[]>`array(select language from people.person_language as own
  where own.tenant_id = person.tenant_id and own.person_id = person.id and contact_rank is not null order by contact_rank, language)`;

/** Contact ways of that row, the preferred one first. */
export const contactWaysOf = sql<ContactWay[]>`coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', kind, 'value', value, 'through', through, 'takesTexts', takes_texts, 'isPreferred', is_preferred)) order by is_preferred desc, place)
  from people.contact_way as own where own.tenant_id = person.tenant_id and own.person_id = person.id), '[]')`;

function asPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: nameOf(row),
    otherNames: row.other_names,
    birth: birthOf(row),
    gender: row.gender,
    reference: row.reference,
    nationalities: row.nationalities,
    languages: row.languages,
    contactLanguages: row.languages.filter(({ contactRank }) => contactRank !== null).map(({ code }) => code),
    needsInterpreter: row.needs_interpreter,
    contactWays: row.contact_ways,
    arrivedOn: row.arrived_on,
    householdId: row.household_id,
    isRestricted: row.is_restricted,
    isMasked: row.is_restricted,
    registeredAt: row.registered_at,
    version: row.version,
  };
}

export function nameOf(row: { given_name: string | null; family_name: string | null; full_name: string }): PersonName {
  return { given: row.given_name, family: row.family_name, full: row.full_name };
}

export function birthOf(row: { birth_year: number | null; birth_month: number | null; birth_day: number | null }): PartialDate | null {
  const { birth_year: year, birth_month: month, birth_day: day } = row;
  return year === null && month === null && day === null ? null : { year, month, day };
}

function nameColumns(name: PersonName) {
  return { given_name: name.given, family_name: name.family, full_name: name.full, sort_name: sortNameOf(name) };
}

function birthColumns(birth: PartialDate | null) {
  return { birth_year: birth?.year ?? null, birth_month: birth?.month ?? null, birth_day: birth?.day ?? null };
}
