import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAskerCode, readAskerCode } from './asker-code.ts';

describe('a code for whoever gives no name', () => {
  it('reads however it is typed', () => {
    const code = makeAskerCode();
    expect(code).toMatch(/^[a-z]{4}-[a-z]{4}-\d\d$/);
    for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `]) expect(readAskerCode(typed)).toBe(code);
  });

  it('is told from a slip of one letter or digit', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), (at, slip) => {
        const bare = makeAskerCode().replaceAll('-', '');
        fc.pre(bare[at] !== slip);
        expect(readAskerCode(bare.slice(0, at) + slip + bare.slice(at + 1))).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is told from two syllables that changed places', () => {
    for (let turn = 0; turn < 500; turn += 1) {
      const bare = makeAskerCode().replaceAll('-', '');
      const swapped = bare.slice(2, 4) + bare.slice(0, 2) + bare.slice(4);
      if (swapped !== bare) expect(readAskerCode(swapped)).toBeUndefined();
    }
  });
});
