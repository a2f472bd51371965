import { describe, expect, it } from 'vitest';
import { likelyNames } from './find-likely-names.ts';

describe('what looks like a name in a text', () => {
  const known = new Set(['voorbeeldgem', 'arabisch', 'ocmw', 'sociaal', 'huis']);

  it.each([
    ['Gezinnen wachten lang op een woning. Amira Haddad wacht al een jaar.', ['Amira Haddad']],
    ['Een moeder, Selam, kreeg geen antwoord.', ['Selam']],
    ['de heer Jan van der Molen werd geweigerd', ['Jan van der Molen']],
    ['Bel 0470 00 00 12 of mail noor@example.org', ['noor@example.org', '0470 00 00 12']],
    ['nummer 85.07.30-033.28 werd gevraagd', ['85.07.30-033.28']],
    ['het gezin van محمد الخطيب wacht', ['محمد الخطيب']],
  ])('finds it in “%s”', (words, found) => {
    expect(likelyNames(words, known)).toEqual(found);
  });

  it.each([
    'Gezinnen met vier kinderen vinden in Voorbeeldgem geen woning. De wachtlijst is twee jaar lang.',
    'Wie Arabisch spreekt, krijgt bij het Sociaal Huis en het OCMW geen tolk.',
    'Sinds 2025 vraagt de huisbaas 3 maanden waarborg:\n- Ook voor 600 euro huur.\n- Soms meer.',
  ])('finds nothing in “%s”', (words) => {
    expect(likelyNames(words, known)).toEqual([]);
  });
});
