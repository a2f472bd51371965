import pg from 'pg';
import { makeSecret } from '../../src/kernel/access/secret.ts';
import { firstHead } from '../../src/kernel/audit/event.store.ts';
import { newId } from '../../src/kernel/id.ts';
import { lifeDomainOf, themes } from '../../src/engines/directory/index.ts';
import { channels } from '../../src/engines/questions/index.ts';
import { searchWordsOf, sortNameOf } from '../../src/engines/people/found-by.ts';
import { copyRows, type Value } from './copy-rows.ts';
import { makeRandom, type Random } from './random.ts';
import { seedServices } from './seed-services.ts';
import { commonFamilies, commonGivens, type CommonName } from './common-names.ts';
import { families, givens, noteWords } from './words.ts';

export interface Seeded {
  tenantId: string;
  cookie: string;
  persons: number;
  questions: number;
  services?: number;
  seconds: number;
  /** Persons who stand there a second time. */
  twins: string[];
}

export interface Sizes {
  persons: number;
  questions: number;
  /** In the social map. */
  services?: number;
}

const municipalities = ['23027', '23098', '23002', '23045', '23099', '23101', '34022', '44021'];
const languages = ['ar', 'uk', 'prs', 'ps', 'ti', 'so', 'en', 'fr', 'tr', 'ru'];
const countries = ['SY', 'UA', 'AF', 'ER', 'SO', 'IQ', 'TR', 'PS'];
const firstDay = Date.UTC(2022, 0, 1);
const days = 4 * 365;

/** Fills an empty, migrated database, as its superuser: streamed, indexes built afterwards. */
export async function seed(superuser: pg.ClientConfig, sizes: Sizes): Promise<Seeded> {
  const begun = performance.now();
  const client = new pg.Client(superuser);
  await client.connect();
  const random = makeRandom(2016);
  const tenantId = newId();
  try {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2; set synchronous_commit = off`);
    const cookie = await seedAccount(client, tenantId);
    await copyRows(client, 'directory.municipality', 'tenant_id, nis, name', mapped(municipalities, (nis) => [tenantId, nis, `Gemeente ${nis}`]));
    const indexes = await dropIndexes(client, ['people.person', 'questions.question']);
    await seedServices(client, tenantId, municipalities, sizes.services ?? 20_000, random);
    const people = await seedPeople(client, tenantId, sizes.persons, random);
    await seedQuestions(client, tenantId, sizes.questions, people.ids, random);
    for (const statement of indexes) await client.query(statement);
    await client.query(`
      insert into questions.monthly_count (tenant_id, month, theme, municipality, slot, n)
      select tenant_id, date_trunc('month', asked_on)::date, theme, municipality, 0, count(*) from questions.question group by 1, 2, 3, 4`);
    await client.query('vacuum analyze');
    return { tenantId, cookie, ...sizes, twins: people.twins, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await client.end();
  }
}

async function seedAccount(client: pg.Client, tenantId: string): Promise<string> {
  const accountId = newId();
  const secret = makeSecret(tenantId);
  await client.query(`insert into kernel.tenant (tenant_id, name, nis_code, kind, locale, made_at) values ($1, 'Meetstad', '23027', 'municipality', 'nl', now())`, [tenantId]);
  await client.query(`insert into kernel.chain_head (tenant_id, sequence, hash) values ($1, 0, $2)`, [tenantId, firstHead.hash]);
  await client.query(
    `insert into kernel.account (tenant_id, id, name, email, locale, roles, made_at) values ($1, $2, 'Noor Meter', 'meter@example.org', 'nl', '{coordinator,front-desk,administrator}', now())`,
    [tenantId, accountId],
  );
  await client.query(
    `insert into kernel.session (tenant_id, secret_hash, account_id, made_at, seen_at, expires_at) values ($1, $2, $3, now(), now(), now() + interval '1 day')`,
    [tenantId, secret.hash, accountId],
  );
  return `ww_session=${secret.text}`;
}

/** Secondary indexes are built faster over all rows at once; gives back the statements that make them again. */
async function dropIndexes(client: pg.Client, tables: string[]): Promise<string[]> {
  const found = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = any ($1::text[]::regclass[]) and not indisunique`,
    [tables],
  );
  for (const { name } of found.rows) await client.query(`drop index ${name}`);
  return found.rows.map(({ definition }) => definition);
}

const moment = (offset: number) => new Date(firstDay + offset).toISOString();
const day = (offset: number) => moment(offset).slice(0, 10);
const dayLong = 86_400_000;

