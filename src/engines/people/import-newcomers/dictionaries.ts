import { fold } from '../names/fold.ts';
import { jaroWinkler } from '../names/jaro-winkler.ts';
import { countryWords } from './country-words.ts';
import { languageWords } from './language-words.ts';

/** Names to codes: looked up folded, so case, accents and punctuation do not matter. */
type Dictionary = { codes: Map<string, string>; shown: [name: string, code: string][] };

const readIn = ['nl', 'fr', 'en'];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
const longerLanguages = 'prs kmr ckb apc ary arz rif rom zgh shi tzm kab fil tig din nus luo sid lua kng men tem kri mos bal syr byn'.split(' ');
/** Not countries: groupings, test areas, "unknown". */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const nearEnough = 0.85;

let countries: Dictionary | null = null;
let languages: Dictionary | null = null;

/** The ISO 3166-1 alpha-2 code of a country or of an adjective made of it, in Dutch, French or English; 'XX' for stateless. */
export function findCountry(text: string): string | null {
  return lookUp((countries ??= countryDictionary()), text);
}

/** The BCP 47 code of a language by its name in Dutch, French or English or by its code. */
export function findLanguage(text: string): string | null {
  return lookUp((languages ??= languageDictionary()), text);
}

/** Up to three codes whose names are spelt nearly like this. */
export function nearCountries(text: string): string[] {
  return near((countries ??= countryDictionary()), text);
}

export function nearLanguages(text: string): string[] {
  return near((languages ??= languageDictionary()), text);
}

function lookUp({ codes }: Dictionary, text: string): string | null {
  const whole = codes.get(fold(text));
  if (whole !== undefined) return whole;
  const withoutAside = text.replace(/\([^)]*\)/g, ' ');
  return withoutAside === text ? null : (codes.get(fold(withoutAside)) ?? null);
}

function near({ shown }: Dictionary, text: string): string[] {
  const wanted = fold(text);
  const scored = shown.map(([name, code]) => ({ code, score: jaroWinkler(wanted, name) })).filter(({ score }) => score >= nearEnough);
  return [...new Set(scored.toSorted((a, b) => b.score - a.score).map(({ code }) => code))].slice(0, 3);
}

function countryDictionary(): Dictionary {
  const codes = pairs.filter((code) => !noCountries.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
  return dictionary('region', codes, countryWords);
}

function languageDictionary(): Dictionary {
  const short = pairs.map((pair) => pair.toLowerCase()).filter((code) => Intl.getCanonicalLocales(code)[0] === code);
  return dictionary('language', [...short, ...longerLanguages], languageWords);
}

/** Words written by hand come last, so that they win; a code by itself is a word too. */
function dictionary(type: 'region' | 'language', codes: string[], words: Record<string, string>): Dictionary {
  const names: [string, string][] = [];
  for (const locale of readIn) {
    const displayed = new Intl.DisplayNames(locale, { type, fallback: 'none' });
    for (const code of codes) {
      const name = displayed.of(code);
      if (name) names.push([fold(name), code], [fold(name.replace(/\([^)]*\)/g, '')), code], [code.toLowerCase(), code]);
    }
  }
  const byHand = Object.entries(words).flatMap(([code, list]) => [code.toLowerCase(), ...list.split('|')].map((word): [string, string] => [fold(word), code]));
  return { codes: new Map([...names.toReversed(), ...byHand]), shown: [...names, ...byHand].filter(([name]) => name.length > 3) };
}
