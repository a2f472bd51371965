import type { Read } from '../../kernel/db/types.ts';
import { pairOf, type Pair } from './duplicates/pair.ts';
import { mark, quotedWord } from './found-by.ts';
import { comparable, probablyTheSame, scoreLikeness, stillToCome, withoutPlaceholder, worthAsking, type Comparable, type Likeness, type MatchReason } from './likeness.ts';
import { findCandidates, findComparables, type Candidate } from './match.store.ts';
import { comparableName } from './names/name-similarity.ts';
import { heardWords } from './names/name-words.ts';
import { nearTokens, soundTokens } from './names/search-tokens.ts';
import { keysOf } from './person-key.ts';
import type { OtherName, PartialDate, PersonName } from './person.ts';
import { findRegisterSecret } from './person.store.ts';

export type { Likeness, MatchReason } from './likeness.ts';

export interface ProbableMatch {
  personId: string;
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  householdId: string | null;
  /** 0 to 1; 1 only for the same register number or reference. From 0.62 it is worth showing at the desk, never worth merging by itself. */
  score: number;
  reasons: MatchReason[];
}

/** What someone said of who this is, and of whom they were shown when they said so. */
export interface Decision {
  /** One of those who are probably the same, or 'new'. */
  sameAs?: string | undefined;
  shown: readonly string[];
}

/**
 * Whether someone said who this is: one of those who are probably the same, or 'new', having seen all of them. Nobody else can be meant. A name
 * that was changed after the choice may be like someone else's: then it is asked anew.
 */
export function isDecided({ sameAs, shown }: Decision, matches: readonly Pick<ProbableMatch, 'personId'>[]): boolean {
  if (matches.length === 0) return sameAs === undefined || sameAs === 'new';
  return sameAs === 'new' ? matches.every(({ personId }) => shown.includes(personId)) : matches.some(({ personId }) => personId === sameAs);
}

/** Remembers of whoever was written down as new that those who were shown are other people. */
export function othersThan(personId: string, { sameAs }: Decision, matches: readonly Pick<ProbableMatch, 'personId'>[]): Pair[] {
  return sameAs === 'new' ? matches.map((match) => pairOf(personId, match.personId)) : [];
}

/**
 * For each likeness the persons who are probably the same, the likeliest first: `[i]` answers `likenesses[i]`. A suggestion, with
 * its reasons, for someone to decide. A fixed number of queries, however many are asked: who could it be, by sounds, near spellings and keys; then all that
 * is known of those whom name and birth, or a key in common, leave.
 */
export async function findProbableMatches(read: Read, likenesses: readonly Likeness[], { limit = 5, atLeast = worthAsking }: { limit?: number; atLeast?: number } = {}): Promise<ProbableMatch[][]> {
  const secret = likenesses.some(({ registerNumber }) => registerNumber) ? await findRegisterSecret(read) : null;
  const asked = likenesses.map((likeness) => ({ likeness, comparable: comparable(likeness, secret), keys: keysOf(likeness, secret) }));
  return scored(read, asked, { limit, atLeast });
}

/** Of persons who are registered, who else is probably the same as each; by their ids. */
export async function findLikePersons(read: Read, ids: readonly string[], { limit = 20, atLeast = probablyTheSame }: { limit?: number; atLeast?: number } = {}): Promise<Map<string, ProbableMatch[]>> {
  const persons = [...(await findComparables(read, ids))];
  const found = await scored(read, persons.map(([id, person]) => ({ likeness: person, comparable: person, keys: [...person.keys], id })), { limit, atLeast });
  return new Map(persons.map(([id], place) => [id, found[place]!]));
}

interface Asked {
  likeness: Pick<Likeness, 'name' | 'otherNames' | 'birth'>;
  comparable: Comparable;
  keys: readonly string[];
  /** Nobody is the same as themselves. */
  id?: string;
}

