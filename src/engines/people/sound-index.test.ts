import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundTokens } from './names/search-tokens.ts';
import type { PartialDate } from './person.ts';
import { SoundIndex, soundingOf } from './sound-index.ts';
import { comparable, probablyTheSame, scoreLikeness } from './likeness.ts';

const day = (year: number | null, month: number | null = null, of: number | null = null): PartialDate => ({ year, month, day: of });

function finds(row: [string, PartialDate | null], person: [string, PartialDate | null]): boolean {
  const index = new SoundIndex();
  index.add(7, soundingOf([row[0]], row[1]));
  return index.find(soundingOf([person[0]], person[1])).has(7);
}

describe('who may be the same is found among many', () => {
  it('by one sound and the whole day', () => {
    expect(finds(['Ahmad Karimi', day(1988, 2, 3)], ['احمد', day(1988, 2, 3)])).toBe(true);
  });
  it('by two sounds and the year, whatever the day', () => {
    expect(finds(['Ahmad Karimi', day(1988, 2, 3)], ['Karimi Achmed', day(1988, 9, 9)])).toBe(true);
  });
  it('by one sound and the year, where either day says little', () => {
    expect(finds(['Ahmad Karimi', day(1988, 2, 3)], ['Ahmad Noori', day(1988, 1, 1)])).toBe(true);
    expect(finds(['Ahmad Karimi', day(1988, 1, 1)], ['Ahmad Noori', day(1988, 2, 3)])).toBe(true);
    expect(finds(['Ahmad', day(1988, 2, 3)], ['Ahmad Noori', day(1988, 4, 3)])).toBe(true);
  });
  it('by two sounds, where either year is unknown', () => {
    expect(finds(['Ahmad Karimi', null], ['Ahmad Karimi', day(1988, 2, 3)])).toBe(true);
    expect(finds(['Ahmad Karimi', day(1988, 2, 3)], ['Karimi Ahmad', null])).toBe(true);
  });
  it('but not by one sound of a common name, with another day', () => {
    expect(finds(['Ahmad Karimi', day(1988, 2, 3)], ['Ahmad Noori', day(1988, 4, 3)])).toBe(false);
    expect(finds(['Ahmad Karimi', day(1988, 2, 3)], ['Ahmad Karimi', day(1961, 4, 3)])).toBe(false);
  });
});

it('finds, of all pairs with names of two different words or more, every one that name and birth make probable by their sound', () => {
  const names = fc.uniqueArray(fc.constantFrom('Ahmad', 'أحمد', 'Karimi', 'Kareemi', 'Noori', 'Zalmai', 'Olena'), { minLength: 2, maxLength: 3, selector: (word) => soundTokens(word)[0] }).map((words) => words.join(' '));
  const births = fc.record({ year: fc.constantFrom(null, 1988, 1989), month: fc.constantFrom(null, 1, 2), day: fc.constantFrom(null, 1, 2) }).map((birth) => (birth.month === null ? { ...birth, day: null } : birth));
  const likeness = (full: string, birth: PartialDate) =>
    comparable({ name: { given: null, family: null, full }, birth });
  fc.assert(
    fc.property(names, births, names, births, (name, birth, other, otherBirth) => {
      const { score } = scoreLikeness(likeness(name, birth), likeness(other, otherBirth));
      return score < probablyTheSame || finds([name, birth], [other, otherBirth]);
    }),
    { numRuns: 2000 },
  );
});
