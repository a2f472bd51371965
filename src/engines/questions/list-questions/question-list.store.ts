import { sql, type RawBuilder } from 'kysely';
import type { Read } from '../../../kernel/db/types.ts';
import type { QuestionLine } from '../question.ts';
import { asLine, lineColumns, questionWithPlace, type LineRow } from '../question.store.ts';
import { byWords, countByMonth, countedUpTo, type QuestionCount } from './count-questions.store.ts';
import { conditions } from './conditions.store.ts';
import type { Cursor } from './cursor.ts';
import { isCountedByMonth, type QuestionFilter, type Sort } from './question-filter.ts';

export interface ListPage {
  sort: Sort;
  limit: number;
  /** The rows after this place, or those before it. */
  after?: Cursor;
  before?: Cursor;
}

interface Found extends QuestionCount {
  questions: QuestionLine[];
  /** There is more beyond the page on the side that was asked for. */
  hasMore: boolean;
}

/**
 * One page of the list in its order, and how many there are. What to do depends on how many: few are best found all and then
 * sorted, of many the first in order are soon found along an index.
 */
export async function findQuestionPage(read: Read, filter: QuestionFilter, { sort, limit, after, before }: ListPage): Promise<Found> {
  const order = orderOf(sort, before !== undefined);
  const { counted, rows } = await findRows(read, filter, order, after ?? before, limit + 1);
  const questions = rows.slice(0, limit).map(asLine);
  return { ...counted, questions: before ? questions.reverse() : questions, hasMore: rows.length > limit };
}

async function findRows(read: Read, filter: QuestionFilter, order: Order, cursor: Cursor | undefined, limit: number): Promise<{ counted: QuestionCount; rows: LineRow[] }> {
  const many = () => sql<LineRow>`
    with question as (${manyRows(read, filter, cursor, order, limit)})
    select ${lineColumns} from question ${joinPlace} order by ${asOrder(order)}`.execute(read.on<never>());
  if (isCountedByMonth(filter)) {
    // Mostly there are many: the page is asked for along with the count, in one wait.
    const [known, rows] = await Promise.all([countByMonth(read, filter), many()]);
    if (known && known.count > countedUpTo) return { counted: known, rows: rows.rows };
    if (known) return { counted: known, rows: (await findAmongFew(read, filter, order, cursor, limit)).rows };
  }
  const few = await findAmongFew(read, filter, order, cursor, limit);
  if (!few.counted.isMore) return few;
  return { counted: few.counted, rows: (await many()).rows };
}

/** Finds all that the filter leaves, up to a thousand, and sorts those; of more it only says so. */
async function findAmongFew(read: Read, filter: QuestionFilter, order: Order, cursor: Cursor | undefined, limit: number): Promise<{ counted: QuestionCount; rows: LineRow[] }> {
  const query = sql<LineRow & { total: number }>`
    with found as materialized (
      select id, asked_at, theme, municipality from questions.question where ${conditions(read, filter)} limit ${countedUpTo + 1}
    ), total as (select count(*)::int as total from found), page as materialized (
      select id from found as question where (select total from total) <= ${countedUpTo} and ${beyond(cursor, order)} order by ${asOrder(order)} limit ${limit}
    )
    select total, ${lineColumns} from total
    left join page on true
    left join questions.question on question.tenant_id = ${read.scope.tenantId} and question.id = page.id
    ${joinPlace} order by ${asOrder(order)}`;
  const { rows } = await (filter.q ? byWords(read, query) : query.execute(read.on<never>()));
  const total = rows[0]!.total;
  return { counted: { count: Math.min(total, countedUpTo), isMore: total > countedUpTo }, rows: rows.filter(({ id }) => id !== null) };
}

const joinPlace = sql`left join questions.place on place.tenant_id = question.tenant_id and place.id = question.place_id`;

interface Order {
  /** The code that comes first in the order, if any. */
  group?: RawBuilder<unknown>;
  isAscending: boolean;
  isNewestFirst: boolean;
}

const groups = { theme: sql`question.theme`, municipality: sql`question.municipality` };

function orderOf(sort: Sort, isBackwards: boolean): Order {
  const isNewestFirst = (sort !== 'oldest') !== isBackwards;
  return { isAscending: !isBackwards, isNewestFirst, ...(sort === 'newest' || sort === 'oldest' ? {} : { group: groups[sort] }) };
}

function asOrder({ group, isAscending, isNewestFirst }: Order): RawBuilder<unknown> {
  const byMoment = isNewestFirst ? sql`question.asked_at desc, question.id desc` : sql`question.asked_at, question.id`;
  return group ? sql`${group} ${isAscending ? sql`asc` : sql`desc`}, ${byMoment}` : byMoment;
}

/**
 * Just as many as the page needs. Within a group the rest is two ranges of one index: what is left of the group in which the
 * last page ended, and the groups after it. A single condition for both would fit no index.
 */
function manyRows(read: Read, filter: QuestionFilter, cursor: Cursor | undefined, order: Order, limit: number): RawBuilder<unknown> {
  const { group } = order;
  const range = (condition: RawBuilder<unknown>) => sql`
    (select * from questions.question where ${conditions(read, filter)} and ${condition} order by ${asOrder(order)} limit ${limit})`;
  if (!cursor || !group) return range(beyond(cursor, order));
  const left = sql`${group} = ${cursor.group} and ${beyondMoment(cursor, order)}`;
  return sql`${range(left)} union all ${range(sql`${group} ${further(order)} ${cursor.group}`)}`;
}

function beyond(cursor: Cursor | undefined, order: Order): RawBuilder<unknown> {
  const { group } = order;
  if (!cursor) return sql`true`;
  if (!group) return beyondMoment(cursor, order);
  return sql`(${group} ${further(order)} ${cursor.group} or ${group} = ${cursor.group} and ${beyondMoment(cursor, order)})`;
}

function beyondMoment({ askedAt, id }: Cursor, { isNewestFirst }: Order): RawBuilder<unknown> {
  return sql`(question.asked_at, question.id) ${isNewestFirst ? sql`<` : sql`>`} (${askedAt}::timestamptz, ${id}::uuid)`;
}

function further({ isAscending }: Order): RawBuilder<unknown> {
  return isAscending ? sql`>` : sql`<`;
}

/** The rows of an export, newest first; one more than `limit` tells that there are too many. */
export async function findQuestionsToExport(read: Read, filter: QuestionFilter, limit: number): Promise<QuestionLine[]> {
  const found = await sql<LineRow>`
    select ${lineColumns} from ${questionWithPlace}
    where ${conditions(read, filter)} order by question.asked_at desc, question.id desc limit ${limit + 1}`.execute(read.on<never>());
  return found.rows.map(asLine);
}
