import type { Read } from '../../../kernel/db/types.ts';
import { comparable, probablyTheSame, scoreLikeness, stillToCome, type Comparable } from '../likeness.ts';
import { findProbableMatches } from '../match.ts';
import { findComparables, findPersonsByKeys } from '../match.store.ts';
import { keysOf } from '../person-key.ts';
import { findRegisterSecret } from '../person.store.ts';
import { SoundIndex, soundingOf, wordsIn } from '../sound-index.ts';
import { findSoundingPersons } from '../sounding-person.store.ts';
import type { Newcomer } from './newcomer.ts';
import type { RowCandidate } from './newcomer-list.ts';

export interface NewRow {
  line: number;
  person: Newcomer;
}
/** A row and someone in the register who may be the same. */
interface Pair {
  row: NewRow;
  personId: string;
}

const personsAtATime = 2_000;
const mostShown = 3;
/** A telephone that more people share than this is that of a centre. */
const mostSharers = 20;

/**
 * For rows that nobody recognised, who in the register they may be, the likeliest first. The whole register is read once, in pages,
 * each in a transaction of its own, so that the desk keeps its speed meanwhile.
 */
export async function proposeForMany(rows: readonly NewRow[], reading: <T>(work: (read: Read) => Promise<T>) => Promise<T>): Promise<Map<number, RowCandidate[]>> {
  if (rows.length === 0) return new Map();
  const index = new SoundIndex();
  rows.forEach(({ person }, place) => index.add(place, soundingOf(namesOf(person), person.birth)));
  const ready = rows.map((): Comparable | null => null);
  const comparableRow = (place: number) => (ready[place] ??= comparable({ name: rows[place]!.person.name, otherNames: rows[place]!.person.otherNames, birth: rows[place]!.person.birth }));
  const pairs = await reading((read) => sharedContacts(read, rows));
  let after: string | null = null;
  for (;;) {
    const page = await reading((read) => findSoundingPersons(read, after, personsAtATime));
    for (const person of page) {
      const names = namesOf(person);
      const places = index.find({ sounds: person.sounds, words: wordsIn(names), birth: person.birth });
      if (places.size === 0) continue;
      const likeness = comparable(person);
      for (const place of places)
        if (scoreLikeness(comparableRow(place), likeness).score >= probablyTheSame - stillToCome) pairs.push({ row: rows[place]!, personId: person.id });
    }
    if (page.length < personsAtATime) return reading((read) => scored(read, pairs));
    after = page.at(-1)!.id;
  }
}

/** The same for one row that was repaired, by the register's own search. */
export async function proposeForOne(read: Read, row: NewRow): Promise<RowCandidate[]> {
  const [matches = []] = await findProbableMatches(read, [row.person], { limit: 10 });
  return (await scored(read, matches.map(({ personId }) => ({ row, personId })))).get(row.line) ?? [];
}

async function sharedContacts(read: Read, rows: readonly NewRow[]): Promise<Pair[]> {
  const byKey = new Map<string, NewRow[]>();
  for (const row of rows) for (const key of keysOf({ contactWays: row.person.contactWays }, null)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  const holders = Map.groupBy(await findPersonsByKeys(read, [...byKey.keys()]), ({ key }) => key);
  return [...holders].flatMap(([key, persons]) => (persons.length > mostSharers ? [] : persons.flatMap(({ personId }) => byKey.get(key)!.map((row) => ({ row, personId })))));
}

/** Every pair with all that is known of both; those that are probable enough, by line. */
async function scored(read: Read, pairs: readonly Pair[]): Promise<Map<number, RowCandidate[]>> {
  const secret = await findRegisterSecret(read);
  const known = await findComparables(read, [...new Set(pairs.map(({ personId }) => personId))]);
  const found = new Map<number, RowCandidate[]>();
  for (const { row, personId } of pairs) {
    const candidates = found.get(row.line) ?? [];
    const person = known.get(personId);
    if (!person || candidates.some((candidate) => 'personId' in candidate && candidate.personId === personId)) continue;
    const { score, reasons } = scoreLikeness(comparable(row.person, secret), person);
    if (score >= probablyTheSame) found.set(row.line, [...candidates, { personId, score, reasons }]);
  }
  for (const [line, candidates] of found) found.set(line, candidates.toSorted((a, b) => b.score - a.score).slice(0, mostShown));
  return found;
}

function namesOf({ name, otherNames }: Pick<Newcomer, 'name' | 'otherNames'>): string[] {
  return [name.full, ...otherNames.map(({ full }) => full)];
}
