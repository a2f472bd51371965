import { Temporal } from '../../../kernel/time/temporal.ts';
import type { HouseholdRole } from '../household.ts';

/** Who belonged to which household, as one row of the register: days are ISO 8601. */
export interface Membership {
  householdId: string;
  personId: string;
  role: HouseholdRole;
  place: number;
  joinedOn: string | null;
  leftOn: string | null;
}

/** Where the one person lives: in the household of the one that remains, or of the other; or both households are one family, at the home of either. */
export const homeChoices = ['kept', 'gone', 'together-kept', 'together-gone'] as const;
export type HomeChoice = (typeof homeChoices)[number];

export interface HomePlan {
  rows: Membership[];
  /** Where everyone lives whom this touches; null is nowhere known. */
  livingIn: Map<string, string | null>;
  /** A household in which nobody is left, and the one it is one with. */
  emptied: { goneId: string; keptId: string } | null;
}

interface Asked {
  keptId: string;
  goneId: string;
  /** The households where they live now. */
  keptHome: string | null;
  goneHome: string | null;
  choice: HomeChoice;
  today: Temporal.PlainDate;
}

/** The rows of both persons and both households as they become when two persons are one. Pure: what was before is kept by who asks. */
export function planHomes(before: readonly Membership[], asked: Asked): HomePlan {
  const { keptId, goneId, keptHome, goneHome, choice, today } = asked;
  const target = choice === 'kept' || choice === 'together-kept' ? (keptHome ?? goneHome) : (goneHome ?? keptHome);
  const other = [keptHome, goneHome].find((home) => home !== null && home !== target) ?? null;
  let rows = asOnePerson(before, keptId, goneId);
  const leaving = (row: Membership): Membership => ({ ...row, leftOn: later(today, row.joinedOn) });
  rows = rows.map((row) => (row.personId === keptId && row.leftOn === null && row.householdId !== target ? leaving(row) : row));
  rows = rows.map((row) => (row.personId === keptId && row.householdId === target ? { ...row, leftOn: null } : row));
  const livingIn = new Map<string, string | null>([[keptId, target], [goneId, null]]);
  if (target && other && choice.startsWith('together')) {
    const coming = rows.filter((row) => row.householdId === other && row.leftOn === null && row.personId !== keptId);
    rows = comeTogether(rows, coming, { target, other, keptId, leaving });
    for (const { personId } of coming) livingIn.set(personId, target);
  }
  rows = withReference(rows);
  const isEmptied = target && other && before.some(isCurrentIn(other)) && !rows.some(isCurrentIn(other));
  return { rows, livingIn, emptied: isEmptied ? { goneId: other, keptId: target } : null };
}

/** The rows of the other become rows of the one that remains; where both stand in one household, one row does. */
function asOnePerson(rows: readonly Membership[], keptId: string, goneId: string): Membership[] {
  const gone = rows.filter(({ personId }) => personId === goneId);
  const own = rows.filter(({ personId }) => personId === keptId);
  const joined = own.map((row) => {
    const twin = gone.find(({ householdId }) => householdId === row.householdId);
    if (!twin) return row;
    const isCurrent = row.leftOn === null || twin.leftOn === null;
    return { ...row, role: twin.role === 'reference' && twin.leftOn === null ? twin.role : row.role, joinedOn: earlier(row.joinedOn, twin.joinedOn), leftOn: isCurrent ? null : row.leftOn };
  });
  const moved = gone.filter(({ householdId }) => !own.some((row) => row.householdId === householdId)).map((row) => ({ ...row, personId: keptId }));
  return [...rows.filter(({ personId }) => personId !== keptId && personId !== goneId), ...joined, ...moved];
}

/** Everyone of the other household comes to live in the one that stays, as what they are there when both had the same first person. */
function comeTogether(rows: readonly Membership[], coming: readonly Membership[], { target, other, keptId, leaving }: { target: string; other: string; keptId: string; leaving: (row: Membership) => Membership }): Membership[] {
  const firstOf = (home: string) => rows.find((row) => row.householdId === home && row.role === 'reference')?.personId;
  const isSameFirst = firstOf(target) === keptId && (firstOf(other) === keptId || firstOf(other) === undefined);
  let place = Math.max(0, ...rows.filter(({ householdId }) => householdId === target).map((row) => row.place));
  const arrived = coming.map((row): Membership => {
    const role = isSameFirst && row.role !== 'reference' ? row.role : 'other';
    return { ...row, householdId: target, role, place: ++place, leftOn: null };
  });
  const stays = rows.map((row) => (coming.includes(row) ? leaving(row) : row));
  return [...stays.filter((row) => !arrived.some(({ householdId, personId }) => row.householdId === householdId && row.personId === personId)), ...arrived];
}

/** Every household with members has one first person. */
function withReference(rows: readonly Membership[]): Membership[] {
  const byHome = Map.groupBy(rows, ({ householdId }) => householdId);
  return [...byHome.values()].flatMap((members) => {
    const current = members.filter(({ leftOn }) => leftOn === null).toSorted((a, b) => Number(b.role === 'reference') - Number(a.role === 'reference') || a.place - b.place);
    return members.map((row) => {
      if (row.leftOn !== null) return row;
      if (row === current[0]) return row.role === 'reference' ? row : { ...row, role: 'reference' as const };
      return row.role === 'reference' ? { ...row, role: 'other' as const } : row;
    });
  });
}

const isCurrentIn = (home: string) => (row: Membership) => row.householdId === home && row.leftOn === null;

function later(day: Temporal.PlainDate, than: string | null): string {
  return than !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(than), day) > 0 ? than : day.toString();
}

function earlier(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a < b ? a : b) : (a ?? b);
}

/** A row as it was and as it became; null is no row. */
export interface Changed {
  before: Membership | null;
  after: Membership | null;
}

const keyOf = ({ householdId, personId }: Membership) => `${householdId}/${personId}`;

export function changedRows(before: readonly Membership[], after: readonly Membership[]): Changed[] {
  const [was, is] = [new Map(before.map((row) => [keyOf(row), row])), new Map(after.map((row) => [keyOf(row), row]))];
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => ({ before: was.get(key) ?? null, after: is.get(key) ?? null })).filter((each) => !isSameRow(each.before, each.after));
}

/** What takes these changes back, of rows that nobody changed since. */
export function backwards(changes: readonly Changed[], now: readonly Membership[]): Changed[] {
  const current = new Map(now.map((row) => [keyOf(row), row]));
  return changes.flatMap(({ before, after }) => (isSameRow(current.get(keyOf((before ?? after)!)) ?? null, after) ? [{ before: after, after: before }] : []));
}

function isSameRow(a: Membership | null, b: Membership | null): boolean {
  if (a === null || b === null) return a === b;
  return keyOf(a) === keyOf(b) && a.role === b.role && a.place === b.place && a.joinedOn === b.joinedOn && a.leftOn === b.leftOn;
}