async function scored(read: Read, asked: readonly Asked[], { limit, atLeast }: { limit: number; atLeast: number }): Promise<ProbableMatch[][]> {
  const candidates = await findCandidates(read, asked.map(({ likeness, keys }, ref) => ({ ref, names: namesakesQueries(likeness), keys })));
  const worthKnowing = candidates.filter((candidate) => candidate.id !== asked[candidate.ref]!.id && mayBe(asked[candidate.ref]!.comparable, candidate, atLeast));
  const known = await findComparables(read, [...new Set(worthKnowing.map(({ id }) => id))]);
  const byRef = Map.groupBy(worthKnowing, ({ ref }) => ref);
  return asked.map((one, ref) => {
    const matches = (byRef.get(ref) ?? []).flatMap(({ id }) => {
      const person = known.get(id);
      if (!person) return [];
      const { score, reasons } = scoreLikeness(one.comparable, person);
      const { name, otherNames, birth, householdId } = person;
      return score >= atLeast ? [{ personId: id, name, otherNames, birth, householdId, score, reasons }] : [];
    });
    return matches.sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1)).slice(0, limit);
  });
}

/** By name and birth alone, or because a key is in common. */
function mayBe(asked: Comparable, { names, birth, keys }: Candidate, atLeast: number): boolean {
  if (keys.length > 0) return true;
  const known = { ...nothingKnown, names: names.map(comparableName), birth };
  return scoreLikeness({ ...asked, keys: none, gender: null, nationalities: [] }, known).score >= atLeast - stillToCome;
}

const none: ReadonlySet<string> = new Set();
const nothingKnown = { gender: null, nationalities: [], keys: none, isBis: null, householdKey: null, door: null };

/**
 * Who could bear the same name, the telling queries first: one word sounds alike, or is spelt nearly so, and the day of birth is the same;
 * two words sound alike, in any order, since a father's name or a second name is often left out; one sounds alike and another is spelt nearly so. Where
 * that says too little (one name only, or no whole day of birth), one word sounds alike and the year of birth is the same.
 */
export function namesakesQueries({ name, otherNames = [], birth }: Pick<Likeness, 'name' | 'otherNames' | 'birth'>): string[] {
  const names = [...new Set([name.full, ...otherNames.map(({ full }) => full)])].map(wordsOf);
  const words = [...new Set(names.flat().map(({ sound }) => sound))];
  const pairs = names.flatMap((each) => each.flatMap((one, at) => each.slice(at + 1).map((other): [Word, Word] => [one, other])));
  const queries = [...new Set(pairs.map(([one, other]) => `${one.sound} & ${other.sound}`))];
  queries.push(...new Set(pairs.flatMap(([one, other]) => [...(other.near ? [`${one.sound} & ${other.near}`] : []), ...(one.near ? [`${other.sound} & ${one.near}`] : [])])));
  if (birth?.year) {
    const { year, month, day } = birth;
    const near = names.flat().flatMap((word) => word.near ?? []);
    const isWhole = withoutPlaceholder(birth).day !== null;
    if (words.length > 0 && isWhole && month && day) queries.unshift(`${quotedWord(mark.bornOn(year, month, day))} & (${[...words, ...new Set(near)].join(' | ')})`);
    const saysEnough = pairs.length > 0 && isWhole;
    if (!saysEnough) queries.push(...words.map((word) => `${word} & ${quotedWord(mark.bornInYear(year))}`));
  }
  return queries.length > 0 ? queries : words;
}

const mostWordsPaired = 5;

/** How a word sounds, and how it is spelt give or take a letter; both as a part of a `tsquery`. */
interface Word {
  sound: string;
  near: string | null;
}

function wordsOf(full: string): Word[] {
  const heard = heardWords(full).map(({ written }) => ({ sounds: soundTokens(written), near: nearTokens(written) })).filter(({ sounds }) => sounds.length > 0);
  return heard.slice(0, mostWordsPaired).map(({ sounds, near }) => ({ sound: anyOf(sounds), near: near.length > 0 ? anyOf(near) : null }));
}

function anyOf(tokens: readonly string[]): string {
  return tokens.length === 1 ? quotedWord(tokens[0]!) : `(${tokens.map(quotedWord).join(' | ')})`;
}
