import { soundTokens } from './names/search-tokens.ts';
import type { PartialDate } from './person.ts';

/** How someone is looked up among many: the sounds of all their names, and what is known of their birth. */
export interface Sounding {
  sounds: readonly string[];
  /** Words in the longest of the names. */
  words: number;
  birth: PartialDate | null;
}

/**
 * Finds, of many records, the few that may be the same person as someone: without it, 10,000 rows against 100,000 persons would take a
 * thousand million comparisons. They share a sound and the whole day of birth; or two sounds and the year; or, where the name of either is one
 * word or the day of either says little (unknown, or 1 January), one sound and the year; or, where either year is unknown, two sounds.
 */
export class SoundIndex {
  readonly #byKey = new Map<string, number[]>();
  #hasNoYear = false;

  /** `place` stands for the row in the answers. */
  add(place: number, row: Sounding): void {
    const { sounds, birth } = row;
    for (const sound of sounds) {
      if (isWhole(birth)) this.#put(`d:${sound}:${dayOf(birth)}`, place);
      if (birth?.year) this.#put(`y:${sound}:${birth.year}`, place);
      if (birth?.year && saysLittle(row)) this.#put(`v:${sound}:${birth.year}`, place);
      if (!birth?.year && isOneWord(row)) this.#put(`o:${sound}`, place);
    }
    for (const pair of pairs(sounds)) {
      this.#put(`a:${pair}`, place);
      this.#put(birth?.year ? `t:${pair}:${birth.year}` : `s:${pair}`, place);
    }
    this.#hasNoYear ||= !birth?.year;
  }

  /** The places of the rows that may be this person. */
  find(person: Sounding): Set<number> {
    const { sounds, birth } = person;
    const found = new Set<number>();
    const collect = (key: string) => {
      for (const place of this.#byKey.get(key) ?? []) found.add(place);
    };
    for (const sound of sounds) {
      if (isWhole(birth)) collect(`d:${sound}:${dayOf(birth)}`);
      if (birth?.year) collect(`${saysLittle(person) ? 'y' : 'v'}:${sound}:${birth.year}`);
      if (isOneWord(person)) collect(`o:${sound}`);
    }
    const paired = birth?.year && !this.#hasNoYear ? [] : pairs(sounds);
    for (const pair of paired) collect(birth?.year ? `s:${pair}` : `a:${pair}`);
    if (birth?.year) for (const pair of pairs(sounds)) collect(`t:${pair}:${birth.year}`);
    return found;
  }

  #put(key: string, place: number): void {
    const places = this.#byKey.get(key);
    if (!places) this.#byKey.set(key, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }
}

export function soundingOf(names: readonly string[], birth: PartialDate | null): Sounding {
  return { sounds: [...new Set(names.flatMap(soundTokens))], words: wordsIn(names), birth };
}

export function wordsIn(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => name.trim().split(/[\s-]+/).length));
}

function saysLittle(someone: Sounding): boolean {
  return isOneWord(someone) || !isWhole(someone.birth);
}

/** Said Said is heard as one word too. */
function isOneWord({ words, sounds }: Sounding): boolean {
  return words < 2 || sounds.length < 2;
}

/** A whole day that is no placeholder. */
function isWhole(birth: PartialDate | null): birth is { year: number; month: number; day: number } {
  return birth !== null && birth.year !== null && birth.month !== null && birth.day !== null && !(birth.month === 1 && birth.day === 1);
}

function dayOf({ year, month, day }: PartialDate): string {
  return `${year}-${month}-${day}`;
}

const mostPaired = 8;

function pairs(sounds: readonly string[]): string[] {
  const few = sounds.toSorted().slice(0, mostPaired);
  return few.flatMap((one, index) => few.slice(index + 1).map((other) => `${one}+${other}`));
}