async function seedPeople(client: pg.Client, tenantId: string, count: number, random: Random): Promise<{ ids: string[]; twins: string[] }> {
  const households = Array.from({ length: Math.ceil(count / 2.5) }, () => {
    const at = random.below(days) * dayLong;
    // Three in ten families bear a common name, in one of its spellings.
    const common = random.next() < 0.3 ? random.below(commonFamilies.length) : null;
    const name = common === null ? null : random.one(commonFamilies[common]!);
    return { id: random.id(firstDay + at), at, municipality: random.one(municipalities), family: name ? random.one(name.spellings) : random.one(families), common: name && { place: common!, name } };
  });
  await copyRows(client, 'people.household', 'tenant_id, id, arrived_on, municipality_nis, municipality_name, registered_at', mapped(households, ({ id, at, municipality }) => [tenantId, id, day(at), municipality, `Gemeente ${municipality}`, moment(at)]));
  const persons: SeedPerson[] = [];
  for (let index = 0; index < count; index++) {
    const household = households[index % households.length]!;
    // One in a hundred stands there a second time: another spelling, the same day of birth, another household.
    const twin = index > 1_000 && index % 100 === 0 ? persons.findLast(({ common }) => common !== null) : undefined;
    if (twin) {
      persons.push({ ...twin, id: random.id(firstDay + household.at + index), household: { ...household, family: random.one(twin.household.common!.name.spellings), common: null }, given: random.one(twin.common!.spellings), common: null, inScript: null, isTwin: true, place: Math.floor(index / households.length) });
      continue;
    }
    const common = household.common ? random.one(commonGivens[household.common.place]!) : null;
    persons.push({ id: random.id(firstDay + household.at + index), household, given: common ? random.one(common.spellings) : random.one(givens), common, isTwin: false, year: 1950 + random.below(75), month: 1 + random.below(12), date: random.next() < 0.1 ? 1 : 1 + random.below(28), inScript: common && random.next() < 0.5 ? `${common.other} ${household.common!.name.other}` : null, language: random.one(languages), country: random.one(countries), place: Math.floor(index / households.length) });
  }
  await copyRows(client, 'people.person', 'tenant_id, id, given_name, family_name, full_name, sort_name, birth_year, birth_month, birth_day, arrived_on, household_id, search, registered_at', mapped(persons, (person) => personRow(tenantId, person)));
  await copyRows(client, 'people.household_member', 'tenant_id, household_id, person_id, role, place, joined_on', mapped(persons, ({ id, household, place }) => [tenantId, household.id, id, place === 0 ? 'reference' : 'child', place, day(household.at)]));
  await copyRows(client, 'people.person_language', 'tenant_id, person_id, language, contact_rank', mapped(persons, ({ id, language }) => [tenantId, id, language, 1]));
  await copyRows(client, 'people.person_nationality', 'tenant_id, person_id, place, country', mapped(persons, ({ id, country }) => [tenantId, id, 0, country]));
  await copyRows(client, 'people.person_name', 'tenant_id, person_id, place, script, kind, full_name', mapped(persons.filter(({ inScript }) => inScript !== null), ({ id, common, inScript }) => [tenantId, id, 0, common!.script, 'script', inScript]));
  return { ids: persons.map(({ id }) => id), twins: persons.filter(({ isTwin }) => isTwin).map(({ id }) => id) };
}

interface SeedPerson {
  id: string;
  household: { id: string; at: number; municipality: string; family: string; common: { place: number; name: CommonName } | null };
  given: string;
  common: CommonName | null;
  /** Stands there a second time. */
  isTwin: boolean;
  place: number;
  year: number;
  month: number;
  date: number;
  /** The name in its own script. */
  inScript: string | null;
  language: string;
  country: string;
}

function personRow(tenantId: string, { id, household, given, year, month, date, inScript, language, country }: SeedPerson): Value[] {
  const name = { given, family: household.family, full: `${given} ${household.family}` };
  const words = searchWordsOf({
    name,
    otherNames: inScript ? [{ full: inScript }] : [],
    birth: { year, month, day: date },
    nationalities: [country],
    languages: [{ code: language, contactRank: 1 }],
    needsInterpreter: null,
    municipality: { nis: household.municipality, name: null },
  });
  const search = words.map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`).join(' ');
  return [tenantId, id, given, household.family, name.full, sortNameOf(name), year, month, date, day(household.at), household.id, search, moment(household.at)];
}

async function seedQuestions(client: pg.Client, tenantId: string, count: number, people: string[], random: Random): Promise<void> {
  await client.query('alter table questions.question set (autovacuum_enabled = false)');
  await copyRows(client, 'questions.question', 'tenant_id, id, theme, life_domain, channel, language, municipality, handling, minutes, person_id, note, asked_at, recorded_at, closed_at', questionRows(tenantId, count, people, random));
  await client.query('alter table questions.question reset (autovacuum_enabled)');
}

function* questionRows(tenantId: string, count: number, people: string[], random: Random): Generator<Value[]> {
  for (let index = 0; index < count; index++) {
    const at = Math.floor((index / count) * days * dayLong);
    const theme = random.one(themes);
    const note = Array.from({ length: 4 + random.below(5) }, () => random.one(noteWords)).join(' ');
    const isNamed = random.next() < 0.6;
    yield [
      tenantId, random.id(firstDay + at), theme, lifeDomainOf(theme), random.one(channels), random.one(languages), random.one(municipalities), [random.one(['informed', 'went-along', 'referred', 'mediated'])],
      5 + random.below(55), isNamed ? random.one(people) : null, note, moment(at), moment(at), random.next() < 0.9 ? moment(at + dayLong) : null,
    ];
  }
}

function* mapped<T>(list: Iterable<T>, row: (each: T) => Value[]): Generator<Value[]> {
  for (const each of list) yield row(each);
}
