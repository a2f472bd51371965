import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { almostCertain, comparable, probablyTheSame, scoreLikeness, type Likeness } from '../likeness.ts';
import { blockingKeys, findDuplicates } from './find-duplicates.ts';

const yousef: Likeness = {
  name: { given: 'Yousef', family: 'Al-Voorbeeld', full: 'Yousef Al-Voorbeeld' },
  otherNames: [],
  birth: { year: 1985, month: 7, day: 30 },
  gender: 'man',
  nationalities: ['SY'],
  contactWays: [],
  householdKey: null,
  address: null,
};
const named = (full: string) => ({ given: null, family: null, full });
const score = (a: Partial<Likeness>, b: Partial<Likeness>) => scoreLikeness(comparable({ ...yousef, ...a }), comparable({ ...yousef, ...b }));

describe('two records are probably one person', () => {
  it('when they have one register number, whatever else they say', () => {
    expect(score({ registerNumber: '85073003328' }, { registerNumber: '85073003328', name: named('Iemand Anders'), birth: null })).toEqual({ score: 1, reasons: ['same-register-number'] });
  });

  it('when the name is spelt otherwise, in another order or script, and the day of birth is the same', () => {
    for (const full of ['Al-Khatib Youssef', 'Joesoef Alkhatib', 'يوسف الخطيب']) {
      const { score: sure, reasons } = score({ name: named('Yousef Al-Khatib') }, { name: named(full) });
      expect({ full, sure: sure >= probablyTheSame }).toEqual({ full, sure: true });
      expect(reasons).toContain('same-birth');
    }
    expect(score({}, { name: named('Al-Voorbeeld Yousef') }).score).toBeGreaterThan(almostCertain);
  });

  it('when the day of birth is partly unknown, 1 January, or turned round', () => {
    expect(score({}, { birth: { year: 1985, month: null, day: null } }).reasons).toContain('birth-may-be-same');
    for (const birth of [{ year: 1985, month: null, day: null }, { year: 1985, month: 1, day: 1 }]) expect(score({}, { birth }).score).toBeGreaterThan(probablyTheSame);
    expect(score({ birth: { year: 1985, month: 7, day: 3 } }, { birth: { year: 1985, month: 3, day: 7 } }).reasons).toContain('birth-turned-round');
  });

  it('when one has a bis number and the other the number that came after it', () => {
    expect(score({ registerNumber: '85273003344' }, { registerNumber: '85073003328' }).score).toBeGreaterThan(almostCertain);
  });

  it('when one name only stands beside the whole name, with the same day of birth and telephone', () => {
    const contactWays = [{ kind: 'phone' as const, value: '+32470000001', isPreferred: true }];
    expect(score({ contactWays, name: named('Ahmad Karimi') }, { contactWays, name: named('Ahmad') }).score).toBeGreaterThan(probablyTheSame);
  });
});

describe('two records are probably two people', () => {
  it('when their register numbers differ', () => {
    expect(score({ registerNumber: '85073003328' }, { registerNumber: '85073003427' })).toEqual({ score: 0, reasons: [] });
  });

  it('when they are brothers at one address', () => {
    const address = { street: 'Voorbeeldstraat', number: '12', box: null, postcode: '9999', municipality: { nis: null, name: null } };
    const home = { address, householdKey: 'G-1' };
    expect(score({ ...home, name: named('Omar Haidari') }, { ...home, name: named('Jamal Haidari'), birth: { year: 1987, month: 2, day: 3 } }).score).toBeLessThan(probablyTheSame);
    expect(score({ ...home, name: named('Omar Haidari') }, { ...home, name: named('Jamal Haidari') }).score).toBeLessThan(probablyTheSame);
  });

  it('when they have one name and another day of birth', () => {
    expect(score({}, { birth: { year: 1972, month: 11, day: 4 } }).score).toBeLessThan(probablyTheSame);
  });

  it('when they are Hassan and Hussein, born on one day', () => {
    expect(score({ name: named('Hassan') }, { name: named('Hussein') }).score).toBeLessThan(probablyTheSame);
  });
});

it('a pair scores the same whichever comes first', () => {
  const likeness = fc.record({
    name: fc.constantFrom('Mohamed Ali', 'محمد علي', 'Ali', 'Fatima Modèle', 'Modele Fatimah').map(named),
    birth: fc.option(fc.record({ year: fc.option(fc.integer({ min: 1980, max: 1983 })), month: fc.option(fc.integer({ min: 1, max: 3 })), day: fc.option(fc.integer({ min: 1, max: 3 })) })),
    gender: fc.constantFrom('man', 'woman', null),
    registerNumber: fc.constantFrom('85073003328', '85273003344', null),
    householdKey: fc.constantFrom('G-1', null),
  });
  fc.assert(
    fc.property(likeness, likeness, (a, b) => {
      expect(score(a, b).score).toBe(score(b, a).score);
    }),
  );
});

describe('a list', () => {
  it('shows its probable pairs, the surest first', async () => {
    const list = [yousef, { ...yousef, name: named('Iemand Anders') }, { ...yousef, name: named('Youssef Al Voorbeeld') }, { ...yousef, name: named('Jozef Voorbeeldt'), birth: { year: 1985, month: 1, day: 1 } }];
    const pairs = await findDuplicates(list);
    expect(pairs.map(({ first, second }) => [first, second])[0]).toEqual([0, 2]);
    expect(pairs.flatMap(({ first, second }) => [first, second])).not.toContain(1);
  });

  it('finds whatever scores as probable by the keys it shares', () => {
    const variants = [yousef, { ...yousef, birth: null }, { ...yousef, birth: { year: 1958, month: 7, day: 30 } }, { ...yousef, name: named('Joesoef') }];
    for (const other of variants) expect(blockingKeys(yousef).some((key) => blockingKeys(other).includes(key))).toBe(true);
  });
});
