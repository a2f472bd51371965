import { expect, test } from 'vitest';
import { proposeWorkers, type Worker } from './worker.ts';

function aWorker(name: string, facts: Partial<Worker> = {}): Worker {
  return { id: name, name, isGuide: true, languages: [], municipalities: [], isActive: true, casesRunning: 0, talksAhead: 0, version: 1, ...facts };
}
const family = { languages: ['ti', 'ar'], municipality: '23027' };
const proposed = (...workers: Worker[]) => proposeWorkers(workers, family).map(({ worker }) => worker.name);

test('who speaks the first language of the family comes before who speaks its second, and both before who speaks neither', () => {
  expect(proposed(aWorker('a', { languages: ['fr'] }), aWorker('b', { languages: ['ar'], talksAhead: 0 }), aWorker('c', { languages: ['ti'], talksAhead: 9 }))).toEqual(['c', 'b', 'a']);
});

test('of those who speak it, who goes to the municipality comes first, then who has the fewest talks ahead', () => {
  const speaks = { languages: ['ti'] };
  expect(proposed(aWorker('far', { ...speaks, municipalities: ['23016'] }), aWorker('busy', { ...speaks, talksAhead: 4 }), aWorker('free', { ...speaks, municipalities: ['23027'], talksAhead: 1 }))).toEqual(['free', 'busy', 'far']);
});

test('a region after a language makes no other language', () => {
  expect(proposeWorkers([aWorker('a', { languages: ['ar-SY'] })], family)[0]!.shared).toEqual(['ar']);
});

test('who takes no new talks is not proposed', () => {
  expect(proposed(aWorker('a', { isActive: false }))).toEqual([]);
});
