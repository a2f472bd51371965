import { describe, expect, test } from 'vitest';
import { blueprint } from '../../practices/_kitchen-sink/blueprint.ts';
import { findPage, isSame, pagesAsked, pagesUnanswered, readAnswers, suggestionFor } from './answers.ts';
import { questionnairePart } from './part.ts';
import { fieldsOf } from './questionnaire.ts';
import { answerWords } from './said.ts';

const visit = questionnairePart.parse(blueprint.questionnaires![0]);
const kitchen = findPage(visit, 'kitchen')!;
const end = findPage(visit, 'end')!;
const verdict = fieldsOf(visit, end)[0]!;

describe('the pages of a questionnaire', () => {
  test('are asked as the answers call for them', () => {
    expect(pagesAsked(visit, {}).map(({ id }) => id)).toEqual(['kitchen', 'summary', 'end']);
    expect(pagesAsked(visit, { kitchen: { needs: ['spoon'], own: null } }).map(({ id }) => id)).toEqual(['kitchen', 'spoons', 'summary', 'end']);
  });

  test('that were not got to are known at the end', () => {
    expect(pagesUnanswered(visit, { kitchen: { needs: [], own: null }, end: { verdict: 'done' } }).map(({ id }) => id)).toEqual(['kitchen']);
  });
});

describe('answers', () => {
  test('from a form: one ticked box is a list of one, an empty box is no answer', () => {
    expect(readAnswers(visit, kitchen, { needs: 'pan', own: '  ' }, 'nl')).toEqual({ answers: { needs: ['pan'], own: null } });
  });

  test('may all be left out: a talk breaks off where it breaks off', () => {
    expect(readAnswers(visit, kitchen, {}, 'nl')).toEqual({ answers: { needs: [], own: null } });
  });

  test('that cannot be are said beside their field', () => {
    const read = readAnswers(visit, kitchen, { needs: ['pan', 'cellar'], own: 'x'.repeat(21), wishes: 'x' }, 'nl');
    expect(read).toEqual({ errors: { 'needs.1': 'Kies een van de mogelijkheden.', own: 'Gebruik hoogstens 20 tekens.', wishes: 'Dit veld hoort niet bij deze actie.' } });
  });

  test('are the same whatever the order of the boxes', () => {
    expect(isSame(visit, kitchen, { needs: ['pan', 'spoon'], own: null }, { needs: ['spoon', 'pan'] })).toBe(true);
    expect(isSame(visit, kitchen, { needs: ['pan'], own: null }, { needs: ['spoon', 'pan'] })).toBe(false);
  });

  test('are said in words, in the language asked for', () => {
    const needs = fieldsOf(visit, kitchen)[0]!;
    expect(answerWords(needs, ['pan', 'spoon'], 'nl')).toEqual(['Een lepel', 'Een pan']);
    expect(answerWords(needs, ['pan'], 'ar')).toEqual(['مقلاة']);
    expect(answerWords(needs, [], 'nl')).toEqual([]);
  });
});

describe('a suggestion', () => {
  test('is the first rule that holds, with its reason', () => {
    expect(suggestionFor(visit, verdict, { kitchen: { needs: ['spoon'] }, spoons: { number: 8 } })).toMatchObject({ choose: 'come-back', because: { nl: 'Er ontbreken veel lepels.' } });
    expect(suggestionFor(visit, verdict, { kitchen: { needs: ['spoon'] }, spoons: { number: 6 } })).toMatchObject({ choose: 'done' });
    expect(suggestionFor(visit, verdict, {})).toMatchObject({ choose: 'done' });
  });
});
