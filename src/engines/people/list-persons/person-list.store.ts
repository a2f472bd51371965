import { sql, type RawBuilder } from 'kysely';
import { civilZone } from '../../../kernel/clock/clock.ts';
import type { Read } from '../../../kernel/db/types.ts';
import { asSummary, joinHousehold, summaryColumns, type SummaryRow } from '../find-persons.store.ts';
import { mark, quotedWord } from '../found-by.ts';
import { nameSearchQuery } from '../names/search-tokens.ts';
import type { Cursor, Listed } from './cursor.ts';
import { hasFilter, type PersonFilter, type Sort } from './person-filter.ts';

/** What the filter leaves of the tenant's persons. Null when it can leave nobody: no name can be read from what was typed. */
function conditions(read: Read, filter: PersonFilter): RawBuilder<unknown> | null {
  const { q, language, nationality, municipality, arrivedFrom, arrivedTo, registeredFrom, interpreter, level } = filter;
  const words: string[] = [];
  if (q) {
    const names = nameSearchQuery(q);
    if (names === null) return null;
    words.push(`(${names})`);
  }
  if (language) words.push(quotedWord(mark.contactLanguage(language)));
  if (nationality) words.push(quotedWord(mark.nationality(nationality)));
  if (municipality) words.push(quotedWord(mark.municipality(/^\d{5}$/.test(municipality) ? { nis: municipality, name: null } : { nis: null, name: municipality })));
  if (interpreter) words.push(quotedWord(mark.needsInterpreter));
  if (level) words.push(quotedWord(mark.level(level)));
  const all: RawBuilder<unknown>[] = [sql`person.tenant_id = ${read.scope.tenantId} and person.merged_into is null`];
  if (words.length > 0) all.push(sql`person.search @@ ${words.join(' & ')}::tsquery`);
  if (arrivedFrom) all.push(sql`person.arrived_on >= ${arrivedFrom}::date`);
  if (arrivedTo) all.push(sql`person.arrived_on <= ${arrivedTo}::date`);
  if (registeredFrom) all.push(sql`person.registered_at >= ${registeredFrom.toZonedDateTime(civilZone).toInstant()}::timestamptz`);
  return sql.join(all, sql` and `);
}

/** Beyond this many the list says "more than": counting them all would cost more than the list. All together are counted from an index alone. */
const countedUpTo = (filter: PersonFilter) => (hasFilter(filter) ? 1_000 : 10_000);

export async function countPersons(read: Read, filter: PersonFilter): Promise<{ count: number; isMore: boolean }> {
  const where = conditions(read, filter);
  if (!where) return { count: 0, isMore: false };
  const most = countedUpTo(filter);
  const found = await sql<{ n: number }>`select count(*)::int as n from (select from people.person where ${where} limit ${most + 1}) as counted`.execute(read.on<never>());
  const { n } = found.rows[0]!;
  return { count: Math.min(n, most), isMore: n > most };
}

export interface Paging {
  sort: Sort;
  limit: number;
  /** Rows after this place, or before it; from the start when neither is given. */
  after?: Cursor | undefined;
  before?: Cursor | undefined;
}

export interface PersonPage {
  persons: Listed[];
  hasPrevious: boolean;
  hasNext: boolean;
}

/** One page of the list, by its keys: as quick deep in the list as at its start. */
export async function findPersonPage(read: Read, filter: PersonFilter, { sort, limit, after, before }: Paging): Promise<PersonPage> {
  const where = conditions(read, filter);
  if (!where) return { persons: [], hasPrevious: false, hasNext: false };
  const isBackwards = before !== undefined;
  // Who is restricted counts with the others, and stands in no list.
  const rows = await findRows(read, sql`${where} and not person.is_restricted`, { sort, limit: limit + 1, cursor: before ?? after, isBackwards });
  const isMore = rows.length > limit;
  const persons = rows.slice(0, limit);
  if (isBackwards) persons.reverse();
  return { persons, hasPrevious: isBackwards ? isMore : after !== undefined, hasNext: isBackwards ? true : isMore };
}

interface Walk {
  sort: Sort;
  limit: number;
  cursor: Cursor | undefined;
  isBackwards: boolean;
}

/** The order by arrival is two stretches: of those whose day of arrival is known, the newest first, and then of the others by name. */
async function findRows(read: Read, where: RawBuilder<unknown>, walk: Walk): Promise<Listed[]> {
  if (walk.sort === 'name') return selectRows(read, sql`${where}${fromName(walk)}`, byName(walk), walk.limit);
  const { cursor, isBackwards, limit } = walk;
  const stretches = isBackwards ? (['unknown', 'known'] as const) : (['known', 'unknown'] as const);
  const begun = cursor ? stretches.indexOf(cursor.arrivedOn ? 'known' : 'unknown') : 0;
  const rows: Listed[] = [];
  for (const [index, stretch] of stretches.slice(begun).entries()) {
    if (rows.length >= limit) break;
    const here = { ...walk, limit: limit - rows.length, cursor: index === 0 ? cursor : undefined };
    rows.push(...(await (stretch === 'known' ? selectKnown(read, where, here) : selectUnknown(read, where, here))));
  }
  return rows;
}

function selectUnknown(read: Read, where: RawBuilder<unknown>, walk: Walk): Promise<Listed[]> {
  return selectRows(read, sql`${where} and person.arrived_on is null${fromName(walk)}`, byName(walk), walk.limit);
}

/** The day by itself is where the index starts; those of that day that were shown already are passed over. */
function selectKnown(read: Read, where: RawBuilder<unknown>, { cursor, isBackwards, limit }: Walk): Promise<Listed[]> {
  const order = isBackwards ? sql`person.arrived_on asc nulls first, person.sort_name desc, person.id desc` : sql`person.arrived_on desc nulls last, person.sort_name, person.id`;
  const day = cursor && sql`${cursor.arrivedOn}::date`;
  const place = cursor && sql`(${cursor.sortName}, ${cursor.id}::uuid)`;
  const started = !cursor
    ? sql`person.arrived_on is not null`
    : isBackwards
      ? sql`person.arrived_on >= ${day} and (person.arrived_on > ${day} or (person.sort_name, person.id) < ${place})`
      : sql`person.arrived_on <= ${day} and (person.arrived_on < ${day} or (person.sort_name, person.id) > ${place})`;
  return selectRows(read, sql`${where} and ${started}`, order, limit);
}

function byName({ isBackwards }: Walk): RawBuilder<unknown> {
  return isBackwards ? sql`person.sort_name desc, person.id desc` : sql`person.sort_name, person.id`;
}

function fromName({ cursor, isBackwards }: Walk): RawBuilder<unknown> {
  if (!cursor) return sql``;
  const place = sql`(${cursor.sortName}, ${cursor.id}::uuid)`;
  return isBackwards ? sql` and (person.sort_name, person.id) < ${place}` : sql` and (person.sort_name, person.id) > ${place}`;
}

/** The rows are chosen by their keys first, so that names, languages and households are read for one page only. */
async function selectRows(read: Read, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number): Promise<Listed[]> {
  const found = await sql<SummaryRow & { sort_name: string }>`
    with chosen as materialized (
      select person.id, row_number() over (order by ${order}) as place from people.person where ${where} order by ${order} limit ${limit}
    )
    select ${summaryColumns}, person.sort_name from chosen
    join people.person on person.tenant_id = ${read.scope.tenantId} and person.id = chosen.id ${joinHousehold}
    order by chosen.place`.execute(read.on<never>());
  return found.rows.map((row) => ({ ...asSummary(row), sortName: row.sort_name }));
}
