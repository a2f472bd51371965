import { CountedTable, type CountTable } from './counted-table.ts';
import { OtherWorld, type Prices } from './other-world.ts';

/** A count under this number is not published. */
export const THRESHOLD = 5;

export interface SuppressionRules {
  threshold?: number;
  /** Says of a cell whether it is published anywhere; one that is not needs no protection and may take any value. */
  isPublished?: (at: readonly string[]) => boolean;
  /** What has been published of these cells before. */
  earlier?: readonly EarlierCell[];
}

/** A cell as readers may have kept it from an earlier publication. */
export interface EarlierCell {
  at: readonly string[];
  /** The numbers it was shown with, at whatever time. */
  shown: readonly number[];
  /** Whether it was hidden at any time: then it stays hidden, since showing it now would give away the earlier table. */
  wasHidden: boolean;
  /** Its counts have not changed since, so a shown one cannot be called back. */
  isFinal: boolean;
}

export interface SuppressedCell {
  at: readonly string[];
  /** Nothing when it is not shown: under the threshold, or needed to keep another one hidden. The two cannot be told apart. */
  n: number | null;
}

export interface SuppressedTable {
  /** Every cell that is published somewhere, sums included. */
  cells: readonly SuppressedCell[];
  /** The number at a place; nothing when it is hidden or published nowhere. Throws on names that the table has not. */
  at(...names: string[]): number | null;
}

/**
 * Decides which counts of a table may be shown.
 *
 * - A count of 1 up to the threshold is hidden (the minimum frequency rule: SDC Handbook, chapter 5, "Frequency tables").
 * - Nothing beneath such a count is shown either, zeros included: which of the others are empty would tell where its few people are.
 * - A zero is shown elsewhere, since it counts nobody, unless it is needed to hide another.
 * - So many other cells are hidden that for each small count there are other tables that agree with everything that is
 *   shown: one where it is 1 and one where it reaches the threshold. So no sum, difference or system of equations narrows it
 *   down (the feasibility interval of the handbook's chapter 4 holds 1 up to the threshold). These tables are really made,
 *   step by step, out of boxes (Repsilber's hypercubes): what is claimed is shown, not estimated.
 * - A reader who also guesses that what is hidden is not empty still finds more than one value for it.
 * - What was published before counts as shown. A number may change only by the threshold or more, or else it goes hidden.
 *
 * Tables that share sums (a month and its year, all municipalities and one) must be given as ONE table with groups:
 * what is safe in each alone is not safe together.
 */
export function suppressCounts(input: CountTable, rules: SuppressionRules = {}): SuppressedTable {
  const table = new CountedTable(input);
  const { threshold = THRESHOLD } = rules;
  const { prices, smalls } = firstState(table, rules, threshold);
  const floors = floorsOf(table, smalls);
  for (const small of smalls) protect(table, prices, floors, small);
  return resultOf(table, prices, rules);
}

/** A cell that must stay open over at least `low` to `high`. */
interface SmallCount {
  cell: number;
  low: number;
  high: number;
}

function firstState(table: CountedTable, rules: SuppressionRules, threshold: number) {
  const prices = pricesOf(table);
  const smalls: SmallCount[] = [];
  const published = publishedCells(table, rules);
  for (let cell = 0; cell < prices.length; cell++) if (!published[cell]) prices[cell] = 0;
  for (const before of rules.earlier ?? []) applyEarlier(table, prices, smalls, before, threshold);
  for (let cell = 0; cell < prices.length; cell++) {
    const n = table.sums[cell]!;
    if (n === 0 || n >= threshold || prices[cell] === Infinity || !published[cell]) continue;
    for (const beneath of cellsBeneath(table, cell)) if (prices[beneath] !== Infinity) prices[beneath] = 0;
    smalls.push({ cell, low: 1, high: threshold });
  }
  return { prices, smalls };
}

/** What is published, or was: a cell that was hidden in an earlier publication is still looked for. */
function publishedCells(table: CountedTable, { isPublished, earlier = [] }: SuppressionRules): Uint8Array {
  const published = new Uint8Array(table.sums.length).fill(1);
  if (isPublished) for (let cell = 0; cell < published.length; cell++) published[cell] = isPublished(table.namesOf(cell)) ? 1 : 0;
  for (const { at } of earlier) published[table.find(at)] = 1;
  return published;
}

/** Hiding costs more the more a cell sums up, and a little more the larger its number is. */
function pricesOf(table: CountedTable): Prices {
  const prices = new Float64Array(table.sums.length);
  for (let cell = 0; cell < prices.length; cell++) {
    const [a, b, c] = table.nodesOf(cell);
    const [x, y, z] = table.axes;
    prices[cell] = x.worth[a]! * y.worth[b]! * z.worth[c]! * (1 + Math.log10(1 + table.sums[cell]!));
  }
  return prices;
}

