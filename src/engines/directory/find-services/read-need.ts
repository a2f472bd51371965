import { languagesByName } from '../language-names.ts';
import type { Municipality } from '../service.ts';
import { themeLabel, themes, type Theme } from '../themes.ts';
import { acceptsNow, fillers, freeOfCharge, openNow, synonyms } from './synonyms.ts';

/** What someone asked for in plain words. */
export interface Need {
  theme?: Theme;
  language?: string;
  municipality?: string;
  isOpenNow?: true;
  accepting?: true;
  isFree?: true;
  /** Words that named the theme: a service that uses them itself fits best. */
  wanted: string[];
  /** What was not understood as any of these: to be found in names and descriptions. */
  rest: string[];
}

type Meaning = { theme: Theme } | { language: string } | { municipality: string } | { isOpenNow: true } | { accepting: true } | { isFree: true };
const longestPhrase = 4;
const mostWords = 20;

/**
 * Reads "dokter die arabisch spreekt in wevelgem, nu open": longest phrases first, each meaning once, a slip of the pen forgiven where
 * only one thing can be meant. Dutch is what all here speak; "Nederlands" is the theme of learning it unless someone must speak it.
 */
export function readNeed(typed: string, area: readonly Municipality[]): Need {
  const words = (typed.toLocaleLowerCase('nl').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);
  const meanings = meaningsFor(area);
  const need: Need = { wanted: [], rest: [] };
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at, meanings, need);
    if (found) {
      Object.assign(need, found.meaning);
      if ('theme' in found.meaning) need.wanted.push(...words.slice(at, at + found.length).filter((word) => !fillers.has(word)));
      at += found.length;
      continue;
    }
    const word = words[at]!;
    if (!fillers.has(word)) need.rest.push(word);
    at += 1;
  }
  return need;
}

function phraseAt(words: readonly string[], at: number, meanings: ReadonlyMap<string, Meaning>, need: Need): { meaning: Meaning; length: number } | undefined {
  for (let length = Math.min(longestPhrase, words.length - at); length >= 1; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    const exact = meanings.get(phrase);
    const meaning = exact && spoken(exact, phrase, words, at);
    if (meaning && isFree(meaning, need)) return { meaning, length };
  }
  const word = words[at]!;
  if (word.length < 5 || fillers.has(word)) return undefined;
  const meant = nearest(word, meanings);
  return meant && isFree(meant, need) ? { meaning: meant, length: 1 } : undefined;
}

/** "spreekt Nederlands" is a language, "Nederlands leren" a theme. */
function spoken(meaning: Meaning, phrase: string, words: readonly string[], at: number): Meaning {
  const isSpoken = ['spreekt', 'spreken', 'spreek', 'praat', 'in het', 'speaks'].some((verb) => words.slice(Math.max(0, at - 3), at + 3).join(' ').includes(verb));
  return 'theme' in meaning && meaning.theme === 'dutch' && phrase === 'nederlands' && isSpoken ? { language: 'nl' } : meaning;
}

/** Of each kind the first counts, except that a second word for the same theme is wanted too. */
function isFree(meaning: Meaning, need: Need): boolean {
  const [kind, value] = Object.entries(meaning)[0]!;
  const standing = need[kind as keyof Need];
  return standing === undefined || standing === value;
}

function nearest(word: string, meanings: ReadonlyMap<string, Meaning>): Meaning | undefined {
  const most = word.length >= 8 ? 2 : 1;
  let best: Meaning | undefined;
  let least = most + 1;
  let isTie = false;
  for (const [name, meaning] of meanings) {
    if (Math.abs(name.length - word.length) > most || name[0] !== word[0]) continue;
    const slips = slipsBetween(word, name, least);
    if (slips < least) [best, least, isTie] = [meaning, slips, false];
    else if (slips === least && JSON.stringify(meaning) !== JSON.stringify(best)) isTie = true;
  }
  return isTie ? undefined : best;
}

/** Letters left out, put in, changed or swapped with their neighbour; at least `enough` once it is certain to be that many. */
export function slipsBetween(one: string, other: string, enough = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...next) > enough) return enough + 1;
    [before, row] = [row, next];
  }
  return row[other.length]!;
}

/** From a phrase in lower case, its words parted by single spaces, to what it says. Towns go before languages, and those before themes. */
function meaningsFor(area: readonly Municipality[]): ReadonlyMap<string, Meaning> {
  const meanings = new Map(fixed());
  for (const { nis, name } of area) meanings.set(asPhrase(name), { municipality: nis });
  return meanings;
}

let fixedMeanings: Map<string, Meaning> | undefined;

function fixed(): Map<string, Meaning> {
  if (fixedMeanings) return fixedMeanings;
  const meanings = new Map<string, Meaning>();
  for (const [name, code] of languagesByName()) if (!/\d/.test(name)) meanings.set(asPhrase(name), { language: code });
  for (const theme of themes) {
    for (const word of [themeLabel('nl', theme), themeLabel('en', theme), ...(synonyms[theme] ?? [])]) if (theme !== 'other') meanings.set(asPhrase(word), { theme });
  }
  for (const phrase of openNow) meanings.set(phrase, { isOpenNow: true });
  for (const phrase of acceptsNow) meanings.set(phrase, { accepting: true });
  for (const phrase of freeOfCharge) meanings.set(phrase, { isFree: true });
  return (fixedMeanings = meanings);
}

function asPhrase(name: string): string {
  return (name.toLocaleLowerCase('nl').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
