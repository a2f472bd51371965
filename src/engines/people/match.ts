import type { Read } from '../../kernel/db/types.ts';
import { mark, quotedWord } from './found-by.ts';
import { findCandidates, type Candidate } from './match.store.ts';
import { compareNames, comparableName, type ComparableName, type NameReason } from './names/name-similarity.ts';
import { heardWords } from './names/name-words.ts';
import { soundTokens } from './names/search-tokens.ts';
import { keysOf, type Keyed } from './person-key.ts';
import type { OtherName, PartialDate, PersonName } from './person.ts';
import { findRegisterSecret } from './person.store.ts';

/** What is known of someone who may be in the register already. */
export interface Likeness extends Keyed {
  name: PersonName;
  otherNames?: readonly OtherName[];
  birth?: PartialDate | null;
}

export type MatchReason = NameReason | BirthReason | 'same-register-number' | 'same-reference' | 'same-contact';
type BirthReason = 'same-birth' | 'birth-may-be-same' | 'birth-turned-round' | 'birth-close' | 'birth-differs';

export interface ProbableMatch {
  personId: string;
  name: PersonName;
  otherNames: OtherName[];
  birth: PartialDate | null;
  householdId: string | null;
  /** 0 to 1; 1 only for the same register number or reference. From 0.7 it is worth showing, never worth merging by itself. */
  score: number;
  reasons: MatchReason[];
}

/** Whether someone said who this is: one of those who are probably the same, or 'new'. Nobody else can be meant. */
export function isDecided(sameAs: string | undefined, matches: readonly Pick<ProbableMatch, 'personId'>[]): boolean {
  return matches.length === 0 ? sameAs === undefined || sameAs === 'new' : sameAs === 'new' || matches.some(({ personId }) => personId === sameAs);
}

const worthShowing = 0.7;

/**
 * For each likeness the persons who are probably the same, the likeliest first: `[i]` answers `likenesses[i]`. A suggestion, with
 * its reasons, for someone to decide. Two queries, however many are asked.
 */
export async function findProbableMatches(read: Read, likenesses: readonly Likeness[], { limit = 5 }: { limit?: number } = {}): Promise<ProbableMatch[][]> {
  const secret = likenesses.some(({ registerNumber }) => registerNumber) ? await findRegisterSecret(read) : null;
  const candidates = await findCandidates(read, likenesses.map((likeness, ref) => ({ ref, names: namesakesQueries(likeness), keys: keysOf(likeness, secret) })));
  const byRef = Map.groupBy(candidates, ({ ref }) => ref);
  return likenesses.map((likeness, ref) => {
    const compare = comparer(likeness);
    const scored = (byRef.get(ref) ?? []).map(compare).filter(({ score }) => score >= worthShowing);
    return scored.sort((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1)).slice(0, limit);
  });
}

/**
 * Who could bear the same name, the telling queries first: one word sounds alike and the day of birth is the same; two words sound
 * alike, in any order, since a father's name or a second name is often left out. Where that says too little (one name only, or no whole
 * day of birth), one word sounds alike and the year of birth is the same.
 */
export function namesakesQueries({ name, otherNames = [], birth }: Likeness): string[] {
  const names = [...new Set([name.full, ...otherNames.map(({ full }) => full)])].map(soundsOfWords);
  const words = [...new Set(names.flat())];
  const pairs = names.flatMap((each) => each.flatMap((one, at) => each.slice(at + 1).map((other) => `${one} & ${other}`)));
  const queries = [...new Set(pairs)];
  if (birth?.year) {
    const { year, month, day } = birth;
    const any = `(${words.join(' | ')})`;
    if (words.length > 0 && month && day) queries.unshift(`${quotedWord(mark.bornOn(year, month, day))} & ${any}`);
    const saysEnough = pairs.length > 0 && withoutPlaceholder(birth).day !== null;
    if (!saysEnough) queries.push(...words.map((word) => `${word} & ${quotedWord(mark.bornInYear(year))}`));
  }
  return queries.length > 0 ? queries : words;
}

const mostWordsPaired = 5;

function soundsOfWords(full: string): string[] {
  const words = heardWords(full).map(({ written }) => soundTokens(written)).filter((tokens) => tokens.length > 0);
  return words.slice(0, mostWordsPaired).map((tokens) => (tokens.length === 1 ? quotedWord(tokens[0]!) : `(${tokens.map(quotedWord).join(' | ')})`));
}

function comparer(likeness: Likeness): (candidate: Candidate) => ProbableMatch {
  const asked = [likeness.name.full, ...(likeness.otherNames ?? []).map(({ full }) => full)].map(comparableName);
  return ({ id, name, otherNames, birth, householdId, keys }) => {
    const names = bestOf(asked, [name.full, ...otherNames.map(({ full }) => full)].map(comparableName));
    const certain: MatchReason[] = [];
    if (keys.some((key) => key.startsWith('register:'))) certain.push('same-register-number');
    if (keys.some((key) => key.startsWith('reference:'))) certain.push('same-reference');
    const sharesContact = keys.some((key) => key.startsWith('contact:'));
    const born = compareBirths(likeness.birth ?? null, birth);
    const score = certain.length > 0 ? 1 : Math.max(0, Math.min(0.99, names.score * 0.7 + birthWeight[born] + (sharesContact ? 0.08 : 0)));
    const reasons = [...certain, ...names.reasons, ...(born === 'unknown' ? [] : [born]), ...(sharesContact ? (['same-contact'] as const) : [])];
    return { personId: id, name, otherNames, birth, householdId, score, reasons };
  };
}

function bestOf(asked: readonly ComparableName[], known: readonly ComparableName[]) {
  const all = asked.flatMap((one) => known.map((other) => compareNames(one, other)));
  return all.reduce((best, each) => (each.score > best.score ? each : best));
}

/** Beside a name that is the same (0.7): a birth that differs takes it out of sight, one that is unknown does not. */
const birthWeight: Record<BirthReason | 'unknown', number> = {
  'same-birth': 0.29,
  'birth-may-be-same': 0.18,
  'birth-turned-round': 0.18,
  unknown: 0.1,
  'birth-close': 0.04,
  'birth-differs': -0.3,
};

/**
 * How two days of birth agree, as far as either is known. 1 January often stands for "somewhere that year", so it agrees with every
 * day of its year and proves nothing.
 */
export function compareBirths(a: PartialDate | null, b: PartialDate | null): BirthReason | 'unknown' {
  if (a?.year == null || b?.year == null) return 'unknown';
  const [one, other] = [withoutPlaceholder(a), withoutPlaceholder(b)];
  const isTurned = one.month !== null && one.month === other.day && one.day === other.month && one.month !== one.day;
  if (a.year !== b.year) return Math.abs(a.year - b.year) === 1 && agrees(one.month, other.month) && agrees(one.day, other.day) ? 'birth-close' : 'birth-differs';
  if (agrees(one.month, other.month) && agrees(one.day, other.day)) return [one.month, one.day, other.month, other.day].includes(null) ? 'birth-may-be-same' : 'same-birth';
  if (isTurned) return 'birth-turned-round';
  return agrees(one.month, other.month) || agrees(one.day, other.day) ? 'birth-close' : 'birth-differs';
}

function agrees(a: number | null, b: number | null): boolean {
  return a === null || b === null || a === b;
}

function withoutPlaceholder({ year, month, day }: PartialDate): PartialDate {
  return month === 1 && day === 1 ? { year, month: null, day: null } : { year, month, day };
}
