import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { guide } from '../../src/engines/library/guide/guide.ts';
import { sourcesFolder } from '../../src/app/places.ts';
import { talk } from '../../src/practices/welcome-talks/talk.ts';

/** In bold without being on a screen: what a sentence stresses. */
const stressed = /^(CSV|Excel \(XLSX\)|Stel je bestuur in|Nodig collega's uit|Zeg welke talen|Vul de sociale kaart|Lees de lijst|Plan een gesprek|Wie vraagt|Plaats|passkey|wachtwoord|terug bij jou|toestemming|herstelcodes|Gesprekken per taal|Hulpvragen per thema)/i;

let onScreen: Set<string>;
beforeAll(async () => {
  onScreen = new Set();
  for await (const file of glob('**/messages/nl.json', { cwd: sourcesFolder })) keep(JSON.parse(await readFile(join(sourcesFolder, file), 'utf8')));
  keep(talk);
});

/** Every text in it, without what ends a sentence. */
function keep(value: unknown): void {
  if (typeof value === 'string') onScreen.add(plain(value));
  else if (value && typeof value === 'object') Object.values(value).forEach(keep);
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[.:?]$/, '').trim();
}

it.each(guide.map((page) => [page.title, page] as const))('%s names what stands on the screen as it stands there', (_, { markdown }) => {
  const labels = [...markdown.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!.replace(/[.:]$/, ''));
  expect(labels.filter((words) => !stressed.test(words) && !onScreen.has(plain(words)))).toEqual([]);
});
