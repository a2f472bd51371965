import { z } from 'zod';
import type { Read } from '../../../../kernel/db/types.ts';
import { seeOther, type Outcome } from '../../../../kernel/http/answer.ts';
import type { AgainContext } from '../../../../kernel/http/context.ts';
import { field } from '../../../../kernel/http/fields.ts';
import { changedMeanwhile, notFound, refuse } from '../../../../kernel/http/refusal.ts';
import { act, page } from '../../../../kernel/http/route.ts';
import { MoveRefused } from '../../../../kernel/holdings/move-refused.ts';
import type { Household } from '../../household.ts';
import { findHouseholdsByIds } from '../../household.store.ts';
import { scoreLikeness, type Score } from '../../likeness.ts';
import { findComparables } from '../../match.store.ts';
import type { Person } from '../../person.ts';
import { findPersonsByIds } from '../../person.store.ts';
import { forgetApart, isApart, keepApart } from '../apart.store.ts';
import { markToCompare } from '../comparison.store.ts';
import { chosenFields, type ChosenField } from '../fields.ts';
import type { HomeChoice } from '../homes.ts';
import { mergePersons } from '../merge.ts';
import { text } from '../messages.ts';
import { pairOf, type Pair } from '../pair.ts';
import { findPairs } from '../pair.store.ts';
import { comparePairView } from './compare-pair.view.tsx';

export type Side = 'one' | 'other';
export const sides = ['one', 'other'] as const;
export const homes = ['one', 'other', 'together-one', 'together-other'] as const;

export interface ComparedPair {
  one: Person;
  other: Person;
  households: { one: Household | undefined; other: Household | undefined };
  likeness: Score;
  isApart: boolean;
  /** What was chosen before the form came back. */
  chosen: Record<string, string>;
  error?: string | undefined;
}

const ids = { one: field.id(), other: field.id() };

/** Opens both files, and says so in the log of both. */
export const comparePairPage = page({
  path: '/people/duplicates/:one/:other',
  permission: 'people:merge',
  event: 'person-read',
  input: z.strictObject(ids),
  load: async ({ read, input }): Promise<Outcome<ComparedPair>> => (await comparedPair(read, pairOf(input.one, input.other))) ?? notFound,
  view: comparePairView,
  subjects: ({ one, other }) => [one, other].map(({ id }) => ({ type: 'person', id })),
});

async function comparedPair(read: Read, { oneId, otherId }: Pair): Promise<ComparedPair | undefined> {
  const persons = await findPersonsByIds(read, [oneId, otherId]);
  const [one, other] = [oneId, otherId].map((id) => persons.find((person) => person.id === id));
  if (!one || !other || one === other) return undefined;
  const comparables = await findComparables(read, [oneId, otherId]);
  const households = await findHouseholdsByIds(read, [...new Set([one, other].flatMap(({ householdId }) => householdId ?? []))]);
  const homeOf = ({ householdId }: Person) => households.find(({ id }) => id === householdId);
  return {
    one,
    other,
    households: { one: homeOf(one), other: homeOf(other) },
    likeness: scoreLikeness(comparables.get(oneId)!, comparables.get(otherId)!),
    isApart: await isApart(read, { oneId, otherId }),
    chosen: {},
  };
}

async function again(context: AgainContext) {
  const { read, params, values, refusal, locale } = context;
  const compared = await comparedPair(read, pairOf(params['one']!, params['other']!));
  if (!compared) return notFound;
  const chosen = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const named = (['changed-meanwhile', 'restricted', 'not-said-apart'] as const).find((name) => name === refusal?.name);
  const error = refusal?.name === 'cannot-move' ? String(refusal.detail['why']) : named ? text(locale, `refusal.${named}`) : text(locale, 'refusal.choose');
  return comparePairView({ ...compared, chosen, error }, context);
}

const side = () => field.optionalChoice(sides);

