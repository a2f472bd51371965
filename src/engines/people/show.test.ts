import { describe, expect, it } from 'vitest';
import { Temporal } from '../../kernel/time/temporal.ts';
import { nested } from './nested.ts';
import { ageText, birthText, birthWithAge, phoneText } from './show.ts';

const today = Temporal.PlainDate.from('2026-03-03');

describe('a day of birth', () => {
  it.each([
    [{ year: 1988, month: 2, day: 3 }, '3 feb 1988 (38 jaar)'],
    [{ year: 1988, month: 3, day: 4 }, '4 mrt 1988 (37 jaar)'],
    [{ year: 2020, month: 2, day: 29 }, '29 feb 2020 (6 jaar)'],
    [{ year: 1988, month: 3, day: null }, 'maart 1988 (37 of 38 jaar)'],
    [{ year: 1988, month: 2, day: null }, 'februari 1988 (38 jaar)'],
    [{ year: 1988, month: null, day: null }, '1988 (37 of 38 jaar)'],
    [{ year: 2026, month: null, day: null }, '2026 (0 jaar)'],
  ])('%j is shown as far as it is known: %s', (birth, expected) => {
    expect(birthWithAge('nl', birth, today)).toBe(expected);
  });

  it('may lack its year, and then has no age', () => {
    const birth = { year: null, month: 2, day: 3 };
    expect([birthText('nl', birth), ageText('nl', birth, today)]).toEqual(['3/2, jaar niet bekend', undefined]);
    expect(birthWithAge('nl', null, today)).toBeUndefined();
  });
});

describe('a telephone number', () => {
  it.each([
    ['+32470000011', '0470 00 00 11'],
    ['+380440000001', '+380440000001'],
    ['+3220000001', '02 000 00 01'],
    ['+3216000001', '016 00 00 01'],
  ])('%s is shown as %s', (kept, shown) => expect(phoneText(kept)).toBe(shown));
});

describe('a flat form', () => {
  it('is read as what a program sends', () => {
    expect(nested({ 'members.1.given': 'B', 'members.0.birth.year': '1988', 'members.0.phones': ['1', '2'], street: 'Kerkstraat' })).toEqual({
      members: [{ birth: { year: '1988' }, phones: ['1', '2'] }, { given: 'B' }],
      street: 'Kerkstraat',
    });
  });

  it('leaves what was nested already, and lists, as they are', () => {
    const sent = { members: [{ given: 'A', birth: { year: 1988 } }] };
    expect(nested(sent)).toEqual(sent);
  });

  it('lets no name of the language itself through as one of its parts', () => {
    const read = nested(JSON.parse('{"__proto__.polluted": "x", "constructor.prototype.polluted": "x", "a.__proto__.polluted": "x"}')) as object;
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(Object.keys(read).sort()).toEqual(['__proto__.polluted', 'a.__proto__.polluted', 'constructor.prototype.polluted']);
  });

  it('does not fall over a field that is both a value and a list', () => {
    expect(nested({ members: 'x', 'members.0.given': 'A' })).toEqual({ members: [{ given: 'A' }] });
  });
});
