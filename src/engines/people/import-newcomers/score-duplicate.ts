import { comparableName, compareNames, type ComparableName } from '../names/name-similarity.ts';
import { soundTokens } from '../names/search-tokens.ts';
import { fold } from '../names/fold.ts';
import type { Address } from '../household.ts';
import type { ContactWay, OtherName, PartialDate, PersonName } from '../person.ts';
import { compareBirths, type MatchReason } from '../match.ts';

/** What two records of persons are compared by. `registerKey` is the number or anything that stands for it one to one. */
export type Likeness = {
  name: PersonName;
  otherNames: Pick<OtherName, 'full'>[];
  birth: PartialDate | null;
  gender: string | null;
  registerKey: string | null;
  /** Whether the register number is a bis number, which may since have become another. */
  isBis: boolean;
  nationalities: string[];
  contactWays: Pick<ContactWay, 'kind' | 'value'>[];
  householdKey: string | null;
  address: Address | null;
};

export type DuplicateReason = MatchReason | 'same-household' | 'same-address';
export type DuplicateScore = { score: number; reasons: DuplicateReason[] };

/** From here on a pair is shown as probably the same person; nothing is ever merged by a score. */
export const probablyTheSame = 0.68;
/** From here on it is shown first, as almost certainly the same. */
export const almostCertain = 0.85;

const namesApart = 0.75;

/** A record made ready to be compared many times. */
export type Comparable = Likeness & { names: ComparableName[]; contacts: Set<string>; door: string | null };

export function comparable(likeness: Likeness): Comparable {
  const { name, otherNames, contactWays, address } = likeness;
  return {
    ...likeness,
    names: [name.full, ...otherNames.map(({ full }) => full)].map(comparableName),
    contacts: new Set(contactWays.filter(({ kind }) => kind !== 'other').map(({ kind, value }) => `${kind}:${value.toLowerCase()}`)),
    door: address?.street && address.number ? fold([address.street, address.number, address.box ?? '', address.postcode ?? ''].join(' ')) : null,
  };
}

/**
 * How probable it is that two records are one person, 0 to 1, and why. The same register number decides, and so do two different ones,
 * unless one is a bis number. Else: the likeness of the names (below 0.75 they are different people), times 0.45, plus up to 0.40 for days of birth
 * that agree (less when parts are unknown or it is 1 January), plus up to 0.15 for a telephone, mail, household or address in common.
 * So the same name and day of birth give 0.9; the same name without a day of birth, or with 1 January, needs looking at (0.7 to 0.8);
 * the same name and another day of birth stays below. Symmetric.
 */
export function scoreDuplicate(a: Comparable, b: Comparable): DuplicateScore {
  if (a.registerKey && b.registerKey) {
    if (a.registerKey === b.registerKey) return { score: 1, reasons: ['same-register-number'] };
    if (!a.isBis && !b.isBis) return { score: 0, reasons: [] };
  }
  const name = bestName(a, b);
  if (name.score < namesApart) return { score: 0, reasons: [] };
  const birth = birthPart(a, b);
  const contact = compareContacts(a, b);
  const against = differ(a.gender, b.gender) * (areDisjoint(a.nationalities, b.nationalities) ? 0.9 : 1);
  const score = name.score * (0.45 + 0.4 * birth.agreement + 0.15 * contact.agreement) * against;
  return { score: Math.round(score * 1000) / 1000, reasons: [...name.reasons, ...birth.reasons, ...contact.reasons] };
}

type Part = { agreement: number; reasons: DuplicateReason[] };

function bestName(a: Comparable, b: Comparable): DuplicateScore {
  let best: DuplicateScore = { score: 0, reasons: [] };
  for (const one of a.names)
    for (const other of b.names) {
      const { score, reasons } = compareNames(one, other);
      if (score <= best.score) continue;
      best = { score, reasons };
    }
  return best;
}

/** How much days of birth speak for one person: 1 January and unknown parts prove less than a whole day. */
const birthAgreement: Record<ReturnType<typeof compareBirths>, number> = {
  'same-birth': 1,
  'birth-turned-round': 0.8,
  'birth-may-be-same': 0.72,
  unknown: 0.5,
  'birth-close': 0.4,
  'birth-differs': 0,
};

function birthPart(a: Comparable, b: Comparable): Part {
  const found = compareBirths(a.birth, b.birth);
  return { agreement: birthAgreement[found], reasons: found === 'unknown' || found === 'birth-differs' ? [] : [found] };
}

function compareContacts(a: Comparable, b: Comparable): Part {
  const shared = [...a.contacts].filter((contact) => b.contacts.has(contact));
  const reasons: DuplicateReason[] = [];
  if (shared.length > 0) reasons.push('same-contact');
  if (a.householdKey && a.householdKey === b.householdKey) reasons.push('same-household');
  if (a.door && a.door === b.door) reasons.push('same-address');
  const agreement = shared.length > 0 ? 1 : reasons.length > 0 ? 0.6 : 0.3;
  return { agreement, reasons };
}

function differ(a: string | null, b: string | null): number {
  return a && b && a !== b ? 0.8 : 1;
}

function areDisjoint(a: string[], b: string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((code) => b.includes(code));
}

/**
 * Keys that two records of one person most probably have in common: only records that share a key are compared, so that 10,000 rows
 * against 100,000 persons take some hundreds of thousands of comparisons and not a thousand million. A register number; a phone or mail;
 * each sound of the name with the year of birth; each two sounds of the name without it.
 */
export function blockingKeys({ name, otherNames, birth, registerKey, contactWays }: Likeness): string[] {
  const sounds = [...new Set([name.full, ...otherNames.map(({ full }) => full)].flatMap(soundTokens))].map((token) => token.slice(2)).toSorted();
  const keys = contactWays.filter(({ kind }) => kind !== 'other').map(({ kind, value }) => `${kind[0]}:${value.toLowerCase()}`);
  if (registerKey) keys.push(`r:${registerKey}`);
  if (birth?.year) keys.push(...sounds.map((sound) => `y:${sound}:${birth.year}`));
  const few = sounds.slice(0, mostSounds);
  few.forEach((sound, index) => keys.push(...few.slice(index + 1).map((other) => `s:${sound}:${other}`)));
  if (sounds.length === 1 && !birth?.year) keys.push(`o:${sounds[0]}`);
  return keys;
}

const mostSounds = 8;
