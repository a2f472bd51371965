import { randomInt } from 'node:crypto';
import { openSealing } from '../../../kernel/access/sealing.ts';

/**
 * A code that can be said aloud and written on a card: four syllables and two check digits, 'balu-timo-37'. 24 million
 * codes; a slip of one letter, or two syllables that change places, is no code at all.
 */
const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';
const syllables = [...consonants].flatMap((consonant) => [...vowels].map((vowel) => consonant + vowel));
const length = 4;

/** A new code, of chance alone. */
export function makeAskerCode(): string {
  return withCheck(Array.from({ length }, () => randomInt(syllables.length)));
}

/** The code as it is written, however it was typed: 'BALU TIMO 37' is 'balu-timo-37'. Undefined for what cannot be one. */
export function readAskerCode(typed: string): string | undefined {
  const bare = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  const parts = /^((?:[a-z]{2}){4})(\d\d)$/.exec(bare);
  if (!parts) return undefined;
  const numbers = parts[1]!.match(/../g)!.map((syllable) => syllables.indexOf(syllable));
  if (numbers.includes(-1)) return undefined;
  const code = withCheck(numbers);
  return code.endsWith(parts[2]!) ? code : undefined;
}

/** What is kept of a code: without the platform's key it cannot be found out by trying all. */
export async function hashAskerCode(dataFolder: string, tenantId: string, code: string): Promise<Buffer> {
  return (await openSealing(dataFolder)).keyedHash('asker-code', code, tenantId);
}

function withCheck(numbers: readonly number[]): string {
  const words = numbers.map((number) => syllables[number]!);
  // Weights that differ modulo the prime 97: a slip in one syllable and a swap of two both change the sum.
  const sum = numbers.reduce((rest, number, place) => (rest + number * 3 ** place) % 97, 0);
  return `${words[0]}${words[1]}-${words[2]}${words[3]}-${String(sum).padStart(2, '0')}`;
}