function applyEarlier(table: CountedTable, prices: Prices, smalls: SmallCount[], before: EarlierCell, threshold: number): void {
  const cell = table.find(before.at);
  if (before.wasHidden) prices[cell] = 0;
  else if (before.isFinal) prices[cell] = Infinity;
  if (before.wasHidden || before.isFinal) return;
  const n = table.sums[cell]!;
  const near = before.shown.filter((shown) => shown !== n && Math.abs(shown - n) < threshold);
  if (near.length === 0) return;
  prices[cell] = 0;
  const below = near.filter((shown) => shown < n);
  const above = near.filter((shown) => shown > n);
  const low = above.length > 0 ? Math.max(0, Math.max(...above) - threshold) : Math.min(...below);
  const high = below.length > 0 ? Math.min(...below) + threshold : Math.max(...above);
  smalls.push({ cell, low, high });
}

/** What a reader can know of the finest counts: one that is not empty is not, unless it is beneath a small sum, where zeros are hidden too. */
function floorsOf(table: CountedTable, smalls: readonly SmallCount[]): Uint8Array {
  const floors = Uint8Array.from(table.counts, (n) => (n > 0 ? 1 : 0));
  for (const { cell } of smalls) {
    const places = placesOf(table, cell);
    if (places.length > 1) for (const place of places) floors[place] = 0;
  }
  return floors;
}

/** The finest counts that a cell sums up. */
function placesOf(table: CountedTable, cell: number): number[] {
  const [as, bs, cs] = table.nodesOf(cell).map((node, i) => table.axes[i]!.covers[node]!) as [number[], number[], number[]];
  return as.flatMap((a) => bs.flatMap((b) => cs.map((c) => table.placeOf(a, b, c))));
}

/** A cell and all cells whose counts are among its own. */
function cellsBeneath(table: CountedTable, cell: number): number[] {
  const [as, bs, cs] = table.nodesOf(cell).map((node, i) => table.axes[i]!.beneath(node)) as [number[], number[], number[]];
  return as.flatMap((a) => bs.flatMap((b) => cs.map((c) => table.cellOf(a, b, c))));
}

/** Hides what it takes for a small count to be possibly `low` and possibly `high`, and for it not to be certain to whoever knows what is empty. */
function protect(table: CountedTable, prices: Prices, floors: Uint8Array, { cell, low, high }: SmallCount): void {
  const n = table.sums[cell]!;
  const known = placesOf(table, cell).reduce((sum, place) => sum + floors[place]!, 0);
  walk(table, prices, { cell, direction: 1, steps: high - n });
  walk(table, prices, { cell, direction: -1, steps: n - low });
  walk(table, prices, { cell, direction: n > known ? -1 : 1, steps: 1, floors });
}

interface Walk {
  cell: number;
  direction: 1 | -1;
  steps: number;
  floors?: Uint8Array;
}

/** Ways that are tried before all that is new is hidden; the first nearly always goes through. */
const attempts = 100;

function walk(table: CountedTable, prices: Prices, way: Walk): void {
  for (let attempt = 0; attempt < attempts; attempt++) if (attemptWalk(table, prices, way, attempt)) return;
  hideWhatCanBe(prices);
}

/** Goes all the way and hides what that takes; where it comes to a dead end, nothing is hidden. */
function attemptWalk(table: CountedTable, prices: Prices, { cell, direction, steps, floors }: Walk, attempt: number): boolean {
  const world = new OtherWorld(table, prices, { floors, attempt });
  const before = new Map<number, number>();
  for (let left = steps; left > 0; ) {
    const move = world.move(cell, direction, left);
    if (!move) {
      for (const [other, price] of before) prices[other] = price;
      return false;
    }
    for (const other of move.changed) {
      if (prices[other] !== 0) before.set(other, prices[other]!);
      prices[other] = 0;
    }
    left -= move.steps;
  }
  return true;
}

/** Where no way is found, nothing new is published: what was safe before stays safe. */
function hideWhatCanBe(prices: Prices): void {
  for (let cell = 0; cell < prices.length; cell++) if (prices[cell] !== Infinity) prices[cell] = 0;
}

function resultOf(table: CountedTable, prices: Prices, rules: SuppressionRules): SuppressedTable {
  const published = publishedCells(table, rules);
  const cells: SuppressedCell[] = [];
  for (let cell = 0; cell < prices.length; cell++)
    if (published[cell]) cells.push({ at: table.namesOf(cell), n: shownAt(table, prices, cell) });
  return { cells, at: (...names) => shownAt(table, prices, table.find(names)) };
}

function shownAt(table: CountedTable, prices: Prices, cell: number): number | null {
  return prices[cell] === 0 ? null : table.sums[cell]!;
}
