import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../tests/world.ts';
import { changePersons, findProbableMatches, registerHouseholds, registerPersons } from './index.ts';
import { compareBirths } from './likeness.ts';
import type { PartialDate } from './person.ts';
import { aFamily, aPerson, type PersonBuilder } from './testing.ts';

describe('a probable duplicate', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    const known = [
      aPerson('Youssef Nazari').born('1985-06-14'),
      aPerson('Mohamed Amin El Hassan').born('1990-01-01'),
      aPerson('Hussein Karimi').born('2001-05-05'),
      aPerson('Fatima').born('1999'),
      aPerson('Olena Shevchenko').born('1979-11-30').reachedAt('+32470000077').knownAs('A-12'),
      aPerson('Zoë Geheim').born('1970-04-04'),
    ];
    await world.write(async (tx) => {
      await registerHouseholds(tx, known.map((person) => aFamily(person).asHousehold));
      await registerPersons(tx, [{ ...aPerson('Ali Reza').asPerson, registerNumber: '85061400175' }]);
    });
  });
  afterAll(() => world.close());

  const matches = async (...people: PersonBuilder[]) => (await world.read((read) => findProbableMatches(read, people.map(({ asPerson }) => asPerson)))).map((found) => found.map(({ name, reasons }) => ({ name: name.full, reasons })));

  it.each<[string, PersonBuilder, { name: string; reasons: string[] }[]]>([
    ['in another spelling', aPerson('Joesoef Nazari').born('1985-06-14'), [{ name: 'Youssef Nazari', reasons: ['same-sound', 'same-birth'] }]],
    ['in another order', aPerson('Nazari Youssef').born('1985-06-14'), [{ name: 'Youssef Nazari', reasons: ['other-order', 'same-birth'] }]],
    ['with a letter of each word typed wrong', aPerson('Olema Shevtenko').born('1979-11-30'), [{ name: 'Olena Shevchenko', reasons: ['close-spelling', 'same-birth'] }]],
    ['with a letter typed wrong and no day of birth', aPerson('Olena Shevsenko'), [{ name: 'Olena Shevchenko', reasons: [] }]],
    ['with two letters changed of place', aPerson('Karmii Hussein').born('2001-05-05'), [{ name: 'Hussein Karimi', reasons: ['other-order', 'same-birth'] }]],
    ['in another script', aPerson('يوسف نظري').born('1985-06-14'), [{ name: 'Youssef Nazari', reasons: ['arabic-script', 'same-sound', 'same-birth'] }]],
    ['with day and month turned round', aPerson('Olena Shevchenko').born('1979-11-30'), [{ name: 'Olena Shevchenko', reasons: ['same-name', 'same-birth'] }]],
    ['with a father’s name left out and a day that stands for any', aPerson('Mohamed El Hassan').born('1990-08-09'), [{ name: 'Mohamed Amin El Hassan', reasons: ['part-missing', 'birth-may-be-same'] }]],
    ['with one name only and a year', aPerson('Fatima').born('1999'), [{ name: 'Fatima', reasons: ['same-name', 'birth-may-be-same'] }]],
    ['by telephone however it is written', aPerson('Elena Sjevtsjenko').reachedAt('0470 00 00 77'), [{ name: 'Olena Shevchenko', reasons: ['same-sound', 'same-contact'] }]],
    ['by the number that the source gives', aPerson('Heel Anders').knownAs('A-12'), [{ name: 'Olena Shevchenko', reasons: ['same-reference', 'birth-may-be-same'] }]],
  ])('is found %s', async (_, person, expected) => {
    const found = (await matches(person))[0]!;
    expect(found.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    expect(found[0]!.reasons).toEqual(expect.arrayContaining(expected[0]!.reasons.filter((reason) => !(reason === 'birth-may-be-same' && person.asPerson.birth === undefined))));
  });

  it('is found for certain by the register number, of which only a keyed digest is kept', async () => {
    const asked = { ...aPerson('Alireza R.').asPerson, registerNumber: '85061400175' };
    const [found] = await world.read((read) => findProbableMatches(read, [asked]));
    expect(found![0]).toMatchObject({ score: 1, reasons: expect.arrayContaining(['same-register-number']) });
    const kept = await world.read(async (read) => sql<{ all: string }>`select string_agg(key, ' ') as all from people.person_key`.execute(read.on<never>()));
    expect(kept.rows[0]!.all).not.toContain('85061400175');
  });

  it.each([
    ['someone else with a name that is nearly the same', aPerson('Hassan Karimi').born('2003-09-20')],
    ['the same name born in another year', aPerson('Youssef Nazari').born('1962-02-02')],
    ['a stranger', aPerson('Papegaai Duiker').born('1985-06-14')],
  ])('is not %s', async (_, person) => {
    expect(await matches(person)).toEqual([[]]);
  });

  it('answers many at once, each in its place', async () => {
    const found = await matches(aPerson('Papegaai Duiker'), aPerson('Yusuf Nazari').born('1985-06-14'), aPerson('Zoe Geheim').born('1970-04-04'));
    expect(found.map((each) => each.map(({ name }) => name))).toEqual([[], ['Youssef Nazari'], ['Zoë Geheim']]);
  });

  it('is looked for by what is known now, not by what was', async () => {
    const [family] = await world.write((tx) => registerHouseholds(tx, [aFamily(aPerson('Oude Naam').born('1955-05-05').reachedAt('+32470000088')).asHousehold]));
    await world.write((tx) => changePersons(tx, [{ id: family!.personIds[0]!, name: { given: 'Nieuwe', family: 'Benaming', full: 'Nieuwe Benaming' }, contactWays: [] }]));
    expect(await matches(aPerson('Oude Naam').born('1955-05-05').reachedAt('+32470000088'))).toEqual([[]]);
    expect((await matches(aPerson('Nieuwe Benaming').born('1955-05-05')))[0]).toHaveLength(1);
  });

  it('never shows anyone of another authority', async () => {
    const elsewhere = await world.anotherTenant();
    expect(await world.read((read) => findProbableMatches(read, [aPerson('Youssef Nazari').born('1985-06-14').asPerson]), elsewhere)).toEqual([[]]);
  });
});

describe('two days of birth', () => {
  const day = (year: number | null, month: number | null = null, date: number | null = null): PartialDate => ({ year, month, day: date });
  it.each<[string, PartialDate | null, PartialDate | null]>([
    ['same-birth', day(1988, 2, 3), day(1988, 2, 3)],
    ['birth-may-be-same', day(1988, 1, 1), day(1988, 7, 9)],
    ['birth-may-be-same', day(1988, 1, 1), day(1988, 1, 1)],
    ['birth-may-be-same', day(1988), day(1988, 7, 9)],
    ['birth-turned-round', day(1988, 3, 7), day(1988, 7, 3)],
    ['birth-close', day(1988, 2, 3), day(1988, 2, 13)],
    ['birth-close', day(1988, 2, 3), day(1989, 2, 3)],
    ['birth-differs', day(1988, 2, 3), day(1988, 4, 5)],
    ['birth-differs', day(1988, 2, 3), day(1978, 2, 3)],
    ['unknown', null, day(1988, 2, 3)],
    ['unknown', day(null, 2, 3), day(1988, 2, 3)],
  ])('are %s: %j and %j', (expected, one, other) => {
    expect([compareBirths(one, other), compareBirths(other, one)]).toEqual([expected, expected]);
  });
});
