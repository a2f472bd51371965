import { Temporal } from '../../../kernel/time/temporal.ts';
import { figureShapes, type FigureCode, type FigureShape } from '../figure.ts';
import type { FigureRow } from '../open-figure/figure-rows.ts';
import type { Period } from '../period.ts';
import type { Span } from '../published.store.ts';
import { filterWithin, Reading, type AskedFilter, type ReadingFilter } from '../reading.ts';
import { ALL } from '../suppress-counts/dimension.ts';
import type { ComparedCell } from './partner-cell.store.ts';

export interface ComparedAuthority {
  name: string;
  /** Null for one's own. */
  agreementId: string | null;
}

/** One authority among those that are compared. */
interface Compared extends ComparedAuthority {
  reading: Reading;
  /** The months that it released of this figure; nothing before its first. */
  months: { first: Temporal.PlainDate; last: Temporal.PlainDate } | undefined;
}

export interface Comparison {
  filter: ReadingFilter;
  periods: readonly Period[];
  /** Months that any of them released. */
  span: Span;
  /** One for each authority, one's own first. */
  authorities: FigureRow[];
  /** All of them together, of what is shown of each. */
  together: FigureRow;
  /** The authorities side by side, per category: one value for each authority, in their order. */
  categories: FigureRow[];
}

/**
 * Lays the released figures of several authorities beside each other and adds them up. `asked.theme` narrows to one category.
 * A sum of which a part is hidden is "at least": the parts that are shown.
 */
export function compareAuthorities(code: FigureCode, authorities: readonly ComparedAuthority[], cells: readonly ComparedCell[], asked: AskedFilter, now: Temporal.Instant): Comparison | undefined {
  const span = spanOf(cells, now);
  if (!span) return undefined;
  const filter = filterWithin(span, asked);
  const shape = { ...figureShapes[code], crossed: true };
  const compared = authorities.map((authority): Compared => {
    const own = cells.filter(({ agreementId }) => agreementId === authority.agreementId);
    return { ...authority, reading: new Reading(shape, filter, span, own), months: spanOf(own, now) };
  });
  const periods = compared[0]!.reading.periods;
  const category = asked.theme ?? ALL;
  const rows = compared.map((one) => rowOf(one, category));
  return { filter, periods, span, authorities: rows, together: sumRows(rows, periods.length), categories: categoriesOf(compared) };
}

/** Categories as they are compared: of referrals their outcome. */
export function comparedCategory(figure: FigureCode): FigureShape['category'] | 'outcome' {
  return figure === 'referrals' ? 'outcome' : figureShapes[figure].category;
}

function rowOf({ name, agreementId, reading }: Compared, category: string): FigureRow {
  const { n, isWhole } = reading.atLeast(ALL, category);
  return { code: agreementId ?? 'own', label: name, values: reading.values(ALL, category), total: isWhole ? n : null, atLeast: n };
}

/** Adds up column by column; a sum of which a part is not shown has no number of its own. */
function sumRows(rows: readonly FigureRow[], columns: number): FigureRow {
  const add = (parts: readonly (number | null)[]) => (parts.includes(null) ? null : parts.reduce<number>((sum, n) => sum + n!, 0));
  return {
    code: ALL,
    label: '',
    values: Array.from({ length: columns }, (_, i) => add(rows.map(({ values }) => values[i] ?? null))),
    total: add(rows.map(({ total }) => total)),
    atLeast: rows.reduce((sum, { atLeast }) => sum + atLeast, 0),
  };
}

function categoriesOf(compared: readonly Compared[]): FigureRow[] {
  const codes = [...new Set(compared.flatMap(({ reading }) => reading.codes('category')))];
  const rows = codes.map((category): FigureRow => {
    const parts = compared.map(({ reading }) => reading.atLeast(ALL, category));
    const values = parts.map(({ n, isWhole }) => (isWhole ? n : null));
    return { code: category, label: '', values, total: values.includes(null) ? null : parts.reduce((sum, { n }) => sum + n, 0), atLeast: parts.reduce((sum, { n }) => sum + n, 0) };
  });
  return rows.toSorted((a, b) => b.atLeast - a.atLeast || a.code.localeCompare(b.code));
}

function spanOf(cells: readonly ComparedCell[], releasedAt: Temporal.Instant): Span | undefined {
  const months = cells.map(({ period }) => period).filter((period) => /^\d{4}-\d\d$/.test(period)).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { first: Temporal.PlainDate.from(`${first}-01`), last: Temporal.PlainDate.from(`${last}-01`), releasedAt } : undefined;
}
