import { fold } from './fold.ts';
import { nameWords, heardWords } from './name-words.ts';
import { soundKeys } from './sound.ts';

/** Stands before a key of sound, so that it is never taken for a word that someone typed. */
const soundMark = 'p~';
const mostWordsJoined = 6;

/**
 * What a name is found by: its folded words, the same in Latin letters when it is in another script, two neighbours as one (Gebre
 * Medhin, Gebremedhin), and how each word sounds. Meant for `array_to_tsvector`, which takes words as they are.
 */
export function searchTokens(name: string): string[] {
  const words = nameWords(name);
  const folded = words.map(({ written }) => fold(written));
  const latin = words.flatMap((word) => word.latin.map(fold));
  const joined = words.length <= mostWordsJoined ? folded.slice(1).map((word, index) => folded[index] + word) : [];
  return [...new Set([...folded, ...latin, ...joined, ...soundTokens(name)])].filter((token) => token !== '');
}

/** How a name sounds, one token a word and way of hearing it. */
export function soundTokens(name: string): string[] {
  return [...new Set(heardWords(name).flatMap(({ forms }) => forms.flatMap(soundKeys)))].map((key) => soundMark + key);
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