export const mergePairAct = act({
  path: '/people/duplicates/:one/:other/merge',
  permission: 'people:merge',
  event: 'persons-merged',
  input: z.strictObject({
    ...ids,
    /** Of both files, as they were looked at. */
    oneVersion: field.version(),
    otherVersion: field.version(),
    ...(Object.fromEntries(chosenFields.map((name) => [name, side()])) as Record<ChosenField, ReturnType<typeof side>>),
    home: field.optionalChoice(homes),
  }),
  act: async ({ input, tx, services, locale }): Promise<Outcome<{ id: string; merger: string; next: Pair | null }>> => {
    const { oneId, otherId } = pairOf(input.one, input.other);
    const isTurned = oneId !== input.one;
    const versions = { [input.one]: input.oneVersion, [input.other]: input.otherVersion } as Record<string, number>;
    // The older file remains: its number stands on what was printed before.
    const as = (chosen: Side | undefined) => chosen && ((chosen === 'one') !== isTurned ? 'kept' : 'gone');
    const chosen = Object.fromEntries(chosenFields.map((name) => [name, as(input[name])]));
    try {
      const merged = await mergePersons(tx, services.holdings, { keptId: oneId, goneId: otherId, versions: { kept: versions[oneId]!, gone: versions[otherId]! }, chosen, home: homeOf(input.home, isTurned) });
      if (merged === 'not-there') return notFound;
      if (merged === 'changed-meanwhile') return changedMeanwhile();
      if (merged === 'restricted') return refuse('restricted');
      const [next = null] = await findPairs(tx, {}, { sort: 'likeliest', limit: 1 });
      return { id: oneId, merger: merged.id, next };
    } catch (error) {
      if (error instanceof MoveRefused) return refuse('cannot-move', { detail: { why: error.why(locale) }, status: 409 });
      throw error;
    }
  },
  done: ({ id, merger }, { locale }) => seeOther(`/people/${id}`, { kind: 'done', text: text(locale, 'merged'), undo: { action: `/people/mergers/${merger}/split`, label: text(locale, 'split.act') } }),
  again,
  api: { summary: 'Make one person of two; the file with the smaller id remains', output: z.object({ id: z.uuid(), merger: z.uuid() }), present: ({ id, merger }) => ({ id, merger }) },
});

function homeOf(chosen: (typeof homes)[number] = 'one', isTurned: boolean): HomeChoice {
  const isOne = chosen.endsWith('one') !== isTurned;
  return chosen.startsWith('together') ? (isOne ? 'together-kept' : 'together-gone') : isOne ? 'kept' : 'gone';
}

export const keepApartAct = act({
  path: '/people/duplicates/:one/:other/apart',
  permission: 'people:merge',
  event: 'persons-kept-apart',
  input: z.strictObject(ids),
  act: async ({ input, tx }): Promise<Outcome<Pair>> => {
    const pair = pairOf(input.one, input.other);
    if ((await findPersonsByIds(tx, [pair.oneId, pair.otherId])).length < 2) return notFound;
    await keepApart(tx, [pair]);
    tx.record({ act: 'persons-kept-apart', subjects: [{ type: 'person', id: pair.oneId }, { type: 'person', id: pair.otherId }] });
    return pair;
  },
  done: ({ oneId, otherId }, { locale }) => seeOther('/people/duplicates', { kind: 'done', text: text(locale, 'apart.done'), undo: { action: `/people/duplicates/${oneId}/${otherId}/again`, label: text(locale, 'apart.undo') } }),
  again,
  api: { summary: 'Say that these are two people; they are not proposed again', output: z.object({ oneId: z.uuid(), otherId: z.uuid() }) },
});

/** Takes back that they are two people: they may be proposed again. */
export const proposeAgainAct = act({
  path: '/people/duplicates/:one/:other/again',
  permission: 'people:merge',
  event: 'persons-proposed-again',
  input: z.strictObject(ids),
  act: async ({ input, tx }): Promise<Outcome<Pair>> => {
    const pair = pairOf(input.one, input.other);
    if ((await findPersonsByIds(tx, [pair.oneId, pair.otherId])).length < 2) return notFound;
    if (!(await forgetApart(tx, pair))) return refuse('not-said-apart', { status: 409 });
    await markToCompare(tx, [pair.oneId]);
    tx.record({ act: 'persons-proposed-again', subjects: [{ type: 'person', id: pair.oneId }, { type: 'person', id: pair.otherId }] });
    return pair;
  },
  done: ({ oneId, otherId }, { locale }) => seeOther(`/people/duplicates/${oneId}/${otherId}`, { kind: 'done', text: text(locale, 'apart.undone') }),
  again,
});
