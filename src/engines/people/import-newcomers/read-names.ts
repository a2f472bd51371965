import { fold } from '../names/fold.ts';
import type { OtherName, PersonName } from '../person.ts';
import type { RowCells } from './row-cells.ts';

/** What registers write where there is no (first or last) name. */
const noName = new Set(['', 'x', 'xx', 'xxx', 'nn', 'n n', 'onbekend', 'inconnu', 'unknown', 'geen', 'geen voornaam', 'geen familienaam', 'zonder voornaam', 'sans prenom', 'sans nom', 'no name', 'nvt', 'n v t', 'niet bekend']);

const scripts = ['Arab', 'Cyrl', 'Ethi', 'Grek', 'Armn', 'Geor', 'Hebr', 'Deva', 'Beng', 'Taml', 'Telu', 'Gujr', 'Guru', 'Sinh', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Hang', 'Hira', 'Kana', 'Hani', 'Syrc'];
const scriptTests = scripts.map((script) => ({ script, test: new RegExp(`\\p{Script=${script}}`, 'u') }));

/** One name only is a name; a name in another script only is one too. Null, with a problem noted, when there is none at all. */
export function readNames(row: RowCells): { name: PersonName; otherNames: OtherName[] } | null {
  const [given, family, whole] = [named(row.text('first-name')), named(row.text('last-name')), named(row.text('full-name'))];
  const others = row.all('other-script-name').map(({ value }) => value).filter((value) => named(value) !== null);
  const name = composed(given, family, whole) ?? (others[0] ? { given: null, family: null, full: others[0] } : null);
  if (!name) {
    row.problem(row.first('full-name') ? 'full-name' : row.first('last-name') ? 'last-name' : 'first-name', row.first('full-name') ?? row.first('last-name') ?? row.first('first-name'), 'name-missing');
    return null;
  }
  const otherNames = others.filter((value) => value !== name.full).map((full): OtherName => ({ script: scriptOf(full), kind: scriptOf(full) === 'Latn' ? 'spelling' : 'script', full }));
  return { name, otherNames };
}

/** "Peeters, An" tells which part is which; a whole name without a comma does not. */
function composed(given: string | null, family: string | null, whole: string | null): PersonName | null {
  if (given !== null || family !== null) return { given, family, full: whole ?? [given, family].filter((part) => part !== null).join(' ') };
  if (whole === null) return null;
  const [before, after, ...more] = whole.split(',').map((part) => part.trim());
  const isReversed = before && after && more.length === 0;
  return isReversed ? { given: after, family: before, full: `${after} ${before}` } : { given: null, family: null, full: whole };
}

function named(text: string | null): string | null {
  const tidy = text?.replace(/\s+/g, ' ').trim() ?? '';
  return noName.has(fold(tidy)) ? null : tidy;
}

/** The ISO 15924 code of the first script other than Latin in a text. */
export function scriptOf(text: string): string {
  return scriptTests.find(({ test }) => test.test(text))?.script ?? 'Latn';
}
