/** Name of the sum over a whole dimension, beside the names of its values. */
export const ALL = '*';

/** One way in which a table is broken down: months, municipalities, themes, … */
export interface Dimension {
  name: string;
  /** The finest values: every count belongs to exactly one. */
  values: readonly string[];
  /** Sums over some of the values that are published too: quarters, years, provinces. They may nest or overlap. */
  groups?: readonly Group[];
  /** What the sum over all values is worth against a single value (default 6); null when that sum is published nowhere. */
  total?: number | null;
}

export interface Group {
  name: string;
  values: readonly string[];
  /** What it is worth against a single value when something has to be hidden (default 3). */
  worth?: number;
}

/** What a step of one in a value (and of minus one in another) does to every published sum of a dimension. */
export interface Shift {
  nodes: readonly number[];
  signs: readonly (1 | -1)[];
  /** The values themselves, which must stay counts. */
  raised: number;
  lowered: number;
}

/**
 * A dimension with its sums numbered: 0 … size-1 are the values, then the groups, then the total.
 * `covers[node]` lists the values under a node.
 */
export class Axis {
  readonly names: readonly string[];
  readonly size: number;
  readonly covers: readonly (readonly number[])[];
  readonly worth: readonly number[];
  readonly #numbers: Map<string, number>;
  readonly #members: readonly ReadonlySet<number>[];
  readonly #beneath: readonly (readonly number[])[];
  readonly #shifts = new Map<number, Shift>();

  constructor(dimension: Dimension) {
    const { values, groups = [], total = 6 } = dimension;
    const all = total === null ? [] : [{ name: ALL, values, worth: total }];
    const sums: Group[] = [...groups, ...all];
    this.size = values.length;
    this.names = [...values, ...sums.map((sum) => sum.name)];
    this.#numbers = new Map(this.names.map((name, number) => [name, number]));
    if (this.#numbers.size < this.names.length) throw new Error(`Dimension "${dimension.name}" has a name twice.`);
    this.covers = [...values.map((_, number) => [number]), ...sums.map((sum) => sum.values.map((value) => this.number(value)))];
    this.worth = [...values.map(() => 1), ...sums.map((sum) => sum.worth ?? 3)];
    this.#members = this.covers.map((covered) => new Set(covered));
    this.#beneath = this.covers.map((_, node) => this.#nodes().filter((other) => this.covers[other]!.every((value) => this.has(node, value))));
  }

  /** Throws on a name that the dimension has not. */
  number(name: string): number {
    const number = this.#numbers.get(name);
    if (number === undefined) throw new Error(`The table has no "${name}".`);
    return number;
  }

  has(node: number, value: number): boolean {
    return this.#members[node]!.has(value);
  }

  /** A node and those whose values are all among its own. */
  beneath(node: number): readonly number[] {
    return this.#beneath[node]!;
  }

  /** One more in `raised` and, unless it is -1, one less in `lowered`: a sum that has both does not change. */
  shift(raised: number, lowered: number): Shift {
    const key = raised * (this.size + 1) + lowered + 1;
    let shift = this.#shifts.get(key);
    if (!shift) this.#shifts.set(key, (shift = this.#makeShift(raised, lowered)));
    return shift;
  }

  #nodes(): number[] {
    return this.names.map((_, node) => node);
  }

  #makeShift(raised: number, lowered: number): Shift {
    const nodes: number[] = [];
    const signs: (1 | -1)[] = [];
    for (let node = 0; node < this.names.length; node++) {
      const up = this.has(node, raised);
      const down = lowered >= 0 && this.has(node, lowered);
      if (up === down) continue;
      nodes.push(node);
      signs.push(up ? 1 : -1);
    }
    return { nodes, signs, raised, lowered };
  }
}
