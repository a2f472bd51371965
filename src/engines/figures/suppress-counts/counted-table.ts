import { Axis, type Dimension } from './dimension.ts';

/** Counts by one, two or three dimensions. Values that are not mentioned count 0; a place mentioned twice is added up. */
export interface CountTable {
  dimensions: readonly Dimension[];
  /** `at` names one value of each dimension, in their order; `n` is a whole number of 0 or more. */
  counts: readonly Count[];
}

export interface Count {
  at: readonly string[];
  n: number;
}

const nothing: Dimension = { name: '', values: [''], total: null };

/** A table with every sum that could be published: each cell is a node on each of three axes. */
export class CountedTable {
  readonly axes: readonly [Axis, Axis, Axis];
  readonly depth: number;
  /** The finest counts; `placeOf` numbers them. */
  readonly counts: Int32Array;
  /** Every count and every sum; `cellOf` numbers them. */
  readonly sums: Int32Array;

  constructor({ dimensions, counts }: CountTable) {
    if (dimensions.length < 1 || dimensions.length > 3) throw new Error('A table has one, two or three dimensions.');
    this.depth = dimensions.length;
    const [first, second = nothing, third = nothing] = dimensions;
    this.axes = [new Axis(first!), new Axis(second), new Axis(third)];
    const [a, b, c] = this.axes;
    this.counts = new Int32Array(a.size * b.size * c.size);
    this.sums = new Int32Array(a.names.length * b.names.length * c.names.length);
    for (const { at, n } of counts) this.#add(at, n);
    this.#sumUp();
  }

  placeOf(a: number, b: number, c: number): number {
    return (a * this.axes[1].size + b) * this.axes[2].size + c;
  }

  cellOf(a: number, b: number, c: number): number {
    return (a * this.axes[1].names.length + b) * this.axes[2].names.length + c;
  }

  /** The nodes of a cell, one for each of the three axes. */
  nodesOf(cell: number): [number, number, number] {
    const c = this.axes[2].names.length;
    const b = this.axes[1].names.length;
    return [Math.floor(cell / (b * c)), Math.floor(cell / c) % b, cell % c];
  }

  find(at: readonly string[]): number {
    if (at.length !== this.depth) throw new Error(`A cell of this table has ${this.depth} names.`);
    const [a, b, c] = this.axes.map((axis, i) => (i < this.depth ? axis.number(at[i]!) : 0)) as [number, number, number];
    return this.cellOf(a, b, c);
  }

  namesOf(cell: number): string[] {
    return this.nodesOf(cell)
      .slice(0, this.depth)
      .map((node, i) => this.axes[i]!.names[node]!);
  }

  #add(at: readonly string[], n: number): void {
    if (!Number.isInteger(n) || n < 0) throw new Error(`A count is a whole number of 0 or more, not ${n}.`);
    const [a, b, c] = this.nodesOf(this.find(at));
    const [x, y, z] = this.axes;
    if (a >= x.size || b >= y.size || c >= z.size) throw new Error(`A sum is made here, not given: ${at.join(', ')}.`);
    this.counts[this.placeOf(a, b, c)]! += n;
  }

  /** Adds each count to every sum that has it. */
  #sumUp(): void {
    const over = this.axes.map((axis) => coversOf(axis));
    const [x, y, z] = this.axes;
    for (let a = 0; a < x.size; a++)
      for (let b = 0; b < y.size; b++)
        for (let c = 0; c < z.size; c++) {
          const n = this.counts[this.placeOf(a, b, c)]!;
          if (n === 0) continue;
          for (const i of over[0]![a]!) for (const j of over[1]![b]!) for (const k of over[2]![c]!) this.sums[this.cellOf(i, j, k)]! += n;
        }
  }
}

/** For each value of an axis, the nodes that have it. */
function coversOf(axis: Axis): number[][] {
  const over: number[][] = Array.from({ length: axis.size }, () => []);
  axis.covers.forEach((values, node) => values.forEach((value) => over[value]!.push(node)));
  return over;
}
