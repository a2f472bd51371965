import type { Temporal } from '../../../kernel/time/temporal.ts';
import { fold } from '../names/fold.ts';
import { allowsSeveralColumns, type Field, type Mapping } from './fields.ts';
import { guessByValues } from './guess-by-values.ts';
import { headerWords } from './header-words.ts';

/** What a column seems to hold, how sure that is (0 to 1), and what told it. */
export type ColumnGuess = { field: Field | null; confidence: number; by: 'title' | 'part-of-title' | 'values' | null };

type Candidate = { column: number; field: Field; confidence: number; by: 'title' | 'part-of-title' | 'values' };

const titles = new Map<string, Field>(Object.entries(headerWords).flatMap(([field, words]) => words.split('|').map((word) => [word, field as Field] as const)));
const shortestPart = 4;

/**
 * Guesses what each column holds, by its title in Dutch, French or English, and where the title says nothing, by its values
 * (`sampleRows`: the cells of some rows). Each field goes to the column that fits it best.
 */
export function guessColumns(header: readonly string[], sampleRows: readonly (readonly string[])[], today: Temporal.PlainDate): ColumnGuess[] {
  const candidates = header.flatMap((title, column) => {
    const byTitle = titleCandidates(title, column).map((candidate) => besideFirstName(candidate, header));
    return byTitle.length > 0 ? byTitle : valueCandidates(sampleRows, column, today);
  });
  const guesses: ColumnGuess[] = header.map(() => ({ field: null, confidence: 0, by: null }));
  const taken = new Set<Field>();
  for (const { column, field, confidence, by } of candidates.toSorted((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (guesses[column]!.field !== null || (taken.has(field) && !allowsSeveralColumns(field))) continue;
    guesses[column] = { field, confidence, by };
    taken.add(field);
  }
  return inContext(guesses, header, taken);
}

export function mappingOf(guesses: readonly ColumnGuess[]): Mapping {
  return guesses.map(({ field }) => field);
}

function titleCandidates(title: string, column: number): Candidate[] {
  const words = fold(title).replace(/\s?\d+$/, '');
  const whole = titles.get(words);
  if (whole) return [{ column, field: whole, confidence: 0.98, by: 'title' }];
  const parts = [...titles].filter(([known]) => known.length >= shortestPart && ` ${words} `.includes(` ${known} `));
  return parts.map(([known, field]) => ({ column, field, confidence: 0.5 + 0.4 * (known.length / words.length), by: 'part-of-title' as const }));
}

function valueCandidates(sampleRows: readonly (readonly string[])[], column: number, today: Temporal.PlainDate): Candidate[] {
  const values = sampleRows.map((cells) => cells[column] ?? '').filter((value) => value !== '');
  return guessByValues(values, today).map(({ field, confidence }) => ({ column, field, confidence, by: 'values' as const }));
}

/** "Naam" beside "Voornaam" is the family name, so that "Volledige naam" can stand beside both; unless a column is called so outright. */
function besideFirstName(candidate: Candidate, header: readonly string[]): Candidate {
  if (candidate.field !== 'full-name' || !/^(naam|name)$/.test(fold(header[candidate.column]!))) return candidate;
  const has = (field: Field) => header.some((title) => titles.get(fold(title)) === field);
  return has('first-name') && !has('last-name') ? { ...candidate, field: 'last-name' } : candidate;
}

/** "Nom" without "Prénom" is the whole name; a bare "Nummer" is a house number only beside a street. */
function inContext(guesses: ColumnGuess[], header: readonly string[], taken: ReadonlySet<Field>): ColumnGuess[] {
  return guesses.map((guess, column) => {
    const title = fold(header[column]!);
    if (guess.field === 'last-name' && title === 'nom' && !taken.has('first-name')) return { ...guess, field: 'full-name' };
    const needsStreet = guess.field === 'house-number' || guess.field === 'box';
    if (needsStreet && !taken.has('street')) return { field: null, confidence: 0, by: null };
    return guess;
  });
}
