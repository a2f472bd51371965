import { readTable } from '../../../kernel/tables/read-table.ts';
import type { Table, TableRefusal, TableRow } from '../../../kernel/tables/table.ts';
import type { ApplicationRow, Dataset, DecisionRow, Statistic } from './statistic.ts';

export type StatisticRefusal =
  | TableRefusal
  /** None of the tables that can be read; `missing` are the columns that the nearest one lacks. */
  | { refused: 'unknown-statistic'; missing: string[] }
  | { refused: 'no-rows' }
  | { refused: 'several-countries'; countries: string[] }
  /** Rows that make no sense, the first twenty; nothing is taken from the file. */
  | { refused: 'wrong-rows'; problems: RowProblem[]; count: number };

export interface RowProblem {
  /** Line of the file, counted from 1. */
  line: number;
  problem: 'cells' | 'year' | 'count' | 'code' | 'twice';
  column?: string;
  found?: string;
}

const shared = ['year', 'coo_name', 'coo', 'coa_name', 'coa', 'procedure_type', 'dec_level'];
const columns: Record<Dataset, string[]> = {
  'unhcr-asylum-applications': [...shared, 'app_type', 'app_pc', 'applied'],
  'unhcr-asylum-decisions': [...shared, 'dec_pc', 'dec_recognized', 'dec_other', 'dec_rejected', 'dec_closed'],
};

/** Reads an open statistic as it was published; taken whole or not at all. The names of the columns say which one it is. */
export async function readStatistic(bytes: Uint8Array): Promise<Statistic | StatisticRefusal> {
  const table = await readTable(bytes, { maxBytes: 20_000_000 });
  if ('refused' in table) return table;
  const titles = table.header.map((title) => title.trim().toLowerCase());
  const missing = (dataset: Dataset) => columns[dataset].filter((name) => !titles.includes(name));
  const lacksOf = { applications: missing('unhcr-asylum-applications'), decisions: missing('unhcr-asylum-decisions') };
  if (lacksOf.applications.length > 0 && lacksOf.decisions.length > 0) {
    const nearest = lacksOf.applications.length <= lacksOf.decisions.length ? lacksOf.applications : lacksOf.decisions;
    return { refused: 'unknown-statistic', missing: nearest };
  }
  if (table.rows.length === 0) return { refused: 'no-rows' };
  return lacksOf.applications.length === 0
    ? checked('unhcr-asylum-applications', table, titles, applicationOf)
    : checked('unhcr-asylum-decisions', table, titles, decisionOf);
}

/** A row behind its column names, which gathers what is wrong with it. */
class Reader {
  readonly problems: RowProblem[] = [];
  readonly #row: TableRow;
  readonly #titles: readonly string[];

  constructor(row: TableRow, titles: readonly string[]) {
    this.#row = row;
    this.#titles = titles;
  }

  text(column: string): string {
    return this.#row.cells[this.#titles.indexOf(column)]!.trim();
  }

  code(column: string): string {
    const found = this.text(column);
    if (!/^[A-Z]{1,3}$/.test(found)) this.#wrong('code', column, found);
    return found;
  }

  year(): number {
    const found = this.text('year');
    if (!/^(19[5-9]\d|20\d\d)$/.test(found)) this.#wrong('year', 'year', found);
    return Number(found);
  }

  count(column: string): number {
    const found = this.text(column);
    if (!/^\d{1,8}$/.test(found)) this.#wrong('count', column, found);
    return Number(found);
  }

  #wrong(problem: RowProblem['problem'], column: string, found: string): void {
    this.problems.push({ line: this.#row.line, problem, column, found: found.slice(0, 40) });
  }
}

function checked<D extends Dataset>(dataset: D, table: Table, titles: string[], read: (reader: Reader) => ApplicationRow | DecisionRow): Statistic | StatisticRefusal {
  const problems: RowProblem[] = table.ragged.map(({ line }) => ({ line, problem: 'cells' }));
  const countries = new Map<string, string>();
  const seen = new Set<string>();
  const rows = table.rows.map((row) => {
    const reader = new Reader(row, titles);
    const one = read(reader);
    countries.set(reader.code('coa'), reader.text('coa_name'));
    const key = [one.year, one.origin, one.procedure, 'type' in one ? one.type : '', one.level, one.unit].join('|');
    problems.push(...reader.problems);
    if (seen.has(key)) problems.push({ line: row.line, problem: 'twice' });
    seen.add(key);
    return one;
  });
  if (problems.length > 0) return { refused: 'wrong-rows', problems: problems.toSorted((a, b) => a.line - b.line).slice(0, 20), count: problems.length };
  if (countries.size > 1) return { refused: 'several-countries', countries: [...countries.values()] };
  const [[country, countryName]] = [...countries] as [[string, string]];
  return { dataset, country, countryName, rows } as Statistic;
}

function rowOf(reader: Reader, unit: string) {
  return {
    year: reader.year(),
    origin: reader.code('coo'),
    originName: reader.text('coo_name'),
    procedure: reader.code('procedure_type'),
    level: reader.code('dec_level'),
    unit: reader.code(unit),
  };
}

function applicationOf(reader: Reader): ApplicationRow {
  return { ...rowOf(reader, 'app_pc'), type: reader.code('app_type'), applied: reader.count('applied') };
}

function decisionOf(reader: Reader): DecisionRow {
  return {
    ...rowOf(reader, 'dec_pc'),
    recognised: reader.count('dec_recognized'),
    other: reader.count('dec_other'),
    rejected: reader.count('dec_rejected'),
    closed: reader.count('dec_closed'),
  };
}
