import type { CountedTable } from './counted-table.ts';
import type { Shift } from './dimension.ts';

/** What it costs to hide a cell: nothing when it is hidden already, Infinity when it has been published for good. */
export type Prices = Float64Array;

/**
 * Another table that a reader could take for the real one: it has other counts, but the same value in every cell
 * that is shown. It is made from the real one in steps. A step adds one to a count and makes up for it with one less
 * and one more elsewhere, so that only the corners of a box, and the sums that have one of two corners, change.
 */
export class OtherWorld {
  readonly #table: CountedTable;
  readonly #prices: Prices;
  readonly #counts: Int32Array;
  readonly #floors: Uint8Array;

  /** `floors`: what the reader knows each of the finest counts to be at least; zero unless told. */
  constructor(table: CountedTable, prices: Prices, floors: Uint8Array = new Uint8Array(table.counts.length)) {
    this.#table = table;
    this.#prices = prices;
    this.#counts = table.counts.slice();
    this.#floors = floors;
  }

  /**
   * Moves a cell by one, up or down, at the least cost. Returns the cells that must be hidden for it, which are
   * those that changed; nothing when it cannot be done.
   */
  move(cell: number, direction: 1 | -1): number[] | undefined {
    const best = this.#cheapest(cell, direction);
    if (!best) return undefined;
    this.#apply(best, direction);
    return cellsOf(this.#table, best);
  }

  #cheapest(cell: number, direction: 1 | -1): Box | undefined {
    const [xs, ys, zs] = this.#table.nodesOf(cell).map((node, i) => shiftsOf(this.#table, i, node)) as [Shift[], Shift[], Shift[]];
    let best: Box | undefined;
    let lowest = Infinity;
    for (const x of xs)
      for (const y of ys)
        for (const z of zs) {
          if (!this.#isPossible(x, y, z, direction)) continue;
          const price = priceOf(this.#table, this.#prices, x, y, z, lowest);
          if (price >= lowest) continue;
          best = [x, y, z];
          lowest = price;
          if (price === 0) return best;
        }
    return best;
  }

  #isPossible(x: Shift, y: Shift, z: Shift, direction: 1 | -1): boolean {
    for (let corner = 0; corner < 8; corner++) {
      const place = placeOf(this.#table, x, y, z, corner);
      if (place < 0 || signOf(corner) !== -direction) continue;
      if (this.#counts[place]! <= this.#floors[place]!) return false;
    }
    return true;
  }

  #apply([x, y, z]: Box, direction: 1 | -1): void {
    for (let corner = 0; corner < 8; corner++) {
      const place = placeOf(this.#table, x, y, z, corner);
      if (place >= 0) this.#counts[place]! += signOf(corner) * direction;
    }
  }
}

type Box = [Shift, Shift, Shift];

/** The shifts of an axis that move a node by one: one value under it up and, or not, one value outside it down. */
function shiftsOf(table: CountedTable, axisNumber: number, node: number): Shift[] {
  const axis = table.axes[axisNumber]!;
  const lowered = [-1, ...Array.from({ length: axis.size }, (_, value) => value).filter((value) => !axis.has(node, value))];
  return axis.covers[node]!.flatMap((raised) => lowered.map((value) => axis.shift(raised, value)));
}

/** The place of one of the eight corners: each bit of its number says whether it is the raised or the lowered value of an axis. */
function placeOf(table: CountedTable, x: Shift, y: Shift, z: Shift, corner: number): number {
  const a = corner & 1 ? x.lowered : x.raised;
  const b = corner & 2 ? y.lowered : y.raised;
  const c = corner & 4 ? z.lowered : z.raised;
  return a < 0 || b < 0 || c < 0 ? -1 : table.placeOf(a, b, c);
}

const signs = [1, -1, -1, 1, -1, 1, 1, -1] as const;
function signOf(corner: number): 1 | -1 {
  return signs[corner]!;
}

/** The price of hiding all that a box changes; stops counting at `limit`. */
function priceOf(table: CountedTable, prices: Prices, x: Shift, y: Shift, z: Shift, limit: number): number {
  let price = 0;
  for (const a of x.nodes)
    for (const b of y.nodes)
      for (const c of z.nodes) {
        price += prices[table.cellOf(a, b, c)]!;
        if (price >= limit) return price;
      }
  return price;
}

function cellsOf(table: CountedTable, [x, y, z]: Box): number[] {
  return x.nodes.flatMap((a) => y.nodes.flatMap((b) => z.nodes.map((c) => table.cellOf(a, b, c))));
}
