import type { Address } from './household.ts';
import { fold } from './names/fold.ts';
import { comparableName, compareNames, type ComparableName, type NameReason } from './names/name-similarity.ts';
import { keysOf, type Keyed } from './person-key.ts';
import type { OtherName, PartialDate, PersonName } from './person.ts';
import { isBisNumber } from './import-newcomers/register-number.ts';

/** What is known of someone who may be in the register already. A new person and a row of a newcomer list are one as they are. */
export interface Likeness extends Keyed {
  name: PersonName;
  otherNames?: readonly Pick<OtherName, 'full'>[] | undefined;
  birth?: PartialDate | null | undefined;
  gender?: string | null | undefined;
  nationalities?: readonly string[] | undefined;
  /** What the source calls the household. */
  householdKey?: string | null | undefined;
  address?: Address | null | undefined;
}

export const birthReasons = ['same-birth', 'birth-may-be-same', 'birth-turned-round', 'birth-close', 'birth-differs'] as const;
export type BirthReason = (typeof birthReasons)[number];
export const otherReasons = ['same-register-number', 'same-reference', 'same-contact', 'same-household', 'same-address'] as const;
export type MatchReason = NameReason | BirthReason | (typeof otherReasons)[number];
export interface Score {
  /** 0 to 1, in thousandths. */
  score: number;
  reasons: MatchReason[];
}

/** From here on two records are shown as probably the same person; nothing is ever merged by a score. */
export const probablyTheSame = 0.68;
/** From here on whoever writes someone down is asked: they can tell at a glance, and see the person before them. */
export const worthAsking = 0.62;
/** From here on they are shown first, as almost certainly the same. */
export const almostCertain = 0.85;
/** Below this likeness of names they are different people. */
const namesApart = 0.75;
/** What contact, household and address in common can still add to a score of names and birth alone. */
export const stillToCome = 0.11;

/** Someone made ready to be compared many times. */
export interface Comparable {
  names: ComparableName[];
  birth: PartialDate | null;
  gender: string | null;
  nationalities: readonly string[];
  /** Keys of the register number, the reference and the contact ways: see `keysOf`. */
  keys: ReadonlySet<string>;
  /** Whether the register number is a bis number, which may since have become another; null where only its digest is known. */
  isBis: boolean | null;
  householdKey: string | null;
  door: string | null;
}

/** `secret` is the authority's, for the digest of a register number; without it the number itself is the key. */
export function comparable(likeness: Likeness, secret: Buffer | null = null): Comparable {
  const { name, otherNames = [], birth = null, gender = null, nationalities = [], householdKey = null, address, registerNumber } = likeness;
  const keys = new Set(keysOf(likeness, secret));
  if (registerNumber && !secret) keys.add(`register:${registerNumber}`);
  return {
    names: [name.full, ...otherNames.map(({ full }) => full)].map(comparableName),
    birth,
    gender,
    nationalities,
    keys,
    isBis: registerNumber ? isBisNumber(registerNumber) : null,
    householdKey,
    door: address?.street && address.number ? fold([address.street, address.number, address.box ?? '', address.postcode ?? ''].join(' ')) : null,
  };
}

/**
 * How probable it is that two records are one person, and why. The same register number or reference decides, and so do two different
 * register numbers, unless one is (or may be) a bis number. Else: the likeness of the names (below 0.75 they are different people), times 0.45, plus up to 0.40
 * for days of birth that agree (less when parts are unknown or it is 1 January), plus up to 0.15 for a telephone, mail, household or address
 * in common. So the same name and day of birth give 0.9; the same name without a day of birth, or with 1 January, needs looking at (0.7 to
 * 0.8); the same name and another day of birth stays below. Symmetric. This is the one scorer: at the desk, in a list that is brought in, in the queue.
 */
export function scoreLikeness(a: Comparable, b: Comparable): Score {
  const birth = compareBirths(a.birth, b.birth);
  const number = compareKeys(a, b, 'register:');
  const certain: MatchReason[] = [];
  if (number === 'same') certain.push('same-register-number');
  if (compareKeys(a, b, 'reference:') === 'same') certain.push('same-reference');
  const name = bestName(a, b);
  const reasons = [...certain, ...name.reasons, ...(birth === 'unknown' ? [] : [birth])];
  if (certain.length > 0) return { score: 1, reasons };
  const isOther = number === 'other' && a.isBis !== true && b.isBis !== true;
  if (name.score < namesApart || (isOther && a.isBis === false && b.isBis === false)) return { score: 0, reasons: [] };
  const contact = compareContacts(a, b);
  const against = (a.gender && b.gender && a.gender !== b.gender ? 0.8 : 1) * (areDisjoint(a.nationalities, b.nationalities) ? 0.9 : 1) * (isOther ? despiteOtherNumber : 1);
  const score = name.score * (0.45 + 0.4 * birthAgreement[birth] + 0.15 * contact.agreement) * against;
  return { score: Math.round(score * 1000) / 1000, reasons: [...reasons, ...contact.reasons] };
}

/** Beside another number, of which nobody knows whether it was a bis number, all the rest must agree. */
const despiteOtherNumber = 0.77;

function bestName(a: Comparable, b: Comparable): { score: number; reasons: MatchReason[] } {
  let best: { score: number; reasons: MatchReason[] } = { score: 0, reasons: [] };
  for (const one of a.names)
    for (const other of b.names) {
      const found = compareNames(one, other);
      if (found.score > best.score) best = found;
    }
  return best;
}

function compareKeys(a: Comparable, b: Comparable, kind: string): 'same' | 'other' | 'unknown' {
  const own = (keys: ReadonlySet<string>) => [...keys].filter((key) => key.startsWith(kind));
  const [one, other] = [own(a.keys), own(b.keys)];
  if (one.length === 0 || other.length === 0) return 'unknown';
  return one.some((key) => other.includes(key)) ? 'same' : 'other';
}

function compareContacts(a: Comparable, b: Comparable): { agreement: number; reasons: MatchReason[] } {
  const reasons: MatchReason[] = [];
  if (compareKeys(a, b, 'contact:') === 'same') reasons.push('same-contact');
  if (a.householdKey && a.householdKey === b.householdKey) reasons.push('same-household');
  if (a.door && a.door === b.door) reasons.push('same-address');
  return { agreement: reasons.includes('same-contact') ? 1 : reasons.length > 0 ? 0.6 : 0.3, reasons };
}

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((code) => b.includes(code));
}

/** How much days of birth speak for one person: 1 January and unknown parts prove less than a whole day. */
const birthAgreement: Record<BirthReason | 'unknown', number> = {
  'same-birth': 1,
  'birth-turned-round': 0.8,
  'birth-may-be-same': 0.72,
  unknown: 0.5,
  'birth-close': 0.4,
  'birth-differs': 0,
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

/** 1 January stands for any day of its year. */
export function withoutPlaceholder({ year, month, day }: PartialDate): PartialDate {
  return month === 1 && day === 1 ? { year, month: null, day: null } : { year, month, day };
}
