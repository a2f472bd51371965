import { createHmac } from 'node:crypto';
import type { Read } from '../../../kernel/db/types.ts';
import { withoutPlaceholder } from '../likeness.ts';
import { heardWords } from '../names/name-words.ts';
import { soundKeys } from '../names/sound.ts';
import type { PartialDate } from '../person.ts';
import { findBlindPersons } from './blind-person.store.ts';

/** One person as two authorities compare them: `personId` stays at home, the keys may leave. */
export interface BlindPerson {
  personId: string;
  /** A letter for the kind of key, a colon, and 32 hexadecimal digits. */
  keys: string[];
}

/** Which facts a key stands for. Keys of two kinds rest on other facts, so that no single coincidence makes a proposal. */
const kinds = { namesAndYear: 'y', nameAndDay: 'd', namesAndDate: 'm', contact: 'c' } as const;

const personsAtATime = 1_000;

/**
 * Keys of all persons, in batches, by which two authorities with the same secret find who probably stands with both, without either showing a name
 * or a day of birth. Restricted persons are left out.
 *
 * A key is the first half of HMAC-SHA-256, with the secret, over one fact that was made coarse: two names as they sound with the year of birth; one name as it sounds with the
 * whole day of birth; two names with the day and month, in either order; a telephone or mail address. What can be read from keys:
 *
 * - Without the secret: nothing. The function cannot be turned round, and a key cannot be made to guess with. That a person has so many keys of a
 *   kind tells that they have so many names. The same person has other keys under another secret, so keys of two comparisons say nothing together.
 * - With the secret and the keys: names and days are few enough to try them all. So nobody may hold both for another's file. Make the secret for one
 *   comparison (32 random bytes), give it only to those who make keys, let a party that never has it lay the keys beside each other (see
 *   `compareBlind`), and throw it away afterwards.
 */
export async function* blindKeys(reading: <T>(work: (read: Read) => Promise<T>) => Promise<T>, secret: Uint8Array): AsyncGenerator<BlindPerson[]> {
  if (secret.length < 32) throw new Error('A secret for blind keys has 32 bytes at least');
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof findBlindPersons>> = await reading((read) => findBlindPersons(read, after, personsAtATime));
    if (page.length > 0) yield page.map(({ id, names, birth, contacts }) => ({ personId: id, keys: blindKeysOf({ names, birth, contacts }, secret) }));
    if (page.length < personsAtATime) return;
    after = page.at(-1)!.id;
  }
}

const mostWords = 6;
const mostKeys = 120;

/** The keys of one person. Pure: the same facts and secret give the same keys, whatever the spelling, script or order of names. */
export function blindKeysOf({ names, birth, contacts }: { names: readonly string[]; birth: PartialDate | null; contacts: readonly string[] }, secret: Uint8Array): string[] {
  const facts: [string, string][] = contacts.map((contact) => [kinds.contact, contact]);
  const { year = null, month = null, day = null } = birth ? withoutPlaceholder(birth) : {};
  const isWhole = year !== null && month !== null && day !== null;
  for (const name of names) {
    const words = heardWords(name).slice(0, mostWords).map(({ forms }) => [...new Set(forms.flatMap(soundKeys))]);
    if (isWhole) for (const sound of words.flat()) facts.push([kinds.nameAndDay, `${sound}|${year}-${month}-${day}`]);
    for (const [one, other] of pairsOf(words)) {
      const both = [one, other].toSorted().join('+');
      if (year !== null) facts.push([kinds.namesAndYear, `${both}|${year}`]);
      // Without the year, which is often told wrong; day and month are often turned round.
      if (month !== null && day !== null) facts.push([kinds.namesAndDate, `${both}|${[month, day].toSorted((a, b) => a - b).join('/')}`]);
    }
  }
  const keys = facts.map(([kind, fact]) => `${kind}:${createHmac('sha256', secret).update(`${kind}|${fact}`).digest('hex').slice(0, 32)}`);
  return [...new Set(keys)].slice(0, mostKeys);
}

function pairsOf(words: readonly string[][]): [string, string][] {
  return words.flatMap((sounds, at) => words.slice(at + 1).flatMap((others) => sounds.flatMap((sound) => others.filter((other) => other !== sound).map((other): [string, string] => [sound, other]))));
}

export interface BlindPair {
  /** Of the first list. */
  oneId: string;
  /** Of the second. */
  otherId: string;
  /** How many kinds of key they have in common: two at least, four at most. */
  kinds: number;
}

/** A key that more persons of one file share than this tells nobody apart. */
const mostSharers = 20;

/** Who probably stands in both lists: at least two keys of different kinds in common. The surest first. Pure; needs no secret. */
export function compareBlind(one: readonly BlindPerson[], other: readonly BlindPerson[]): BlindPair[] {
  const [here, there] = [holdersOf(one), holdersOf(other)];
  const common = new Map<string, Map<string, Set<string>>>();
  for (const [key, ids] of here) {
    const others = there.get(key);
    if (!others || ids.length > mostSharers || others.length > mostSharers) continue;
    for (const id of ids)
      for (const otherId of others) {
        const with_ = common.get(id) ?? new Map<string, Set<string>>();
        common.set(id, with_.set(otherId, (with_.get(otherId) ?? new Set()).add(key[0]!)));
      }
  }
  const pairs = [...common].flatMap(([oneId, others]) => [...others].map(([otherId, found]) => ({ oneId, otherId, kinds: found.size })));
  return pairs.filter((pair) => pair.kinds >= 2).toSorted((a, b) => b.kinds - a.kinds || (a.oneId + a.otherId < b.oneId + b.otherId ? -1 : 1));
}

function holdersOf(list: readonly BlindPerson[]): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const { personId, keys } of list)
    for (const key of keys) {
      const ids = holders.get(key);
      if (ids) ids.push(personId);
      else holders.set(key, [personId]);
    }
  return holders;
}
