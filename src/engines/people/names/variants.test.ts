import { describe, expect, it } from 'vitest';
import { comparable, probablyTheSame, scoreLikeness, worthAsking } from '../likeness.ts';
import { different, parsePartial, same } from './variants.ts';

const judged = ([name, birth]: readonly [string, string]) => comparable({ name: { given: null, family: null, full: name }, birth: parsePartial(birth) });

/** Made-up people, written down twice as desks, lists and passports write them; and pairs of two people who are easily taken for one. */
describe('of people who were written down twice, and of others who look so', () => {
  const scored = (pairs: typeof same) => pairs.map(([one, other, why]) => ({ pair: `${one[0]} (${one[1]}) · ${other[0]} (${other[1]}) · ${why}`, score: scoreLikeness(judged(one), judged(other)).score }));

  it('almost all are proposed, and almost nobody else', () => {
    const [found, wrong] = [scored(same), scored(different)];
    const hits = found.filter(({ score }) => score >= probablyTheSame);
    const misses = found.filter(({ score }) => score < probablyTheSame);
    const mistakes = wrong.filter(({ score }) => score >= probablyTheSame);
    const recall = hits.length / found.length;
    const precision = hits.length / (hits.length + mistakes.length);
    console.log(`${found.length} pairs of one person, ${wrong.length} of two: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
    for (const { pair, score } of misses) console.log(`missed ${score.toFixed(2)}: ${pair}`);
    for (const { pair, score } of mistakes) console.log(`wrongly proposed ${score.toFixed(2)}: ${pair}`);
    expect(recall).toBeGreaterThanOrEqual(0.93);
    expect(precision).toBeGreaterThanOrEqual(0.93);
  });

  it('and at the desk, where someone stands before you, no one is missed', () => {
    const missed = scored(same).filter(({ score }) => score < worthAsking);
    expect(missed.map(({ pair }) => pair)).toEqual([]);
  });

  it('a name alone never makes Hassan of Hussein, nor a brother of a brother', () => {
    for (const [one, other] of [['Hassan', 'Hussein'], ['حسن', 'حسين'], ['Hassan Karimi', 'Hussein Karimi'], ['Omar Haidari', 'Amir Haidari'], ['Ahmed', 'Hamid']] as const)
      expect(scoreLikeness(judged([one, '']), judged([other, ''])).score).toBeLessThan(probablyTheSame);
  });
});
