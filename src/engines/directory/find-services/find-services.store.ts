import { sql, type RawBuilder } from 'kysely';
import { isHoliday } from '../../../kernel/clock/working-days.ts';
import { dayOf } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import type { Temporal } from '../../../kernel/time/temporal.ts';
import { timeOf } from '../hours.ts';
import { searchWords, wordsQuery } from '../search-words.store.ts';
import { fewestAnswers, monthsUntilStale, type Service, type ServiceFilter } from '../service.ts';
import { asService, serviceColumns, serviceJoined, type ServiceRow } from '../service.store.ts';

/** Where a page of found services goes on: after this one. */
export interface Cursor {
  rank: number;
  id: string;
}

export interface FoundServices {
  services: (Service & { rank: number })[];
  total: number;
  /** Nothing had the words themselves: these have words that look like them. */
  isGuess: boolean;
}

/** Services that still exist, best first (see `rankOf`). At most `limit`. */
export async function findServices(read: Read, filter: ServiceFilter = {}, limit = 500): Promise<Service[]> {
  return (await findServicePage(read, filter, { limit })).services;
}

/** A page of found services with how many there are in all. When nothing has the words, what looks like them is found instead. */
export async function findServicePage(read: Read, filter: ServiceFilter, { limit, after, publicOnly = false }: { limit: number; after?: Cursor | undefined; publicOnly?: boolean }): Promise<FoundServices> {
  const always = publicOnly ? [sql`service.is_public`] : [];
  const words = filter.text?.trim() ? searchWords(filter.text) : [];
  const meant = sql.join([sql`true`, ...conditionsOf(filter), ...(words.length > 0 ? [hasWords(read, filter.text!)] : [])], sql` and `);
  const asked = filter.named ? sql`(${meant} or service.id in ${isNamed(read, filter.named)})` : meant;
  const exact = await findRanked(read, filter, [...always, asked], limit, after);
  if (exact.total > 0 || words.length === 0) return { ...exact, isGuess: false };
  const guess = lookingLike(read, words);
  return guess ? { ...(await findRanked(read, filter, [...always, ...conditionsOf(filter), guess], limit, after)), isGuess: true } : { ...exact, isGuess: false };
}

async function findRanked(read: Read, filter: ServiceFilter, conditions: readonly RawBuilder<unknown>[], limit: number, after: Cursor | undefined): Promise<Omit<FoundServices, 'isGuess'>> {
  const tenant = read.scope.tenantId;
  const goesOn = after ? sql`(rank, name_key, id) > (${after.rank}, (select lower(name) from directory.service where tenant_id = ${tenant} and id = ${after.id}), ${after.id}::uuid)` : sql`true`;
  // The best ids first and their columns only for those: a list of thousands is ranked without being read.
  const found = await sql<ServiceRow & { rank: number; total: number }>`
    with ranked as (
      select service.id, lower(service.name) as name_key, ${rankOf(read, filter)} as rank, count(*) over () as total
      from directory.service where service.tenant_id = ${tenant} and service.ended_on is null and ${sql.join([sql`true`, ...conditions], sql` and `)}
    ), best as materialized (
      select * from ranked where ${goesOn} order by rank, name_key, id limit ${limit}
    )
    select ${serviceColumns}, best.rank, best.total from best join ${serviceJoined} on service.tenant_id = ${tenant} and service.id = best.id
    order by best.rank, best.name_key, best.id`.execute(read.on<never>());
  return { services: found.rows.map((row) => ({ ...asService(row), rank: row.rank })), total: Number(found.rows[0]?.total ?? 0) };
}

/** The ids of services that carry the words as they were typed in their name or in that of their organisation. */
function isNamed(read: Read, typed: string): RawBuilder<unknown> {
  const tenant = read.scope.tenantId;
  const [words, name] = [wordsQuery(typed), `%${escaped(typed.trim())}%`];
  return sql`(
    select id from directory.service where tenant_id = ${tenant} and words @@ ${words} and name ilike ${name}
    union all
    select of.id from directory.organisation join directory.service as of on of.tenant_id = organisation.tenant_id and of.organisation_id = organisation.id
    where organisation.tenant_id = ${tenant} and organisation.words @@ ${words} and organisation.name ilike ${name})`;
}

/**
 * One number by which services stand in line, lowest first; each step counts only among those that are alike before it:
 * is called so · fits the words best · takes people on · near (in the municipality, beside it, elsewhere) · the ordinary offer before the special ·
 * answers fast (3 days, a week, unknown or slower, silent) · freshly looked at.
 */
function rankOf(read: Read, { wanted = [], municipality, named }: ServiceFilter): RawBuilder<unknown> {
  const today = dayOf(read.now);
  const names = wanted.map((word) => `%${escaped(word)}%`);
  const fits = wanted.length === 0 ? sql`0` : sql`case when service.name ilike any (${names}::text[]) then 0 when service.words @@ ${anyWord(wanted)} then 1 else 2 end`;
  const near = municipality
    ? sql`case when ${municipality} = any (service.located) then 0
        when service.located && (select neighbours from directory.municipality where tenant_id = ${read.scope.tenantId} and nis = ${municipality}) then 1 else 2 end`
    : sql`0`;
  const isOther = named ? sql`case when service.id in ${isNamed(read, named)} then 0 else 9600 end + ` : sql``;
  return sql`(${isOther}${fits} * 3200
    + case when service.not_accepting_since is null then 0 else 1600 end
    + ${near} * 400
    + case service.offer when 'ordinary' then 0 else 200 end
    + case when service.answers_within <= 3 then 0 when service.answers_within <= 7 then 1 when service.answers_counted >= ${fewestAnswers} and service.answers_within is null then 3 else 2 end * 10
    + case when service.last_confirmed_on >= ${today.subtract({ months: monthsUntilStale })} then 0 when service.last_confirmed_on >= ${today.subtract({ months: 2 * monthsUntilStale })} then 1 else 2 end)::int`;
}

