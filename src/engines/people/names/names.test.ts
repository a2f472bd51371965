import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler } from './jaro-winkler.ts';
import { nameSimilarity } from './name-similarity.ts';
import { nameWords } from './name-words.ts';
import { fold } from './fold.ts';
import { nameSearchQuery, searchTokens, soundTokens } from './search-tokens.ts';

describe('names that sound alike share a token of sound', () => {
  const alike: string[][] = [
    ['Yousef', 'Youssef', 'Joesoef', 'Yusuf', 'يوسف'],
    ['Mohamed', 'Mohammed', 'Muhammad', 'Mohamad', 'Mehmet', 'محمد', 'مُحَمَّد'],
    ['Hussein', 'Husain', 'Hossein', 'Hüseyin', 'حسين', 'حسین'],
    ['Hassan', 'Hasan', 'حسن'],
    ['Karim', 'Kareem', 'كريم'],
    ['Khaled', 'Khalid', 'خالد'],
    ['Ibrahim', 'Ebrahim', 'إبراهيم'],
    ['Fatima', 'Fatimah', 'فاطمة'],
    ['Aisha', 'Aïcha', 'Ayşe', 'عائشة'],
    ['Abdel Rahman', 'Abdelrahman', 'Abderrahmane', 'Abdulrahman', 'عبد الرحمن', 'عبدالرحمن'],
    ['Abdelaziz', 'Abdul Aziz', 'عبد العزيز'],
    ['Abdullah', 'Abdallah', 'عبد الله', 'عبدالله'],
    ['Noureddine', 'Nour Eddine', 'Nooruddin', 'نور الدين'],
    ['Al-Khatib', 'El Khatib', 'Alkhatib', 'الخطيب'],
    ['Rachid', 'Rashid', 'رشيد'],
    ['Reza', 'Riza', 'رضا'],
    ['Suhail', 'سهيل'],
    ['Dawood', 'Daoud', 'داود'],
    ['Achmed', 'Ahmad', 'أحمد'],
    ['Oleksandr', 'Alexander', 'Олександр', 'Александр'],
    ['Yuliia', 'Julia', 'Iuliia', 'Юлія', 'Юлия'],
    ['Volodymyr', 'Vladimir', 'Володимир'],
    ['Tesfay', 'ተስፋይ'],
    ['Gebremedhin', 'ገብረመድህን'],
    ['Haile', 'ሃይለ'],
  ];
  for (const [first, ...others] of alike)
    for (const other of others)
      it(`${first} and ${other}`, () => {
        expect(soundTokens(first!).filter((token) => soundTokens(other).includes(token))).not.toEqual([]);
      });
});

describe('names that are different people stay apart', () => {
  for (const [one, other] of [['Hassan', 'Hussein'], ['حسن', 'حسين'], ['Hassan', 'حسين'], ['Ahmed', 'Hamid'], ['Karim', 'Akram'], ['Mohamed', 'Hamed'], ['Layla', 'Lina']] as const)
    it(`${one} and ${other}`, () => {
      expect(soundTokens(one).filter((token) => soundTokens(other).includes(token))).toEqual([]);
      expect(nameSimilarity(one, other).score).toBeLessThan(0.9);
    });
});

describe('what a name is found by', () => {
  it('its words, in Latin letters too, two neighbours as one, and their sounds', () => {
    expect(searchTokens('Gebre Medhin').filter((token) => !/^[de]~/.test(token))).toEqual(['gebre', 'medhin', 'gebremedhin', 'p~gbr', 'p~mdn', 'p~mdyn']);
    expect(searchTokens('Medhin').filter((token) => /^[de]~/.test(token))).toEqual(['d~medhin', 'd~edhin', 'd~mdhin', 'd~mehin', 'd~medin', 'd~medhn', 'd~medhi', 'e~mdyn', 'e~dyn', 'e~myn', 'e~mdn', 'e~mdy']);
    expect(searchTokens('Наталія')).toContain('nataliia');
    expect(searchTokens("N'Diaye-Öz")).toEqual(expect.arrayContaining(['ndiaye', 'oz']));
    expect(searchTokens(' .- ')).toEqual([]);
  });

  it('a query that asks every word by its beginning or its sound, or all words run together', () => {
    expect(nameSearchQuery('Gebre med')).toBe("('gebre':* | 'p~gbr':*) & ('med':* | 'p~md') | 'gebremed':*");
    expect(nameSearchQuery(' ,-')).toBeNull();
  });

  it('a query in which nothing that was typed can end the quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const query = nameSearchQuery(typed) ?? '';
        return /^[()|&:* ]*$/.test(query.replace(/'(?:[^'\\]|''|\\\\)*'/g, ''));
      }),
    );
  });
});

describe('how alike two names are', () => {
  it('does not depend on the order of the words', () => {
    expect(nameSimilarity('Karimi Ahmad Zia', 'Zia Ahmad Karimi')).toEqual({ score: 1, reasons: ['other-order'] });
    expect(nameSimilarity('Karimi Ahmad Zia', 'Karimi  Ahmad-Zia')).toEqual({ score: 1, reasons: ['same-name'] });
  });

  it('sees through script and spelling, and says so', () => {
    expect(nameSimilarity('Mohamed Al-Khatib', 'محمد الخطيب')).toMatchObject({ reasons: ['arabic-script', 'same-sound'] });
    expect(nameSimilarity('Mohamed Al-Khatib', 'محمد الخطيب').score).toBeGreaterThan(0.9);
    expect(nameSimilarity('Youssef Haddad', 'Yusuf Hadad').score).toBeGreaterThan(0.9);
    expect(nameSimilarity('Kovalenko', 'Kovalkeno')).toMatchObject({ reasons: ['close-spelling'] });
  });

  it('judges one name beside several on what is there, a little lower', () => {
    const { score, reasons } = nameSimilarity('Ahmad', 'Ahmad Karimi');
    expect(score).toBeGreaterThan(0.7);
    expect(score).toBeLessThan(0.9);
    expect(reasons).toEqual(['part-missing']);
  });

  it('keeps a brother apart: one word of two is another', () => {
    expect(nameSimilarity('Omar Haidari', 'Jamal Haidari').score).toBeLessThan(0.75);
  });

  it('is symmetric, between 0 and 1, and 1 for a name with letters beside itself', () => {
    const names = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 25 }), fc.array(fc.constantFrom('Mohamed', 'محمد', 'al', 'Abdel', 'Олена', 'ተስፋይ', 'Nour', 'Eddine', "O'Neil", 'x'), { maxLength: 10 }).map((words) => words.join(' ')));
    fc.assert(
      fc.property(names, names, (a, b) => {
        const [there, back] = [nameSimilarity(a, b), nameSimilarity(b, a)];
        const itself = nameSimilarity(a, a).score;
        expect(back.score).toBe(there.score);
        expect(back.reasons.toSorted()).toEqual(there.reasons.toSorted());
        expect(there.score >= 0 && there.score <= 1).toBe(true);
        if (nameWords(a).some(({ written }) => fold(written) !== '')) expect(itself).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Jaro-Winkler', () => {
  it('gives the values of the literature', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('', 'a')).toBe(0);
  });
});
