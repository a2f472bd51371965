import { describe, expect, test } from 'vitest';
import { evaluateExpression, ExpressionError, findMistake, holds } from './expression.ts';

const facts = {
  themes: [
    { theme: 'housing', understood: 'no', needs: ['certificate', 'rent'] },
    { theme: 'work', understood: null, needs: [] },
  ],
  expectations: { told: 'yes' },
};

describe('a condition', () => {
  test('counts over the answers', () => {
    expect(evaluateExpression('count(flatten(themes.needs))', facts)).toBe(2);
    expect(holds('count(themes[understood = "no"]) >= 1', facts)).toBe(true);
    expect(holds('some t in themes satisfies list contains(t.needs, "rent")', facts)).toBe(true);
  });

  test('does not hold when the answer is not known', () => {
    expect(holds('themes[2].understood = "yes"', facts)).toBe(false);
    expect(holds('themes[2].understood', facts)).toBe(false);
  });

  test('that asks for a name which is not there stops instead of quietly answering', () => {
    expect(() => holds('if visas > 3 then true else true', facts)).toThrow(ExpressionError);
    expect(() => holds('expectations.tol = "yes"', facts)).toThrow(/"expectations.tol = "yes"": .*tol/);
  });
});

describe('a mistake in an expression is named when the blueprint is read', () => {
  test.each([
    ['count(themes', /position 13/],
    ['count(thema) > 2', /thema/],
    ['count(themes[understod = "no"]) > 1', /understod/],
    ['counted(themes) > 2', /counted/],
    ['expectations.heard = "yes"', /heard/],
    ['date("2026-02-30") = date("2026-03-01")', /not a valid date/],
    ['date("2026-01-01") < today()', /today\(\) is not allowed/],
    ['now() = now()', /now\(\) is not allowed/],
  ])('%s', (source, culprit) => {
    expect(findMistake(source, facts)).toMatch(culprit);
  });

  test('a sound one has none', () => {
    expect(findMistake('count(themes[understood = "no"]) >= 3 or count(flatten(themes.needs)) > 4', facts)).toBeUndefined();
  });
});