function conditionsOf({ theme, municipality, language, accepting, openAt, free }: ServiceFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [];
  const tags = [theme && quoted(theme), language && quoted(language), municipality && `(${quoted(municipality)} | '*')`].filter(Boolean);
  if (tags.length > 0) all.push(sql`service.tags @@ ${tags.join(' & ')}::tsquery`);
  if (accepting !== undefined) all.push(accepting ? sql`service.not_accepting_since is null` : sql`service.not_accepting_since is not null`);
  if (openAt) all.push(isOpenAt(openAt));
  if (free) all.push(sql`service.cost = 'free'`);
  return all;
}

/** As `openingAt` reads the hours: an exception goes before a holiday, and a holiday before the week. */
function isOpenAt(moment: Temporal.PlainDateTime): RawBuilder<unknown> {
  const day = moment.toPlainDate();
  const variables = JSON.stringify({ today: day.toString(), time: timeOf(moment), day: day.dayOfWeek });
  const asHoliday = isHoliday(day) ? sql`service.hours ->> 'holidays' = 'as-usual'` : sql`true`;
  return sql`(service.hours is not null and case
    when jsonb_path_exists(service.hours, '$.exceptions[*] ? (@.from <= $today && @.until >= $today)', ${variables}::jsonb)
    then jsonb_path_exists(service.hours, '$.exceptions[*] ? (@.from <= $today && @.until >= $today).spans[*] ? (@.from <= $time && @.until > $time)', ${variables}::jsonb)
    else ${asHoliday} and jsonb_path_exists(service.hours, '$.weekly[*] ? (@.day == $day && @.from <= $time && @.until > $time)', ${variables}::jsonb) end)`;
}

/** By words of the name or of what it does, by the organisation's name, or by a part of the service's name ("winkel" finds "Woonwinkel"). */
function hasWords(read: Read, typed: string): RawBuilder<unknown> {
  const tenant = read.scope.tenantId;
  const words = wordsQuery(typed);
  const part = partQuery(typed.trim().toLocaleLowerCase('nl'));
  const byPart = part ? sql`union all select id from directory.service where tenant_id = ${tenant} and trigrams @@ ${part}::tsquery and name ilike ${`%${escaped(typed.trim())}%`}` : sql``;
  return sql`service.id in (
    select id from directory.service where tenant_id = ${tenant} and words @@ ${words}
    union all
    select of.id from directory.organisation join directory.service as of on of.tenant_id = organisation.tenant_id and of.organisation_id = organisation.id
    where organisation.tenant_id = ${tenant} and organisation.words @@ ${words}
    ${byPart})`;
}

/** The trigrams inside a text of one plain word, all of which a name that holds it has; undefined when there are none to go by. */
function partQuery(text: string): string | undefined {
  if (!/^[a-z0-9]{3,}$/.test(text)) return undefined;
  return [...new Set(trigramsOf(text).slice(2, -1))].map(quoted).join(' & ') || undefined;
}

/** By names that look like the words: with two trigrams in a row of one of them, and alike enough as a whole. */
function lookingLike(read: Read, words: readonly string[]): RawBuilder<unknown> | undefined {
  const plain = words.filter((word) => /^[a-z0-9]{4,}$/.test(word));
  if (plain.length === 0) return undefined;
  const tenant = read.scope.tenantId;
  const pairs = plain.flatMap((word) => trigramsOf(word).slice(1).map((trigram, index) => `(${quoted(trigramsOf(word)[index]!)} & ${quoted(trigram)})`)).join(' | ');
  const alike = (name: RawBuilder<unknown>) => sql.join(plain.map((word) => sql`word_similarity(${word}, ${name}) >= 0.45`), sql` and `);
  return sql`service.id in (
    select id from directory.service where tenant_id = ${tenant} and trigrams @@ ${pairs}::tsquery and ${alike(sql`name`)}
    union all
    select of.id from directory.organisation join directory.service as of on of.tenant_id = organisation.tenant_id and of.organisation_id = organisation.id
    where organisation.tenant_id = ${tenant} and organisation.trigrams @@ ${pairs}::tsquery and ${alike(sql`organisation.name`)})`;
}

/** In order, as pg_trgm makes them: two spaces before the word and one behind. */
function trigramsOf(word: string): string[] {
  const padded = `  ${word} `;
  return Array.from({ length: padded.length - 2 }, (_, index) => padded.slice(index, index + 3));
}

function anyWord(words: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(words.map((word) => sql`(to_tsquery('dutch', ${quoted(word)}) || to_tsquery('simple', ${`${quoted(word)}:*`}))`), sql` || `)})`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** One lexeme of a tsquery, in quotes: a code never becomes an operator. */
function quoted(code: string): string {
  return `'${code.replace(/['\\]/g, '$&$&')}'`;
}
