import { CountedTable, type CountTable } from './counted-table.ts';
import type { SuppressedCell } from './suppress-counts.ts';

/** A reader who sets up the linear system of everything that was ever published and solves it for each cell. */
export interface Attacker {
  /** The least and the most that a cell can be. */
  range(at: readonly string[]): { low: number; high: number };
}

/**
 * `published`: what he collected, from however many pages and months.
 * `guessesNotEmpty`: he also takes what is hidden for not empty, except beneath a sum under the threshold, where zeros are hidden too.
 */
export function attacker(input: CountTable, published: readonly SuppressedCell[], { guessesNotEmpty = false } = {}): Attacker {
  const table = new CountedTable(input);
  const floors = Array.from(table.counts, (n, place) => (guessesNotEmpty && n > 0 && !isBeneathSmall(table, published, place) ? 1 : 0));
  const equations = published.filter((cell) => cell.n !== null).map(({ at, n }) => ({ row: rowOf(table, at), value: n! }));
  const system = equations.map(({ row, value }) => ({ row, value: value - dot(row, floors) }));
  return {
    range(at) {
      const objective = rowOf(table, at);
      const base = dot(objective, floors);
      const high = maximise(system, objective);
      const low = -maximise(system, objective.map((x) => -x));
      return { low: tidy(low + base), high: tidy(high + base) };
    },
  };
}

/** The values that cells have in every table of whole numbers up to `ceiling` that agrees with what is shown; for tiny tables only. */
export function possibleValues(input: CountTable, published: readonly SuppressedCell[], cells: readonly (readonly string[])[], ceiling: number): Set<number>[] {
  const table = new CountedTable(input);
  const rows = cells.map((at) => rowOf(table, at));
  const found = cells.map(() => new Set<number>());
  const equations = published
    .filter((cell) => cell.n !== null)
    .map(({ at, n }) => ({ row: rowOf(table, at), value: n! }))
    .map((equation) => ({ ...equation, last: equation.row.lastIndexOf(1) }));
  const counts = Array.from(table.counts, () => 0);
  const choose = (place: number): void => {
    if (place === counts.length) return rows.forEach((row, i) => found[i]!.add(dot(row, counts)));
    for (let n = 0; n <= ceiling; n++) {
      counts[place] = n;
      if (equations.every(({ row, value, last }) => last !== place || dot(row, counts) === value)) choose(place + 1);
    }
    counts[place] = 0;
  };
  choose(0);
  return found;
}

/** `counts` one for each of the finest places, in their order. */
export function valueIn(input: CountTable, counts: readonly number[], at: readonly string[]): number {
  return dot(rowOf(new CountedTable(input), at), counts);
}

function rowOf(table: CountedTable, at: readonly string[]): number[] {
  const row = Array.from(table.counts, () => 0);
  const [as, bs, cs] = table.nodesOf(table.find(at)).map((node, i) => table.axes[i]!.covers[node]!) as [number[], number[], number[]];
  for (const a of as) for (const b of bs) for (const c of cs) row[table.placeOf(a, b, c)] = 1;
  return row;
}

function isBeneathSmall(table: CountedTable, published: readonly SuppressedCell[], place: number): boolean {
  return published.some(({ at }) => {
    const row = rowOf(table, at);
    const n = dot(row, Array.from(table.counts));
    return row[place] === 1 && row.some((x, other) => x === 1 && other !== place) && n > 0 && n < 5;
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

const tidy = (x: number): number => (Math.abs(x - Math.round(x)) < 1e-6 ? Math.round(x) : x);

/** Two-phase simplex with Bland's rule: the most of `objective` over x >= 0 with the equations. */
function maximise(system: readonly { row: readonly number[]; value: number }[], objective: readonly number[]): number {
  const width = objective.length;
  const height = system.length;
  const rows = system.map(({ row, value }, i) => [...row, ...system.map((_, j) => (i === j ? 1 : 0)), value]);
  const basis = system.map((_, i) => width + i);
  const first = [...objective.map(() => 0), ...system.map(() => -1)];
  if (run(rows, basis, first, width + height) < -1e-6) throw new Error('What is published contradicts itself.');
  driveOut(rows, basis, width);
  return run(rows, basis, [...objective, ...system.map(() => 0)], width);
}

function run(rows: number[][], basis: number[], gains: readonly number[], width: number): number {
  const right = rows[0]?.length ? rows[0].length - 1 : 0;
  for (;;) {
    let entering = -1;
    for (let j = 0; j < width && entering < 0; j++) {
      if (basis.includes(j)) continue;
      const reduced = gains[j]! - rows.reduce((sum, row, i) => sum + gains[basis[i]!]! * row[j]!, 0);
      if (reduced > 1e-9) entering = j;
    }
    if (entering < 0) return rows.reduce((sum, row, i) => sum + gains[basis[i]!]! * row[right]!, 0);
    let leaving = -1;
    let least = Infinity;
    rows.forEach((row, i) => {
      if (row[entering]! <= 1e-9) return;
      const ratio = row[right]! / row[entering]!;
      if (ratio < least - 1e-12 || (ratio < least + 1e-12 && basis[i]! < basis[leaving]!)) [least, leaving] = [ratio, i];
    });
    if (leaving < 0) return Infinity;
    pivot(rows, basis, leaving, entering);
  }
}

function pivot(rows: number[][], basis: number[], leaving: number, entering: number): void {
  const by = rows[leaving]![entering]!;
  rows[leaving] = rows[leaving]!.map((x) => x / by);
  rows.forEach((row, i) => {
    const factor = row[entering]!;
    if (i !== leaving && Math.abs(factor) > 1e-12) rows[i] = row.map((x, j) => x - factor * rows[leaving]![j]!);
  });
  basis[leaving] = entering;
}

/** After the first phase: swaps the made-up variables that are left out of the basis, and drops rows that say nothing new. */
function driveOut(rows: number[][], basis: number[], width: number): void {
  for (let i = rows.length - 1; i >= 0; i--) {
    if (basis[i]! < width) continue;
    const entering = rows[i]!.findIndex((x, j) => j < width && Math.abs(x) > 1e-9);
    if (entering >= 0) pivot(rows, basis, i, entering);
    else {
      rows.splice(i, 1);
      basis.splice(i, 1);
    }
  }
}
