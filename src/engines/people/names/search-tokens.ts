import { fold } from './fold.ts';
import { nameWords, heardWords } from './name-words.ts';
import { soundKeys } from './sound.ts';

/** Stands before a key of sound, so that it is never taken for a word that someone typed. */
const soundMark = 'p~';
/** Stands before a word, and a sound, that lacks one letter at most. */
const nearMark = 'd~';
const nearSoundMark = 'e~';
const mostWordsJoined = 6;

/**
 * What a name is found by: its folded words, the same in Latin letters when it is in another script, two neighbours as one (Gebre
 * Medhin, Gebremedhin), how each word sounds, and each word with one letter left out. Meant for `array_to_tsvector`, which takes words as
 * they are.
 */
export function searchTokens(name: string): string[] {
  const words = nameWords(name);
  const folded = words.map(({ written }) => fold(written));
  const latin = words.flatMap((word) => word.latin.map(fold));
  const joined = words.length <= mostWordsJoined ? folded.slice(1).map((word, index) => folded[index] + word) : [];
  return [...new Set([...folded, ...latin, ...joined, ...soundTokens(name), ...nearTokens(name)])].filter((token) => token !== '');
}

/** How a name sounds, one token a word and way of hearing it. */
export function soundTokens(name: string): string[] {
  return [...new Set(heardWords(name).flatMap(({ forms }) => forms.flatMap(soundKeys)))].map((key) => soundMark + key);
}

/**
 * Marks that two words have in common when one is the other with one letter typed wrong, left out, doubled or changed of place (the
 * symmetric deletes of SymSpell): each word, and each sound, whole and with each of its letters left out in turn. Trigrams would ask "at least a third in common",
 * which the one operator that may use an index here (decision 0006) cannot; these ask for one word in common.
 */
export function nearTokens(name: string): string[] {
  return [...new Set(heardWords(name).flatMap(({ forms }) => nearTokensOf(forms)))];
}

const shortestNear = 4;
/** A sound of fewer consonants than this is like too many others with one left out. */
const shortestNearSound = 4;

function nearTokensOf([first = '', ...others]: string[]): string[] {
  const spelt = fold(first).replaceAll(' ', '');
  const sounds = new Set([first, ...others].flatMap(soundKeys).filter((key) => key.length >= shortestNearSound));
  return [...(spelt.length >= shortestNear ? withoutEach(spelt).map((part) => nearMark + part) : []), ...[...sounds].flatMap((key) => withoutEach(key).map((part) => nearSoundMark + part))];
}

function withoutEach(word: string): string[] {
  const letters = [...word];
  return [word, ...new Set(letters.map((_, at) => letters.toSpliced(at, 1).join('')))];
}

/** A `tsquery` that finds names with words like those typed, one letter of each aside. Null when nothing long enough was typed. */
export function nearNameQuery(typed: string): string | null {
  const each = heardWords(typed).flatMap(({ forms }) => {
    const tokens = [...nearTokensOf(forms), ...soundTokens(forms[0]!)];
    return tokens.length > 0 ? [`(${tokens.map(quoted).join(' | ')})`] : [];
  });
  return each.length > 0 ? each.join(' & ') : null;
}

/**
 * What someone typed as a `tsquery` (cast the text with `::tsquery`): every word must be there, as the beginning of a word, in Latin
 * letters, or by its sound; or all words run together. Null when nothing was typed that could be searched for.
 */
export function nameSearchQuery(typed: string): string | null {
  const words = nameWords(typed);
  if (words.length === 0) return null;
  const each = words.map(({ written, latin }) => {
    const beginnings = [...new Set([fold(written), ...latin.map(fold)])].filter((word) => word !== '').map((word) => `${quoted(word)}:*`);
    const sounds = written.length > 2 ? soundTokens(written).map((token) => (token.length > soundMark.length + 2 ? `${quoted(token)}:*` : quoted(token))) : [];
    return `(${[...beginnings, ...sounds].join(' | ')})`;
  });
  const together = words.length > 1 ? ` | ${quoted(words.map(({ written }) => fold(written)).join(''))}:*` : '';
  return each.join(' & ') + together;
}

function quoted(token: string): string {
  return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
