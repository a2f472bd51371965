import { z } from 'zod';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { refuse } from '../../../../kernel/http/refusal.ts';
import { act, page, unrecorded } from '../../../../kernel/http/route.ts';
import { isId } from '../../../../kernel/id.ts';
import type { Read } from '../../../../kernel/db/types.ts';
import { Temporal } from '../../../../kernel/time/temporal.ts';
import { findPersonSummaries } from '../../find-persons.store.ts';
import type { PersonSummary } from '../../person.ts';
import { summaryJson } from '../../person-json.ts';
import { compareEveryone } from '../compare-persons.ts';
import { countToCompare, findComparison, type Comparison } from '../comparison.store.ts';
import { text } from '../messages.ts';
import type { ProbablePair } from '../pair.ts';
import { countPairs, findPairs, likelihoods, pairSorts, type PairFilter, type PairSort } from '../pair.store.ts';
import { listDuplicatesView } from './list-duplicates.view.tsx';

export interface DuplicateList {
  filter: PairFilter;
  sort: PairSort;
  pairs: ListedPair[];
  count: number;
  isMore: boolean;
  next: string | undefined;
  comparison: Comparison | undefined;
  /** Who still has to be compared. */
  waiting: number;
  error?: string | undefined;
}

export interface ListedPair extends ProbablePair {
  one: PersonSummary;
  other: PersonSummary;
}

const inputShape = z.strictObject({ q: field.optionalText(100), likelihood: field.optionalChoice(likelihoods), sort: field.optionalChoice(pairSorts), after: field.optionalText(200) });
const shown = 50;

export const listDuplicatesPage = page({
  path: '/people/duplicates',
  permission: 'people:merge',
  event: unrecorded('a list of names, no file opened'),
  input: inputShape,
  load: ({ read, input }): Promise<DuplicateList> => duplicateList(read, input),
  view: listDuplicatesView,
  api: {
    summary: 'List pairs of persons who are probably one',
    output: z.object({
      pairs: z.array(z.object({ oneId: z.uuid(), otherId: z.uuid(), score: z.number(), reasons: z.array(z.string()), foundAt: z.string(), one: summaryJson, other: summaryJson })),
      count: z.number(),
      isMore: z.boolean(),
      next: z.string().optional(),
    }),
    present: ({ pairs, count, isMore, next }) => ({ pairs, count, isMore, next }),
  },
});

async function duplicateList(read: Read, { sort = 'likeliest', after, ...filter }: z.output<typeof inputShape>): Promise<DuplicateList> {
  const found = await findPairs(read, filter, { sort, after: readPlace(after), limit: shown + 1 });
  const persons = await findPersonSummaries(read, [...new Set(found.flatMap(({ oneId, otherId }) => [oneId, otherId]))]);
  const pairs = found.slice(0, shown).flatMap((pair): ListedPair[] => {
    const [one, other] = [persons.get(pair.oneId), persons.get(pair.otherId)];
    return one && other ? [{ ...pair, one, other }] : [];
  });
  const last = found.length > shown ? found[shown - 1] : undefined;
  return { filter, sort, pairs, ...(await countPairs(read, filter)), next: last && writePlace(last), comparison: await findComparison(read), waiting: await countToCompare(read) };
}

/** Compares everyone with everyone once more: after a list of a whole town, or when the rules became better. */
export const compareEveryoneAct = act({
  path: '/people/duplicates/compare',
  permission: 'people:merge',
  event: 'duplicates-sought',
  input: z.strictObject({}),
  act: async ({ tx }): Promise<Outcome<object>> => {
    if (!(await compareEveryone(tx))) return refuse('runs-already');
    tx.record({ act: 'duplicates-sought', subjects: [] });
    return {};
  },
  done: (_, { locale }) => seeOther('/people/duplicates', { kind: 'done', text: text(locale, 'compare.begun') }),
  again: async (context: AgainContext) => listDuplicatesView({ ...(await duplicateList(context.read, {})), error: context.refusal ? text(context.locale, 'refusal.runs-already') : undefined }, context),
});

function writePlace({ score, foundAt, oneId, otherId }: ProbablePair): string {
  return [Math.round(score * 1000), foundAt.toString(), oneId, otherId].join('_');
}

/** Undefined for anything that cannot be one. */
function readPlace(written: string | undefined): ProbablePair | undefined {
  const [score = '', moment = '', oneId = '', otherId = ''] = written?.split('_') ?? [];
  if (!/^\d{1,4}$/.test(score) || !isId(oneId) || !isId(otherId)) return undefined;
  try {
    return { score: Number(score) / 1000, foundAt: Temporal.Instant.from(moment), oneId, otherId, reasons: [] };
  } catch {
    return undefined;
  }
}
