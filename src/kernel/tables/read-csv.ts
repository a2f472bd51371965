import { CsvError, parse, type Info } from 'csv-parse/sync';
import { withoutNeutraliser } from './neutralise.ts';
import type { Delimiter, TableLimits, TableRefusal, TableRow } from './table.ts';

export type CsvText = { delimiter: Delimiter; lines: TableRow[] };

const delimiters: Delimiter[] = [';', ',', '\t', '|'];
const longestRow = 200_000;
const roomAboveHeader = 100;

/** All rows of a CSV text that hold anything, each with the line it begins on. */
export function readCsv(text: string, limits: TableLimits): CsvText | TableRefusal {
  const { body, skippedLines, declared } = withoutSeparatorLine(text.replace(/\r\n?/g, '\n'));
  const delimiter = declared ?? guessDelimiter(body);
  if (!delimiter) return { refused: 'not-a-table', found: null };
  const read = records(body, delimiter, limits.maxRows + roomAboveHeader);
  if ('brokenAt' in read) return { refused: 'unclosed-quote', line: read.brokenAt + skippedLines };
  const lines = read
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line: line + skippedLines, cells: cells.map((cell) => withoutNeutraliser(cell.trim())) }));
  return { delimiter, lines };
}

/** Excel's own first line `sep=;` says how the rest is split. */
function withoutSeparatorLine(text: string): { body: string; skippedLines: number; declared: Delimiter | null } {
  const match = /^"?sep=([;,|\t])"?\n/i.exec(text);
  return match
    ? { body: text.slice(match[0].length), skippedLines: 1, declared: match[1] as Delimiter }
    : { body: text, skippedLines: 0, declared: null };
}

/** The sign that splits the first rows most evenly and in most cells; null when no sign splits the usual row at all. */
function guessDelimiter(text: string): Delimiter | null {
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of delimiters) {
    const score = evenness(text, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

function evenness(text: string, delimiter: Delimiter): number {
  const read = records(text, delimiter, 60);
  if ('brokenAt' in read) return brokenEvenness(text, delimiter);
  const widths = read.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).map(({ cells }) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return (times / widths.length) * Math.log2(usual);
}

/** A quote that is never closed hides the rows behind it: the first line alone then tells, at a lower weight. */
function brokenEvenness(text: string, delimiter: Delimiter): number {
  return Math.log2((text.split('\n', 1)[0] ?? '').split(delimiter).length) / 100;
}

type Records = TableRow[] | { brokenAt: number };

function records(text: string, delimiter: Delimiter, upTo: number): Records {
  try {
    let line = 1;
    return parsed(text, delimiter, upTo).map(({ record, info }) => {
      const row = { line, cells: record };
      line = info.lines + 1;
      return row;
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const sound = Number(error.records);
    return { brokenAt: sound === 0 ? 1 : parsed(text, delimiter, sound).at(-1)!.info.lines + 1 };
  }
}

function parsed(text: string, delimiter: Delimiter, upTo: number): { record: string[]; info: Info }[] {
  return parse(text, {
    delimiter,
    to: upTo,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: '\n',
    max_record_size: longestRow,
  }) as unknown as { record: string[]; info: Info }[];
}
