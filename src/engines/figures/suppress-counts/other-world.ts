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
  readonly #attempt: number;
  #random: number;

  /**
   * `floors`: what the reader knows each of the finest counts to be at least; zero unless told. A later `attempt` takes other
   * boxes where several would do: the first that comes up can use what a later step needed. The same attempt always does the same.
   */
  constructor(table: CountedTable, prices: Prices, { floors = new Uint8Array(table.counts.length), attempt = 0 }: { floors?: Uint8Array; attempt?: number } = {}) {
    this.#table = table;
    this.#prices = prices;
    this.#counts = table.counts.slice();
    this.#floors = floors;
    this.#attempt = attempt;
    this.#random = attempt;
  }

  /**
   * Moves a cell up or down, by one or more but at most by `most`, at the least cost. Returns by how much and the cells that must
   * be hidden for it, which are those that changed; nothing when it cannot be done.
   */
  move(cell: number, direction: 1 | -1, most: number): Move | undefined {
    const box = this.#cheapest(cell, direction);
    if (!box) return undefined;
    const steps = this.#attempt > 0 ? 1 : Math.min(most, this.#room(...box, direction));
    for (let corner = 0; corner < 8; corner++) {
      const place = placeOf(this.#table, ...box, corner);
      if (place >= 0) this.#counts[place]! += signOf(corner) * direction * steps;
    }
    return { steps, changed: cellsOf(this.#table, box) };
  }

  #cheapest(cell: number, direction: 1 | -1): Box | undefined {
    const [xs, ys, zs] = this.#table.nodesOf(cell).map((node, i) => shiftsOf(this.#table, i, node)) as [Shift[], Shift[], Shift[]];
    let best: Box | undefined;
    let lowest = Infinity;
    for (const x of xs)
      for (const y of ys)
        for (const z of zs) {
          if (this.#room(x, y, z, direction) < 1) continue;
          const chance = this.#attempt > 0 ? this.#next() : 1;
          const limit = lowest / chance;
          const price = priceOf(this.#table, this.#prices, x, y, z, limit) + this.#toll;
          if (price >= limit) continue;
          best = [x, y, z];
          lowest = price * chance;
          if (lowest === 0) return best;
        }
    return best;
  }

  /** In a later attempt a box that costs nothing competes with cheap ones, since it can be what leads to the dead end. */
  get #toll(): number {
    return this.#attempt > 0 ? 1 : 0;
  }

  #next(): number {
    this.#random = (this.#random * 1103515245 + 12345) % 2147483648;
    return this.#random / 2147483648;
  }

  /** By how much the corners that go down can go down. */
  #room(x: Shift, y: Shift, z: Shift, direction: 1 | -1): number {
    let room = Infinity;
    for (let corner = 0; corner < 8 && room > 0; corner++) {
      const place = placeOf(this.#table, x, y, z, corner);
      if (place >= 0 && signOf(corner) === -direction) room = Math.min(room, this.#counts[place]! - this.#floors[place]!);
    }
    return room;
  }
}

export interface Move {
  steps: number;
  changed: number[];
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
