import { fold } from './fold.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { heardWords } from './name-words.ts';
import { soundKeys } from './sound.ts';

export const nameReasons = ['same-name', 'other-order', 'same-sound', 'close-spelling', 'arabic-script', 'cyrillic-script', 'ethiopic-script', 'other-script', 'part-missing'] as const;
export type NameReason = (typeof nameReasons)[number];
export type NameSimilarity = { score: number; reasons: NameReason[] };

/** A name made ready to be compared many times. */
export type ComparableName = { words: ComparableWord[] };
type ComparableWord = { spellings: string[]; sounds: string[]; weight: number; place: number; servantOf: string | null };

const mostWords = 8;
const soundsAlike = 0.93;
/** Below this two words are simply different words. */
const leastAlike = 0.8;
/** One letter more or less in a short word is mostly another name (حسن and حسين), in a long one mostly a slip. */
const shortWord = 4;
const otherShortName = 0.85;
/** What a word that stands in one name only takes off, beside a word that was compared. */
const missingWeight = 0.3;

/**
 * How alike two names are, 0 (nothing in common) to 1 (the same), whatever the order of their words, their script or their spelling,
 * and why. The words are paired so that the whole is as alike as can be. Symmetric. A name with fewer words than the other
 * (one name only, a patronymic left out) is judged on the words it has, with a little taken off for each that is missing.
 */
export function nameSimilarity(a: string, b: string): NameSimilarity {
  return compareNames(comparableName(a), comparableName(b));
}

export function comparableName(name: string): ComparableName {
  const words = heardWords(name).slice(0, mostWords).map(({ written, forms }, place) => {
    const spellings = [...new Set([written, ...forms].map(fold))].filter((spelling) => spelling !== '');
    return { spellings, sounds: [...new Set(forms.flatMap(soundKeys))], weight: Math.max(1, spellings[0]?.length ?? 1), place, servantOf: /^abdl?(.{3,})$/.exec(fold(forms[0]!))?.[1] ?? null };
  });
  return { words: words.filter(({ spellings }) => spellings.length > 0).toSorted((a, b) => compareText(a.spellings.join(), b.spellings.join()) || a.place - b.place) };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareNames(a: ComparableName, b: ComparableName): NameSimilarity {
  const [few, many] = inFixedOrder(a.words, b.words);
  if (few.length === 0) return { score: 0, reasons: [] };
  const alike = few.map((word) => many.map((other) => wordSimilarity(word, other)));
  const places = bestPairs(alike);
  const pairs = few.map((word, index) => ({ word, other: many[places[index]!]!, score: alike[index]![places[index]!]! }));
  return { score: overall(pairs, few, many), reasons: reasonsFor(pairs, few, many) };
}

type Pair = { word: ComparableWord; other: ComparableWord; score: number };

/** Fewer words first, then by spelling: the sums below are then the same whichever name comes first. */
function inFixedOrder(a: ComparableWord[], b: ComparableWord[]): [ComparableWord[], ComparableWord[]] {
  if (a.length !== b.length) return a.length < b.length ? [a, b] : [b, a];
  return spelt(a) <= spelt(b) ? [a, b] : [b, a];
}

function spelt(words: ComparableWord[]): string {
  return words.map(({ spellings }) => spellings.join()).join(' ');
}

function inOrder(a: string, b: string): [string, string] {
  return a < b ? [a, b] : [b, a];
}

function soundsAlikeOr(a: ComparableWord, b: ComparableWord): number {
  return a.spellings.some((spelling) => b.spellings.includes(spelling)) ? 1 : soundsAlike;
}

function wordSimilarity(a: ComparableWord, b: ComparableWord): number {
  // Abdullah and Abdulaziz begin alike and are two names: what comes after counts.
  if (a.servantOf !== null && b.servantOf !== null) return a.sounds.some((sound) => b.sounds.includes(sound)) ? soundsAlikeOr(a, b) : jaroWinkler(...inOrder(a.servantOf, b.servantOf));
  let best = 0;
  for (const one of a.spellings) for (const other of b.spellings) best = Math.max(best, jaroWinkler(one < other ? one : other, one < other ? other : one));
  if (a.sounds.some((sound) => b.sounds.includes(sound))) return Math.max(best, soundsAlike);
  const shortest = Math.min(a.weight, b.weight);
  // Ahmed and Hamed: of short names the first letter is seldom typed wrong.
  const beginsOtherwise = shortest === shortWord + 1 && a.spellings[0]![0] !== b.spellings[0]![0];
  return best < 1 && (shortest <= shortWord || beginsOtherwise) ? best * otherShortName : best;
}

/** For each row the column it is paired with, so that the sum is the largest; at most eight of each, so every subset is tried once. */
function bestPairs(alike: number[][]): number[] {
  const columns = alike[0]!.length;
  let layer = new Map<number, { sum: number; places: number[] }>([[0, { sum: 0, places: [] }]]);
  for (const row of alike) {
    const next = new Map<number, { sum: number; places: number[] }>();
    for (const [used, { sum, places }] of layer)
      for (let column = 0; column < columns; column++) {
        const bit = 1 << column;
        const total = sum + row[column]!;
        if (used & bit || (next.get(used | bit)?.sum ?? -1) >= total) continue;
        next.set(used | bit, { sum: total, places: [...places, column] });
      }
    layer = next;
  }
  return [...layer.values()].reduce((best, each) => (each.sum > best.sum ? each : best)).places;
}

function overall(pairs: Pair[], few: ComparableWord[], many: ComparableWord[]): number {
  const weights = pairs.map(({ word, other }) => (word.weight + other.weight) / 2);
  const compared = weights.reduce((sum, weight) => sum + weight, 0);
  const likeness = pairs.reduce((sum, { score }, index) => sum + (score < leastAlike ? 0 : score) * weights[index]!, 0);
  const missing = (compared / few.length) * (many.length - few.length) * missingWeight;
  return Math.round((likeness / (compared + missing)) * 10_000) / 10_000;
}

function reasonsFor(pairs: Pair[], few: ComparableWord[], many: ComparableWord[]): NameReason[] {
  const found = new Set<NameReason>();
  for (const { word, other, score } of pairs) {
    if (score < leastAlike || word.spellings[0] === other.spellings[0]) continue;
    const script = otherScript(word.spellings[0]!, other.spellings[0]!);
    if (script) found.add(script);
    found.add(word.sounds.some((sound) => other.sounds.includes(sound)) ? 'same-sound' : 'close-spelling');
  }
  const alike = pairs.filter(({ score }) => score >= leastAlike).toSorted((a, b) => a.word.place - b.word.place);
  if (alike.some(({ other }, index) => index > 0 && other.place < alike[index - 1]!.other.place)) found.add('other-order');
  if (found.size === 0 && few.length === many.length && pairs.every(({ score }) => score === 1)) found.add('same-name');
  if (many.length > few.length && pairs.some(({ score }) => score >= leastAlike)) found.add('part-missing');
  return [...found];
}

const scripts: [RegExp, NameReason][] = [
  [/\p{Script=Arabic}/u, 'arabic-script'],
  [/\p{Script=Cyrillic}/u, 'cyrillic-script'],
  [/\p{Script=Ethiopic}/u, 'ethiopic-script'],
];

/** From which script one of two words was turned into Latin letters to compare them. */
function otherScript(a: string, b: string): NameReason | null {
  if (isLatin(a) === isLatin(b)) return null;
  const foreign = isLatin(a) ? b : a;
  return scripts.find(([script]) => script.test(foreign))?.[1] ?? 'other-script';
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
