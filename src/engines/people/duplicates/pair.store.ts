import { sql, type RawBuilder } from 'kysely';
import type { Read, Transaction } from '../../../kernel/db/types.ts';
import { Temporal } from '../../../kernel/time/temporal.ts';
import { almostCertain, type MatchReason } from '../likeness.ts';
import { nameSearchQuery } from '../names/search-tokens.ts';
import type { Pair, ProbablePair } from './pair.ts';

export interface FoundPair extends Pair {
  score: number;
  reasons: readonly MatchReason[];
}

/**
 * Keeps pairs that were found, with the score they have now; those that were said to be apart, or of whom one is gone, are passed over. `about`: the persons who were compared: what else was proposed
 * of them is no longer probable and goes.
 */
export async function savePairs(tx: Transaction, pairs: readonly FoundPair[], about: readonly string[] = []): Promise<void> {
  const rows = JSON.stringify(pairs.map(({ oneId, otherId, score, reasons }) => ({ one_id: oneId, other_id: otherId, score: Math.round(score * 1000), reasons })));
  const db = tx.on<never>();
  if (about.length > 0)
    await sql`
      delete from people.probable_pair as pair
      where tenant_id = ${tx.scope.tenantId} and (one_id = any (${about}::uuid[]) or other_id = any (${about}::uuid[]))
        and not exists (select from jsonb_to_recordset(${rows}::jsonb) as row (one_id uuid, other_id uuid) where row.one_id = pair.one_id and row.other_id = pair.other_id)`.execute(db);
  if (pairs.length === 0) return;
  await sql`
    insert into people.probable_pair (tenant_id, one_id, other_id, score, reasons, found_at)
    select ${tx.scope.tenantId}::uuid, row.one_id, row.other_id, row.score, row.reasons, ${tx.now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as row (one_id uuid, other_id uuid, score smallint, reasons text[])
    join people.person as one on one.tenant_id = ${tx.scope.tenantId} and one.id = row.one_id and one.merged_into is null
    join people.person as other on other.tenant_id = ${tx.scope.tenantId} and other.id = row.other_id and other.merged_into is null
    where not exists (select from people.apart where apart.tenant_id = ${tx.scope.tenantId} and apart.one_id = row.one_id and apart.other_id = row.other_id)
    on conflict (tenant_id, one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons`.execute(db);
}

/** All that was proposed of a person who is no more. */
export async function forgetPairsOf(tx: Transaction, personId: string): Promise<void> {
  await sql`delete from people.probable_pair where tenant_id = ${tx.scope.tenantId} and (one_id = ${personId} or other_id = ${personId})`.execute(tx.on<never>());
}

export const pairSorts = ['likeliest', 'newest'] as const;
export type PairSort = (typeof pairSorts)[number];
export const likelihoods = ['almost-certain', 'probable'] as const;
export type Likelihood = (typeof likelihoods)[number];

export interface PairFilter {
  q?: string | undefined;
  likelihood?: Likelihood | undefined;
}

/** Null when nobody can be meant by what was typed. */
function conditions(read: Read, { q, likelihood }: PairFilter): RawBuilder<unknown> | null {
  const all = [sql`pair.tenant_id = ${read.scope.tenantId}`];
  if (likelihood) all.push(likelihood === 'almost-certain' ? sql`pair.score >= ${certain}` : sql`pair.score < ${certain}`);
  if (q) {
    const names = nameSearchQuery(q);
    if (names === null) return null;
    const named = sql`select id from people.person where tenant_id = ${read.scope.tenantId} and search @@ ${names}::tsquery`;
    all.push(sql`(pair.one_id in (${named}) or pair.other_id in (${named}))`);
  }
  return sql.join(all, sql` and `);
}

const certain = Math.round(almostCertain * 1000);
const countedUpTo = 1_000;

export async function countPairs(read: Read, filter: PairFilter = {}): Promise<{ count: number; isMore: boolean }> {
  const where = conditions(read, filter);
  if (!where) return { count: 0, isMore: false };
  const found = await sql<{ n: number }>`select count(*)::int as n from (select from people.probable_pair as pair where ${where} limit ${countedUpTo + 1}) as counted`.execute(read.on<never>());
  const { n } = found.rows[0]!;
  return { count: Math.min(n, countedUpTo), isMore: n > countedUpTo };
}

interface PairRow {
  one_id: string;
  other_id: string;
  score: number;
  reasons: MatchReason[];
  found_at: Temporal.Instant;
}

/** One page, by its keys; `after` is the last pair of the page before. */
export async function findPairs(read: Read, filter: PairFilter, { sort, after, limit }: { sort: PairSort; after?: ProbablePair | undefined; limit: number }): Promise<ProbablePair[]> {
  const where = conditions(read, filter);
  if (!where) return [];
  const [first, second] = sort === 'likeliest' ? [sql`score`, sql`found_at`] : [sql`found_at`, sql`score`];
  const value = (column: 'score' | 'found') => (column === 'score' ? sql`${Math.round((after?.score ?? 0) * 1000)}::smallint` : sql`${after?.foundAt ?? null}::timestamptz`);
  const [one, two] = sort === 'likeliest' ? [value('score'), value('found')] : [value('found'), value('score')];
  const begun = after
    ? sql`and (${first} < ${one} or (${first} = ${one} and (${second} < ${two} or (${second} = ${two} and (one_id, other_id) > (${after.oneId}::uuid, ${after.otherId}::uuid)))))`
    : sql``;
  const found = await sql<PairRow>`
    select one_id, other_id, score, reasons, found_at from people.probable_pair as pair
    where ${where} ${begun} order by ${first} desc, ${second} desc, one_id, other_id limit ${limit}`.execute(read.on<never>());
  return found.rows.map(asPair);
}

export async function findPair(read: Read, { oneId, otherId }: Pair): Promise<ProbablePair | undefined> {
  const found = await sql<PairRow>`
    select one_id, other_id, score, reasons, found_at from people.probable_pair
    where tenant_id = ${read.scope.tenantId} and one_id = ${oneId} and other_id = ${otherId}`.execute(read.on<never>());
  return found.rows[0] && asPair(found.rows[0]);
}

function asPair(row: PairRow): ProbablePair {
  return { oneId: row.one_id, otherId: row.other_id, score: row.score / 1000, reasons: row.reasons, foundAt: row.found_at };
}
