import type { Read } from '../../../kernel/db/types.ts';
import { spokenLanguageOptions } from '../../../kernel/i18n/spoken-languages.ts';
import { findMunicipalities } from '../../directory/index.ts';

/** Written with a capital, and nobody's name. */
const everyday =
  'Agentschap Antwerpen België Belgisch Brussel CAW Europa Europees Fedasil Fluvius Gent Huis Inburgering Integratie Kerstmis Kind Kruis Kruispunt Limburg Loket Nederlands Nederlandse Nederlandstalig OCMW Oost-Vlaanderen Pasen Ramadan RVA Rode Sociaal VDAB Vlaams Vlaamse Vlaams-Brabant Vlaanderen Wallonië West-Vlaanderen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag';

/** What in a text looks like the name, address or number of a person. A help for who writes, never a proof that there is none. */
export async function findLikelyNames(read: Read, words: string): Promise<string[]> {
  const languages = spokenLanguageOptions('nl').flatMap(({ label }) => label.split(/[\s()/]+/));
  const places = (await findMunicipalities(read)).flatMap(({ name }) => name.split(/\s+/));
  return likelyNames(words, new Set([...languages, ...places, ...everyday.split(' ')].map((word) => word.toLowerCase())));
}

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Eight digits or more, however they are split: a telephone, a national number, an account. */
const number = /\+?\d(?:[\s./()-]{0,2}\d){7,}/gu;
/** Where a sentence begins, a capital says nothing. */
const beginsSentence = /(?:^|[.!?:;\n])\s*(?:[-*•]\s*)?["'’“”‘(]*\s*$/u;

export function likelyNames(words: string, known: ReadonlySet<string>): string[] {
  const found: string[] = [...(words.match(address) ?? []), ...(words.match(number) ?? [])];
  const rest = words.replace(address, ' ').replace(number, ' ');
  // One name is several words with a capital beside each other: "Amira Haddad", "Jan van der Molen".
  for (const match of rest.matchAll(/\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*(?:\s+(?:(?:van|de|der|den|el|al|ben|bin|abu|von)\s+)*\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)*/gu)) {
    const unknown = match[0].split(/\s+/).filter((word) => !known.has(word.toLowerCase()));
    const isStart = beginsSentence.test(rest.slice(0, match.index));
    const capitals = unknown.filter((word) => /^\p{Lu}/u.test(word));
    if (capitals.length > (isStart ? 1 : 0)) found.push(match[0]);
  }
  // A word in a script without capitals stands in a Dutch text for a name, mostly.
  for (const match of rest.matchAll(/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Ethiopic}]+(?:\s+[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Ethiopic}]+)*/gu)) found.push(match[0]);
  return [...new Set(found)].slice(0, 10);
}
