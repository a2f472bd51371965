import { expect, it } from 'vitest';
import { countryName, languageName } from './format.ts';

it('names languages and countries in the reader’s language, those that the standard lists lack too', () => {
  expect([languageName('nl', 'uk'), languageName('en', 'prs'), languageName('nl', 'kmr'), countryName('nl', 'SY')]).toEqual(['Oekraïens', 'Dari', 'Koerdisch (Kurmanji)', 'Syrië']);
});

it('lets what is no code stand for itself, as a form shows again what somebody typed', () => {
  expect([languageName('nl', 'Voorbeeld!'), countryName('nl', 'Nergens')]).toEqual(['Voorbeeld!', 'Nergens']);
});
