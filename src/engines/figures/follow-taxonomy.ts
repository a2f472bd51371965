import type { Temporal } from '../../kernel/time/temporal.ts';

/** What counted as `theme` (or as a sub-theme of it) counts as another since a day. */
export interface Mapping {
  theme: string;
  /** Set when only this sub-theme went; what was released does not know sub-themes and stays. */
  subTheme: string | null;
  countsAs: string;
  from: Temporal.PlainDate;
}

/**
 * Reads released cells by the taxonomy of now: a theme that went counts as what it became, in the months before as well. Made of released
 * cells alone: where a part was hidden, so is the sum.
 */
export function followTaxonomy<Cell extends { category: string; n: number | null }>(cells: readonly Cell[], mappings: readonly Mapping[], placeOf: (cell: Cell) => string): Cell[] {
  const becomes = new Map(mappings.filter(({ subTheme }) => subTheme === null).map(({ theme, countsAs }) => [theme, countsAs]));
  if (becomes.size === 0) return [...cells];
  const sums = new Map<string, Cell>();
  for (const cell of cells) {
    const category = becomes.get(cell.category) ?? cell.category;
    const key = `${placeOf(cell)}|${category}`;
    const sum = sums.get(key);
    sums.set(key, { ...cell, category, n: sum === undefined ? cell.n : sum.n === null || cell.n === null ? null : sum.n + cell.n });
  }
  return [...sums.values()];
}
