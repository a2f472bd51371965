import { sql } from 'kysely';
import type { Transaction } from '../../kernel/db/types.ts';
import { findReached } from './life/assessment.store.ts';
import { searchWordsOf, sortNameOf } from './found-by.ts';
import { markToCompare } from './duplicates/comparison.store.ts';
import { keysOf } from './person-key.ts';
import type { Municipality, Person, PersonChange } from './person.ts';
import { changeIdentities, maskOf } from './rights/restriction.store.ts';
import { findPersonsByIds, insertKeys, insertParts, registerSecret } from './person.store.ts';

/**
 * Changes persons, one statement a table. Nothing is changed of a person who is gone or who was changed since `version`;
 * their ids come back.
 */
export async function updatePersons(tx: Transaction, changes: readonly PersonChange[]): Promise<{ refused: string[] }> {
  const before = await lockPersons(tx, changes.map(({ id }) => id));
  const isStale = ({ id, version }: PersonChange) => !before.has(id) || (version !== undefined && before.get(id)!.version !== version);
  // A list that knows someone who is restricted changes nothing of them; whoever opened the file does.
  const isMasked = ({ id }: PersonChange) => before.get(id)!.isMasked;
  const accepted = changes.filter((change) => !isStale(change) && !isMasked(change));
  if (accepted.length > 0) {
    await updateRows(tx, accepted.map((change) => ({ ...before.get(change.id)!, ...given(change) })));
    await replaceParts(tx, accepted);
    await replaceKeys(tx, accepted);
    await indexPersons(tx, accepted.map(({ id }) => id));
  }
  return { refused: changes.filter((change) => isStale(change) || (change.version !== undefined && isMasked(change))).map(({ id }) => id) };
}

/** In the order of their ids, so that two who lock the same persons wait for each other instead of for ever. */
async function lockPersons(tx: Transaction, ids: readonly string[]): Promise<Map<string, Person>> {
  await sql`select id from people.person where tenant_id = ${tx.scope.tenantId} and id = any (${ids}::uuid[]) order by id for update`.execute(tx.on<never>());
  return new Map((await findPersonsByIds(tx, ids)).map((person) => [person.id, person]));
}

function given<T extends object>(change: T): T {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as T;
}

async function updateRows(tx: Transaction, persons: readonly Person[]): Promise<void> {
  await changeIdentities(tx, persons.filter(({ isRestricted }) => isRestricted).map(({ id, name, birth, reference }) => ({ personId: id, name, birth, reference })));
  const rows = persons.map(masked).map(({ id, name, birth, gender, needsInterpreter, reference, arrivedOn }) => ({
    id,
    given_name: name.given,
    family_name: name.family,
    full_name: name.full,
    birth_year: birth?.year ?? null,
    birth_month: birth?.month ?? null,
    birth_day: birth?.day ?? null,
    gender,
    needs_interpreter: needsInterpreter,
    reference,
    arrived_on: arrivedOn?.toString() ?? null,
  }));
  await sql`
    update people.person set given_name = row.given_name, family_name = row.family_name, full_name = row.full_name, birth_year = row.birth_year,
      birth_month = row.birth_month, birth_day = row.birth_day, gender = row.gender, needs_interpreter = row.needs_interpreter,
      reference = row.reference, arrived_on = row.arrived_on, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, given_name text, family_name text, full_name text, birth_year smallint,
      birth_month smallint, birth_day smallint, gender text, needs_interpreter boolean, reference text, arrived_on date)
    where person.tenant_id = ${tx.scope.tenantId} and person.id = row.id`.execute(tx.on<never>());
}

/** As the row of someone restricted has it: who they are stands elsewhere. */
function masked(person: Person): Person {
  return person.isRestricted ? { ...person, name: { given: null, family: null, full: maskOf(person.id) }, birth: null, reference: null } : person;
}

/** Lists that a change brings replace the old ones; those it leaves out stay. */
async function replaceParts(tx: Transaction, changes: readonly PersonChange[]): Promise<void> {
  const db = tx.on<never>();
  const whose = (part: 'otherNames' | 'nationalities' | 'languages' | 'contactWays') => changes.filter((change) => change[part] !== undefined).map(({ id }) => id);
  await sql`
    with names as (delete from people.person_name where tenant_id = ${tx.scope.tenantId} and person_id = any (${whose('otherNames')}::uuid[])),
      nationalities as (delete from people.person_nationality where tenant_id = ${tx.scope.tenantId} and person_id = any (${whose('nationalities')}::uuid[])),
      languages as (delete from people.person_language where tenant_id = ${tx.scope.tenantId} and person_id = any (${whose('languages')}::uuid[]))
    delete from people.contact_way where tenant_id = ${tx.scope.tenantId} and person_id = any (${whose('contactWays')}::uuid[])`.execute(db);
  await insertParts(tx, changes.map((change) => ({ personId: change.id, ...change })));
}

/** A digest of a register number is added, never taken away: the number itself is not known any more. */
async function replaceKeys(tx: Transaction, changes: readonly PersonChange[]): Promise<void> {
  const ids = (kept: (change: PersonChange) => boolean) => changes.filter(kept).map(({ id }) => id);
  await sql`
    delete from people.person_key where tenant_id = ${tx.scope.tenantId}
      and ((key like 'contact:%' and person_id = any (${ids(({ contactWays }) => contactWays !== undefined)}::uuid[]))
        or (key like 'reference:%' and person_id = any (${ids(({ reference }) => reference !== undefined)}::uuid[])))`.execute(tx.on<never>());
  const secret = changes.some(({ registerNumber }) => registerNumber) ? await registerSecret(tx) : null;
  await insertKeys(tx, changes.flatMap((change) => keysOf(change, secret).map((key) => ({ key, person_id: change.id }))));
}

/** Makes persons findable by what they are now: after a change of theirs, or of the household that they live in. */
export async function indexPersons(tx: Transaction, ids: readonly string[]): Promise<void> {
  const persons = await findPersonsByIds(tx, ids);
  await markToCompare(tx, persons.map(({ id }) => id));
  const places = await sql<{ id: string; nis: string | null; name: string | null }>`
    select person.id, household.municipality_nis as nis, household.municipality_name as name
    from people.person join people.household on household.tenant_id = person.tenant_id and household.id = person.household_id
    where person.tenant_id = ${tx.scope.tenantId} and person.id = any (${ids}::uuid[])`.execute(tx.on<never>());
  const reached = await findReached(tx, ids);
  const municipality = new Map<string, Municipality>(places.rows.map(({ id, nis, name }) => [id, { nis, name }]));
  const rows = persons.map((person) => ({
    id: person.id,
    sort_name: sortNameOf(person.name),
    search: searchWordsOf({ ...person, municipality: municipality.get(person.id) ?? null, reached: reached.get(person.id) ?? [] }),
  }));
  await sql`
    update people.person set sort_name = row.sort_name, search = array_to_tsvector(row.search)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, sort_name text, search text[])
    where person.tenant_id = ${tx.scope.tenantId} and person.id = row.id and not person.is_restricted`.execute(tx.on<never>());
}
